namespace ComplaintMailer.Templates.Parsing;

internal enum TokenKind
{
    EndOfFile,
    Text,
    CodeEnter,
    CodeExit,
    NewLine,
    Semicolon,
    Word,
    Local,
    Number,
    String,
    StringBegin,
    StringOpen,
    StringClose,
    StringEnd,
    Sign,
}

/// <param name="Text">A sign or word as written; the text of a string; the indentation before a code block.</param>
/// <param name="Value">What a number is worth.</param>
/// <param name="Spaced">White space stands before it: <c>a [1]</c> is a call, <c>a[1]</c> an item.</param>
internal readonly record struct Token(TokenKind Kind, int At, string Text, object? Value = null, bool Spaced = false)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;

    public override string ToString() =>
        Kind switch
        {
            TokenKind.EndOfFile => "the end of the template",
            TokenKind.CodeExit => "`}}`",
            TokenKind.NewLine => "the end of the line",
            TokenKind.String => $"\"{Text}\"",
            TokenKind.Text => "text",
            _ => $"`{Text}`",
        };
}
