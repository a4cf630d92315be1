using ComplaintMailer.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace ComplaintMailer.Schedules;

/// <summary>When what is done. Quartz keeps the time; what is due stands in the register, so that nothing is lost with a process.</summary>
internal static class Rhythm
{
    public const string OrganisationKey = "organisation";
    private static readonly TimeSpan Weekly = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The scheduler wakes for what is due, and is told of what is new: it need not look by itself in between.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddRhythm(this IServiceCollection services, Settings settings) =>
        services
            .AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(o =>
                {
                    o.InstanceName = "complaintmailer";
                    o.GenerateInstanceId = settings.Data.IsPostgres;
                    // In a cluster others may have added something.
                    if (!settings.Data.IsPostgres)
                        o.IdleWaitTime = Unasked;
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
                    Every<PollJob>(quartz, PollJob.Rhythm(organisation.Mailbox), organisation.Key);
                    Every<AgendaJob>(quartz, Hour, organisation.Key);
                    Daily<MailboxCareJob>(quartz, organisation.Key, "0 30 7 * * ?");
                    quartz.AddJob<OutboxJob>(job =>
                        job.WithIdentity(Key<OutboxJob>(organisation.Key))
                            .UsingJobData(OrganisationKey, organisation.Key)
                            .StoreDurably()
                    );
                }
                Every<LookJob>(quartz, LookJob.Rhythm);
                // What is weekly stands in the register: a Monday on which nothing ran is made up for.
                Every<WeeklyJob>(quartz, Weekly);
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

    private static void Every<T>(IQuartzBuilder quartz, TimeSpan pause, string? organisation = null)
        where T : IJob
    {
        var key = organisation is null ? new JobKey(typeof(T).Name) : Key<T>(organisation);
        quartz.ScheduleJob<T>(
            trigger =>
                trigger
                    .WithIdentity(key.Name)
                    .StartNow()
                    .WithSimpleSchedule(s =>
                        s.WithInterval(pause)
                            .RepeatForever()
                            // Rounds that were missed while one took long are not made up for: the next one does all there is.
                            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)
                    ),
            job =>
            {
                job.WithIdentity(key);
                // A job without one is for all of them.
                if (organisation is not null)
                    job.UsingJobData(OrganisationKey, organisation);
            }
        );
    }
}
