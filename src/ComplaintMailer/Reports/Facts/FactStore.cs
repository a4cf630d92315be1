using System.Data.Common;
using System.Security.Cryptography;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Database;
using Dapper;
using NodaTime;

namespace ComplaintMailer.Reports.Facts;

/// <summary>Keeps the facts of each case, in the transaction that keeps its events. The caller owns the transaction.</summary>
internal static class FactStore
{
    /// <summary>What takes longer is marked, so that the rest can be found by its date of filing alone.</summary>
    public const int LongDays = 366;

    private const string Upsert = """
        INSERT INTO case_fact (
          id, case_number, organisation, regulation, kind, stage, outcome, filed_on, decided_on, closed_on, long_open, channel,
          location, service, natures, concerns, late, verdict, measures, measures_done, measure_scopes, extended, objection,
          external_body, external_on, external_ruling, external_ruled_on, external_binding, signals, open_signals, terms, bounced)
        VALUES (
          @id, @number, @organisation, @regulation, @kind, @stage, @outcome, @filedOn, @decidedOn, @closedOn, @longOpen, @channel,
          @location, @service, @natures, @concerns, @late, @verdict, @measures, @measuresDone, @measureScopes, @extended, @objection,
          @externalBody, @externalOn, @externalRuling, @externalRuledOn, @externalBinding, @signals, @openSignals, @terms, @bounced)
        ON CONFLICT (case_number) DO UPDATE SET
          regulation = excluded.regulation, kind = excluded.kind, stage = excluded.stage, outcome = excluded.outcome,
          filed_on = excluded.filed_on, decided_on = excluded.decided_on, closed_on = excluded.closed_on,
          long_open = excluded.long_open, channel = excluded.channel, location = excluded.location, service = excluded.service,
          natures = excluded.natures, concerns = excluded.concerns, late = excluded.late, verdict = excluded.verdict,
          measures = excluded.measures, measures_done = excluded.measures_done, measure_scopes = excluded.measure_scopes,
          extended = excluded.extended, objection = excluded.objection, external_body = excluded.external_body,
          external_on = excluded.external_on, external_ruling = excluded.external_ruling,
          external_ruled_on = excluded.external_ruled_on, external_binding = excluded.external_binding,
          signals = excluded.signals, open_signals = excluded.open_signals, terms = excluded.terms, bounced = excluded.bounced
        """;

    public static CaseFacts Of(Case state, Surroundings around) =>
        CaseFactsMaker.Of(state, NewId()).Knowing(around.Bodies);

    public static void Put(Session session, CaseFacts f, string? number) =>
        session.Execute(
            Upsert,
            ("id", f.Id),
            ("number", number),
            ("organisation", f.Organisation),
            ("regulation", f.Regulation),
            ("kind", f.Kind),
            ("stage", f.Stage),
            ("outcome", f.Outcome),
            ("filedOn", DateWords.Iso(f.FiledOn)),
            ("decidedOn", Iso(f.DecidedOn)),
            ("closedOn", Iso(f.ClosedOn)),
            (
                "longOpen",
                f.ClosedOn is { } closed && NodaTime.Period.DaysBetween(f.FiledOn, closed) <= LongDays ? 0L : 1L
            ),
            ("channel", f.Channel),
            ("location", f.Location),
            ("service", f.Service),
            ("natures", string.Join(',', f.Natures)),
            ("concerns", f.Concerns),
            ("late", f.Late ? 1L : 0L),
            ("verdict", f.Verdict),
            ("measures", (long)f.Measures),
            ("measuresDone", (long)f.MeasuresDone),
            ("measureScopes", string.Join(',', f.MeasureScopes)),
            ("extended", f.Extended ? 1L : 0L),
            ("objection", f.Objection ? 1L : 0L),
            ("externalBody", f.ExternalBody),
            ("externalOn", Iso(f.ExternalOn)),
            ("externalRuling", f.ExternalRuling),
            ("externalRuledOn", Iso(f.ExternalRuledOn)),
            (
                "externalBinding",
                f.ExternalBinding is { } binding
                    ? binding
                        ? 1L
                        : 0L
                    : (long?)null
            ),
            ("signals", string.Join(',', f.ConfirmedSignals)),
            ("openSignals", (long)f.OpenSignals),
            ("terms", FactText.Terms(f.Terms)),
            ("bounced", (long)f.Bounced)
        );

    /// <summary>The file of a case is destroyed: its facts stay and belong to nobody any more.</summary>
    public static void Forget(DbConnection connection, DbTransaction transaction, string number) =>
        connection.Execute(
            "UPDATE case_fact SET case_number = NULL, id = @id WHERE case_number = @number",
            new { number, id = NewId() },
            transaction
        );

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private static string? Iso(LocalDate? day) => day is { } d ? DateWords.Iso(d) : null;
}
