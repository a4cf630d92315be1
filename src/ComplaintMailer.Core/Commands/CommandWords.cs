using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Commands;

/// <summary>The words by which people command, in Dutch and English. The first of each language is the one that letters show.</summary>
public static class CommandWords
{
    public static IReadOnlyList<CommandWord> All { get; } =
    [
        new("register", ["registreer", "registreren"], ["register"]),
        new("handler", ["behandelaar", "toewijzen", "wijs toe aan"], ["handler", "assign"]),
        new("location", ["locatie"], ["location"]),
        new("nature", ["aard"], ["nature"]),
        new("concerns", ["betreft", "gaat over"], ["concerns"]),
        new("contact", ["contact", "contact gehad", "gebeld"], ["contact", "called"]),
        new("hearing", ["hoor", "gehoord", "hoorzitting"], ["hearing", "heard"]),
        new("talk", ["gesprek"], ["talk"]),
        new("invite", ["uitnodigen", "uitnodiging"], ["invite"]),
        new("ask-reaction", ["vraag reactie", "reactie vragen"], ["ask reaction"]),
        new("note", ["notitie"], ["note"]),
        new("to-complainant", ["aan klager"], ["to complainant"]),
        new("progress", ["voortgang"], ["progress"]),
        new("appointment", ["afspraak"], ["appointment"]),
        new("escalate", ["opschalen", "opschaling"], ["escalate"]),
        new("quality", ["kwaliteit"], ["quality"]),
        new("hr", ["mwo", "hr", "p&o", "personeelszaken"], ["hr"]),
        new("liability", ["aansprakelijk", "aansprakelijkheid"], ["liability"]),
        new("extend", ["verlengen", "verlenging"], ["extend"]),
        new("delay", ["vertraging", "uitstel melden"], ["delay"]),
        new("test", ["toets", "getoetst"], ["test"]),
        new("verdict", ["oordeel"], ["verdict"]),
        new("reasons", ["motivering", "reden oordeel"], ["reasons"]),
        new("wish", ["antwoord op wens", "gewenste oplossing"], ["answer to wish", "desired solution"]),
        new("measure", ["maatregel"], ["measure"]),
        new("approve", ["akkoord", "goedgekeurd"], ["approve", "approved"]),
        new("lesson", ["les", "geleerd"], ["lesson"]),
        new("relation", ["relatie", "vertrouwen"], ["relation", "trust"]),
        new("objection", ["bezwaar"], ["objection"]),
        new("external", ["extern"], ["external"]),
        new(
            "external-ruling",
            ["extern-uitspraak", "extern uitspraak", "externe uitspraak"],
            ["external-ruling", "external ruling"]
        ),
        new("withdrawn", ["ingetrokken", "intrekking"], ["withdrawn"]),
        new("stop", ["stoppen", "stop"], ["stop"]),
        new("suspend", ["opschorten", "opschorting"], ["suspend"]),
        new("resume", ["hervatten"], ["resume"]),
        new("out-of-scope", ["buiten-bereik", "buiten bereik"], ["out-of-scope", "out of scope"]),
        new("reporting-code", ["meldcode"], ["reporting-code", "reporting code"]),
        new("reporting-duty", ["meldplicht"], ["reporting-duty", "reporting duty"]),
        new("release", ["vrijgeven"], ["release"]),
        new("dissatisfaction", ["onvrede", "tip"], ["dissatisfaction"]),
        new("question", ["vraag"], ["question"]),
        new("authorised", ["gemachtigd", "machtiging"], ["authorised", "authorized"]),
        new("confirm", ["bevestig"], ["confirm"]),
        new("reject", ["verwerp"], ["reject"]),
        new("late", ["te laat"], ["late"]),
        new("explanation", ["toelichting"], ["explanation"]),
        new("refer", ["voorleggen"], ["refer"]),
        new("chair-ruling", ["antwoord voorzitter", "uitspraak voorzitter"], ["chair ruling", "ruling of the chair"]),
        new("measure-done", ["maatregel klaar"], ["measure done"]),
        new("posted", ["gepost", "op andere wijze bezorgd"], ["posted"]),
        new("keep-until", ["bewaren tot", "bewaren t/m"], ["keep until"]),
        new("reopen", ["heropen", "heropenen"], ["reopen"]),
        new("merge", ["samenvoegen"], ["merge"]),
        new("split", ["splitsen", "splits"], ["split"]),
        new("help", ["hulp", "help"], ["help"]),
        new("status", ["status", "stand van zaken"], ["status"]),
        new("away", ["afwezig tot", "afwezig t/m", "afwezig"], ["away until", "away"]),
        new("published", ["gepubliceerd", "besproken"], ["published", "discussed"]),
        new("rescue", ["redden"], ["rescue"]),
    ];

    private static readonly Dictionary<string, CommandWord> Known = All.SelectMany(w =>
            w.Nl.Concat(w.En).Append(w.Key).Distinct().Select(said => (said, w))
        )
        .DistinctBy(p => p.said)
        .ToDictionary(p => Folding.Fold(p.said), p => p.w);

    public static CommandWord? Find(string said) => Known.GetValueOrDefault(Clean(said));

    public static CommandWord Of(string key) => All.First(w => w.Key == key);

    /// <summary>The known word that was probably meant; null: nothing is near enough.</summary>
    public static string? NearlyFind(string said)
    {
        var word = Clean(said);
        if (word.Length < 4)
            return null;
        var near = Nearest.Of(word, Known.Keys);
        return
            near is not null
            && Nearest.Distance(word.ToUpperInvariant(), near.ToUpperInvariant()) is 1 or 2
            && word.Length >= 5
            ? near
            : null;
    }

    private static string Clean(string said) =>
        string.Join(
            ' ',
            Folding
                .Fold(said.Trim().Trim('*', '_', '-', '•', '.', '!', '“', '”', '"'))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}

/// <param name="Key">What the code calls it.</param>
public sealed record CommandWord(string Key, IReadOnlyList<string> Nl, IReadOnlyList<string> En)
{
    public string In(string language) => language == "en" ? En[0] : Nl[0];
}
