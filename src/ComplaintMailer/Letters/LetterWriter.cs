using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters.Markup;
using ComplaintMailer.Templates;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>Writes letters from <c>templates/letters</c>. A letter is never lost: where a template fails, a built-in one goes out.</summary>
/// <param name="templates">The folder <c>templates</c>.</param>
/// <param name="bodies">The external bodies, for the routes of a regulation.</param>
public sealed class LetterWriter(string templates, IReadOnlyList<ExternalBody> bodies, DateTimeZone zone)
{
    private readonly LetterFolder folder = new(templates);

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
        foreach (var language in LetterFolder.Languages(order.To.Language, organisation.Language))
        {
            if (folder.Find(organisation.Key, language, order.Kind + ".txt") is not { } path)
                continue;
            var texts = new LetterTexts(folder, organisation, language, faults);
            var matter = new LetterMatter(
                order,
                state,
                organisation,
                regulation,
                bodies,
                zone,
                replyTo,
                now,
                language,
                texts.Words()
            )
            {
                Absences = absences ?? [],
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

    private WrittenLetter Write(LetterMatter matter, LetterTexts texts, string path)
    {
        var model = (IReadOnlyDictionary<string, object?>)Shield.All(LetterModel.Of(matter))!;
        var draft = MarkupReader.Read(texts.Text(path).Render(model, texts.Options, texts.Load));
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
            Attachments = TermInvitation.Of(matter) is { } term ? [term] : [],
        };
    }
}
