using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters.Steps;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>Everything a letter is made of, except its template.</summary>
internal sealed record LetterMatter(
    LetterOrder Order,
    Case? Case,
    Organisation Organisation,
    Regulation Regulation,
    IReadOnlyList<ExternalBody> Bodies,
    DateTimeZone Zone,
    string ReplyTo,
    Instant Now,
    string Language,
    LetterWords Words
)
{
    /// <summary>Who is away, so that a deputy can do what the handler can.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public Surroundings Around =>
        new(Organisation, Regulation, new WorkingCalendar(Regulation.Calendar), Zone)
        {
            Bodies = Bodies,
            Absences = Absences,
        };

    /// <summary>The member of staff who reads it; for a role, whoever has it.</summary>
    public Person? Staff =>
        Order.To.Party.StartsWith("staff:", StringComparison.Ordinal) ? Organisation.Person(Order.To.Party[6..])
        : Order.To.Party.StartsWith("role:", StringComparison.Ordinal)
            ? Organisation.WithRole(Order.To.Party[5..]).FirstOrDefault()
        : null;

    public bool IsToStaff =>
        Order.To.Party.StartsWith("staff:", StringComparison.Ordinal)
        || Order.To.Party.StartsWith("role:", StringComparison.Ordinal);

    public Sight Sight => Case is null ? Sight.Nothing : Sights.Of(this, Case);
    public LocalDate Today => Now.InZone(Zone).Date;

    public string Date(LocalDate day) => DateWords.InFull(day, Language);

    public string? Date(LocalDate? day) => day is { } d ? Date(d) : null;

    /// <summary>More than this nobody reads in a mail, and mail programs cut; all of it is in the file.</summary>
    private const int Most = 30_000;

    public string? Short(string? text)
    {
        if (text is null || text.Length <= Most)
            return text;
        var end = char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most;
        return $"{text[..end]}…\n\n{Words.Of("text", "cut")}";
    }

    public string Moment(Instant at)
    {
        var local = at.InZone(Zone);
        var (joint, colon) = Language == "nl" ? ("om", ".") : ("at", ":");
        return $"{Date(local.Date)} {joint} {local.Hour}{colon}{local.Minute:00}";
    }
}

/// <summary>
/// The names a template knows: <c>org</c>, <c>regulation</c>, <c>to</c>, <c>signer</c>, <c>complaint</c>, <c>letter</c>,
/// <c>routes</c>, <c>steps</c>, <c>more</c>, <c>approve</c>, <c>now</c>. (“case” is a word of the template language.)
/// </summary>
internal static class LetterModel
{
    public static Dictionary<string, object?> Of(LetterMatter matter) => Of(matter, StepFinder.Of(matter));

    public static Dictionary<string, object?> Of(LetterMatter matter, Steps.Steps steps)
    {
        return new()
        {
            ["org"] = new Later(() => Organisation(matter)),
            ["regulation"] = new Later(() => Rules(matter)),
            ["to"] = Reader(matter),
            ["signer"] = new Later(() => Signer(matter)),
            ["complaint"] =
                matter.Case is { } state && matter.Sight != Sight.Nothing ? CaseModel.Of(matter, state) : null,
            ["letter"] = FactsModel.Of(matter),
            ["routes"] = new Later(() => RoutesModel.Of(matter)),
            ["steps"] = steps.Likely.Select(s => s.Model).ToList<object?>(),
            ["more"] = steps.More.ToList<object?>(),
            ["approve"] =
                matter.Order.Kind == "report-approval"
                    ? Step.Of(matter, "approve", matter.Language == "nl" ? "akkoord" : "approve").Model
                    : null,
            ["now"] = matter.Date(matter.Today),
        };
    }

