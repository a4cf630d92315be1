using System.Buffers;

namespace ComplaintMailer.Mail.Reading.Html;

/// <summary>The ways in which a style keeps words from being seen.</summary>
[Flags]
internal enum Unseen
{
    None = 0,
    Display = 1,
    Opacity = 2,

    /// <summary>Word's own: “not in Outlook”.</summary>
    Office = 4,

    /// <summary>No height or width. Hides what is cut off, and only that.</summary>
    Flat = 8,
    CutOff = 16,

    /// <summary>Passed on to all within, until one of them says otherwise.</summary>
    Size = 32,
    Visibility = 64,
    Inherited = Size | Visibility,
}

/// <summary>What one list of declarations (“display:none; font-size:0”) hides, and what it says is to be seen after all.</summary>
internal readonly record struct StyleDeclarations(Unseen Hidden, Unseen Shown)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    public static StyleDeclarations Read(ReadOnlySpan<char> declarations)
    {
        var hidden = Unseen.None;
        var shown = Unseen.None;
        foreach (var range in declarations.Split(';'))
        {
            var declaration = declarations[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
                continue;
            var (way, hides) = Judge(declaration[..colon].Trim(), declaration[(colon + 1)..].Trim());
            // Of two that speak of the same thing the last counts.
            hidden = hides ? hidden | way : hidden & ~way;
            shown = hides ? shown & ~way : shown | way;
        }
        return new(hidden, shown);
    }

    /// <summary>A sheet's rules in any order: whatever one of them shows is not taken away by another.</summary>
    public StyleDeclarations And(StyleDeclarations other) => new(Hidden | other.Hidden, Shown | other.Shown);

    private static (Unseen Way, bool Hides) Judge(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (Is(name, "display"))
            return (Unseen.Display, Starts(value, "none"));
        if (Is(name, "visibility"))
            return (Unseen.Visibility, Starts(value, "hidden"));
        if (Is(name, "opacity"))
            return (Unseen.Opacity, IsNothing(value));
        if (Is(name, "mso-hide"))
            return (Unseen.Office, Starts(value, "all"));
        if (Is(name, "font-size"))
            return (Unseen.Size, IsNothing(value) || IsSpeck(value));
        if (Is(name, "font"))
            return (Unseen.Size, Starts(value, "0/") || Starts(value, "0 ") || Starts(value, "0px"));
        if (Is(name, "max-height") || Is(name, "height") || Is(name, "width"))
            return IsNothing(value) ? (Unseen.Flat, true) : (Unseen.None, false);
        if (Is(name, "overflow"))
            return (Unseen.CutOff, Starts(value, "hidden"));
        return (Unseen.None, false);
    }

    private static bool Is(ReadOnlySpan<char> name, string wanted) =>
        name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(ReadOnlySpan<char> value, string wanted) =>
        value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>“0”, “0px”, “0.0pt”, but not “0.9em”.</summary>
    private static bool IsNothing(ReadOnlySpan<char> value)
    {
        var end = NumberEnd(value);
        return end > 0 && !value[..end].ContainsAnyExcept('0', '.');
    }

    /// <summary>Letters of one pixel are meant for machines.</summary>
    private static bool IsSpeck(ReadOnlySpan<char> value)
    {
        var end = NumberEnd(value);
        return value[..end] is "1" && (Starts(value[end..], "px") || Starts(value[end..], "pt"));
    }

    private static int NumberEnd(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept(Digits);
        return end < 0 ? value.Length : end;
    }
}
