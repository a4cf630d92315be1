using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Core.Cases;

/// <summary>One of our people turns out to be away. Her or his note is never passed on; who stands in is proposed.</summary>
internal static class Absences
{
    public static void Noted(Draft draft, CaseInput.AbsenceNoted noted)
    {
        if (draft.Organisation.Person(noted.Person) is not { } person)
            return;
        draft.Add(new CaseEvent.MachineMailNoted(noted.Mail ?? 0, "out of office"));
        draft.Add(new CaseEvent.AbsenceTold(person.Key, noted.Until, null));
        // A note without a date says that mail may wait, not for how long: a person decides.
        if (noted.Until is not null)
            draft.Note(new(person.Key, noted.Until, null) { From = draft.Today });
        var coordinator = draft
            .Organisation.WithRole(Roles.Coordinator)
            .FirstOrDefault(p => p.Key != person.Key && Routing.IsFit(p, draft.Case));
        var deputy = Routing.Deputy(person, null, draft.Case, draft.Around);
        draft.ToStaff(
            coordinator ?? Routing.NextManager(person, draft.Case, draft.Around),
            "absence",
            Facts.Of(
                ("person", person.Key),
                ("until", noted.Until),
                ("deputy", deputy?.Key),
                ("open", new List<string> { draft.Case.Number })
            )
        );
    }
}
