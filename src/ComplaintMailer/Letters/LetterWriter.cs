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
    /// <summary>So long the files are taken to be as they were.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider clock = clock ?? TimeProvider.System;
    private readonly LetterFolder folder = new(templates);
    private readonly ConcurrentDictionary<
        (string Key, string Form, string Language),
        (long At, LetterTexts Texts)
    > looked = new();
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
            var texts = Texts(organisation, language);
            if (texts.Find(order.Kind + ".txt") is not { } path)
                continue;
            var matter = Matter(order, state, organisation, regulation, replyTo, now, language, texts.Words) with
            {
                Absences = absences,
            };
            try
            {
                return Write(matter, texts, path, faults);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // What nobody foresaw may quote the case.
                faults.Add(
                    e is TemplateException ? e.Message
                    : e is FormatException or IOException ? $"{path}: {e.Message}"
                    : $"{path}: {e.GetType().Name}"
                );
            }
        }
        if (faults.Count == 0)
            faults.Add($"There is no template for the letter {order.Kind} in {templates}.");
        return BuiltInLetter.Write(order, state, organisation, order.To.Language) with { Faults = faults };
    }

    /// <summary>The words for codes in a language, with those of an organisation in their place.</summary>
    internal LetterWords Words(Organisation organisation, string language) => Texts(organisation, language).Words;

    /// <summary>What a template of this letter gets, for checking templates.</summary>
    internal MemberView ModelOf(
        LetterOrder order,
        Case? state,
        Organisation organisation,
        Regulation regulation,
        string replyTo,
        Instant now
    )
    {
        var words = Words(organisation, order.To.Language);
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
            var texts = Texts(matter.Organisation, language);
            if (texts.Find("verdict.txt") is not { } path)
                continue;
            sent = sent with { Language = language, Words = texts.Words };
            var model = Shield.Of(LetterModel.Of(sent));
            using var rendered = texts.Text(path).RenderBorrowed(model, texts.Options([]), texts.Load);
            var blocks = MarkupReader.Read(rendered.Memory).Blocks;
            // One letter has one main heading.
            return blocks.Select(b => b with { Level = Math.Min(b.Level + 1, 2) });
        }
        return [];
    }

    private LetterTexts Texts(Organisation organisation, string language)
    {
        var key = (organisation.Key, organisation.FormOfAddress, language);
        var now = clock.GetTimestamp();
        if (looked.TryGetValue(key, out var known) && clock.GetElapsedTime(known.At, now) < LookAgain)
            return known.Texts;
        var texts = new LetterTexts(folder, organisation, language);
        looked[key] = (now, texts);
        return texts;
    }

    private WrittenLetter Write(LetterMatter matter, LetterTexts texts, string path, List<string> faults)
    {
        var steps = StepFinder.Of(matter);
        var model = Shield.Of(LetterModel.Of(matter, steps));
        var options = texts.Options(faults);
        LetterDraft draft;
        using (var rendered = texts.Text(path).RenderBorrowed(model, options, texts.Load))
            draft = MarkupReader.Read(rendered.Memory, [.. steps.Likely.Select(s => s.Href)]);
        if (draft.Blocks.Any(b => b.Kind == Block.Insert))
            draft = draft with
            {
                Blocks = [.. draft.Blocks.SelectMany(b => b.Kind == Block.Insert ? Shown(matter) : [b])],
            };
        var organisation = matter.Organisation;
        var logo = texts.Logo;
        var page = new HtmlBody(
            draft,
            matter.Language,
            organisation.Name,
            Colours.Of(organisation.Colour),
            logo?.ContentId
        );
        return new()
        {
            Subject = matter.Case is { } state ? $"[{state.Number}] {draft.Subject}" : draft.Subject,
            Text = TextBody.Write(draft.Blocks),
            Page = texts.Layout().RenderBorrowed(page, options, texts.LoadHtml),
            Language = matter.Language,
            Related = logo is null ? [] : [logo],
            Steps = [.. steps.Likely.Select(s => new LetterStep(s.Label, s.Say, s.Href))],
            Attachments = TermInvitation.Of(matter) is { } term ? [term] : [],
            Faults = faults,
        };
    }
}
