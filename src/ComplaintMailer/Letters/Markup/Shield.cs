using System.Buffers;
using System.Collections;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Markup;

/// <summary>
/// Keeps what people wrote from being read as markup: a complaint that begins with “- ” is no list, one with “**” is not bold.
/// The few signs that mean something are replaced before a template runs and put back once its layout has been read.
/// </summary>
internal static class Shield
{
    /// <summary>What ends a line of a value.</summary>
    public const char LineEnd = (char)(Base + '\n');

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

    /// <summary>
    /// A model as a template sees it: every text in it shielded, however deep, when it is asked for. What is empty is nothing,
    /// so that <c>if</c> sees it.
    /// </summary>
    public static IMembers Of(MemberView model) => new ShieldedView(model);

    private static object? Shaded(object? value) =>
        value switch
        {
            string text => string.IsNullOrWhiteSpace(text) ? null : Text(text),
            MemberView view => new ShieldedView(view),
            IReadOnlyDictionary<string, object?> map => new Shielded(map),
            IEnumerable list => List(list),
            _ => value,
        };

    private static List<object?>? List(IEnumerable list)
    {
        List<object?>? items = null;
        foreach (var item in list)
            (items ??= []).Add(Shaded(item));
        return items;
    }

    private sealed class Shielded(IReadOnlyDictionary<string, object?> map) : IMembers
    {
        public IEnumerable<string> Names => map.Keys;

        public bool TryGet(string name, out object? value)
        {
            var found = map.TryGetValue(name, out var plain);
            value = Shaded(plain);
            return found;
        }
    }

    /// <summary>Each value is made and shielded when it is first asked for: most letters ask for little of what there is.</summary>
    private sealed class ShieldedView(MemberView view) : IMembers
    {
        private static readonly object Unasked = new();
        private readonly object?[] values = Unasks(view.Names.Count);

        public IEnumerable<string> Names => view.Names;

        public bool TryGet(string name, out object? value)
        {
            var index = view.IndexOf(name);
            value = index < 0 ? null : values[index];
            if (value == Unasked)
                value = values[index] = Shaded(view.At(index));
            return index >= 0;
        }

        private static object?[] Unasks(int count)
        {
            var unasked = new object?[count];
            Array.Fill(unasked, Unasked);
            return unasked;
        }
    }

    public static string Text(string text)
    {
        if (!NeedsIt(text))
            return text;
        var plain = text.ReplaceLineEndings("\n");
        return string.Create(
            plain.Length,
            plain,
            static (safe, plain) =>
            {
                plain.CopyTo(safe);
                if (safe.Length > 0 && AtStart.Contains(safe[0]))
                    safe[0] = (char)(Base + safe[0]);
                for (var at = 0; plain.AsSpan(at).IndexOfAny(Suspect) is >= 0 and var next; at++)
                {
                    at += next;
                    safe[at] = IsShielded(plain[at]) ? '\uFFFD' : (char)(Base + plain[at]);
                }
            }
        );
    }

    public static string Off(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange((char)Base, (char)Last))
            return text.ToString();
        return string.Create(
            text.Length,
            text,
            static (off, on) =>
            {
                on.CopyTo(off);
                for (var at = 0; off[at..].IndexOfAnyInRange((char)Base, (char)Last) is >= 0 and var next; at++)
                {
                    at += next;
                    off[at] = (char)(off[at] - Base);
                }
            }
        );
    }

    private static bool IsShielded(char c) => c is >= (char)Base and <= (char)Last;

    private static bool NeedsIt(string text) =>
        text.Length > 0 && (AtStart.Contains(text[0]) || text.AsSpan().ContainsAny(Suspect));
}
