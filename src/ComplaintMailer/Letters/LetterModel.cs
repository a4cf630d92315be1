using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters.Steps;
using ComplaintMailer.Templates;
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

    public string? StaffKey =>
        Order.To.Party.StartsWith("staff:", StringComparison.Ordinal) ? Order.To.Party[6..] : null;

    /// <summary>The member of staff who reads it; for a role, whoever has it.</summary>
    public Person? Staff =>
        StaffKey is { } key ? Organisation.Person(key)
        : Order.To.Party.StartsWith("role:", StringComparison.Ordinal)
            ? Organisation.WithRole(Order.To.Party[5..]).FirstOrDefault()
        : null;

    public bool IsToStaff =>
        Order.To.Party.StartsWith("staff:", StringComparison.Ordinal)
        || Order.To.Party.StartsWith("role:", StringComparison.Ordinal);

    public Sight Sight
    {
        get
        {
            // It is asked for many times, and what it depends on is replaced only as a whole.
            if (
                seen is null
                || !ReferenceEquals(seen.Order, Order)
                || !ReferenceEquals(seen.Case, Case)
                || !ReferenceEquals(seen.Absences, Absences)
            )
                seen = new(Order, Case, Absences, Case is null ? Sight.Nothing : Sights.Of(this, Case));
            return seen.Sight;
        }
    }

    private Looked? seen;

    private sealed record Looked(object Order, object? Case, object Absences, Sight Sight);

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
    private static readonly MemberTable<LetterMatter> Organisations = new MemberTable<LetterMatter>()
        .With("key", m => m.Organisation.Key)
        .With("name", m => m.Organisation.Name)
        .With("address", m => m.Organisation.Address)
        .With("phone", m => m.Organisation.Phone)
        .With("tel", m => Reach.Tel(m.Organisation.Phone))
        .With("website", m => m.Organisation.Website)
        .With("site", m => Reach.Site(m.Organisation.Website))
        .With("postal_address", m => m.Organisation.PostalAddress)
        .With("regulation_url", m => m.Organisation.RegulationUrl)
        .With("privacy_url", m => m.Organisation.PrivacyUrl)
        .With("help_phone", HelpPhone)
        .With("help_tel", m => Reach.Tel(HelpPhone(m)))
        .With("says_je", m => m.Organisation.FormOfAddress == "je");

    private static readonly MemberTable<LetterMatter> Rules = new MemberTable<LetterMatter>()
        .With("title", m => m.Regulation.Title)
        .With("sharing_notice", m => m.Regulation.Privacy.SharingNotice)
        .With("oral_counts", m => m.Regulation.Intake.OralCounts)
        .With("dissatisfaction", m => m.Regulation.Intake.Dissatisfaction)
        .With("tips", m => m.Regulation.Intake.Tips)
        .With("questions", m => m.Regulation.Intake.Questions)
        .With("late_months", m => m.Regulation.Intake.Late.Months)
        .With("name_needed", m => m.Regulation.Intake.Required.Contains("name"))
        .With("extension_allowed", m => m.Regulation.Extension.Allowed)
        .With("extension_weeks", m => m.Regulation.Extension.Weeks)
        .With("director_talk", m => m.Regulation.Objection.DirectorTalk)
        .With("escalate_in_doubt", m => m.Regulation.EscalateInDoubt)
        .With("hearing", m => m.Regulation.Hearing.BothSides is "always" or "persons-only")
        .With("code_test", m => m.Regulation.Verdict.CodeTest)
        .With("destruction_approval", m => m.Regulation.Retention.NeedsApproval)
        .With("external_ends", m => m.Regulation.ExternalDuringInternal == "end");

    private static readonly MemberTable<LetterMatter> Reader = new MemberTable<LetterMatter>()
        .With("name", m => string.IsNullOrWhiteSpace(m.Order.To.Name) ? null : m.Order.To.Name)
        .With("party", m => m.Order.To.Party)
        .With("is_staff", m => m.IsToStaff)
        .With("is_handler", m => m.StaffKey is { } key && key == m.Case?.Handler);

    private sealed record Signing(string? Name, string? Function, string? Phone);

    private static readonly MemberTable<Signing> People = new MemberTable<Signing>()
        .With("name", p => p.Name)
        .With("function", p => p.Function)
        .With("phone", p => p.Phone)
        .With("tel", p => Reach.Tel(p.Phone));

    private sealed record Told(LetterMatter Matter, Steps.Steps Steps);

    private static readonly MemberTable<Told> Members = new MemberTable<Told>()
        .With("org", t => Organisations.Of(t.Matter))
        .With("regulation", t => Rules.Of(t.Matter))
        .With("to", t => Reader.Of(t.Matter))
        .With("signer", t => Signer(t.Matter))
        .With(
            "complaint",
            t => t.Matter.Case is { } state && t.Matter.Sight != Sight.Nothing ? CaseModel.Of(t.Matter, state) : null
        )
        .With("letter", t => FactsModel.Of(t.Matter))
        .With("routes", t => RoutesModel.Of(t.Matter))
        .With("steps", t => t.Steps.Likely.Select(s => s.Model).ToList<object?>())
        .With("more", t => t.Steps.More.ToList<object?>())
        .With(
            "approve",
            t =>
                t.Matter.Order.Kind == "report-approval"
                    ? Step.Of(t.Matter, "approve", t.Matter.Language == "nl" ? "akkoord" : "approve").Model
                    : null
        )
        .With("now", t => t.Matter.Date(t.Matter.Today));

    public static MemberView Of(LetterMatter matter) => Of(matter, StepFinder.Of(matter));

    public static MemberView Of(LetterMatter matter, Steps.Steps steps) => Members.Of(new(matter, steps));

    /// <summary>A number for help with writing a complaint, where the regulation names one for this organisation.</summary>
    private static string? HelpPhone(LetterMatter matter) =>
        matter
            .Regulation.Organisations.FirstOrDefault(r =>
                string.Equals(r.Id, matter.Organisation.Key, StringComparison.OrdinalIgnoreCase)
                || string.Equals(r.Name, matter.Organisation.Name, StringComparison.OrdinalIgnoreCase)
            )
            ?.HelpPhone;

    public static MemberView? Person(LetterMatter matter, string? key) =>
        matter.Organisation.Person(key) is { } person
            ? People.Of(new(person.Name, person.Function, person.Phone ?? matter.Organisation.Phone))
            : null;

    /// <summary>Whose name stands under a letter: the handler, else the coordinator, else the quality officer.</summary>
    private static MemberView Signer(LetterMatter matter)
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
        return Person(matter, key) ?? People.Of(new(null, null, org.Phone));
    }
}
