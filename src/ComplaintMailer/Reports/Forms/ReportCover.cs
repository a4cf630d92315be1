namespace ComplaintMailer.Reports.Forms;

/// <summary>What stands above a report in the mail that brings it: why it comes, what is asked, buttons.</summary>
internal sealed record ReportCover
{
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Things to do or to look at.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Links that open a filled-in answer.</summary>
    public IReadOnlyList<(string Label, string Href)> Buttons { get; init; } = [];

    /// <summary>It comes because it was due, and asks nothing: then the report itself comes first.</summary>
    public bool IsEmpty => Paragraphs.Count == 0 && Points.Count == 0 && Buttons.Count == 0;
}
