using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Serilog;

namespace ComplaintMailer.Schedules;

/// <summary>The worker as a service: starts, keeps its rhythm, and stops within ten seconds without losing anything.</summary>
internal static class WorkerHost
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    public static IHost Build(
        Settings settings,
        TimeProvider? clock = null,
        bool console = true,
        ServiceManager? manager = null
    )
    {
        // Nothing of the host's own configuration: no files, no variables but those of our own reader.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging(l => l.ClearProviders().AddSerilog(Logs.Make(settings, console), dispose: true));
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = StopWithin);
        builder.Services.AddSingleton<IHostLifetime, Ending.Elsewhere>();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton(s => new Worker(settings, logs: s.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddSingleton<Stop>();
        builder.Services.AddSingleton<Knocking>();
        builder.Services.AddSingleton<Listening>();
        builder.Services.AddRhythm(settings);
        builder.Services.AddHostedService<MailWatch>();
        builder.Services.AddSingleton(manager ?? new ServiceManager(null, null));
        builder.Services.AddSingleton<Pulse>();
        builder.Services.AddHostedService<Watchdog>();
        builder.Services.AddHostedService<GivingBack>();
        var host = builder.Build();
        // A fault in what the operator set up shows now, not at the first poll.
        var worker = host.Services.GetRequiredService<Worker>();
        var log = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Worker");
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        lifetime.ApplicationStarted.Register(() =>
            log.LogInformation("Started for {Count} organisation(s)", worker.Offices.Count)
        );
        lifetime.ApplicationStopping.Register(() => log.LogInformation("Stopping"));
        lifetime.ApplicationStopped.Register(() => log.LogInformation("Stopped"));
        return host;
    }
}
