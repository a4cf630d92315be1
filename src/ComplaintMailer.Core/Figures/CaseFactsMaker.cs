using System.Text.Json;
using ComplaintMailer.Core.Cases;

namespace ComplaintMailer.Core.Figures;

/// <summary>From a case to its row of facts: codes and dates, and nothing that says who.</summary>
public static class CaseFactsMaker
{
    private static readonly Dictionary<Stage, string> StageCodes = Enum.GetValues<Stage>()
        .ToDictionary(s => s, s => JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()));

    /// <param name="id">Meaningless and unique; it tells nothing of the case's number.</param>
    public static CaseFacts Of(Case c, string id) =>
        new()
        {
            Id = id,
            Organisation = c.Organisation,
            Regulation = c.Regulation,
            Kind = c.Kind,
            Stage = StageCodes[c.Stage],
            Outcome = c.Outcome,
            FiledOn = c.DayZero,
            DecidedOn = c.Verdict?.On,
            ClosedOn = c.ClosedOn,
            Channel = c.Channel,
            Location = c.Location,
            Service = c.Service,
            Natures = [.. c.Nature.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Concerns = c.Concerns,
            Late = c.Late,
            Verdict = c.Verdict?.Kind,
            Measures = c.Measures.Count,
            MeasuresDone = c.Measures.Count(m => m.DoneOn is not null),
            MeasureScopes =
            [
                .. c
                    .Measures.Select(m => m.Scope)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Extended = c.Extensions > 0,
            Objection = c.Objection is not null,
            ExternalBody = c.External?.Body,
            ExternalOn = c.External?.On,
            ExternalRuling = c.External?.Ruling,
            ExternalRuledOn = c.External?.RuledOn,
            ExternalBinding = c.External is { RuledOn: not null } external
                ? external is { ComplainantConsents: true, OrganisationConsents: true }
                : null,
            ConfirmedSignals =
            [
                .. c
                    .Flags.Where(f => f.Confirmed == true)
                    .Select(f => f.Code)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            OpenSignals = c.Flags.Count(f => f.Confirmed is null),
            Terms = [.. c.Terms.Select(t => new TermFact(t.Kind, t.From, t.Due, t.State, t.Met))],
            Bounced = c.Letters.Count(l => l.State == "bounced"),
        };
}
