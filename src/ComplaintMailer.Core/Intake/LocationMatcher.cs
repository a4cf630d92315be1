using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>
/// Finds a location by its name, an alias or its key, misspelled perhaps. A full name is certain; a misspelled one, a part
/// of one, or a name that is a common word as well (“het centrum”) is a proposal; two different names are for a person to
/// choose from.
/// </summary>
public sealed class LocationMatcher
{
    // Words that say what kind of place it is, not which one. Beside a name they prove that a place is meant.
    private static readonly HashSet<string> KindsOfPlace =
    [
        "locatie",
        "vestiging",
        "wijkcentrum",
        "buurtcentrum",
        "buurthuis",
        "wijkgebouw",
        "jongerencentrum",
        "bso",
        "kdv",
        "ikc",
        "psz",
        "kinderdagverblijf",
        "kindercentrum",
        "kinderopvang",
        "kinderopvanglocatie",
        "peuteropvang",
        "peuterspeelzaal",
        "opvang",
        "buitenschoolse",
        "voorschool",
        "dagopvang",
        "school",
        "team",
        "groep",
        "wijkteam",
        "location",
        "nursery",
        "daycare",
        "community",
        "youth",
        "centre",
        "center",
        "club",
    ];

    // Names that are ordinary words too.
    private static readonly HashSet<string> Common =
    [
        "centrum",
        "noord",
        "zuid",
        "oost",
        "west",
        "midden",
        "park",
        "plein",
        "hof",
        "dorp",
        "stad",
        "kantoor",
        "hoofdkantoor",
        "huis",
        "thuis",
        "haven",
        "brug",
        "toren",
        "tuin",
        "speeltuin",
        "school",
        "kerk",
        "molen",
        "zon",
        "ster",
        "boom",
        "bos",
        "north",
        "south",
        "east",
        "central",
        "office",
    ];
    private static readonly HashSet<string> Articles = ["de", "het", "een", "t", "the", "in", "op", "bij", "van"];

    private readonly List<Name> names = [];

    // By the letter that a name or its telling part begins with: hardly ever the wrong one, see below.
    private readonly Dictionary<char, List<(Name Name, bool IsWhole)>> byLetter = [];
    private readonly PerWord<(Name Name, bool IsWhole)[]> beginning;

    private sealed record Name(string Key, IReadOnlyList<string> Words, IReadOnlyList<string> Core)
    {
        public bool IsCommon => Core.All(w => Common.Contains(w) || KindsOfPlace.Contains(w));
    }

    private sealed record Found(string Key, bool IsCertain, int Weight, string Words);

    /// <summary>Most texts name no place.</summary>
    private static readonly List<Found> Nothing = [];

    public LocationMatcher(IEnumerable<Location> locations)
    {
        foreach (var location in locations)
        foreach (var name in location.Aliases.Append(location.Name).Append(location.Key))
        {
            var words = Sentences.WordsOf(name);
            var core = words.Where(w => !KindsOfPlace.Contains(w) && !Articles.Contains(w)).ToList();
            if (words.Count > 0 && !names.Any(n => n.Key == location.Key && n.Words.SequenceEqual(words)))
                names.Add(new(location.Key, words, core.Count == 0 ? words : core));
        }
        beginning = new(Beginning);
        foreach (var name in names)
        {
            Put(name, name.Words, isWhole: true);
            if (!ReferenceEquals(name.Words, name.Core))
                Put(name, name.Core, isWhole: false);
        }
    }

    private void Put(Name name, IReadOnlyList<string> words, bool isWhole)
    {
        if (!byLetter.TryGetValue(Letter(words[0]), out var same))
            byLetter[Letter(words[0])] = same = [];
        same.Add((name, isWhole));
    }

    /// <summary>The names whose first word this may be.</summary>
    private (Name Name, bool IsWhole)[] Beginning(KnownWord word) =>
        byLetter.TryGetValue(Letter(word.Text), out var same)
            ? [.. same.Where(n => Errors(word.Text, (n.IsWhole ? n.Name.Words : n.Name.Core)[0]) is not null)]
            : [];

    private static char Letter(string word) => word.Length == 0 ? '\0' : word[0];

    /// <param name="field">What a form says the location is; it counts before all else.</param>
    public LocationMatch Find(string? field, string subject, string text)
    {
        if (!string.IsNullOrWhiteSpace(field) && InField(field) is { IsNone: false } told)
            return told;
        var inSubject = Choose(In(subject));
        if (inSubject.Certain is not null)
            return inSubject;
        var inText = Choose(In(text));
        if (inText.Certain is not null || inSubject.IsNone)
            return inText;
        return inSubject;
    }

