using ComplaintMailer.Core.Figures;
using NodaTime;

namespace ComplaintMailer.Reports.Store;

/// <summary>A report as it was made, and what a person wrote with it.</summary>
/// <param name="Id">0 while it has not been kept.</param>
/// <param name="State"><c>draft</c> (waits for a person), <c>issued</c>, or <c>open</c> (over a period that still runs; not kept).</param>
internal sealed record MadeReport(
    long Id,
    string Organisation,
    FiguresReport Figures,
    string State,
    Instant MadeAt,
    IReadOnlyDictionary<string, string> Written
)
{
    public const string Draft = "draft";
    public const string Issued = "issued";
    public const string Open = "open";

    public int Revision => Figures.Revision;
    public bool IsDraft => State == Draft;
}