    private static Dictionary<string, object?> Organisation(LetterMatter matter)
    {
        var org = matter.Organisation;
        return new()
        {
            ["key"] = org.Key,
            ["name"] = org.Name,
            ["address"] = org.Address,
            ["phone"] = org.Phone,
            ["tel"] = Reach.Tel(org.Phone),
            ["website"] = org.Website,
            ["site"] = Reach.Site(org.Website),
            ["postal_address"] = org.PostalAddress,
            ["regulation_url"] = org.RegulationUrl,
            ["privacy_url"] = org.PrivacyUrl,
            ["help_phone"] = HelpPhone(matter),
            ["help_tel"] = Reach.Tel(HelpPhone(matter)),
            ["says_je"] = org.FormOfAddress == "je",
        };
    }

    /// <summary>A number for help with writing a complaint, where the regulation names one for this organisation.</summary>
    private static string? HelpPhone(LetterMatter matter) =>
        matter
            .Regulation.Organisations.FirstOrDefault(r =>
                string.Equals(r.Id, matter.Organisation.Key, StringComparison.OrdinalIgnoreCase)
                || string.Equals(r.Name, matter.Organisation.Name, StringComparison.OrdinalIgnoreCase)
            )
            ?.HelpPhone;

    private static Dictionary<string, object?> Rules(LetterMatter matter)
    {
        var regulation = matter.Regulation;
        return new()
        {
            ["title"] = regulation.Title,
            ["sharing_notice"] = regulation.Privacy.SharingNotice,
            ["oral_counts"] = regulation.Intake.OralCounts,
            ["dissatisfaction"] = regulation.Intake.Dissatisfaction,
            ["tips"] = regulation.Intake.Tips,
            ["questions"] = regulation.Intake.Questions,
            ["late_months"] = regulation.Intake.Late.Months,
            ["name_needed"] = regulation.Intake.Required.Contains("name"),
            ["extension_allowed"] = regulation.Extension.Allowed,
            ["extension_weeks"] = regulation.Extension.Weeks,
            ["director_talk"] = regulation.Objection.DirectorTalk,
            ["escalate_in_doubt"] = regulation.EscalateInDoubt,
            ["hearing"] = regulation.Hearing.BothSides is "always" or "persons-only",
            ["code_test"] = regulation.Verdict.CodeTest,
            ["destruction_approval"] = regulation.Retention.NeedsApproval,
            ["external_ends"] = regulation.ExternalDuringInternal == "end",
        };
    }

    private static Dictionary<string, object?> Reader(LetterMatter matter)
    {
        var to = matter.Order.To;
        var key = to.Party.StartsWith("staff:", StringComparison.Ordinal) ? to.Party[6..] : null;
        return new()
        {
            ["name"] = string.IsNullOrWhiteSpace(to.Name) ? null : to.Name,
            ["party"] = to.Party,
            ["is_staff"] = matter.IsToStaff,
            ["is_handler"] = key is not null && key == matter.Case?.Handler,
        };
    }

    public static Dictionary<string, object?>? Person(LetterMatter matter, string? key)
    {
        if (matter.Organisation.Person(key) is not { } person)
            return null;
        return new()
        {
            ["name"] = person.Name,
            ["function"] = person.Function,
            ["phone"] = person.Phone ?? matter.Organisation.Phone,
            ["tel"] = Reach.Tel(person.Phone ?? matter.Organisation.Phone),
        };
    }

    /// <summary>Whose name stands under a letter: the handler, else the coordinator, else the quality officer.</summary>
    private static Dictionary<string, object?> Signer(LetterMatter matter)
    {
        var org = matter.Organisation;
        // Under the reporting code the handler may be part of the matter: who released the letter stands under it.
        var contact = matter.Order.Kind is "reporting-code" or "reporting-duty"
            ? matter.Order.Facts.GetValueOrDefault("contact") as string
            : null;
        var key =
            contact
            ?? matter.Case?.Handler
            ?? org.WithRole(Roles.Coordinator).FirstOrDefault()?.Key
            ?? org.WithRole(Roles.Quality).FirstOrDefault()?.Key;
        return Person(matter, key)
            ?? new()
            {
                ["name"] = null,
                ["function"] = null,
                ["phone"] = org.Phone,
                ["tel"] = Reach.Tel(org.Phone),
            };
    }
}