    /// <summary>A field holds a name and nothing else, so it may be misspelled further.</summary>
    private LocationMatch InField(string field)
    {
        var inWords = Choose(In(field, isName: true));
        if (inWords.Certain is not null)
            return inWords;
        var whole = string.Join(
            "",
            Sentences.WordsOf(field).Where(w => !KindsOfPlace.Contains(w) && !Articles.Contains(w))
        );
        if (whole.Length < 4)
            return inWords;
        var near = names
            .Select(n => (n.Key, Distance: EditDistance.Between(whole, string.Join("", n.Core), 3)))
            .Where(n => n.Distance <= Math.Max(1, whole.Length / 4))
            .OrderBy(n => n.Distance)
            .ToList();
        return near.Count == 0 ? inWords : new(null, near[0].Key, field.Trim());
    }

    private static LocationMatch Choose(List<Found> found)
    {
        if (found.Count == 0)
            return LocationMatch.None;
        var certain = found.Where(f => f.IsCertain).ToList();
        var places = certain.Select(f => f.Key).Distinct(StringComparer.Ordinal).ToList();
        if (places.Count == 1)
            return new(places[0], null, certain[0].Words);
        // Two names beyond doubt: the one told of most, for a person to choose.
        var likeliest = (places.Count > 1 ? certain : found)
            .GroupBy(f => f.Key, StringComparer.Ordinal)
            .MaxBy(g => g.Sum(f => f.Weight))!;
        return new(null, likeliest.Key, likeliest.First().Words);
    }

    private List<Found> In(string text, bool isName = false)
    {
        List<Found>? found = null;
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.Words;
            for (var at = 0; at < words.Length; at++)
                // Next to no word begins a name.
                if (beginning[words[at].Known] is { Length: > 0 } likely)
                    at += Math.Max(1, At(text, words, at, likely, isName, found ??= [])) - 1;
        }
        return found ?? Nothing;
    }

    /// <summary>Finds the names that fit best at a word: the longest, spelled right before misspelled.</summary>
    /// <returns>How many words they take.</returns>
    private static int At(
        string text,
        ReadOnlySpan<Word> words,
        int at,
        (Name Name, bool IsWhole)[] likely,
        bool isName,
        List<Found> found
    )
    {
        var best = new List<(Name Name, int Length, int Errors)>();
        foreach (var (name, isWhole) in likely)
        {
            var wanted = isWhole ? name.Words : name.Core;
            if (Errors(words, at, wanted) is not { } errors)
                continue;
            if (errors > 0 && name.IsCommon && !BesideKind(words, at))
                continue;
            best.Add((name, wanted.Count, errors));
        }
        if (best.Count == 0)
            return 1;
        var longest = best.Max(b => b.Length);
        best.RemoveAll(b => b.Length < longest);
        var fewest = best.Min(b => b.Errors);
        best.RemoveAll(b => b.Errors > fewest);
        var isMeant = isName || fewest == 0 && best.Any(b => !b.Name.IsCommon || b.Length > 1);
        var certain = fewest == 0 && (isMeant || BesideKind(words, at) || IsWritten(text, words, at));
        var keys = best.Select(b => b.Name.Key).Distinct(StringComparer.Ordinal).ToList();
        var said = text[words[at].Start..words[at + longest - 1].End];
        foreach (var key in keys)
            found.Add(new(key, certain && keys.Count == 1, fewest == 0 ? 3 : 1, said));
        return longest;
    }

    private static bool BesideKind(ReadOnlySpan<Word> words, int at) =>
        (at > 0 && KindsOfPlace.Contains(words[at - 1].Text))
        || (at > 1 && Articles.Contains(words[at - 1].Text) && KindsOfPlace.Contains(words[at - 2].Text))
        || (at + 1 < words.Length && words[at + 1].Text is "locatie" or "location");

    /// <summary>Written as a name: with a capital, not because a sentence begins.</summary>
    private static bool IsWritten(string text, ReadOnlySpan<Word> words, int at) =>
        at > 0 && char.IsUpper(text[words[at].Start]) && !IsAllWritten(text, words);

    private static bool IsAllWritten(string text, ReadOnlySpan<Word> words)
    {
        foreach (ref readonly var word in words)
            if (!char.IsUpper(text[word.Start]))
                return false;
        return true;
    }

    /// <summary>Letters wrong in total; null: it is something else.</summary>
    private static int? Errors(ReadOnlySpan<Word> words, int at, IReadOnlyList<string> wanted)
    {
        if (at + wanted.Count > words.Length)
            return null;
        var errors = 0;
        for (var i = 0; i < wanted.Count; i++)
        {
            if (Errors(words[at + i].Text, wanted[i]) is not { } more)
                return null;
            errors += more;
        }
        return errors;
    }

    private static int? Errors(string said, string name)
    {
        if (said == name)
            return 0;
        var most = name.Length switch
        {
            < 5 => 0,
            < 8 => 1,
            _ => 2,
        };
        // The first letter is seldom wrong, and a wrong one makes another word: “west”, “best”.
        return Letter(said) == Letter(name) && EditDistance.Between(said, name, most) is var errors && errors <= most
            ? errors
            : null;
    }
}
