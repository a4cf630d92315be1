using System.Text;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>
/// The lines a mail program puts above a mail it quotes or passes on: “Van: … Verzonden: … Aan: … Onderwerp: …”, in the
/// languages of the neighbours, with the marks and breaks that programs add.
/// </summary>
internal sealed class QuotedHeader
{
    private const int MostLines = 40;

    private readonly Dictionary<HeaderLabel, string> values = [];

    /// <summary>The line behind the block.</summary>
    public int End { get; private set; }

    /// <summary>True when the block cannot but be a mail's: who, to whom and when, with an address or a time of day.</summary>
    public bool IsCertain { get; private set; }

    /// <summary>True when it has both: nobody types an address and a time of day above a letter of their own.</summary>
    public bool IsStrong { get; private set; }

    public string? Subject => values.GetValueOrDefault(HeaderLabel.Subject);

    public MailAddress? From =>
        values.TryGetValue(HeaderLabel.From, out var from)
            ? AddressList
                .Read(
                    from.Replace("[mailto:", "<", StringComparison.OrdinalIgnoreCase)
                        .Replace("<mailto:", "<", StringComparison.OrdinalIgnoreCase)
                        .Replace(']', '>')
                )
                .FirstOrDefault()
            : null;

    public DateTimeOffset? Sent => values.TryGetValue(HeaderLabel.Sent, out var sent) ? QuotedDate.Read(sent) : null;

    /// <summary>Reads the block that begins at this line; null when none does.</summary>
    public static QuotedHeader? Read(List<TextLine> lines, int start)
    {
        if (!TryLabel(lines[start].Words, out var first, out ReadOnlySpan<char> _) || first == HeaderLabel.Other)
            return null;
        if (first == HeaderLabel.From && InOneLine(lines[start].Words, start) is { } line)
            return line;
        var header = new QuotedHeader();
        var last = first;
        var fields = 0;
        var blanks = 0;
        var continued = 0;
        var at = start;
        for (; at < lines.Count && at - start < MostLines; at++)
        {
            var words = Bare(lines[at].Words);
            if (words.Length == 0)
            {
                // HTML of some programs has an empty line between the fields, but never two.
                if (++blanks > 1 || !(at + 1 < lines.Count && IsLabel(lines[at + 1].Words)))
                    break;
                continue;
            }
            if (TryLabel(words, out var field, out string value))
            {
                // The same field twice: the next block.
                if (field != HeaderLabel.Other && !header.values.TryAdd(field, value))
                    break;
                (last, continued) = (field, 0);
                blanks = 0;
                fields++;
                continue;
            }
            if (blanks > 0 || !IsContinued(lines[at].Words, words, header, last) || ++continued > 12)
                break;
            if (last != HeaderLabel.Other)
                header.values[last] = $"{header.values[last]} {words}".Trim();
        }
        header.End = at;
        header.Judge(fields);
        return header.values.ContainsKey(HeaderLabel.From) && fields >= 2 ? header : null;
    }

    /// <summary>“-------- Oorspronkelijk bericht --------Van: … Datum: …”, the announcement and the header in one.</summary>
    public static QuotedHeader? BehindDashes(string line, int at)
    {
        var dashes = line.LastIndexOf("---", StringComparison.Ordinal);
        var rest = dashes < 0 ? "" : line[(dashes + 3)..].TrimStart();
        return TryLabel(rest, out var first, out ReadOnlySpan<char> _) && first == HeaderLabel.From
            ? InOneLine(rest, at)
            : null;
    }

    /// <summary>“Van: … Verzonden: … Aan: … Onderwerp: …”, as some telephones run it together.</summary>
    private static QuotedHeader? InOneLine(string line, int at)
    {
        if (line.Length is < 40 or > 1000)
            return null;
        var header = new QuotedHeader();
        var field = HeaderLabel.Other;
        var value = new StringBuilder();
        foreach (var word in Bare(line).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim('*', '_');
            if (
                bare.EndsWith(':')
                && HeaderLabels.TryGet(bare.AsSpan(..^1), out var next)
                && !header.values.ContainsKey(next)
            )
            {
                if (field != HeaderLabel.Other)
                    header.values[field] = value.ToString().Trim();
                value.Clear();
                field = next;
                header.values.TryAdd(next, "");
            }
            else
                value.Append(' ').Append(word);
        }
        if (field != HeaderLabel.Other)
            header.values[field] = value.ToString().Trim();
        header.End = at + 1;
        header.Judge(header.values.Count);
        return header.IsStrong && header.values.ContainsKey(HeaderLabel.Sent) ? header : null;
    }

