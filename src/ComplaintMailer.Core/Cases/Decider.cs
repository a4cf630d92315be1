using ComplaintMailer.Core.Commands;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>Decides what an input means for a case. Pure: the same arguments give the same answer.</summary>
public static class Decider
{
    public static Decision Decide(Case? state, CaseInput input, Surroundings around, Instant now)
    {
        var draft = new Draft(state, around, now) { Answers = input.Mail };
        switch (input)
        {
            case CaseInput.NewComplaint(var filing) when state is null:
                Registering.Decide(draft, filing, input.Mail);
                break;
            case var _ when state is null:
                throw new InvalidOperationException($"{input.GetType().Name} needs a case.");
            case CaseInput.ComplainantWrote wrote:
                Contributing.FromComplainant(draft, wrote);
                break;
            case CaseInput.StaffWrote wrote:
                Commanding.Decide(draft, wrote);
                break;
            case CaseInput.ConcernedWrote wrote:
                Contributing.FromConcerned(draft, wrote);
                break;
            case CaseInput.StrangerWrote wrote:
                Contributing.FromStranger(draft, wrote);
                break;
            case CaseInput.MachineWrote machine:
                draft.Add(new CaseEvent.MachineMailNoted(input.Mail ?? 0, machine.Why));
                break;
            case CaseInput.AbsenceNoted absence:
                Absences.Noted(draft, absence);
                break;
            case CaseInput.MergedHere merged:
                Merging.Into(draft, merged);
                break;
            case CaseInput.LetterWasAccepted
            or CaseInput.LetterDidFail
            or CaseInput.LetterDidBounce
            or CaseInput.LetterWasSuppressed
            or CaseInput.LetterWasBundled:
                Delivering.Decide(draft, input);
                break;
            case CaseInput.CameFromBacklog backlog:
                FromBacklog.Decide(draft, backlog);
                break;
            case CaseInput.WasExported(var purpose):
                draft.Add(new CaseEvent.Exported(purpose), "operator");
                break;
            case CaseInput.DutyFell(var duty):
                Reminding.Decide(draft, duty);
                break;
        }
        return draft.Done();
    }

    public static Case Evolve(Case? state, CaseEvent happened)
    {
        var next = happened is CaseEvent.Registered registered
            ? CaseFold.Begin(registered)
            : CaseFold.Apply(state!, happened);
        return next with { Version = (state?.Version ?? 0) + 1 };
    }

    public static Case? Fold(IEnumerable<CaseEvent> events) =>
        events.Aggregate((Case?)null, (state, happened) => Evolve(state, happened));
}
