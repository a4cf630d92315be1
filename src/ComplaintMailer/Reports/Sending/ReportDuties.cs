using System.Globalization;
using ComplaintMailer.Core.Figures.Own;
using ComplaintMailer.Database;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Reports.Store;

namespace ComplaintMailer.Reports.Sending;

/// <summary>What the agenda calls duties that have to do with reports: by their titles, not by their keys.</summary>
internal static class ReportDuties
{
    /// <returns>Null: it is another kind of duty.</returns>
    public static string? Title(Session session, string key, IReadOnlyList<OwnDefinition>? definitions = null)
    {
        var parts = key.Split(':', 3);
        if (parts.Length < 2)
            return null;
        switch (parts[0])
        {
            case ReportDesk.Due:
                return definitions?.FirstOrDefault(d => d.Name == parts[1])?.Title.En
                    ?? ReportWords.Title(parts[1], "en");
            case ReportDesk.Reminder or ReportDesk.Correction:
                var isReminder = parts[0] == ReportDesk.Reminder;
                var made = long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? ReportStore.Find(session.Connection, session.Transaction, id)
                    : null;
                return made is null
                    ? isReminder
                        ? "Reminder to release a report"
                        : "Corrected report"
                    : $"{(isReminder ? "Reminder to release" : "Corrected")}: {ReportWords.Title(made.Figures, "en")}, {made.Figures.Period.Name("en")}";
            default:
                return null;
        }
    }
}
