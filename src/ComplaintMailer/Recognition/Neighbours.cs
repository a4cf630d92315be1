using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Intake;
using ComplaintMailer.Core.Signals;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Recognition;

/// <summary>
/// The other organisations that complaints come in for here. A mail to the one that plainly speaks of another is shown so to who
/// handles it: her name and her address, which anybody may know, and nothing of what she has.
/// </summary>
internal sealed class Neighbours
{
    /// <summary>“Jess” is a girl as well, and “xtra” a word: names so short count as they are written.</summary>
    private const int Short = 5;

    private static readonly HashSet<string> Forms = ["stichting", "kinderopvang", "vereniging"];

    /// <summary>The external committee of the organisations bears the name of one of them.</summary>
    private static readonly HashSet<string> Besides = ["commissie", "klachtencommissie", "committee"];

    private readonly List<Name> own;
    private readonly List<Name> others;
    private readonly List<(OrganisationSettings Organisation, LocationMatcher Places)> places;

    /// <summary>All places of all others: nearly every mail names none of them.</summary>
    private readonly LocationMatcher anyPlace;

    private readonly HashSet<string> firstWords = new(StringComparer.Ordinal);

    /// <summary>By the letter, of ASCII, that the first word of a name begins with: the lengths of such words.</summary>
    private readonly ulong[] beginnings = new ulong[128];

    public Neighbours(OrganisationSettings ours, IEnumerable<OrganisationSettings> all)
    {
        own = [.. NamesOf(ours)];
        var rest = all.Where(o => o.Key != ours.Key).ToList();
        // A name that is ours too says nothing.
        others = [.. rest.SelectMany(NamesOf).Where(n => !own.Any(o => Has(o.Words, n) || Has(n.Words, o)))];
        places = [.. rest.Select(o => (o, new LocationMatcher(o.ToOrganisation().Locations)))];
        anyPlace = new(rest.SelectMany(o => o.ToOrganisation().Locations));
        foreach (var name in own.Concat(others).Where(n => n.Words.Count > 0))
            NoteBeginning(name.Words[0]);
    }

    private void NoteBeginning(string word)
    {
        firstWords.Add(Folding.Fold(word));
        var first = char.ToLowerInvariant(word[0]);
        foreach (var letter in first < 128 ? [first] : Enumerable.Range(0, 128).Select(c => (char)c))
            beginnings[letter] |= 1UL << Math.Min(word.Length, 63);
    }

    /// <returns>The hint for whoever handles it; null: nothing points elsewhere.</returns>
    public string? Hint(IntakeReading read, string subject, string text)
    {
        if (others.Count == 0 || read.Location is not { Certain: null, Proposed: null })
            return null;
        List<OrganisationSettings> named = [];
        if (MayName(subject) || MayName(text))
        {
            var written = Words($"{subject}\n{text}");
            if (own.Any(n => Has(written, n)))
                return null;
            named = [.. others.Where(n => Has(written, n)).Select(n => n.Organisation).Distinct()];
        }
        if (named.Count == 0 && !anyPlace.Find(null, subject, text).IsNone)
            named =
            [
                .. places
                    .Where(p => p.Places.Find(null, subject, text).Certain is not null)
                    .Select(p => p.Organisation),
            ];
        // More than one: a story about many, or a place as there are many.
        return named is [var one] ? $"{Hints.OtherOrganisation} {one.Name}, {one.Address}" : null;
    }

    /// <summary>Whether the first word of any name is in it. Nearly all words are told apart by their letter and their length.</summary>
    private bool MayName(string text)
    {
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && from < 0)
                from = i;
            if (isLetter || from < 0)
                continue;
            var first = char.ToLowerInvariant(text[from]);
            var mayBe = first >= 128 || (beginnings[first] & (1UL << Math.Min(i - from, 63))) != 0;
            if (mayBe && firstWords.Contains(Folding.Fold(text.AsSpan(from, i - from))))
                return true;
            from = -1;
        }
        return false;
    }

    private sealed record Name(OrganisationSettings Organisation, IReadOnlyList<string> Words);

    /// <summary>“MEE ZHN (incl. Buddy Netwerk)” is called MEE ZHN, “Stichting JESS” is called JESS; and there is where it has its mail.</summary>
    private static IEnumerable<Name> NamesOf(OrganisationSettings o)
    {
        var name = Words(o.Name.Split('(')[0]);
        yield return new(o, name);
        var bare = name.Where(w => !Forms.Contains(Folding.Fold(w))).ToList();
        if (bare.Count > 0 && bare.Count < name.Count)
            yield return new(o, bare);
        var domain = o.Address[(o.Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        if (domain.Length > 0)
            yield return new(o, Words(domain));
    }

    private static bool Has(IReadOnlyList<string> written, Name name)
    {
        if (name.Words.Count == 0)
            return false;
        for (var at = 0; at + name.Words.Count <= written.Count; at++)
        {
            var fits = true;
            for (var i = 0; fits && i < name.Words.Count; i++)
                fits = Fits(written[at + i], name.Words[i], name.Words.Count == 1);
            if (fits && (at == 0 || !Besides.Contains(Folding.Fold(written[at - 1]))))
                return true;
        }
        return false;
    }

    private static bool Fits(string written, string name, bool isAll) =>
        isAll && name.Length < Short
            ? written == name
            : written.Length == name.Length && Folding.Fold(written) == Folding.Fold(name);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var from = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isLetter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isLetter && from < 0)
                from = i;
            if (isLetter || from < 0)
                continue;
            words.Add(text[from..i]);
            from = -1;
        }
        return words;
    }
}
