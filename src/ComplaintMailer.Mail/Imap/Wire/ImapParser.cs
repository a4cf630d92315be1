namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>
/// Takes one answer apart: lines, with a literal between each and the next. Says null or false to what isn't there, and
/// <see cref="FormatException"/> to what can't be.
/// </summary>
internal sealed class ImapParser(IReadOnlyList<byte[]> lines, IReadOnlyList<byte[]> literals)
{
    private int line;
    private int at;

    public bool AtEnd => line == lines.Count - 1 && at >= lines[line].Length;

    /// <summary>What is left of the present line, as it stands.</summary>
    public byte[] Rest()
    {
        var rest = lines[line][at..];
        at = lines[line].Length;
        return rest;
    }

    public void SkipBlanks()
    {
        // One blank is the rule; more are seen.
        while (at < lines[line].Length && lines[line][at] == ' ')
            at++;
    }

    /// <summary>The next value; null at the end.</summary>
    public ImapValue? Value()
    {
        SkipBlanks();
        return AtEnd ? null : Value(0);
    }

    /// <summary>A bare word that ends at a blank or a bracket; empty when there is none.</summary>
    public string Word()
    {
        SkipBlanks();
        var from = at;
        while (at < lines[line].Length && lines[line][at] is not ((byte)' ' or (byte)']' or (byte)'('))
            at++;
        return System.Text.Encoding.UTF8.GetString(lines[line].AsSpan(from, at - from));
    }

    public bool Take(char c)
    {
        if (at >= lines[line].Length || lines[line][at] != c)
            return false;
        at++;
        return true;
    }

    private ImapValue Value(int depth)
    {
        if (depth > ImapLimits.DepthMax)
            throw new FormatException("lists nest too deep");
        if (at >= lines[line].Length)
            throw new FormatException("a value is missing");
        switch (lines[line][at])
        {
            case (byte)'(':
                return Parenthesised(depth);
            case (byte)'"':
                return Quoted();
            case (byte)'{':
            case (byte)'~' when at + 1 < lines[line].Length && lines[line][at + 1] == '{':
                return Literal();
            case (byte)')':
                throw new FormatException("a parenthesis closes that was not opened");
            default:
                return Bare();
        }
    }

    private ImapValue Parenthesised(int depth)
    {
        at++;
        var items = new List<ImapValue>();
        while (true)
        {
            SkipBlanks();
            if (Take(')'))
                return ImapValue.List(items);
            items.Add(Value(depth + 1));
        }
    }

    private ImapValue Quoted()
    {
        at++;
        var text = new List<byte>();
        var bytes = lines[line];
        while (at < bytes.Length && bytes[at] != '"')
        {
            if (bytes[at] == '\\' && at + 1 < bytes.Length)
                at++;
            text.Add(bytes[at++]);
        }
        if (!Take('"'))
            throw new FormatException("a quoted text does not end");
        return ImapValue.Text([.. text]);
    }

    private ImapValue Literal()
    {
        // The reader has cut the answer after each literal's announcement, which therefore ends its line.
        if (line >= literals.Count)
            throw new FormatException("a literal is missing");
        var text = literals[line];
        line++;
        at = 0;
        return ImapValue.Text(text);
    }

    private ImapValue Bare()
    {
        var bytes = lines[line];
        var from = at;
        var bracket = false;
        // BODY[HEADER.FIELDS (FROM TO)] is one word, blanks and all.
        while (at < bytes.Length && (bracket || bytes[at] is not ((byte)' ' or (byte)')' or (byte)'(')))
        {
            if (bytes[at] == '[')
                bracket = true;
            else if (bytes[at] == ']')
                bracket = false;
            at++;
        }
        if (from == at)
            throw new FormatException("a word is missing");
        var word = bytes.AsSpan(from, at - from);
        return System.Text.Ascii.EqualsIgnoreCase(word, "NIL"u8) ? ImapValue.Nil : ImapValue.Word(word);
    }
}
