using System.Buffers;
using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading.Html;

namespace ComplaintMailer.Mail.Reading;

/// <summary>What a reader sees of a mail, and what hangs on to it.</summary>
/// <param name="Text">As shown.</param>
/// <param name="Page">The HTML of the text where the plain form was chosen: its structure may tell more.</param>
internal sealed record FoundBody(ReadableText Text, IReadOnlyList<MailAttachment> Attachments, MimeEntity? Page);

/// <summary>Chooses what a reader would see as the text, and lists the rest as attachments.</summary>
internal static class BodyFinder
{
    /// <summary>A plain form this short next to a page of any size is “your program can't show this mail”.</summary>
    private const int StubMax = 400;

    /// <summary>A text of these only says nothing.</summary>
    private static readonly SearchValues<char> Nothing = SearchValues.Create(" \r\n\t.-_*\u00A0");

    public static FoundBody Find(MimeEntity root, MailLimits limits, ICollection<string> defects)
    {
        var text = new ReadableText();
        var attachments = new List<MailAttachment>();
        MimeEntity? page = null;
        var characters = 0;
        Stack<MimeEntity>? open = null;
        for (var part = root; part is not null; part = open?.TryPop(out var next) == true ? next : null)
        {
            if (part.Type == "multipart/alternative" && part.Children.Count > 0)
            {
                var (best, other) = Best(part);
                page ??= other;
                open ??= new(4);
                open.Push(best);
                Hidden(part, best, open);
                continue;
            }
            if (part.IsMultipart && part.Children.Count > 0)
            {
                open ??= new(4);
                for (var i = part.Children.Count - 1; i >= 0; i--)
                    open.Push(part.Children[i]);
                continue;
            }
            if (IsBody(part))
            {
                if (characters >= limits.TextChars)
                    continue;
                var piece = Readable(part, limits, defects);
                characters += Length(piece);
                // Some forms send the same words twice, plain and as a page, without saying that they are alternatives.
                if (!(text.HasWords && IsSame(text, piece)))
                    text.Append(piece);
                AddFiles(part, attachments);
                continue;
            }
            attachments.Add(Attachment(part, attachments.Count));
            foreach (var hidden in part.Embedded)
            {
                // Outlook's winmail.dat: the text in it counts only where the mail has no other.
                if (hidden.FileName is not null)
                    attachments.Add(Attachment(hidden, attachments.Count));
                else if (!text.HasWords)
                    text.Append(Readable(hidden, limits, defects));
            }
        }
        if (characters > limits.TextChars)
            defects.Add($"text longer than {limits.TextChars} characters: the whole is in the raw mail");
        return new(text.Tidied(), attachments, page);
    }

    private static void AddFiles(MimeEntity part, List<MailAttachment> attachments)
    {
        var files = part.Embedded;
        for (var i = 0; i < files.Count; i++)
            attachments.Add(Attachment(files[i], attachments.Count));
    }

    /// <summary>A plain form without the files that hang on the rich one.</summary>
    private static void Hidden(MimeEntity alternative, MimeEntity best, Stack<MimeEntity> open)
    {
        if (alternative.Children.Count == 2 && alternative.Children.All(c => c == best || IsText(c)))
            return;
        foreach (var hidden in alternative.Children.Where(c => c != best).SelectMany(Files).Reverse())
            open.Push(hidden);
    }

    private static int Length(ReadableText text)
    {
        var length = 0;
        foreach (var line in text.Lines)
            length += line.Words.Length + 1;
        return length;
    }

    /// <summary>The same letters and digits, whatever stands between them.</summary>
    private static bool IsSame(ReadableText one, ReadableText other)
    {
        if (one.Lines.Count > 2000 || other.Lines.Count > 2000)
            return false;
        return Letters(one).SequenceEqual(Letters(other));
    }

    private static IEnumerable<char> Letters(ReadableText text) =>
        text.Lines.SelectMany(l => l.Words).Where(char.IsLetterOrDigit);

    private static bool IsBody(MimeEntity part)
    {
        if (part.IsMultipart)
            return true; // A multipart that could not be taken apart is read as text.
        if (part.Type is not ("text/plain" or "text/html" or "text/enriched" or "text/markdown"))
            return part.Depth == 0 && (IsNonsense(part) || (part.IsText && !IsData(part.Type)));
        if (part.Disposition.Value.Equals("attachment", StringComparison.OrdinalIgnoreCase))
            return part.Depth == 0;
        // Some programs name the very text (“Mail Attachment.txt”, “ATT00001.htm”); a text that has a name and is not the
        // first is a file all the same.
        return part.FileName is not { Length: > 0 } || part.Depth == 0;
    }

    /// <summary>A mail whose type is no type (“Content-Type: tekst”) was meant to be read.</summary>
    private static bool IsNonsense(MimeEntity part) =>
        !part.ContentType.Value.Contains('/', StringComparison.Ordinal)
        && part.FileName is null
        && !part.Body.Span.Contains((byte)0);

