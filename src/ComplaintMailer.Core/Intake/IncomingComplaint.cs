using NodaTime;

namespace ComplaintMailer.Core.Intake;

/// <summary>A mail, or a form in a mail, as the intake reads it.</summary>
public sealed record IncomingComplaint
{
    public string Subject { get; init; } = "";

    /// <summary>The whole readable text: a signature tells a name.</summary>
    public string Text { get; init; } = "";

    /// <summary>Without quoted mail, signature and footers: what was said, and by the writer.</summary>
    public string OwnWords { get; init; } = "";

    /// <summary>Own words and signature: where the writer's name and number stand. Null: the whole text.</summary>
    public string? Contacts { get; init; }

    /// <summary>What somebody who wrote it down says the location is.</summary>
    public string? Place { get; init; }
    public string? SenderName { get; init; }
    public string? SenderAddress { get; init; }

    /// <summary>The day it was taken in; “gisteren” is counted from it.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Labels and values found in tables.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; init; } = [];
    public bool HasAttachments { get; init; }
}
