namespace ComplaintMailer.Templates;

/// <summary>What is wrong with a template, and where: file, line and column, both counted from one.</summary>
public sealed class TemplateException : Exception
{
    public TemplateException()
        : this("", 1, 1, "") { }

    public TemplateException(string message)
        : this("", 1, 1, message) { }

    public TemplateException(string message, Exception innerException)
        : base(message, innerException) => (File, Reason, Line, Column) = ("", message, 1, 1);

    public TemplateException(string file, int line, int column, string reason)
        : base($"{file}:{line}:{column}: {reason}") => (File, Line, Column, Reason) = (file, line, column, reason);

    public string File { get; }
    public int Line { get; }
    public int Column { get; }

    /// <summary>The message without its place.</summary>
    public string Reason { get; }
}
