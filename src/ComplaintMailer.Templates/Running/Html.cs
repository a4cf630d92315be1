using System.Text;

namespace ComplaintMailer.Templates.Running;

/// <summary>Text made safe to stand in HTML, between tags and in quoted attributes.</summary>
internal static class Html
{
    public static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"'");

    public static string Of(Context context, object? value) =>
        value is SafeText safe ? safe.Text : Escape(context.Text(value));

    public static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAny(Special);
        if (first < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            if (Special.Contains(text[i]))
                escaped.Append(Name(text[i]));
            else
                escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    /// <summary>What stands for a sign that would mean something.</summary>
    public static string Name(char special) =>
        special switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            _ => "&#39;",
        };
}
