using System.Collections.Concurrent;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters.Markup;
using ComplaintMailer.Letters.Steps;
using ComplaintMailer.Templates;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>Writes letters from <c>templates/letters</c>. A letter is never lost: where a template fails, a built-in one goes out.</summary>
/// <param name="templates">The folder <c>templates</c>.</param>
/// <param name="bodies">The external bodies, for the routes of a regulation.</param>
public sealed class LetterWriter(
    string templates,
    IReadOnlyList<ExternalBody> bodies,
    DateTimeZone zone,
    TimeProvider? clock = null
)
{
    private readonly LetterFolder folder = new(templates, clock);
    private readonly ConcurrentDictionary<(string Organisation, string Fault), bool> faulty = new();

    /// <param name="replyTo">The address the letter is answered to, token and all; the buttons lead there.</param>
    /// <param name="absences">Who is away: whoever stands in is offered what the handler is.</param>
    public WrittenLetter Write(
        LetterOrder order,
        Case? state,
        Organisation organisation,
        Regulation regulation,
        string replyTo,
        Instant now,
        IReadOnlyList<Absence>? absences = null
    )
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(regulation);
        List<string> faults = [];
        var written = Write(order, state, organisation, regulation, replyTo, now, absences ?? [], faults);
        foreach (var fault in faults)
            faulty[(organisation.Key, fault)] = true;
        return written;
    }

    /// <summary>What has been wrong with the templates of an organisation since this was last asked, for the administrator.</summary>
    public IReadOnlyList<string> TakeFaults(string organisation)
    {
        if (faulty.IsEmpty)
            return [];
        var taken = faulty.Keys.Where(k => k.Organisation == organisation).ToList();
        taken.ForEach(k => faulty.TryRemove(k, out _));
        return [.. taken.Select(k => k.Fault)];
    }

    private WrittenLetter Write(
        LetterOrder order,
        Case? state,
        Organisation organisation,
        Regulation regulation,
        string replyTo,
        Instant now,
        IReadOnlyList<Absence> absences,
        List<string> faults
    )
    {
        foreach (var language in LetterFolder.Languages(order.To.Language, organisation.Language))
        {
            if (folder.Find(organisation.Key, language, order.Kind + ".txt") is not { } path)
                continue;
            var texts = new LetterTexts(folder, organisation, language, faults);
            var matter = Matter(order, state, organisation, regulation, replyTo, now, language, texts.Words()) with
            {
                Absences = absences,
            };
            try
            {
                return Write(matter, texts, path) with { Faults = faults };
            }
            catch (Exception e) when (e is TemplateException or FormatException or IOException)
            {
                faults.Add(e is TemplateException ? e.Message : $"{path}: {e.Message}");
            }
        }
        if (faults.Count == 0)
            faults.Add($"There is no template for the letter {order.Kind} in {templates}.");
        return BuiltInLetter.Write(order, state, organisation, order.To.Language) with { Faults = faults };
    }

    /// <summary>The words for codes in a language, with those of an organisation in their place.</summary>
    internal LetterWords Words(Organisation organisation, string language) =>
        new LetterTexts(folder, organisation, language, []).Words();

    /// <summary>What a template of this letter gets, for checking templates.</summary>
    internal IReadOnlyDictionary<string, object?> ModelOf(
        LetterOrder order,
        Case? state,
        Organisation organisation,
        Regulation regulation,
        string replyTo,
        Instant now
    )
    {
        var words = new LetterTexts(folder, organisation, order.To.Language, []).Words();
        return LetterModel.Of(Matter(order, state, organisation, regulation, replyTo, now, order.To.Language, words));
    }

    private LetterMatter Matter(
        LetterOrder order,
        Case? state,
        Organisation organisation,
        Regulation regulation,
        string replyTo,
        Instant now,
        string language,
        LetterWords words
    ) => new(order, state, organisation, regulation, bodies, zone, replyTo, now, language, words);

    /// <summary>The verdict as the complainant will read it, in the complainant's own language, for whoever is to approve it.</summary>
    private IEnumerable<Block> Shown(LetterMatter matter)
    {
        if (matter.Case is not { Draft: { } verdict } state)
            return [];
        var who = state.Complainant;
        var sent = matter with
        {
            Order = new() { Kind = "verdict", To = new("complainant", who.Name, who.Email, state.Language) },
            Case = state with { Verdict = verdict, Measures = state.DraftMeasures },
        };
        foreach (var language in LetterFolder.Languages(state.Language, matter.Organisation.Language))
        {
            if (folder.Find(matter.Organisation.Key, language, "verdict.txt") is not { } path)
                continue;
            var texts = new LetterTexts(folder, matter.Organisation, language, []);
            sent = sent with { Language = language, Words = texts.Words() };
            var model = Shield.Of(LetterModel.Of(sent));
            var blocks = MarkupReader.Read(texts.Text(path).Render(model, texts.Options, texts.Load)).Blocks;
            // One letter has one main heading.
            return blocks.Select(b => b with { Level = Math.Min(b.Level + 1, 2) });
        }
        return [];
    }

    private WrittenLetter Write(LetterMatter matter, LetterTexts texts, string path)
    {
        var steps = StepFinder.Of(matter);
        var model = Shield.Of(LetterModel.Of(matter, steps));
        var draft = MarkupReader.Read(texts.Text(path).Render(model, texts.Options, texts.Load));
        draft = draft with { Blocks = [.. draft.Blocks.SelectMany(b => b.Kind == Block.Insert ? Shown(matter) : [b])] };
        var organisation = matter.Organisation;
        var logo = Logo.Of(folder, organisation);
        var html = texts
            .Layout()
            .Render(
                HtmlBody.Model(
                    draft,
                    matter.Language,
                    organisation.Name,
                    Colours.Of(organisation.Colour),
                    logo?.ContentId
                ),
                texts.Options,
                texts.LoadHtml
            );
        return new()
        {
            Subject = matter.Case is { } state ? $"[{state.Number}] {draft.Subject}" : draft.Subject,
            Text = TextBody.Write(draft.Blocks),
            Html = html,
            Language = matter.Language,
            Related = logo is null ? [] : [logo],
            Steps = [.. steps.Likely.Select(s => new LetterStep(s.Label, s.Say, s.Href))],
            Attachments = TermInvitation.Of(matter) is { } term ? [term] : [],
        };
    }
}
