using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters;

/// <summary>A letter ready to be put in a mail.</summary>
public sealed record WrittenLetter
{
    /// <summary>With the number of the case in front: <c>[WIJ-2026-0042] …</c>.</summary>
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>Null only for the built-in letter.</summary>
    public string? Html
    {
        get => field ??= Page?.ToString();
        init;
    }

    /// <summary>The HTML as it was rendered, in borrowed memory: who has no more use for the letter may give it back.</summary>
    public RenderedText? Page { get; init; }

    /// <summary>The language it was written in: what was asked for, or the nearest there is.</summary>
    public required string Language { get; init; }

    /// <summary>What the HTML shows by <c>cid:</c>: the logo.</summary>
    public IReadOnlyList<OutgoingPart> Related { get; init; } = [];

    /// <summary>The term as a calendar file, for people who want that.</summary>
    public IReadOnlyList<OutgoingPart> Attachments { get; init; } = [];

    /// <summary>The built-in letter took the place of a template that would not work.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>What its buttons do, likeliest first.</summary>
    public IReadOnlyList<LetterStep> Steps { get; init; } = [];

    /// <summary>What is wrong with a template, for the administrator. The letter can be sent all the same.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}

/// <param name="Say">The command, filled in as far as is known.</param>
/// <param name="Href">Opens a mail that says it.</param>
public sealed record LetterStep(string Label, string Say, string Href);
