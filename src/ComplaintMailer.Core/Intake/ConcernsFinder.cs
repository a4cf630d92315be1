using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>About whom a complaint is.</summary>
/// <param name="Whom"><c>staff</c>, <c>manager</c>, <c>director</c>, <c>board</c> or <c>policy</c>; null: not told.</param>
/// <param name="Person">Key of one of our people whose name stands in it.</param>
/// <param name="Named">The words that name who was involved.</param>
public sealed record Concerned(string? Whom, string? Person, string? Named);

public sealed class ConcernsFinder
{
    private static readonly Pattern[] Board =
    [
        .. Parse("raad_van_bestuur|raad_van_toezicht|bestuurder|bestuurders", "board"),
    ];
    private static readonly Pattern[] Staff =
    [
        .. Parse(
            "leidster|leidsters|leider|juf|juffen|meester|begeleider|begeleidster|begeleiders|medewerker|medewerkster|medewerkers|medewerksters|vrijwilliger|vrijwilligers|vrijwilligster|stagiair|stagiaire|invaller|invalster|invalkracht|hulpverlener|jongerenwerker|gastouder|consulent|coach|receptioniste|balie",
            "pedagogisch medewerker|medewerkster|professional",
            "teacher|carer|employee|worker|volunteer|trainee|staff|childminder|receptionist"
        ),
    ];
    private static readonly Pattern[] Policy =
    [
        .. Parse(
            "beleid|regeling|tariefsverhoging|prijsverhoging|openingstijden|sluiting",
            "policy|price_increase|opening_hours|closure"
        ),
    ];

    private static readonly Pattern[] Blame =
    [
        .. Parse(
            "belt|belde|reageert|reageerde|antwoordt|luistert|luisterde|mailt ..3 niet|nooit",
            "wimpelde|wimpelt|afgewimpeld|afgescheept|weigert|weigerde|negeert|negeerde|snauwde|snauwt|liegt|loog|schreeuwde|schreeuwt",
            "afgesnauwd|uitgescholden|afgeblaft|afgekat|afgekapt|uitgelachen|weggestuurd|buitengesloten|bedreigd|gekleineerd|vernederd|gekwetst|gediscrimineerd|geintimideerd|gescholden|geschreeuwd|gelogen|genegeerd|geweigerd|beledigd|misleid|opgehangen|tegengewerkt|gepest|geslagen|schold|dreigde|beledigde|kleineerde|vernederde",
            "never ..2 calls|called|replies|replied|answers|answered|listens|listened",
            "ignored|ignores|refused|refuses|lied|shouted|dismissed"
        ),
    ];

    private static readonly PatternSet AnyStaff = new(Staff);
    private static readonly PatternSet AnyPolicy = new(Policy);
    private static readonly PatternSet AnyBlame = new(Blame);

    private readonly PersonName[] people;

    /// <summary>Numbers of the people whose name, or part of it, can begin with a word.</summary>
    private readonly PerWord<int[]> peopleOf;

    public ConcernsFinder(Organisation organisation)
    {
        people = [.. organisation.People.Select(p => new PersonName(p)).Where(p => p.IsUsable)];
        peopleOf = new(w => [.. people.Index().Where(p => p.Item.MayBegin(w)).Select(p => p.Index)]);
    }

    public Concerned Find(string subject, string text, SignalReading signals)
    {
        Sentence[] sentences = [.. Sentences.Of(subject), .. Sentences.Of(text)];
        var person = Person(sentences, signals);
        string? whom = null;
        if (signals.Has("about-director"))
            whom =
                Sentence(signals, "about-director") is { } director
                && Sentences.Of(director).Any(s => Board.Any(p => p.Find(s.Words) is not null))
                    ? "board"
                    : "director";
        else if (signals.Has("about-manager"))
            whom = "manager";
        var named = Array.Find(sentences, s => AnyStaff.IsIn(s.Words));
        whom ??= person is not null && named is null ? RoleOf(person) : null;
        whom ??= named is not null ? "staff" : null;
        whom ??= Array.Exists(sentences, s => AnyPolicy.IsIn(s.Words)) ? "policy" : null;
        return new(whom, person?.Key, person?.Name ?? Phrase(named));
    }

    /// <summary>The first of our people of whom a sentence complains.</summary>
    private Person? Person(Sentence[] sentences, SignalReading signals)
    {
        var first = people.Length;
        HashSet<string>? complaining = null;
        for (var i = 0; i < sentences.Length; i++)
        {
            var before = i > 0 ? sentences[i - 1] : null;
            var named = first;
            var words = sentences[i].Words;
            for (var at = 0; at < words.Length; at++)
                foreach (var number in peopleOf[words[at].Known])
                    if (number < named && people[number].IsAt(sentences[i], at, before))
                        named = number;
            // Named in passing is not complained about: nobody is kept out of a case for that.
            if (named < first && IsGrievance(sentences[i], complaining ??= Complaining(signals)))
                first = named;
        }
        return first < people.Length ? people[first].Person : null;
    }

    private static bool IsGrievance(Sentence sentence, HashSet<string> complaining) =>
        complaining.Contains(sentence.Text) || AnyBlame.IsIn(sentence.Words);

    /// <summary>The sentences that say so by their words.</summary>
    private static HashSet<string> Complaining(SignalReading signals) =>
        [
            .. signals
                .Hints.Where(h => h.Code == Hints.Complains)
                .Concat(signals.Signals)
                .Where(h => h.Weight != Weights.Look)
                .Select(h => h.Sentence),
        ];

    private static string? Sentence(SignalReading signals, string code) =>
        signals.Signals.FirstOrDefault(s => s.Code == code)?.Sentence;

    private static string RoleOf(Person person) =>
        person.Roles.Contains(Roles.Board) ? "board"
        : person.Roles.Contains(Roles.Director) ? "director"
        : person.Roles.Contains(Roles.Handler) ? "manager"
        : "staff";

    private static string? Phrase(Sentence? sentence)
    {
        if (sentence is null)
            return null;
        foreach (var pattern in Staff)
            if (pattern.Find(sentence.Words) is { } at)
                return sentence.Words[at[0]].Text;
        return null;
    }

    private static IEnumerable<Pattern> Parse(params string[] patterns) =>
        patterns.Select(p => Pattern.Parse(p, _ => null));
}
