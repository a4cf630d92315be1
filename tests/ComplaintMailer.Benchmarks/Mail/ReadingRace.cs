using System.Diagnostics;
using System.Globalization;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Benchmarks.Mail;

/// <summary>
/// Our side of the race that <c>tests/bench-mail</c> runs: reads a file of mails, decodes every header, text and file, and
/// prints what a round cost. The other sides do the same work on the same file.
/// </summary>
internal static class ReadingRace
{
    private static readonly List<string> Defects = [];
    private static readonly Stack<MimeEntity> Open = new();

    public static int Run(string[] args)
    {
        if (args is ["make", var file, var count])
        {
            MailsToRead.Make(file, int.Parse(count, CultureInfo.InvariantCulture));
            return 0;
        }
        if (args is ["pack", var packed, var folder])
        {
            MailsToRead.Pack(packed, folder);
            return 0;
        }
        if (args is not ["read", var mails, var rounds])
        {
            Console.Error.WriteLine("mail make FILE COUNT | mail pack FILE FOLDER | mail read FILE ROUNDS");
            return 2;
        }
        var all = MailsToRead.Load(mails);
        var best = double.MaxValue;
        long allocated = 0,
            decoded = 0;
        for (var round = int.Parse(rounds, CultureInfo.InvariantCulture); round > 0; round--)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Cpu();
            decoded = all.Sum(Decode);
            best = Math.Min(best, Cpu() - clock);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        var size = all.Sum(m => (long)m.Length);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{best:F4} {decoded} {allocated / (double)size:F2} {all.Length} {size}"
            )
        );
        return 0;
    }

    /// <summary>Time on the processor, so that other work on the machine plays little part.</summary>
    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static long Decode(byte[] mail)
    {
        Defects.Clear();
        long decoded = 0;
        var root = MimeParser.Parse(mail, MailLimits.Default, Defects);
        decoded += root.Addresses("From").Count + root.Addresses("To").Count + root.Addresses("Cc").Count;
        decoded += root.Date("Date") is null ? 0 : 1;
        Open.Push(root);
        while (Open.TryPop(out var part))
        {
            foreach (var field in part.Headers)
                decoded += field.Decoded().Length;
            for (var i = 0; i < part.Children.Count; i++)
                Open.Push(part.Children[i]);
            if (part.Children.Count > 0)
                continue;
            decoded += part.FileName?.Length ?? 0;
            decoded += part.IsText ? part.DecodeText(Defects).Length : part.DecodeBytes().Length;
        }
        return decoded;
    }
}
