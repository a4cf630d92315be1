using System.Globalization;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Steps;

/// <summary>Something the reader can do now by answering: a button, and a line for those whose mail program spoils buttons.</summary>
/// <param name="Key">Names the step in <c>words.txt</c>: <c>button.contact</c>, <c>does.contact</c>.</param>
/// <param name="Say">The commands, filled in so that only <c>...</c> remains to be replaced.</param>
internal sealed record Step(string Key, string Label, string Does, string Say, string Href)
{
    public const string Blank = "...";

    /// <summary>The word that begins the command: enough for somebody who has used it before.</summary>
    public static string FirstWord(string say) =>
        say.AsSpan().IndexOfAny(':', '\n') is >= 0 and var end ? say[..end] : say;

    private static readonly MemberTable<Step> Members = new MemberTable<Step>()
        .With("key", s => s.Key)
        .With("label", s => s.Label)
        .With("does", s => s.Does)
        .With("say", s => s.Say)
        .With("href", s => s.Href);

    public MemberView Model => Members.Of(this);

    public static Step Of(LetterMatter matter, string key, string say)
    {
        var words = matter.Words;
        var number = matter.Case?.Number;
        var label = words.Of("button", key);
        var does = words.Of("does", key);
        var subject = number is null ? label : $"[{number}] {label}";
        // Below the commands, behind a line of dashes, help that the reader of answers drops.
        var help = "-- \n" + string.Join('\n', new[] { does, Blanks(words, say) }.Where(l => l.Length > 0));
        return new(key, label, does, say, Mailto.Link(matter.ReplyTo, subject, say, help));
    }

    private static string Blanks(LetterWords words, string say) =>
        say.Contains(Blank, StringComparison.Ordinal) ? words.Of("button", "blanks") : "";

    /// <summary>A day as commands take it: “18-11-2026”.</summary>
    public static string Day(NodaTime.LocalDate day, string language) =>
        language == "nl"
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}-{day.Month:00}-{day.Year:0000}")
            : DateWords.Iso(day);
}
