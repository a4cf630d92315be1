using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// The text within rich text: the page it was made of (MS-OXRTFEX) where it was made of one, else what a reader sees.
/// </summary>
internal static class RichText
{
    private const int Deepest = 500;

    public static string Read(ReadOnlySpan<byte> rtf)
    {
        var isHtml = rtf[..Math.Min(rtf.Length, 1024)].IndexOf("\\fromhtml"u8) >= 0;
        var text = new StringBuilder(rtf.Length / 2);
        var narrow = new List<byte>();
        var codePage = "cp1252";
        var groups = new Stack<Group>();
        var group = new Group(IsHidden: false, IsTag: false, IsRtfOnly: false, Skip: 1);
        var skip = 0;
        var at = 0;
        while (at < rtf.Length)
        {
            var b = rtf[at++];
            switch (b)
            {
                case (byte)'{':
                    Flush(narrow, text, codePage);
                    if (groups.Count >= Deepest)
                        return text.ToString();
                    groups.Push(group);
                    break;
                case (byte)'}':
                    Flush(narrow, text, codePage);
                    if (groups.TryPop(out var outer))
                        group = outer;
                    break;
                case (byte)'\\' when at < rtf.Length:
                    var word = RtfWord.Read(rtf, ref at);
                    if (word.Name == "'")
                    {
                        if (skip > 0)
                            skip--;
                        else if (group.IsShown(isHtml))
                            narrow.Add((byte)word.Number);
                        break;
                    }
                    Flush(narrow, text, codePage);
                    if (word.Name == "ansicpg")
                        codePage = $"cp{word.Number}";
                    else if (word.Name == "u" && group.IsShown(isHtml))
                    {
                        text.Append((char)(ushort)word.Number);
                        skip = group.Skip;
                    }
                    else
                        group = Apply(word, group, isHtml, text);
                    break;
                case (byte)'\r' or (byte)'\n' or 0:
                    break;
                default:
                    if (skip > 0)
                        skip--;
                    else if (group.IsShown(isHtml))
                        narrow.Add(b);
                    break;
            }
        }
        Flush(narrow, text, codePage);
        return text.ToString();
    }

    private static Group Apply(RtfWord word, Group group, bool isHtml, StringBuilder text)
    {
        switch (word.Name)
        {
            case "htmltag":
                return group with { IsHidden = false, IsTag = true };
            case "htmlrtf":
                return group with { IsRtfOnly = word.Number != 0 };
            case "uc":
                return group with { Skip = Math.Clamp(word.Number, 0, 10) };
            case "*"
            or "fonttbl"
            or "colortbl"
            or "stylesheet"
            or "info"
            or "pict"
            or "object"
            or "header"
            or "footer"
            or "mhtmltag":
                return group with { IsHidden = true };
        }
        if (!group.IsShown(isHtml))
            return group;
        var character = word.Name switch
        {
            "par" or "line" or "row" => "\n",
            "tab" or "cell" => "\t",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "endash" => "–",
            "emdash" => "—",
            "~" => "\u00A0",
            "_" => "-",
            "{" or "}" or "\\" => word.Name,
            _ => "",
        };
        text.Append(character);
        return group;
    }

    private static void Flush(List<byte> narrow, StringBuilder text, string codePage)
    {
        if (narrow.Count == 0)
            return;
        text.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(narrow), codePage));
        narrow.Clear();
    }

    private readonly record struct Group(bool IsHidden, bool IsTag, bool IsRtfOnly, int Skip)
    {
        /// <summary>In a page made to rich text, what only rich text needs is marked as such.</summary>
        public bool IsShown(bool isHtml) => !IsHidden && !(isHtml && IsRtfOnly && !IsTag);
    }
}

/// <summary>A control word or symbol, with its number where it has one.</summary>
internal readonly record struct RtfWord(string Name, int Number)
{
    private const int Longest = 32;

    public static RtfWord Read(ReadOnlySpan<byte> rtf, ref int at)
    {
        var first = rtf[at];
        if (first == (byte)'\'')
        {
            at++;
            var value = 0;
            for (var i = 0; i < 2 && at < rtf.Length && Hex.Value(rtf[at]) is >= 0 and var digit; i++, at++)
                value = (value << 4) | digit;
            return new RtfWord("'", value);
        }
        if (!char.IsAsciiLetter((char)first))
        {
            at++;
            return new RtfWord(first is (byte)'\r' or (byte)'\n' ? "par" : ((char)first).ToString(), 1);
        }
        var start = at;
        while (at < rtf.Length && at - start < Longest && char.IsAsciiLetter((char)rtf[at]))
            at++;
        var name = Encoding.ASCII.GetString(rtf[start..at]);
        var negative = at < rtf.Length && rtf[at] == (byte)'-';
        if (negative)
            at++;
        var number = 0;
        var digits = 0;
        while (at < rtf.Length && digits < 9 && char.IsAsciiDigit((char)rtf[at]))
        {
            number = (number * 10) + (rtf[at++] - '0');
            digits++;
        }
        if (at < rtf.Length && rtf[at] == (byte)' ')
            at++;
        return new RtfWord(
            name,
            digits == 0 ? 1
                : negative ? -number
                : number
        );
    }
}
