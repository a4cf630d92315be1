using BenchmarkDotNet.Running;
using ComplaintMailer.Benchmarks;
using ComplaintMailer.Benchmarks.Mail;
using ComplaintMailer.Benchmarks.Soak;
using ComplaintMailer.ServerTests.Servers;

if (args is ["mail", ..])
    return ReadingRace.Run(args[1..]);

// A Postfix and a Dovecot to try things on, until the input ends: what to say to them stands on the output, for a shell.
if (args is ["servers"])
{
    using var servers = new MailServers();
    Console.WriteLine($"address={servers.AddPerson()} parent={servers.AddPerson()} password='{MailServers.Password}'");
    Console.WriteLine($"imaps={servers.Imaps} submission={servers.Submission} certificate={servers.In("cert.pem")}");
    Console.WriteLine($"mail={servers.In("mail")}");
    await Console.In.ReadToEndAsync();
    return 0;
}
if (args is ["transport", ..])
    return await TransportBenchmark.Run(args[1..]);
if (args is ["soak", "days", ..])
    return await SoakRun.Days(args.Length > 2 ? int.Parse(args[2], null) : 6);
if (args is ["soak", "real", ..])
    return await SoakRun.Real(args.Length > 2 ? int.Parse(args[2], null) : 60);

// "pipeline steady 5000" does the same in rounds and tells of the cheapest.
if (args is ["pipeline", "steady", ..])
    return await PipelineBenchmark.Steady(args.Length > 2 ? int.Parse(args[2], null) : 5000);

// "pipeline memory 5000" tells what the program holds at its highest, "pipeline idle" what it holds while it waits.
if (args is ["pipeline", "memory", ..])
    return await ProgramMemory.Once(args.Length > 2 ? int.Parse(args[2], null) : 5000);
if (args is ["pipeline", "idle"])
    return await ProgramMemory.Idle();

// "pipeline 5000" measures the whole way of so many mails; anything else is for BenchmarkDotNet.
if (args is ["pipeline", ..])
    return await PipelineBenchmark.Run(args.Length > 1 ? int.Parse(args[1], null) : 5000);

// "letters 100" measures the letters of one mail by themselves, the cheapest of so many rounds.
if (args is ["letters", "digests", var digests])
    return LettersBenchmark.Digests(digests);
if (args is ["letters", ..])
    return LettersBenchmark.Run(args.Length > 1 ? int.Parse(args[1], null) : 100, args.Length > 2 ? args[2] : "");
if (args is ["reports", "one", var file, var kind, var before, var code])
{
    ReportMeasure.One(file, kind, before, code);
    return 0;
}
if (args is ["reports", ..])
{
    ReportMeasure.Run(
        args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000
    );
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(TemplateBenchmarks).Assembly).Run(args);
return 0;
