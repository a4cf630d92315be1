using ComplaintMailer.Configuration;
using ComplaintMailer.Connections;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Database;
using ComplaintMailer.Letters.Checking;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Setup;

/// <summary>Is everything as it must be? Configuration, key, database, people, letters, mailboxes and ways out, in this order.</summary>
internal sealed class Checkup
{
    /// <summary>So many faults of letters are told; <c>template check</c> tells all.</summary>
    private const int FaultsShown = 10;

    private readonly List<ConnectionChecks.Finding> findings = [];

    public static async Task<IReadOnlyList<ConnectionChecks.Finding>> Of(string config, CancellationToken ct)
    {
        var checkup = new Checkup();
        if (checkup.Configuration(config) is { } settings)
            await checkup.Rest(settings, ct);
        return checkup.findings;
    }

    private Settings? Configuration(string config)
    {
        try
        {
            var settings = SettingsReader.Load(config, withSecrets: true);
            Say(true, $"configuration {config}");
            return settings;
        }
        catch (OperatorException e)
        {
            foreach (var line in e.Message.Split(Environment.NewLine))
                Say(false, line);
        }
        try
        {
            // Where only secrets are the trouble, all else can be looked at.
            return SettingsReader.Load(config);
        }
        catch (OperatorException)
        {
            return null;
        }
    }

    private async Task Rest(Settings settings, CancellationToken ct)
    {
        try
        {
            using var worker = new Worker(settings, exclusive: false);
            var secrets = SecretFiles.Faults(settings, "/");
            Say(true, $"master key {settings.MasterKeyFile}");
            Say(true, $"database {settings.Data.Path}");
            foreach (var office in worker.Offices)
            {
                Say(
                    true,
                    $"{office.Organisation.Key}: regulation {office.Regulation.Code} {office.Regulation.Version}"
                );
                People(office.Organisation);
                Letters(settings, office);
                findings.AddRange(
                    await ConnectionChecks.Run(
                        office.Settings,
                        TimeProvider.System,
                        ct,
                        [
                            .. secrets
                                .Where(f => settings.Organisations[f.Organisation].Key == office.Organisation.Key)
                                .Select(f => f.Part),
                        ]
                    )
                );
            }
        }
        catch (OperatorException e)
        {
            Say(false, e.Message);
        }
    }

    private void People(Organisation organisation)
    {
        Say(
            organisation.WithRole(Roles.Coordinator).Any(),
            $"{organisation.Key}: somebody is coordinator",
            "— nobody is. Give a person in People the role “coordinator”, or complaints without a location reach nobody."
        );
        foreach (var location in organisation.Locations.Where(l => l.Manager is null))
            Say(false, $"{organisation.Key}: location {location.Key} has no manager.", "Fill in Manager.");
    }

    private void Letters(Settings settings, Office office)
    {
        var check = new LetterCheck(
            settings.Templates,
            Regulations.LoadBodies(settings.Templates),
            DateTimeZoneProviders.Tzdb[settings.TimeZone]
        );
        var faults = check.Of(office.Organisation, office.Regulation);
        foreach (var fault in faults.Take(FaultsShown))
            Say(false, $"{office.Organisation.Key}: {fault}");
        if (faults.Count > FaultsShown)
            Say(false, $"{office.Organisation.Key}: {faults.Count - FaultsShown} more.", "See “template check”.");
        if (faults.Count == 0)
            Say(true, $"{office.Organisation.Key}: {LetterKinds.All.Count} letters in {settings.Templates}");
    }

    private void Say(bool ok, string what, string remedy = "") => findings.Add(new(ok, what, remedy));
}
