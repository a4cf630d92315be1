using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Cases;

/// <summary>Mail on a known case: into the dossier, and to whoever must know.</summary>
internal static class Contributing
{
    public static void FromComplainant(Draft draft, CaseInput.ComplainantWrote wrote)
    {
        draft.Add(
            new CaseEvent.MailAdded(wrote.Mail ?? 0, "complainant", wrote.Text, wrote.Attachments, Verified: true),
            "complainant"
        );
        Pass(draft, wrote.Text, wrote.Attachments, verified: true);
    }

    public static void FromStaff(Draft draft, CaseInput.StaffWrote wrote)
    {
        var by = wrote.Proven ? $"staff:{wrote.Person}" : "other";
        draft.Add(new CaseEvent.MailAdded(wrote.Mail ?? 0, by, wrote.Text, wrote.Attachments, wrote.Proven), by);
        if (!wrote.Proven)
            Pass(draft, wrote.Text, wrote.Attachments, verified: false);
    }

    /// <summary>Kept and shown as unverified. The sender hears nothing: not even that the case exists.</summary>
    public static void FromStranger(Draft draft, CaseInput.StrangerWrote wrote)
    {
        draft.Add(
            new CaseEvent.MailAdded(wrote.Mail ?? 0, "other", wrote.Text, wrote.Attachments, Verified: false),
            "other"
        );
        Pass(draft, wrote.Text, wrote.Attachments, verified: false);
    }

    private static void Pass(Draft draft, string text, IReadOnlyList<string> attachments, bool verified)
    {
        var organisation = draft.Around.Organisation;
        var person =
            organisation.Person(draft.Case.Handler ?? draft.Case.ProposedHandler)
            ?? organisation.WithRole(Roles.Coordinator).FirstOrDefault();
        if (person is null)
            return;
        draft.Write(
            new()
            {
                Kind = "contribution",
                To = new($"staff:{person.Key}", person.Name, person.Email, person.Language ?? organisation.Language),
                Facts = new Dictionary<string, object?>
                {
                    ["text"] = text,
                    ["attachments"] = attachments,
                    ["verified"] = verified,
                },
                ByItself = true,
            }
        );
    }
}
