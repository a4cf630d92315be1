using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>
/// The name of one of our people as others write it: “Joke de Vries” is also “mevrouw de Vries” and “J. de Vries”, and “P. Noord” is
/// “meneer Noord” but not any “Noord”.
/// </summary>
internal sealed class PersonName
{
    private static readonly HashSet<string> Particles =
    [
        "de",
        "den",
        "der",
        "van",
        "von",
        "ten",
        "ter",
        "te",
        "la",
        "le",
        "el",
        "al",
        "het",
        "di",
        "da",
        "dos",
        "op",
        "in",
        "t",
    ];

    /// <summary>What stands before a surname alone.</summary>
    private static readonly HashSet<string> Titles =
    [
        "mevrouw",
        "meneer",
        "mijnheer",
        "dhr",
        "mw",
        "mevr",
        "heer",
        "mr",
        "mrs",
        "ms",
        "manager",
        "locatiemanager",
        "leidinggevende",
        "teamleider",
        "directeur",
        "coordinator",
        "begeleider",
        "begeleidster",
        "leidster",
        "medewerker",
        "medewerkster",
    ];

    private readonly List<string> whole;
    private readonly List<string> surname;
    private readonly string initial;

    public PersonName(Person person)
    {
        Person = person;
        var words = Sentences.WordsOf(person.Name.Replace(".", ". ", StringComparison.Ordinal));
        initial = words.Count > 0 ? words[0][..1] : "";
        whole = [.. words.Where(w => w.Length > 1)];
        var hasFirstName = whole.Count > 1 && words[0].Length > 1 && !Particles.Contains(words[0]);
        surname = hasFirstName ? [.. whole.Skip(1)] : whole;
    }

    public Person Person { get; }

    public bool IsUsable => surname.Count > 0 && surname[^1].Length >= 3;

    /// <summary>Whether the name, or the surname alone, can begin with this word.</summary>
    public bool MayBegin(KnownWord word) => word.Text == surname[0] || word.Text == whole[0];

    /// <param name="before">The sentence before it: an initial with its full stop may have been taken for the end of one.</param>
    public bool IsAt(Sentence sentence, int at, Sentence? before)
    {
        var words = sentence.Words;
        if (whole.Count > 1 && IsAt(words, at, whole))
            return true;
        if (!IsAt(words, at, surname))
            return false;
        var ahead =
            at > 0 ? words[at - 1].Text
            : before is { Words.Length: > 0 } ? before.Words[^1].Text
            : "";
        return ahead == initial || (at > 0 && Titles.Contains(ahead));
    }

    private static bool IsAt(ReadOnlySpan<Word> words, int at, List<string> names)
    {
        if (at + names.Count > words.Length)
            return false;
        for (var j = 0; j < names.Count; j++)
        {
            if (words[at + j].Text != names[j])
                return false;
        }
        return true;
    }
}
