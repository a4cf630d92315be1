using BenchmarkDotNet.Running;
using ComplaintMailer.Benchmarks;
using ComplaintMailer.Benchmarks.Mail;

if (args is ["mail", ..])
    return ReadingRace.Run(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(TemplateBenchmarks).Assembly).Run(args);
return 0;
