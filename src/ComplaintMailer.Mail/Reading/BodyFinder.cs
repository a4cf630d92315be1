using System.Text;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Chooses what a reader would see as the text, and lists the rest as attachments.</summary>
internal static class BodyFinder
{
    public static (string Text, IReadOnlyList<MailAttachment> Attachments) Find(
        MimeEntity root,
        MailLimits limits,
        ICollection<string> defects
    )
    {
        var text = new StringBuilder();
        var attachments = new List<MailAttachment>();
        var open = new Stack<MimeEntity>();
        open.Push(root);
        while (open.TryPop(out var part))
        {
            if (part.Type == "multipart/alternative" && part.Children.Count > 0)
            {
                open.Push(Best(part));
                foreach (var other in part.Children.Where(c => !c.IsMultipart && !c.IsText).Reverse())
                    attachments.Add(Attachment(other, attachments.Count));
                continue;
            }
            if (part.IsMultipart && part.Children.Count > 0)
            {
                for (var i = part.Children.Count - 1; i >= 0; i--)
                    open.Push(part.Children[i]);
                continue;
            }
            if (IsBody(part))
            {
                var piece = Readable(part, limits, defects);
                if (text.Length > 0 && piece.Length > 0)
                    text.Append("\n\n");
                text.Append(piece);
                attachments.AddRange(part.Embedded.Select((file, i) => Attachment(file, attachments.Count + i)));
                continue;
            }
            attachments.Add(Attachment(part, attachments.Count));
            foreach (var hidden in part.Embedded)
            {
                // Outlook's winmail.dat: the text in it counts only where the mail has no other.
                if (hidden.FileName is not null)
                    attachments.Add(Attachment(hidden, attachments.Count));
                else if (text.ToString().AsSpan().IsWhiteSpace())
                    text.Append(Readable(hidden, limits, defects));
            }
        }
        return (Tidy(text.ToString(), limits, defects), attachments);
    }

    private static bool IsBody(MimeEntity part)
    {
        if (part.IsMultipart)
            return true; // A multipart that could not be taken apart is read as text.
        if (part.Type is not ("text/plain" or "text/html" or "text/enriched" or "text/markdown"))
            return part.Depth == 0 && part.IsText;
        return !part.Disposition.Value.Equals("attachment", StringComparison.OrdinalIgnoreCase)
            && (
                part.FileName is null
                || part.Depth == 0
                || part.Disposition.Value.Equals("inline", StringComparison.OrdinalIgnoreCase)
                    && part.FileName.Length == 0
            );
    }

    /// <summary>The plain form where it says something; else the last form, which its writer thinks richest.</summary>
    private static MimeEntity Best(MimeEntity alternative)
    {
        var plain = alternative.Children.FirstOrDefault(c => c.Type == "text/plain");
        if (plain is not null && !plain.DecodeBytes().Span.Trim(" \t\r\n"u8).IsEmpty)
            return plain;
        return alternative.Children.LastOrDefault(c => c.Type == "text/html" || c.IsMultipart)
            ?? alternative.Children[^1];
    }

    private static string Readable(MimeEntity part, MailLimits limits, ICollection<string> defects)
    {
        var text = part.DecodeText(defects);
        if (text.Length > limits.TextChars)
            text = text[..limits.TextChars];
        if (
            part.Type == "text/html"
            || (part.Depth == 0 && text.AsSpan().TrimStart().StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        )
            return HtmlText.Read(text, defects);
        return string.Equals(part.ContentType["format"], "flowed", StringComparison.OrdinalIgnoreCase)
            ? Unflow(text)
            : text;
    }

    /// <summary>format=flowed (RFC 3676): a line that ends in a space goes on in the next.</summary>
    private static string Unflow(string text)
    {
        var unflowed = new StringBuilder(text.Length);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var stuffed = line.StartsWith(' ') ? line[1..] : line;
            var flows =
                stuffed.EndsWith(' ') && stuffed != "-- " && i + 1 < lines.Length && Depth(lines[i + 1]) == Depth(line);
            unflowed.Append(
                i > 0 && unflowed.Length > 0 && unflowed[^1] != '\n' && Depth(line) > 0
                    ? stuffed.TrimStart('>', ' ')
                    : stuffed
            );
            if (!flows)
                unflowed.Append('\n');
        }
        return unflowed.ToString();
    }

    private static int Depth(string line) => line.TakeWhile(c => c == '>').Count();

    private static MailAttachment Attachment(MimeEntity part, int number)
    {
        var content = part.IsMessage ? part.Body : part.DecodeBytes();
        var name =
            BareName(part.FileName) is { Length: > 0 } given ? given
            : part.IsMessage ? "message.eml"
            : $"part-{number + 1}";
        var inline =
            part.Disposition.Value.Equals("inline", StringComparison.OrdinalIgnoreCase)
            || (
                part.ContentId is not null
                && !part.Disposition.Value.Equals("attachment", StringComparison.OrdinalIgnoreCase)
            );
        return new MailAttachment(name, part.Type, content.Length, inline, part.ContentId, content);
    }

    /// <summary>Without the path that some programs send along, and without what no file system takes.</summary>
    private static string? BareName(string? given) =>
        given is null
            ? null
            : string.Concat(given[(given.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Where(c => !char.IsControl(c)))
                .Trim();

    private static string Tidy(string text, MailLimits limits, ICollection<string> defects)
    {
        if (text.Length > limits.TextChars)
        {
            defects.Add($"text longer than {limits.TextChars} characters: the whole is in the raw mail");
            text = text[..limits.TextChars];
        }
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.TrimEnd();
            empty = trimmed.Length == 0 ? empty + 1 : 0;
            if (empty > 2)
                continue;
            tidy.Append(trimmed).Append('\n');
        }
        return tidy.ToString().Trim();
    }
}
