using System.Globalization;

namespace ComplaintMailer.Benchmarks.Soak;

/// <summary>What the kernel says of a process.</summary>
internal sealed record ProcessFigures(double MegaBytes, int Handles, int Threads, double ProcessorSeconds)
{
    /// <summary>Linux counts processor time in hundredths of a second.</summary>
    private const double TicksPerSecond = 100;

    public static ProcessFigures Of(int pid)
    {
        var status = File.ReadAllLines($"/proc/{pid}/status");
        double Value(string name) =>
            double.Parse(
                status
                    .First(l => l.StartsWith(name + ":", StringComparison.Ordinal))
                    .Split([' ', '\t'])[1..]
                    .First(w => w.Length > 0),
                CultureInfo.InvariantCulture
            );
        // The name of the program, in brackets, may hold blanks.
        var stat = File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
        return new(
            Value("VmRSS") / 1024,
            Directory.GetFiles($"/proc/{pid}/fd").Length,
            (int)Value("Threads"),
            (
                double.Parse(stat[11], CultureInfo.InvariantCulture)
                + double.Parse(stat[12], CultureInfo.InvariantCulture)
            ) / TicksPerSecond
        );
    }

    public string Line(string when) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{when}\t{MegaBytes:0.0} MB\t{Handles} handles\t{Threads} threads\t{ProcessorSeconds:0.0} s"
        );
}
