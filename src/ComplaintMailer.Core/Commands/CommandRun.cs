using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>The commands of one mail at work: what was done and what could not be, in the language of whoever wrote.</summary>
internal sealed class CommandRun(
    Draft draft,
    Person person,
    IReadOnlyList<GivenCommand> all,
    IReadOnlyList<string>? knownCases
)
{
    private readonly List<string> done = [];
    private readonly List<string> refusals = [];
    private readonly List<string> remedies = [];

    public Draft Draft => draft;
    public Case Case => draft.Case;
    public Surroundings Around => draft.Around;
    public Organisation Organisation => draft.Organisation;
    public Regulations.Regulation Regulation => draft.Around.Regulation;
    public LocalDate Today => draft.Today;
    public Person Person => person;
    public string By => $"staff:{person.Key}";
    public string Language => draft.LanguageOf(person);
    public IReadOnlyList<GivenCommand> All => all;
    public IReadOnlyList<string>? KnownCases => knownCases;
    public IReadOnlyList<string> Done => done;
    public IReadOnlyList<string> Refusals => refusals;
    public IReadOnlyList<string> Remedies => remedies;

    /// <summary>A longer answer to a question: the list of commands.</summary>
    public string? Text { get; set; }

    /// <summary>The answer is a letter of its own, so no receipt is needed besides.</summary>
    public bool IsAnswered { get; set; }

    public bool Has(string key) => all.Any(c => c.Key == key);

    public void Add(CaseEvent happened) => draft.Add(happened, By);

    public void Did(string nl, string en) => done.Add(Say(nl, en));

    public void Refuse(string nl, string en, string? remedyNl = null, string? remedyEn = null)
    {
        refusals.Add(Say(nl, en));
        if (remedyNl is not null)
            remedies.Add(Say(remedyNl, remedyEn ?? remedyNl));
    }

    /// <summary>What was decided leaves nothing to say of the signal that led to it.</summary>
    public void Settle(string signal)
    {
        if (Case.Flag(signal) is { Confirmed: null })
            Add(new CaseEvent.SignalConfirmed(signal, null));
    }

    /// <summary>What is told as done has a day that is not there yet.</summary>
    public bool IsStillToCome(LocalDate on)
    {
        if (on <= Today)
            return false;
        Refuse($"{Date(on)} moet nog komen.", $"{Date(on)} is still to come.");
        return true;
    }

    /// <summary>A value that is needed and not there.</summary>
    public bool Needs(GivenCommand command, string nl, string en, string exampleNl, string exampleEn)
    {
        if (command.Value.Length > 0)
            return true;
        Refuse(
            $"Achter “{command.Said}” staat niets. Nodig is: {nl}.",
            $"Nothing stands behind “{command.Said}”. Needed is: {en}.",
            $"{command.Said}: {exampleNl}",
            $"{command.Said}: {exampleEn}"
        );
        return false;
    }

    public string Say(string nl, string en) => Language == "en" ? en : nl;

    public string Date(LocalDate day) => DateWords.InFull(day, Language);

    /// <summary>The date a value begins with, else today; and the rest.</summary>
    public (LocalDate Date, string After) DateOrToday(string value, bool future = false) =>
        DateReader.Leading(value, Today, future) is { } found ? found : (Today, value);

    /// <summary>Somebody of the organisation, by key, name, address or a clear part of the name.</summary>
    public Person? FindPerson(string said)
    {
        var name = Folding.Fold(said.Trim().TrimEnd('.'));
        if (name.Length == 0)
            return null;
        var people = Organisation.People.Where(p => !p.HasLeft).ToList();
        var exact = people.FirstOrDefault(p =>
            Folding.Fold(p.Key) == name || Folding.Fold(p.Email) == name || Folding.Fold(p.Name) == name
        );
        if (exact is not null)
            return exact;
        var byRole = Roles.All.Contains(name)
            ? Organisation.WithRole(name).FirstOrDefault(p => Routing.IsFit(p, Case))
            : null;
        if (byRole is not null)
            return byRole;
        if (ByOffice(name) is { } office)
            return office;
        var partly = people
            .Where(p => name.Length >= 3 && Folding.Fold(p.Name).Contains(name, StringComparison.Ordinal))
            .ToList();
        return partly.Count == 1 ? partly[0] : null;
    }

    /// <summary>By what people call the office: “manager” is the one of the location.</summary>
    private Person? ByOffice(string name)
    {
        var found = name switch
        {
            "manager" or "de manager" or "locatiemanager" or "leidinggevende" or "location manager" =>
                Organisation.Person(Organisation.Location(Case.Location)?.Manager),
            "behandelaar" or "ik" or "ikzelf" or "handler" or "me" => Organisation.Person(Case.Handler),
            "directie" or "directeur" => Organisation.WithRole(Roles.Director).FirstOrDefault(),
            "kwaliteit" or "kwaliteitsmedewerker" => Organisation.WithRole(Roles.Quality).FirstOrDefault(),
            "coordinator" or "klachtencoordinator" => Organisation.WithRole(Roles.Coordinator).FirstOrDefault(),
            _ => null,
        };
        return found is not null && Routing.IsFit(found, Case) ? found : null;
    }

    public static bool? YesNo(string text)
    {
        var first = Folding.Fold(text.TrimStart()).Split([' ', ',', '.', ';', ':', '\n', '!', '-'], 2)[0];
        return first switch
        {
            "ja" or "yes" or "j" or "y" or "akkoord" or "geaccepteerd" or "aanvaard" or "accepted" or "true" => true,
            "nee" or "no" or "n" or "niet" or "geweigerd" or "refused" or "afgewezen" or "rejected" or "false" => false,
            _ => null,
        };
    }

    /// <summary>What follows the first word.</summary>
    public static string AfterFirst(string text)
    {
        var at = text.TrimStart().IndexOfAny([' ', ',', '.', ';', ':', '\n', '-']);
        return at < 0 ? "" : text.TrimStart()[at..].TrimStart(' ', ',', '.', ';', ':', '\n', '-').Trim();
    }
}
