namespace ComplaintMailer.Agenda;

/// <summary>What stands on the agenda, in words for whoever sits at the console. Programs get the codes.</summary>
internal static class DutyWords
{
    /// <summary><c>final:overdue:2026-12-01</c> → “final: the time is over”: the day stands beside it already.</summary>
    public static string Of(string key)
    {
        var parts = key.Split(':');
        if (parts.Length < 2)
            return key;
        var (kind, name) = (parts[0], parts[1]);
        return (kind, name) switch
        {
            ("triage", _) => "needs a handler",
            ("progress", _) => "the complainant has not heard from us for long",
            ("escalate", _) => "whether to escalate was asked and not answered",
            ("signal", _) => $"the signal {name} is to be judged",
            ("late", _) => "it came late: is it accepted?",
            ("incomplete", _) => "what was asked of the complainant is not answered",
            ("suspended", "until") => "suspended until today",
            ("suspended", _) => "is suspended still",
            ("preview", _) => "the verdict waits for approval",
            ("referral", _) => "the answer of the chair is waited for",
            ("talk", "invite") => "a day for the talk is to be suggested",
            ("talk", _) => "the outcome of the talk is to be noted",
            ("external", _) => "the ruling of the external body is waited for",
            ("retention", "list") => "comes on the list of files to be destroyed",
            ("retention", "ask") => "approval to destroy the file is waited for",
            ("retention", _) => "the file is destroyed",
            ("measure", _) => Measure(name),
            _ => $"{kind}: {Term(name)}",
        };
    }

    /// <summary><c>2-due</c> → “measure 2 is due”.</summary>
    private static string Measure(string name) =>
        name.Split('-') switch
        {
            [var number, "before"] => $"measure {number} is due in a week",
            [var number, "due"] => $"measure {number} is due",
            [var number, _] => $"measure {number} is overdue",
            _ => $"measure {name}",
        };

    private static string Term(string name) =>
        name switch
        {
            "workBy" => "the last day to work on it",
            "superior" => "the manager above hears of it",
            "overdue" => "the time is over",
            "still" => "overdue still",
            _ when name.EndsWith('%') => $"{name[..^1]} % of the time has passed",
            _ when name.StartsWith('-') && name.EndsWith("wd", StringComparison.Ordinal) =>
                $"{name[1..^2]} working days left",
            _ => name,
        };
}
