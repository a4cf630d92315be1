using ComplaintMailer.Core.Json;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Regulations;

/// <summary>Whether the values of a pack agree with each other.</summary>
internal static class RegulationChecks
{
    public static void Check(Regulation r, IReadOnlyList<ExternalBody>? bodies, JsonFaults faults)
    {
        if (r.ValidTo is { } to && to < r.ValidFrom)
            faults.Add("$.validTo", $"lies before validFrom: swap {to:uuuu-MM-dd} and {r.ValidFrom:uuuu-MM-dd}");
        Terms(r, faults);
        Extension(r, faults);
        Objection(r, faults);
        Routes(r, bodies, faults);
        Reports(r, faults);
        if (r.Verdict.Kinds.Count == 0)
            faults.Add("$.verdict.kinds", "is empty, so no verdict could be given: name at least one");
        if (r.Natures.Count == 0)
            faults.Add("$.natures", "is missing: name at least one nature a complaint can have");
        Twice(r.Natures.Select(n => n.Code), "$.natures", faults);
        Words(r, faults);
        Twice(r.Organisations.Select(o => o.Id), "$.organisations", faults);
        if (r.Safety.EmployeeOffence == "hr-open" && !r.Involve.Any(i => i.Role == Organisations.Roles.Hr))
            faults.Add("$.safety.employeeOffence", "is “hr-open”, but involve names no signal for hr: add one");
        if (r.Retention is { Months: not null, ByService: true })
            faults.Add("$.retention", "has both months and byService: keep one");
    }

    private static void Words(Regulation r, JsonFaults faults)
    {
        for (var i = 0; i < r.Natures.Count; i++)
            foreach (var words in r.Natures[i].Words.Where(w => !Pattern.IsPattern(w)))
                faults.Add(
                    $"$.natures[{i}].words",
                    $"holds “{words}”, which is no phrase to look for: use plain words"
                );
    }

    private static void Terms(Regulation r, JsonFaults faults)
    {
        Twice(r.Terms.Select(t => t.Id), "$.terms", faults);
        if (r.Terms.All(t => t.Id != "final"))
            faults.Add("$.terms", "has no “final”: add the term within which the verdict must be given");
        for (var i = 0; i < r.Terms.Count; i++)
        {
            var term = r.Terms[i];
            if (term.MetBy.Count == 0)
                faults.Add(
                    $"$.terms[{i}].metBy",
                    $"is missing, so “{term.Id}” could never be met: name a letter or event"
                );
            if (term is { Statutory: not null, Unit: not ("weeks" or "months" or "days") })
                faults.Add($"$.terms[{i}].statutory", "is set on a term in working days: laws here count weeks");
        }
        for (var i = 0; i < r.Reminders.Count; i++)
            if (!Reminders.IsRule(r.Reminders[i]))
                faults.Add($"$.reminders[{i}]", $"is “{r.Reminders[i]}”, but must be like 50%, -5wd or workBy");
    }

    private static void Extension(Regulation r, JsonFaults faults)
    {
        var e = r.Extension;
        if (e.Allowed && (e.Weeks == 0 || e.Most == 0))
            faults.Add("$.extension", "is allowed, but weeks or most is 0: say how long and how often");
        if (!e.Allowed && (e.Weeks > 0 || e.Most > 0))
            faults.Add(
                "$.extension",
                "is not allowed, but weeks or most is given: set allowed to true or leave them out"
            );
        if (r.Intake.Late.Mode == "none" && r.Intake.Late != new LateRules())
            faults.Add("$.intake.late", "has mode “none”, but names months or days: set a mode or leave it out");
    }

    private static void Objection(Regulation r, JsonFaults faults)
    {
        if (r.Objection is { BeforeExternal: true, DirectorTalk: false })
            faults.Add(
                "$.objection.beforeExternal",
                "is true, but directorTalk is not: there is no talk to come first"
            );
        for (var i = 0; i < r.External.Count; i++)
            if (r.External[i].AfterTalk && !r.Objection.DirectorTalk)
                faults.Add($"$.external[{i}].afterTalk", "is true, but objection.directorTalk is not");
    }

    private static void Routes(Regulation r, IReadOnlyList<ExternalBody>? bodies, JsonFaults faults)
    {
        Twice(r.External.Select(e => e.Body), "$.external", faults);
        if (r.External.Count == 0)
            faults.Add("$.external", "is missing: name where a complainant can go who is not satisfied");
        if (bodies is null)
            return;
        var keys = bodies.Where(b => !b.StaffOnly).Select(b => b.Key).ToList();
        for (var i = 0; i < r.External.Count; i++)
            Known(r.External[i].Body, $"$.external[{i}].body");
        if (r.GapDecider is { } decider)
            Known(decider, "$.gapDecider");

        void Known(string body, string path)
        {
            if (keys.Contains(body))
                return;
            var nearest = EditDistance.Nearest(body, keys);
            var remedy = nearest is null ? "add it to the table of bodies" : $"did you mean “{nearest}”?";
            faults.Add(path, $"is “{body}”, which is no known body; {remedy}");
        }
    }

    private static void Reports(Regulation r, JsonFaults faults)
    {
        Twice(r.Reports.Select(x => x.Kind), "$.reports", faults);
        for (var i = 0; i < r.Reports.Count; i++)
        {
            var report = r.Reports[i];
            if (report.To.Count == 0)
                faults.Add($"$.reports[{i}].to", "is missing: name who gets the report");
            if (report.Due is { } due && !IsMonthDay(due))
                faults.Add($"$.reports[{i}].due", $"is “{due}”, but must be a month and a day such as 05-31");
        }
    }

    private static bool IsMonthDay(string text) => NodaTime.Text.AnnualDatePattern.Iso.Parse(text) is { Success: true };

    private static void Twice(IEnumerable<string> codes, string path, JsonFaults faults)
    {
        foreach (var code in codes.GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1))
            faults.Add(path, $"has “{code.Key}” twice: keep one");
    }
}
