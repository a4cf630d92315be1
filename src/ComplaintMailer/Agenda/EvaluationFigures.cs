using System.Globalization;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Facts;

namespace ComplaintMailer.Agenda;

/// <summary>What the years under a regulation were like, for whoever evaluates it: bare counts of the whole organisation, which name nobody.</summary>
internal sealed class EvaluationFigures
{
    private readonly Period over;
    private readonly List<CaseFacts> complaints;
    private readonly FigureTable terms;
    private readonly long gaps;

    public EvaluationFigures(Session session, Office office, Period over)
    {
        this.over = over;
        var organisation = office.Organisation.Key;
        complaints =
        [
            .. FactReader
                .Of(session.Connection, session.Transaction, organisation, over)
                .Where(f => f.IsCountedComplaint),
        ];
        terms = TermFigures.Table(complaints, over);
        // Of files that were destroyed meanwhile it is no longer known.
        gaps = session.Scalar<long>(
            """
            SELECT COUNT(*) FROM event JOIN complaint ON number = case_number
            WHERE organisation = @organisation AND event.kind = 'Referred' AND at >= @from
            """,
            ("organisation", organisation),
            ("from", Codes.Instant(office.Around.At(over.From, 0)))
        );
    }

    public List<object?> Lines(string language)
    {
        var nl = language == "nl";
        var lines = new List<object?>();
        void Line(string dutch, string english, string value) =>
            lines.Add(new Dictionary<string, object?> { ["label"] = nl ? dutch : english, ["value"] = value });
        void Count(string dutch, string english, long count) =>
            Line(dutch, english, count.ToString(CultureInfo.InvariantCulture));

        Count("Klachten ingediend", "Complaints filed", complaints.Count(f => over.Contains(f.FiledOn)));
        Count(
            "Klachten beoordeeld",
            "Complaints judged",
            complaints.Count(f => f.Verdict is not null && over.Contains(f.DecidedOn))
        );
        foreach (var row in terms.Rows)
            Line(
                $"{row.Label.Nl} op tijd",
                $"{row.Label.En} in time",
                nl
                    ? $"{row.Cells[1].Number} van {row.Cells[0].Number}"
                    : $"{row.Cells[1].Number} of {row.Cells[0].Number}"
            );
        Count(
            "Niet eens met het oordeel",
            "Did not agree with the verdict",
            complaints.Count(f => f.Objection && over.Contains(f.FiledOn))
        );
        Count(
            "Voorgelegd aan een externe instantie",
            "Brought to an external body",
            complaints.Count(f => over.Contains(f.ExternalOn))
        );
        Count(
            "Uitspraken van externe instanties",
            "Rulings of external bodies",
            complaints.Count(f => over.Contains(f.ExternalRuledOn))
        );
        Count(
            "Vragen waarover de regeling niets zegt, aan de voorzitter",
            "Questions the regulation does not answer, to the chair",
            gaps
        );
        return lines;
    }
}
