namespace ComplaintMailer.Core.Commands;

/// <param name="Key">See <see cref="CommandWords"/>.</param>
/// <param name="Said">The keyword as it was written.</param>
public sealed record GivenCommand(string Key, string Said, string Value);

/// <summary>What a reply asks for.</summary>
public sealed record ReadCommands
{
    public IReadOnlyList<GivenCommand> Commands { get; init; } = [];

    /// <summary>Not a command: the whole text is a note.</summary>
    public bool IsNote => Commands.Count == 0 && Unknown.Count == 0;

    /// <summary>Looks like a command but is none: as written, and the word that was probably meant.</summary>
    public IReadOnlyList<(string Said, string Meant)> Unknown { get; init; } = [];

    /// <summary>A note in which a later line looks like a command.</summary>
    public string? HiddenCommand { get; init; }
}

/// <summary>
/// Reads commands from a reply: <c>keyword: value</c> at the start of a line, in Dutch or English; a value runs to the next keyword. A reply whose
/// first line is no command is a note (a greeting before it does not count).
/// </summary>
public static class CommandReader
{
    /// <summary>Commands that say enough without a value, so that one may leave out the colon.</summary>
    private static readonly HashSet<string> Alone =
    [
        "approve",
        "help",
        "status",
        "resume",
        "withdrawn",
        "release",
        "reopen",
        "stop",
        "late",
        "authorised",
        "rescue",
    ];

    private static readonly string[] Greetings =
    [
        "hoi",
        "hallo",
        "dag",
        "beste",
        "geachte",
        "goedemorgen",
        "goedemiddag",
        "goedenavond",
        "hi",
        "hello",
        "dear",
        "good morning",
        "good afternoon",
        "l.s.",
        "ls",
    ];

    private const int KeywordMost = 40;

    public static ReadCommands Read(string text)
    {
        var commands = new List<GivenCommand>();
        var unknown = new List<(string, string)>();
        (string Key, string Said)? open = null;
        var value = new List<string>();
        string? hidden = null;
        var isNote = false;
        var block = false;
        var lines = text.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var raw = lines[i];
            var line = raw.Trim();
            if (block)
            {
                value.Add(raw.TrimEnd());
                continue;
            }
            var found = Match(
                line,
                canStandAlone: open is null
                    || value.All(v => v.Length == 0)
                    || (i == lines.Length - 1 && IsApproval(line))
            );
            if (isNote)
            {
                hidden ??= found is { Value: not null } f ? f.Said : null;
                continue;
            }
            if (found is { } command)
            {
                Close();
                open = (command.Key, command.Said);
                if (command.Value is { Length: > 0 } begin)
                    value.Add(begin);
                // Registering takes a block of fields, whose names are commands elsewhere.
                block = command.Key == "register";
                continue;
            }
            if (NearMiss(line) is { } miss)
            {
                Close();
                unknown.Add(miss);
                open = ("", "");
                continue;
            }
            if (open is not null)
            {
                value.Add(line);
                continue;
            }
            if (line.Length > 0 && !IsGreeting(line))
                isNote = true;
        }
        Close();
        return new()
        {
            Commands = commands,
            Unknown = unknown,
            HiddenCommand = isNote ? hidden : null,
        };

        void Close()
        {
            if (open is { Key.Length: > 0 } o)
                commands.Add(new(o.Key, o.Said, string.Join('\n', value).Trim()));
            open = null;
            value.Clear();
        }
    }

    /// <summary>Below a text, as its last line, it is meant as a command; in a letter to a parent it would puzzle.</summary>
    private static bool IsApproval(string line) => CommandWords.Find(line) is { Key: "approve" };

    private static (string Key, string Said, string? Value)? Match(string line, bool canStandAlone)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, KeywordMost + 1)).IndexOf(':');
        if (colon > 0 && CommandWords.Find(line[..colon]) is { } word)
            return (word.Key, line[..colon].Trim(), line[(colon + 1)..].Trim().Trim('*', '_').Trim());
        if (
            canStandAlone
            && line.Length <= KeywordMost
            && CommandWords.Find(line) is { } alone
            && Alone.Contains(alone.Key)
        )
            return (alone.Key, line.Trim('.', '!', ' '), null);
        return canStandAlone ? Told(line) : null;
    }

    /// <summary>“Gebeld”, “Contact gehad op 18 november”: what people thumb on a telephone between two meetings.</summary>
    private static (string Key, string Said, string? Value)? Told(string line)
    {
        foreach (var head in new[] { "contact gehad", "gebeld", "called" })
        {
            if (
                line.Length <= 300
                && line.StartsWith(head, StringComparison.OrdinalIgnoreCase)
                && (line.Length == head.Length || !char.IsLetterOrDigit(line[head.Length]))
            )
                return (
                    "contact",
                    line[..head.Length],
                    head == "contact gehad" ? line[head.Length..].TrimStart(' ', ',', '.', '!') : line
                );
        }
        return null;
    }

    /// <summary>One or two letters off a keyword: a slip, and too dear to be taken for a note or for part of a value.</summary>
    private static (string Said, string Meant)? NearMiss(string line)
    {
        var colon = line.AsSpan(0, Math.Min(line.Length, KeywordMost + 1)).IndexOf(':');
        if (colon < 4 || line[..colon].Count(c => c == ' ') > 2)
            return null;
        return CommandWords.NearlyFind(line[..colon]) is { } meant ? (line[..colon].Trim(), meant) : null;
    }

    private static bool IsGreeting(string line) =>
        line.Length <= 60
        && Greetings.Any(g =>
            line.StartsWith(g, StringComparison.OrdinalIgnoreCase)
            && (line.Length == g.Length || !char.IsLetter(line[g.Length]))
        );
}
