namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>Lines that say in words that a mail follows: “-----Oorspronkelijk bericht-----”, “Begin doorgestuurd bericht:”.</summary>
internal static class Separators
{
    private static readonly Phrases Replies = new(
        "oorspronkelijk bericht",
        "oorspronkelijke bericht",
        "origineel bericht",
        "orgineel bericht",
        "originele bericht",
        "oorspronkelijk e-mailbericht",
        "vorig bericht",
        "original message",
        "original-nachricht",
        "ursprüngliche nachricht",
        "originalnachricht",
        "message d'origine",
        "message d’origine",
        "message original",
        "mensaje original"
    );

    private static readonly Phrases Forwards = new(
        "doorgestuurd bericht",
        "doorgestuurde bericht",
        "doorgezonden bericht",
        "forwarded message",
        "forwarded by",
        "weitergeleitete nachricht",
        "message transféré",
        "message réexpédié"
    );

    private static readonly Phrases Begins = new(
        "begin doorgestuurd bericht",
        "begin van doorgestuurd bericht",
        "begin forwarded message",
        "anfang der weitergeleiteten nachricht",
        "début du message transféré",
        "début du message réexpédié"
    );

    private static readonly Phrases Above = new(
        "boven deze regel",
        "boven deze lijn",
        "above this line",
        "oberhalb dieser zeile",
        "au-dessus de cette ligne"
    );

    public static bool IsReply(string line) => Dashed(line, Replies) || IsAbove(line) || IsOf(line);

    /// <summary>“Oorspronkelijk bericht van jan@example.org:”, without a dash.</summary>
    private static bool IsOf(string line)
    {
        var bare = Bare(line);
        return bare.Length < 120 && bare.EndsWith(':') && bare.Contains('@') && Replies.Begin(bare);
    }

    public static bool IsForward(string line)
    {
        if (Dashed(line, Forwards))
            return true;
        var bare = Bare(line);
        return bare.Length < 60 && bare.EndsWith(':') && Begins.Begin(bare);
    }

    /// <summary>A line of nothing but underscores or dashes, as Outlook draws above what it quotes.</summary>
    public static bool IsRule(ReadOnlySpan<char> line)
    {
        var bare = Bare(line);
        return bare.Length >= 10 && (!bare.ContainsAnyExcept('_') || !bare.ContainsAnyExcept('-', ' '));
    }

    /// <summary>“##- Typ uw antwoord boven deze regel -##”</summary>
    private static bool IsAbove(string line)
    {
        var bare = Bare(line);
        return bare.Length < 120 && bare.Length > 0 && !char.IsLetterOrDigit(bare[0]) && Above.In(bare);
    }

    private static bool Dashed(string line, Phrases phrases)
    {
        var bare = Bare(line);
        if (!(bare.StartsWith("--") || bare.StartsWith("__")))
            return false;
        var words = bare.Trim("-_ *");
        return phrases.FirstAtStart(words) is { } phrase
            && (bare.Length <= 120 || words[phrase.Length..].TrimStart().StartsWith("---"));
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line) => line.TrimStart("> \t|").TrimEnd();
}
