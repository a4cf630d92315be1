using System.Text;
using ComplaintMailer.Mail.Writing;

namespace ComplaintMailer.Letters;

/// <summary>The term a letter to staff is about, as a calendar file, for those who want that.</summary>
internal static class TermInvitation
{
    private static readonly HashSet<string> Kinds =
    [
        "case-assigned",
        "reminder",
        "extension",
        "escalation",
        "reopened",
    ];

    public static OutgoingPart? Of(LetterMatter matter)
    {
        if (
            matter.Case is not { } state
            || !matter.Order.To.Party.StartsWith("staff:", StringComparison.Ordinal)
            || matter.Organisation.Person(matter.Order.To.Party[6..]) is not { Calendar: true }
            || !Kinds.Contains(matter.Order.Kind)
            || matter.Sight == Sight.Nothing
        )
            return null;
        var kind = matter.Order.Facts.GetValueOrDefault("term") as string ?? "final";
        if (state.Term(kind) is not { State: "running" } term)
            return null;
        // No name and no word of the complaint: calendars are often shared.
        var title = $"{state.Number}: {matter.Words.Of("todo", kind)}";
        var file = CalendarFile.Write(
            $"{state.Number}.{kind}@{matter.Organisation.Address.Split('@')[^1]}",
            state.Version,
            term.WorkBy,
            title,
            $"{matter.Words.Of("term", kind)}: {matter.Date(term.Due)}",
            matter.Organisation.Address,
            matter.Now
        );
        return new(
            $"{state.Number}.ics",
            "text/calendar",
            Encoding.UTF8.GetBytes(file),
            TypeParameters: [new("charset", "utf-8"), new("method", "PUBLISH")]
        );
    }
}
