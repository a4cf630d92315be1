namespace ComplaintMailer.Database;

/// <summary>Something only the operator can mend; the message says what is wrong, where, and what to do. No stack trace helps.</summary>
internal sealed class OperatorException : Exception
{
    public OperatorException() { }

    public OperatorException(string message)
        : base(message) { }

    public OperatorException(string message, Exception? inner)
        : base(message, inner) { }

    /// <summary>2: wrong usage or configuration; 1: the thing itself failed.</summary>
    public int ExitCode { get; init; } = 1;
}
