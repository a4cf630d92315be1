using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>A decision in the making: each event is folded at once, so that what follows is decided on what has just become so.</summary>
internal sealed class Draft(Case? state, Surroundings around, Instant now)
{
    private readonly List<CaseEvent> events = [];
    private readonly List<LetterOrder> letters = [];

    public Surroundings Around => around;
    public Instant Now => now;
    public LocalDate Today => around.DateOf(now);
    public Case Case => Current ?? throw new InvalidOperationException("The case has not begun.");
    public Case? Current { get; private set; } = state;

    public void Add(CaseEvent happened, string by = "worker")
    {
        var dated = happened with { At = now, By = by };
        events.Add(dated);
        Current = Decider.Evolve(Current, dated);
    }

    public void Write(LetterOrder order)
    {
        Add(new CaseEvent.LetterOrdered(Case.Letters.Count + 1, order.Kind, order.To.Party, order.To.Address));
        letters.Add(order);
    }

    public Decision Done() => new(events, letters);
}