    private void Judge(int fields)
    {
        var from = values.GetValueOrDefault(HeaderLabel.From) ?? "";
        var to = values.GetValueOrDefault(HeaderLabel.To) ?? "";
        var sent = values.GetValueOrDefault(HeaderLabel.Sent) ?? "";
        var has = values.ContainsKey(HeaderLabel.Subject) || values.ContainsKey(HeaderLabel.To);
        var hasAddress = from.Contains('@', StringComparison.Ordinal) || to.Contains('@', StringComparison.Ordinal);
        var hasTime = QuotedDate.HasTime(sent);
        IsCertain = from.Length > 0 && has && fields >= 3 && (hasAddress || hasTime);
        IsStrong = IsCertain && hasAddress && hasTime;
    }

    /// <summary>A label may be bold (“*Van:*”), indented, or have a space before its colon.</summary>
    private static bool TryLabel(ReadOnlySpan<char> line, out HeaderLabel field, out string value)
    {
        value = "";
        if (!TryLabel(line, out field, out ReadOnlySpan<char> behind))
            return false;
        value = behind.Trim(" *\t").ToString();
        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> line) => TryLabel(line, out _, out ReadOnlySpan<char> _);

    private static bool TryLabel(ReadOnlySpan<char> line, out HeaderLabel field, out ReadOnlySpan<char> behind)
    {
        field = HeaderLabel.Other;
        behind = [];
        var words = Bare(line);
        var colon = words[..Math.Min(words.Length, 30)].IndexOf(':');
        if (colon <= 0 || !HeaderLabels.TryGet(words[..colon].Trim(" *_\t"), out field))
            return false;
        behind = words[(colon + 1)..];
        return true;
    }

    /// <summary>A value that goes on in the next line: lists of people do, and values that stand below their label.</summary>
    private static bool IsContinued(
        ReadOnlySpan<char> line,
        ReadOnlySpan<char> words,
        QuotedHeader header,
        HeaderLabel last
    )
    {
        if (last != HeaderLabel.Other && header.values[last].Length == 0)
            return words.Length < 200;
        return line.StartsWith(' ')
            || line.StartsWith('\t')
            || (last is HeaderLabel.To or HeaderLabel.Other or HeaderLabel.From && IsList(words));
    }

    private static bool IsList(ReadOnlySpan<char> words) =>
        words.Contains('@') && (words.EndsWith('>') || words.EndsWith(';') || words.EndsWith(','))
        || words.EndsWith(';');

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line) => line.TrimStart("> \t|*").TrimEnd();
}

/// <summary>Dates as they stand above quoted mails.</summary>
internal static class QuotedDate
{
    /// <summary>“10:12”, “10.12 uur”, “10u12”.</summary>
    public static bool HasTime(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
        {
            if (
                text[i] is ':' or '.' or 'u' or 'h'
                && char.IsAsciiDigit(text[i - 1])
                && char.IsAsciiDigit(text[i + 1])
                && char.IsAsciiDigit(text[i + 2])
                && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3]))
            )
                return true;
        }
        return false;
    }

    /// <summary>“maandag 4 januari 2027 10:12”, “04-01-2027 10:12”, “Monday, January 4, 2027 10:12 AM”.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (MailDates.Read(Numbered(text)) is { } date)
            return date;
        return MailDates.Read(text);
    }

    /// <summary>Dates in digits get the month's name, so that one reader reads them all.</summary>
    private static string Numbered(string text)
    {
        var made = new StringBuilder();
        foreach (var word in text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = word.Split(['-', '/', '.']);
            if (parts.Length == 3 && parts.All(p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit)))
            {
                var (day, year) = parts[0].Length == 4 ? (parts[2], parts[0]) : (parts[0], parts[2]);
                made.Append(day).Append(' ').Append(MonthName(parts[1])).Append(' ').Append(year).Append(' ');
            }
            else
                made.Append(word.TrimEnd('.')).Append(' ');
        }
        return made.ToString();
    }

    public static string MonthName(string number) =>
        number.TrimStart('0') switch
        {
            "1" => "jan",
            "2" => "feb",
            "3" => "mar",
            "4" => "apr",
            "5" => "may",
            "6" => "jun",
            "7" => "jul",
            "8" => "aug",
            "9" => "sep",
            "10" => "oct",
            "11" => "nov",
            "12" => "dec",
            _ => number,
        };
}
