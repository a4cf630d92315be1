using BenchmarkDotNet.Running;
using ComplaintMailer.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(TemplateBenchmarks).Assembly).Run(args);
