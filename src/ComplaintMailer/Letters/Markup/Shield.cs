using System.Buffers;
using System.Collections;
using System.Text;

namespace ComplaintMailer.Letters.Markup;

/// <summary>
/// Keeps what people wrote from being read as markup: a complaint that begins with “- ” is no list, one with “**” is not bold.
/// The few signs that mean something are replaced before a template runs and put back once its layout has been read.
/// </summary>
internal static class Shield
{
    /// <summary>Private-use characters; what stands there in a mail is no text in any script.</summary>
    private const int Base = 0xE000;
    private const int Last = Base + 0x7F;
    private const string Anywhere = "\n*[]|)`\\";
    private const string AtStart = "-#>!=~@%";

    private static readonly SearchValues<char> Suspect = SearchValues.Create([
        '\r',
        .. Anywhere,
        .. Enumerable.Range(Base, Last - Base + 1).Select(c => (char)c),
    ]);

    /// <summary>Every text in the values of a model, however deep. What is empty becomes nothing, so that <c>if</c> sees it.</summary>
    public static object? All(object? value) =>
        value switch
        {
            string text => string.IsNullOrWhiteSpace(text) ? null : Text(text),
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => All(p.Value)),
            IEnumerable list => list.Cast<object?>().Select(All).ToList() is { Count: > 0 } items ? items : null,
            _ => value,
        };

    public static string Text(string text)
    {
        if (!NeedsIt(text))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is >= (char)Base and <= (char)Last)
                safe.Append('\uFFFD');
            else if (Anywhere.Contains(c) || (safe.Length == 0 && AtStart.Contains(c)))
                safe.Append((char)(Base + c));
            else
                safe.Append(c);
        }
        return safe.ToString();
    }

    public static string Off(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange((char)Base, (char)Last))
            return text;
        return string.Create(
            text.Length,
            text,
            static (off, on) =>
            {
                for (var i = 0; i < off.Length; i++)
                    off[i] = IsShielded(on[i]) ? (char)(on[i] - Base) : on[i];
            }
        );
    }

    private static bool IsShielded(char c) => c is >= (char)Base and <= (char)Last;

    private static bool NeedsIt(string text) =>
        text.Length > 0 && (AtStart.Contains(text[0]) || text.AsSpan().ContainsAny(Suspect));
}