    /// <summary>Texts for programs: invitations, address cards, tables.</summary>
    private static bool IsData(string type) =>
        type is "text/calendar" or "text/csv" or "text/vcard" or "text/x-vcard" or "text/directory" or "text/xml";

    /// <summary>The plain form where it says something; else the last form, which its writer thinks richest.</summary>
    private static (MimeEntity Best, MimeEntity? Page) Best(MimeEntity alternative)
    {
        var rich = alternative.Children.LastOrDefault(c => c.Type == "text/html" || c.IsMultipart);
        var plain = alternative.Children.FirstOrDefault(c => c.Type == "text/plain");
        if (plain is null)
            return (rich ?? alternative.Children[^1], null);
        var page = rich is null ? null : Page(rich);
        var words = plain.DecodeBytes().Span.Trim(" \t\r\n"u8);
        if (words.IsEmpty && rich is not null)
            return (rich, null);
        if (page is not null && words.Length < StubMax && IsStub(plain))
            return (rich!, null);
        return (plain, page);
    }

    private static bool IsStub(MimeEntity plain)
    {
        var words = plain.DecodeText([]);
        return words.Contains("html", StringComparison.OrdinalIgnoreCase)
                && (
                    words.Contains("view", StringComparison.OrdinalIgnoreCase)
                    || words.Contains("support", StringComparison.OrdinalIgnoreCase)
                    || words.Contains("ondersteun", StringComparison.OrdinalIgnoreCase)
                    || words.Contains("weergeven", StringComparison.OrdinalIgnoreCase)
                    || words.Contains("bekijken", StringComparison.OrdinalIgnoreCase)
                )
            || !words.AsSpan().ContainsAnyExcept(Nothing);
    }

    private static MimeEntity? Page(MimeEntity rich) =>
        rich.Type == "text/html" ? rich : rich.Children.FirstOrDefault(c => c.Type == "text/html");

    /// <summary>What a form that is not shown brings along: pictures, files, an invitation.</summary>
    private static IEnumerable<MimeEntity> Files(MimeEntity other)
    {
        if (!other.IsMultipart)
            return IsText(other) ? [] : [other];
        return other.Children.Where(c => !(c.Type is "text/plain" or "text/html" && c.FileName is null));
    }

    private static bool IsText(MimeEntity form) =>
        form.Type is "text/plain" or "text/html" or "text/enriched" or "text/watch-html";

    private static ReadableText Readable(MimeEntity part, MailLimits limits, ICollection<string> defects)
    {
        if (part.Type == "text/plain" && part.ContentType["format"] is null && Lines(part, limits) is { } lines)
            return lines;
        var text = part.DecodeText(defects);
        if (text.Length > limits.TextChars)
        {
            defects.Add($"text longer than {limits.TextChars} characters: the whole is in the raw mail");
            text = text[..limits.TextChars];
        }
        if (part.Type == "text/html" || (part.Type == "text/plain" && LooksLikePage(text)))
            return HtmlText.Read(text, defects);
        if (part.Type == "text/enriched")
            return HtmlStripper.Read(text);
        var isFlowed = string.Equals(part.ContentType["format"], "flowed", StringComparison.OrdinalIgnoreCase);
        var deletes = string.Equals(part.ContentType["delsp"], "yes", StringComparison.OrdinalIgnoreCase);
        return PlainText.Read(text, isFlowed, deletes);
    }

    /// <summary>
    /// Nearly every plain text is what it says it is, and without an oddity: its lines are made of letters in borrowed memory, the
    /// text as a whole never is. Null for all others.
    /// </summary>
    private static ReadableText? Lines(MimeEntity part, MailLimits limits)
    {
        using var letters = TextDecoder.Letters(part);
        var text = letters.Text;
        return text.Length > limits.TextChars || LooksLikePage(text) || Uuencode.MayHold(text)
            ? null
            : PlainText.ReadPlain(text);
    }

    /// <summary>Forms and old programs send pages labelled as plain text.</summary>
    private static bool LooksLikePage(ReadOnlySpan<char> text)
    {
        var start = text[..Math.Min(text.Length, 400)].TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }

    private static MailAttachment Attachment(MimeEntity part, int number)
    {
        var large = MailSkeleton.SizeOf(part.Body.Span);
        var inline =
            part.Disposition.Value.Equals("inline", StringComparison.OrdinalIgnoreCase)
            || (
                part.ContentId is not null
                && !part.Disposition.Value.Equals("attachment", StringComparison.OrdinalIgnoreCase)
            );
        return new MailAttachment(
            AttachmentName.Of(part, number),
            part.Type,
            large ?? (part.IsMessage ? part.Body.Length : part.DecodedLength()),
            inline,
            part.ContentId
        )
        {
            Part = large is null ? part : null,
        };
    }
}
