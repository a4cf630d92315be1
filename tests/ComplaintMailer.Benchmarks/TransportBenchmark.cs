using System.Globalization;
using ComplaintMailer.Benchmarks.Transport;
using ComplaintMailer.ServerTests.Servers;

namespace ComplaintMailer.Benchmarks;

/// <summary>
/// The ways in and out through a real Dovecot and Postfix, beside what others do with the same servers in the same run.
/// “transport fetch 5000 3”, “transport send 2000 5”, “transport idle 5”, “transport backlog 10000”, “transport outbox 2000 5” (the outbox alone, to look where its time goes): what, how much (for idle: minutes), how many rounds.
/// </summary>
internal static class TransportBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        using var servers = new MailServers();
        int Number(int index, int otherwise) =>
            args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
        var what = args.Length > 0 ? args[0] : "all";
        if (what is "fetch" or "all")
            await DrainBenchmark.Run(servers, Number(1, 5000), Number(2, 3));
        if (what is "send" or "all")
            await SendBenchmark.Run(servers, Number(1, 2000), Number(2, 5));
        if (what is "backlog")
            await DrainBenchmark.Backlog(servers, Number(1, 10_000));
        if (what is "outbox")
            await SendBenchmark.Outbox(servers, Number(1, 2000), Number(2, 5));
        if (what is "idle" or "all")
            await IdleBenchmark.Run(servers, Number(1, 3));
        return 0;
    }
}
