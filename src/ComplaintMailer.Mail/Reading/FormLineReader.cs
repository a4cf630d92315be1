using System.Text;

namespace ComplaintMailer.Mail.Reading;

/// <summary>“Label: value” lines and tables. A value runs on until the next label.</summary>
internal static class FormLineReader
{
    private const int Most = 200;
    private const int LabelMax = 80;

    public static IReadOnlyList<KeyValuePair<string, string>> Read(ReadableText text)
    {
        // Tables say exactly what is a label and what its value; lines only seem to.
        if (text.Fields.Count > 1)
            return [.. text.Fields.Take(Most)];
        var found = new List<KeyValuePair<string, string>>();
        var label = "";
        var value = new StringBuilder();
        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            if (found.Count < Most && TryLabel(text.Lines, i, out var next, out var first))
            {
                Close(found, label, value);
                label = next;
                value.Append(first);
                continue;
            }
            if (label.Length > 0)
                value.Append('\n').Append(line.Words.Trim());
        }
        Close(found, label, value);
        return found;
    }

    private static void Close(List<KeyValuePair<string, string>> found, string label, StringBuilder value)
    {
        if (label.Length > 0)
            found.Add(new(label, value.ToString().Trim()));
        value.Clear();
    }

    private static bool TryLabel(List<TextLine> lines, int i, out string label, out string value)
    {
        label = value = "";
        var line = lines[i];
        if (line.IsQuoted || line.IsBlank)
            return false;
        var words = line.Words.Trim();
        // A bold line with something below it that is not bold.
        if (line.Mark == LineMark.Heading && !words.Contains(':', StringComparison.Ordinal))
        {
            var next = i + 1;
            while (next < lines.Count && lines[next].IsBlank)
                next++;
            if (next >= lines.Count || lines[next].Mark == LineMark.Heading || words.Length > LabelMax)
                return false;
            label = Bare(words);
            return label.Length > 0;
        }
        var colon = words.AsSpan(0, Math.Min(words.Length, LabelMax + 1)).IndexOf(':');
        if (colon <= 0)
            return false;
        var before = words[..colon];
        if (!IsLabel(before) || (colon + 1 < words.Length && words[colon + 1] is '/' or '\\' or ')' or '('))
            return false;
        label = Bare(before);
        value = words[(colon + 1)..].Trim(' ', '\t', '*');
        return label.Length > 0;
    }

    private static bool IsLabel(string words)
    {
        if (!words.Any(char.IsLetter) || words.Contains("http", StringComparison.OrdinalIgnoreCase))
            return false;
        // “… om 10:12”: a time, not a label.
        if (char.IsAsciiDigit(words[^1]) && words.Length < 3)
            return false;
        var count = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        return count <= 10
            && !words.Contains(". ", StringComparison.Ordinal)
            && !words.Contains(", ", StringComparison.Ordinal);
    }

    private static string Bare(string label) => label.Trim(' ', '\t', '*', '_', '-', '•', ':', '?', '#');
}
