using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Terms;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters;

/// <summary>The terms of a case by their names: <c>complaint.terms.final.due</c>.</summary>
internal sealed class TermsModel : MemberView
{
    /// <summary>Terms a template may ask for, whether or not the regulation has them.</summary>
    private static readonly string[] Always =
    [
        "ack",
        "contact",
        "contact_week",
        "contact_parties",
        "handler_notice",
        "target",
        "final",
    ];

    private sealed record Counted(LetterMatter Matter, TermRule? Rule, Term Term);

    private static readonly MemberTable<Counted> Members = new MemberTable<Counted>()
        .With("kind", t => t.Term.Kind)
        .With("words", t => t.Matter.Words.Of("term", t.Term.Kind))
        .With("due", t => t.Matter.Date(t.Term.Due))
        .With("due_brief", t => DateWords.Plain(t.Term.Due, t.Matter.Language))
        .With("work_by", t => t.Matter.Date(t.Term.WorkBy))
        .With("first_due", t => t.Matter.Date(t.Term.FirstDue ?? t.Term.Due))
        .With("length", t => t.Rule is { } rule ? TermWords.Amount(rule.Count, rule.Unit, t.Matter.Language) : null)
        .With("is_running", t => t.Term.State == "running")
        .With("is_passed", t => t.Term.State == "missed" || (t.Term.Met is null && t.Term.Due < t.Matter.Today))
        .With("is_aim", t => !t.Term.Hard)
        .With("how", How);

    private readonly Regulation regulation;
    private readonly Case state;
    private readonly IReadOnlyList<Term> terms;
    private readonly List<string> names = [.. Always];
    private readonly List<MemberView?> views = [.. Enumerable.Repeat<MemberView?>(null, Always.Length)];

    public TermsModel(LetterMatter matter, Case state)
    {
        (regulation, this.state, terms) = (matter.Regulation, state, state.Terms);
        foreach (var term in terms)
        {
            var name = Name(term);
            var at = IndexOf(name);
            if (at < 0)
            {
                at = names.Count;
                names.Add(name);
                views.Add(null);
            }
            var rule = matter.Regulation.Terms.FirstOrDefault(r => r.Id == term.Kind);
            views[at] = Members.Of(new(matter, rule, term));
        }
    }

    public override IReadOnlyList<string> Names => names;

    public override int IndexOf(string name) => names.IndexOf(name);

    public override object? At(int index) => views[index];

    /// <summary>Those that run, the first to end first.</summary>
    public List<MemberView?> Open() =>
        [
            .. terms
                .Where(t => t.State == "running" && !state.IsUnderWay(t, regulation))
                .OrderBy(t => t.Due)
                .Select(t => views[IndexOf(Name(t))]),
        ];

    private static string Name(Term term) => term.Kind.Replace('-', '_');

    private static string? How(Counted counted)
    {
        var (matter, rule, term) = counted;
        return matter.Sight != Sight.Everything ? null
            : rule is null ? term.How
            : TermWords.How(rule, term, new WorkingCalendar(matter.Regulation.Calendar), matter.Language);
    }
}
