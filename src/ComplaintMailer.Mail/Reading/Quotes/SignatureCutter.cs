using System.Runtime.InteropServices;

namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>
/// Takes the signature and what follows it off a person's own words. Between closing and end of mail people write on (“PS de
/// leidster heet Anja”): paragraphs that read like sentences stay.
/// </summary>
internal static class SignatureCutter
{
    private const int DelimitedMax = 15;
    private const int FootersMax = 20;

    private static readonly HashSet<string> Personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "ik",
        "mij",
        "mijn",
        "me",
        "mn",
        "u",
        "uw",
        "je",
        "jij",
        "jullie",
        "hij",
        "zij",
        "i",
        "my",
        "you",
        "your",
        "he",
        "she",
        "ich",
        "sie",
        "vous",
    };

    /// <summary>Labels that no signature has.</summary>
    private static readonly HashSet<string> AboutChild = new(StringComparer.OrdinalIgnoreCase)
    {
        "kind",
        "dochter",
        "zoon",
        "geboortedatum",
        "groep",
        "klacht",
        "child",
        "daughter",
        "son",
        "complaint",
    };

    /// <summary>The lines that are the person's own words, and what was taken off.</summary>
    public static (List<TextLine> Own, List<TextLine> Signature) Cut(List<TextLine> lines)
    {
        var own = new List<TextLine>(lines.Count);
        var signature = new List<TextLine>();
        var start = Start(lines, out var isDelimited);
        for (var i = 0; i < start; i++)
        {
            if (Closings.IsDevice(lines[i].Words))
                signature.Add(lines[i]);
            else
                own.Add(lines[i]);
        }
        if (isDelimited && lines.Count - start <= DelimitedMax)
        {
            for (var i = start; i < lines.Count; i++)
                signature.Add(lines[i]);
        }
        else
        {
            var isFirst = true;
            var isPostscript = false;
            var hasContact = false;
            foreach (var paragraph in Paragraphs(lines, start))
            {
                isPostscript |= IsPostscript(paragraph);
                // Below a telephone number nobody writes on but the organisation, and then of itself.
                if (hasContact && !isPostscript && !IsPersonal(paragraph))
                    signature.AddRange(paragraph);
                else
                    Sort(paragraph, isFirst, isPostscript, own, signature);
                hasContact |= paragraph.Exists(l => IsContact(l.Words) || HasNumber(l.Words));
                isFirst = false;
            }
        }
        CutFooters(own, signature);
        // Somebody who wrote nothing but a greeting wrote that.
        if (!own.Exists(l => !l.IsBlank) && signature.Exists(l => Closings.IsGreeting(l.Words)))
            return ([.. lines.Where(l => !Closings.IsDevice(l.Words))], []);
        return (own, signature);
    }

    private static int Start(List<TextLine> lines, out bool isDelimited)
    {
        isDelimited = false;
        var hasWords = false;
        var lastUnmarked = lines.Count - 1;
        while (lastUnmarked >= 0 && (lines[lastUnmarked].IsBlank || lines[lastUnmarked].Mark == LineMark.Signature))
            lastUnmarked--;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsBlank)
                continue;
            if (line.Mark == LineMark.SignatureBegins)
            {
                isDelimited = true;
                return i;
            }
            if (line.Mark == LineMark.Signature && i > lastUnmarked)
                return i;
            if (line.Words is "--" or "—" or "__" || IsShortRule(line.Words))
            {
                if (hasWords && lines.Count - i <= DelimitedMax && IsSigned(lines, i + 1))
                    return i;
            }
            // A closing at the very top is how some begin: “Groet uit Zeist! Ik heb een klacht …”
            else if (hasWords && Closings.IsGreeting(line.Words))
                return i;
            hasWords = true;
        }
        return lines.Count;
    }

    /// <summary>People draw lines between their points as well: names and numbers make a signature, a list does not.</summary>
    private static bool IsSigned(List<TextLine> lines, int start)
    {
        var last = lines.Count - 1;
        while (last >= start && lines[last].IsBlank)
            last--;
        bool hasContact = false,
            isNames = true;
        for (var i = start; i <= last; i++)
        {
            var words = lines[i].Words.AsSpan().Trim(" \t*_");
            if (words.IsEmpty)
                continue;
            if (IsListItem(words) || (i < last && (IsShortRule(lines[i].Words) || words is "--")))
                return false;
            hasContact |= words.Contains('@') || IsContact(lines[i].Words) || HasNumber(lines[i].Words);
            isNames &= IsNames(words);
        }
        return hasContact || isNames;
    }

    /// <summary>“Sanne van der Berg”, “Locatie De Bij”: no word but those of names is in small letters.</summary>
    private static bool IsNames(ReadOnlySpan<char> words)
    {
        while (!words.IsEmpty)
        {
            var end = words.IndexOf(' ');
            var word = end < 0 ? words : words[..end];
            words = end < 0 ? [] : words[(end + 1)..];
            if (
                !word.IsEmpty
                && char.IsLower(word[0])
                && word
                    is not ("van" or "de" or "den" or "der" or "het" or "ten" or "ter" or "te" or "en" or "el" or "al")
            )
                return false;
        }
        return true;
    }

    /// <summary>“1. …”, “2) …”, “- …”, “• …”.</summary>
    private static bool IsListItem(ReadOnlySpan<char> words)
    {
        if (words[0] is '•' or '-' or '–')
            return words.Length > 2 && words[1] == ' ';
        var digits = words.Length - words.TrimStart("0123456789").Length;
        return digits is 1 or 2 && words.Length > digits + 1 && words[digits] is '.' or ')' && words[digits + 1] == ' ';
    }

    private static bool IsShortRule(string words) =>
        words.Length is >= 3 and < 80 && !words.AsSpan().ContainsAnyExcept("_-=*");

    private static void Sort(
        List<TextLine> paragraph,
        bool isFirst,
        bool isPostscript,
        List<TextLine> own,
        List<TextLine> signature
    )
    {
        var lines = paragraph;
        if (IsFooter(CollectionsMarshal.AsSpan(paragraph)))
        {
            signature.AddRange(paragraph);
            return;
        }
        if (isFirst)
        {
            // The greeting, and below it the name.
            signature.Add(paragraph[0]);
            lines = paragraph[1..];
        }
        var isFacts = !isFirst && IsFacts(lines);
        if (isPostscript || isFacts || lines.Exists(l => IsSentence(l.Words)))
        {
            if (own.Count > 0 && !own[^1].IsBlank)
                own.Add(new(""));
            var from = isPostscript || isFacts ? 0 : lines.FindIndex(l => IsSentence(l.Words));
            // Names and functions above the first sentence are still the signature.
            signature.AddRange(lines[..from]);
            foreach (var line in lines[from..])
                (Closings.IsDevice(line.Words) ? signature : own).Add(line);
        }
        else
            signature.AddRange(lines);
    }

    /// <summary>Below a name some still list their points, or say which child it is about.</summary>
    private static bool IsFacts(List<TextLine> paragraph)
    {
        var items = 0;
        foreach (var line in paragraph)
        {
            var words = line.Words.AsSpan().Trim(" \t*_");
            if (words.Length > 2 && IsListItem(words) && !words.Contains('@') && !HasNumber(line.Words))
                items++;
            var colon = words[..Math.Min(words.Length, 40)].IndexOf(':');
            if (colon > 0 && words[..colon].ToString().Split(' ').Any(AboutChild.Contains))
                return true;
        }
        return items >= 2;
    }

    /// <summary>Seven words with a full stop, or a question: more than a name, a function or an address.</summary>
    private static bool IsSentence(string line)
    {
        var words = line.Trim();
        if (words.Length < 12 || IsContact(words) || Closings.IsDevice(words) || Closings.IsGreeting(words))
            return false;
        var count = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return count >= 12
            || (count >= 4 && words[^1] is '?' or '!')
            || (count >= 6 && words[^1] is '.' or ',' or ':' or '…');
    }

    /// <summary>Says I or you, or asks something.</summary>
    private static bool IsPersonal(List<TextLine> paragraph)
    {
        foreach (var line in paragraph)
        {
            if (line.Words.Contains('?', StringComparison.Ordinal))
                return true;
            foreach (
                var word in line.Words.Split([' ', ',', '.', '!', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            )
            {
                if (word.Length <= 6 && Personal.Contains(word))
                    return true;
            }
        }
        return false;
    }

    /// <summary>A telephone number: eight digits and more, and little else.</summary>
    private static bool HasNumber(string words) =>
        words.Length < 60 && words.Count(char.IsAsciiDigit) >= 8 && words.Count(char.IsLetter) < 20;

    private static bool IsContact(string words) =>
        words.Contains('|', StringComparison.Ordinal)
        || words.Contains("http", StringComparison.OrdinalIgnoreCase) && words.Length < 160
        || words.Contains("www.", StringComparison.OrdinalIgnoreCase) && words.Length < 160
        || words.Contains("kvk", StringComparison.OrdinalIgnoreCase) && words.Any(char.IsAsciiDigit)
        || words.StartsWith("tel", StringComparison.OrdinalIgnoreCase) && words.Any(char.IsAsciiDigit)
        || words.StartsWith("werkdagen", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("aanwezig", StringComparison.OrdinalIgnoreCase)
        || words.StartsWith("bereikbaar", StringComparison.OrdinalIgnoreCase);

    private static bool IsPostscript(List<TextLine> paragraph)
    {
        var words = paragraph[0].Words.TrimStart(' ', '*', '_');
        return words.StartsWith("ps", StringComparison.OrdinalIgnoreCase)
                && words.Length > 3
                && !char.IsLetterOrDigit(words[2])
            || words.StartsWith("p.s", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("n.b.", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("nb:", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("nb ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Paragraphs at the end that nobody wrote for this mail.</summary>
    private static void CutFooters(List<TextLine> own, List<TextLine> signature)
    {
        for (var footers = 0; own.Count > 0 && footers < FootersMax; footers++)
        {
            var end = own.Count;
            while (end > 0 && own[end - 1].IsBlank)
                end--;
            var start = end;
            while (start > 0 && !own[start - 1].IsBlank)
                start--;
            if (start == end)
                break;
            if (!IsFooter(CollectionsMarshal.AsSpan(own)[start..end], orRule: true))
                break;
            signature.InsertRange(0, own[start..end]);
            own.RemoveRange(start, own.Count - start);
        }
    }

    private static bool IsFooter(ReadOnlySpan<TextLine> paragraph, bool orRule = false)
    {
        using var joined = new JoinedLines(paragraph, stackalloc char[JoinedLines.OnStack]);
        return Footers.IsLegal(joined.Text)
            || Footers.IsList(joined.Text)
            || (orRule && Separators.IsRule(joined.Text));
    }

    private static IEnumerable<List<TextLine>> Paragraphs(List<TextLine> lines, int start)
    {
        var paragraph = new List<TextLine>();
        for (var i = start; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank)
            {
                paragraph.Add(lines[i]);
                continue;
            }
            if (paragraph.Count > 0)
                yield return paragraph;
            paragraph = [];
        }
        if (paragraph.Count > 0)
            yield return paragraph;
    }
}
