using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Core.Cases;

/// <summary>
/// A decision in the making: each event is folded at once, so that what follows is decided on what has just become so.
/// All letters go through here, and so does the gate before them: nobody gets a letter on a case she or he may not see,
/// and a complainant hears nothing that could warn somebody while the safety of a child is in question.
/// </summary>
internal sealed class Draft(Case? state, Surroundings around, Instant now)
{
    private readonly List<CaseEvent> events = [];
    private readonly List<LetterOrder> letters = [];
    private readonly List<Absence> absences = [];
    private readonly List<Elsewhere> elsewhere = [];

    public Surroundings Around => around;
    public Organisation Organisation => around.Organisation;
    public Instant Now => now;
    public LocalDate Today => around.DateOf(now);
    public Case Case => Current ?? throw new InvalidOperationException("The case has not begun.");
    public Case? Current { get; private set; } = state;

    /// <summary>The raw mail that is being answered.</summary>
    public long? Answers { get; init; }

    public void Add(CaseEvent happened, string by = "worker")
    {
        var dated = happened with { At = now, By = by };
        events.Add(dated);
        Current = Decider.Evolve(Current, dated);
    }

    /// <summary>Where the decision stands, to come back to when what follows turns out not to be possible.</summary>
    public (Case?, int, int, int, int) Mark() =>
        (Current, events.Count, letters.Count, absences.Count, elsewhere.Count);

    public void Return((Case? State, int Events, int Letters, int Absences, int Elsewhere) mark)
    {
        Current = mark.State;
        events.RemoveRange(mark.Events, events.Count - mark.Events);
        letters.RemoveRange(mark.Letters, letters.Count - mark.Letters);
        absences.RemoveRange(mark.Absences, absences.Count - mark.Absences);
        elsewhere.RemoveRange(mark.Elsewhere, elsewhere.Count - mark.Elsewhere);
    }

    /// <summary>Something happened that a term asked for.</summary>
    public void Meet(string what, LocalDate on)
    {
        foreach (var rule in around.Regulation.Terms.Where(t => t.MetBy.Contains(what)))
        {
            if (Case.Term(rule.Id) is { State: "running" or "missed", Met: null })
                Add(new CaseEvent.TermMet(rule.Id, on));
        }
    }

    public void Note(Absence absence) => absences.Add(absence);

    public void TellCase(Elsewhere other) => elsewhere.Add(other);

    /// <summary>To the complainant and to who complains with her or him. False: held back.</summary>
    public bool ToComplainant(
        string kind,
        IReadOnlyDictionary<string, object?>? facts = null,
        bool notice = false,
        bool byItself = true
    )
    {
        if (!Gate.IsOpenToComplainant(Case, kind, around.Regulation))
            return false;
        Order("complainant", Case.Complainant);
        for (var i = 0; i < Case.CoComplainants.Count; i++)
            Order($"complainant:{i + 2}", Case.CoComplainants[i]);
        return true;

        void Order(string party, Complainant to)
        {
            Write(
                new()
                {
                    Kind = kind,
                    To = new(party, to.Name, to.Email, Case.Language),
                    Facts = facts ?? Facts.None,
                    IsNotice = notice,
                    Answers = byItself ? null : Answers,
                    ByItself = byItself,
                }
            );
            if (to.Email is null)
                Undeliverable(kind);
        }
    }

    /// <summary>To one of our people, or to who stands in. Nothing to who may not see the case; nothing twice.</summary>
    public void ToStaff(
        Person? person,
        string kind,
        IReadOnlyDictionary<string, object?>? facts = null,
        bool byItself = true
    )
    {
        if (person is null || Routing.StandIn(person, Case, around, Today) is not { } reader)
            return;
        var told = facts ?? Facts.None;
        if (letters.Any(l => l.Kind == kind && l.To.Party == $"staff:{reader.Key}" && Same(l.Facts, told)))
            return;
        Write(
            new()
            {
                Kind = kind,
                To = Recipient.Of(reader, Organisation),
                Facts = told,
                Answers = byItself ? null : Answers,
                ByItself = byItself,
            }
        );
    }

    public void ToRole(string role, string kind, IReadOnlyDictionary<string, object?>? facts = null)
    {
        foreach (var person in Organisation.WithRole(role))
            ToStaff(person, kind, facts);
    }

    /// <summary>The answer to somebody's own mail. Goes to the writer, whoever it is.</summary>
    public void Reply(Person person, string kind, IReadOnlyDictionary<string, object?>? facts = null) =>
        Write(
            new()
            {
                Kind = kind,
                To = Recipient.Of(person, Organisation),
                Facts = facts ?? Facts.None,
                Answers = Answers,
            }
        );

    /// <summary>To the person complained about.</summary>
    public void ToConcerned(string kind, IReadOnlyDictionary<string, object?> facts)
    {
        if (Organisation.Person(Case.ConcernsPerson) is not { } person)
            return;
        Write(
            new()
            {
                Kind = kind,
                To = new("concerned", person.Name, person.Email, LanguageOf(person)),
                Facts = facts,
                ByItself = true,
            }
        );
    }

    public void Write(LetterOrder order)
    {
        Add(new CaseEvent.LetterOrdered(Case.Letters.Count + 1, order.Kind, order.To.Party, order.To.Address));
        letters.Add(order);
    }

    public string LanguageOf(Person person) => Organisation.LanguageOf(person);

    public Decision Done() => new(events, letters) { Absences = absences, Elsewhere = elsewhere };

    /// <summary>Nobody is told by a letter that has no address: a person must phone or post.</summary>
    private void Undeliverable(string kind) =>
        ToStaff(
            Routing.Responsible(Case, around, Today),
            "bounce-alarm",
            Facts.Of(
                ("kind", kind),
                ("reason", "no-address"),
                ("term", Delivering.OpenTerm(this, kind)?.Kind),
                ("due", Delivering.OpenTerm(this, kind)?.Due)
            )
        );

    private static bool Same(IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) =>
        a.Count == b.Count && a.All(f => b.TryGetValue(f.Key, out var other) && Equals(f.Value, other));
}
