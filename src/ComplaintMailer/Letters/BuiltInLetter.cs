using System.Globalization;
using System.Text;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>The letter that goes out when a template would not work: plain, short, and never wrong.</summary>
internal static class BuiltInLetter
{
    /// <summary>Facts a complainant or the person concerned is meant to read as they are.</summary>
    private static readonly string[] MeantForReading = ["text", "points", "reasons", "date", "new_date"];

    public static WrittenLetter Write(LetterOrder order, Case? state, Organisation organisation, string language)
    {
        language = language == "nl" ? "nl" : "en";
        var toStaff =
            order.To.Party.StartsWith("staff:", StringComparison.Ordinal)
            || order.To.Party.StartsWith("role:", StringComparison.Ordinal);
        var text = toStaff ? ToStaff(order, state, language) : ToPerson(order, state, organisation, language);
        var title = toStaff ? order.Kind : (language == "nl" ? "Over uw klacht" : "About your complaint");
        return new()
        {
            Subject = state is null ? $"{organisation.Name}: {title}" : $"[{state.Number}] {title}",
            Text = text,
            Language = language,
            IsBuiltIn = true,
        };
    }

    private static string ToPerson(LetterOrder order, Case? state, Organisation organisation, string language)
    {
        var nl = language == "nl";
        var text = new StringBuilder();
        var name = order.To.Name is { Length: > 0 } given ? given : null;
        text.AppendLine(nl ? $"Beste {name ?? "lezer"}," : $"Dear {name ?? "reader"},").AppendLine();
        if (order.Kind == "acknowledgement")
        {
            text.AppendLine(nl ? "Wij hebben uw klacht ontvangen." : "We have received your complaint.");
            if (state?.Term("final") is { } final)
            {
                var due = DateWords.InFull(final.Due, language);
                text.AppendLine(nl ? $"Uiterlijk {due} hoort u ons oordeel." : $"You will have our decision by {due}.");
            }
            text.AppendLine();
        }
        foreach (var key in MeantForReading)
        {
            if (Words(order.Facts.GetValueOrDefault(key), language) is { Length: > 0 } words)
                text.AppendLine(words).AppendLine();
        }
        if (state is not null)
            text.AppendLine(
                nl ? $"Uw klacht heeft nummer {state.Number}." : $"Your complaint has number {state.Number}."
            );
        var phone = organisation.Phone is { Length: > 0 } number
            ? (nl ? $" of bel {number}" : $" or call {number}")
            : "";
        text.AppendLine(
            nl ? $"Heeft u vragen? Antwoord op deze mail{phone}." : $"Questions? Reply to this mail{phone}."
        );
        return text.AppendLine().AppendLine(organisation.Name).ToString().ReplaceLineEndings("\n");
    }

    private static string ToStaff(LetterOrder order, Case? state, string language)
    {
        var nl = language == "nl";
        var text = new StringBuilder();
        text.AppendLine(
                nl
                    ? $"Bericht “{order.Kind}”. De opmaak ervan is stuk, de beheerder weet ervan. Dit is wat erin stond:"
                    : $"Message “{order.Kind}”. Its template is broken, the administrator knows. This is what it held:"
            )
            .AppendLine();
        if (state is not null)
            text.AppendLine(nl ? $"- zaak: {state.Number}" : $"- case: {state.Number}");
        foreach (var term in state?.Terms.Where(t => t.State == "running") ?? [])
            text.AppendLine(CultureInfo.InvariantCulture, $"- {term.Kind}: {DateWords.InFull(term.WorkBy, language)}");
        foreach (var (key, value) in order.Facts)
        {
            if (Words(value, language) is { Length: > 0 } words)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {key}: {words}");
        }
        text.AppendLine()
            .AppendLine(
                nl
                    ? "Antwoord op deze mail met een opdracht, of met “hulp”."
                    : "Reply to this mail with a command, or with “help”."
            );
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string? Words(object? value, string language) =>
        value switch
        {
            null => null,
            string text => text,
            LocalDate day => DateWords.InFull(day, language),
            bool yes => yes ? "✓" : null,
            IEnumerable<string> texts => string.Join(", ", texts),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
}
