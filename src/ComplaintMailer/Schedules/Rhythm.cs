using ComplaintMailer.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace ComplaintMailer.Schedules;

/// <summary>When what is done. Quartz keeps the time; what is due stands in the register, so that nothing is lost with a process.</summary>
internal static class Rhythm
{
    public const string OrganisationKey = "organisation";
    private static readonly TimeSpan Weekly = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Letters follow soon on what they answer; the outbox is looked at by an index and costs nothing when empty.</summary>
    private static readonly TimeSpan OutboxRhythm = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddRhythm(this IServiceCollection services, Settings settings) =>
        services
            .AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(o =>
                {
                    o.InstanceName = "complaintmailer";
                    o.GenerateInstanceId = settings.Data.IsPostgres;
                });
                quartz.UseDefaultThreadPool(Math.Max(4, settings.Organisations.Count + 2));
                if (settings.Data.IsPostgres)
                    // Several machines: a job runs on one of them, and a dead one's jobs move to another.
                    quartz.UsePersistentStore(store =>
                    {
                        store.UsePostgres(settings.Data.ConnectionString!);
                        store.ProvisionSchema();
                        store.UseClustering();
                    });
                else
                    quartz.UseInMemoryStore();
                quartz.UseDefaultTimeZone(TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone));
                foreach (var organisation in settings.Organisations)
                {
                    Every<PollJob>(quartz, organisation.Key, TimeSpan.FromSeconds(organisation.Mailbox.PollSeconds));
                    Every<AgendaJob>(quartz, organisation.Key, Minute);
                    Every<SilenceJob>(quartz, organisation.Key, Minute);
                    Daily<MailboxCareJob>(quartz, organisation.Key, "0 30 7 * * ?");
                    Every<OutboxJob>(quartz, organisation.Key, OutboxRhythm);
                }
                if (!settings.Data.IsPostgres)
                    // In a cluster the job would beat for one machine only.
                    quartz.ScheduleJob<PulseJob>(
                        trigger =>
                            trigger
                                .WithIdentity("pulse")
                                .StartNow()
                                .WithSimpleSchedule(s => s.WithInterval(Pulse.Rhythm).RepeatForever()),
                        job => job.WithIdentity("pulse")
                    );
                // What is weekly stands in the register: a Monday on which nothing ran is made up for.
                quartz.ScheduleJob<WeeklyJob>(
                    trigger =>
                        trigger
                            .WithIdentity("weekly")
                            .StartNow()
                            .WithSimpleSchedule(s => s.WithInterval(Weekly).RepeatForever()),
                    job => job.WithIdentity("weekly")
                );
                quartz.ScheduleJob<UpkeepJob>(
                    trigger => trigger.WithIdentity("upkeep").WithCronSchedule("0 15 3 * * ?"),
                    job => job.WithIdentity("upkeep")
                );
            })
            .AddQuartzHostedService(o =>
            {
                o.WaitForJobsToComplete = true;
                o.AwaitApplicationStarted = true;
            });

    public static JobKey Key<T>(string organisation) => new($"{typeof(T).Name}:{organisation}");

    private static void Daily<T>(IQuartzBuilder quartz, string organisation, string cron)
        where T : IJob =>
        quartz.ScheduleJob<T>(
            trigger => trigger.WithIdentity($"{typeof(T).Name}:{organisation}").WithCronSchedule(cron),
            job => job.WithIdentity(Key<T>(organisation)).UsingJobData(OrganisationKey, organisation)
        );

    private static void Every<T>(IQuartzBuilder quartz, string organisation, TimeSpan pause)
        where T : IJob =>
        quartz.ScheduleJob<T>(
            trigger =>
                trigger
                    .WithIdentity($"{typeof(T).Name}:{organisation}")
                    .StartNow()
                    .WithSimpleSchedule(s =>
                        s.WithInterval(pause)
                            .RepeatForever()
                            // Rounds that were missed while one took long are not made up for: the next one does all there is.
                            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)
                    ),
            job => job.WithIdentity(Key<T>(organisation)).UsingJobData(OrganisationKey, organisation)
        );
}
