using System.Text;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading.Bounces;

/// <summary>
/// The part of a report that machines write for machines (RFC 3464, and RFC 3798 for rejections by Sieve), also without the
/// blank lines, types and fields that it should have.
/// </summary>
internal static class DeliveryStatus
{
    private const int Most = 500;
    private const int LongestDiagnostic = 1000;

    public static List<BouncedRecipient> Read(MimeEntity part)
    {
        var found = new List<BouncedRecipient>();
        var block = new Block();
        foreach (var line in Fields(part))
        {
            if (line.Length == 0)
            {
                Close(found, ref block);
                continue;
            }
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "final-recipient":
                    // A second recipient in one block: the blank line is missing.
                    if (block.Final is not null)
                        Close(found, ref block);
                    block.Final = Address(value);
                    break;
                case "original-recipient":
                    if (block.Original is not null)
                        Close(found, ref block);
                    block.Original = Address(value);
                    break;
                case "action":
                    block.Action = value.ToLowerInvariant().Split(' ', '(', ';')[0];
                    break;
                case "status":
                    block.Status = StatusCode.In(value);
                    break;
                case "diagnostic-code":
                    block.Diagnostic = AfterType(value);
                    break;
                case "disposition" when value.Contains("deleted", StringComparison.OrdinalIgnoreCase):
                    block.Action = "failed";
                    break;
            }
            if (found.Count >= Most)
                break;
        }
        Close(found, ref block);
        return found;
    }

    /// <summary>The Message-ID that some reports name among their fields.</summary>
    public static string? OriginalId(MimeEntity part)
    {
        foreach (var line in Fields(part))
        {
            foreach (var name in new[] { "original-message-id:", "x-original-message-id:", "x-message-id:" })
            {
                if (line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    return MessageIds.Read(line.AsSpan(name.Length)).FirstOrDefault();
            }
        }
        return null;
    }

    /// <summary>Unfolded lines; an empty one where blocks part.</summary>
    private static IEnumerable<string> Fields(MimeEntity part)
    {
        var field = new StringBuilder();
        foreach (var line in PlainText.Clean(Encoding.UTF8.GetString(part.DecodeBytes().Span)).Split('\n'))
        {
            if ((line.StartsWith(' ') || line.StartsWith('\t')) && line.Trim().Length > 0 && field.Length > 0)
            {
                if (field.Length < 4000)
                    field.Append(' ').Append(line.Trim());
                continue;
            }
            if (field.Length > 0)
                yield return field.ToString();
            field.Clear();
            if (line.Trim().Length == 0)
                yield return "";
            else
                field.Append(line.Trim());
        }
        if (field.Length > 0)
            yield return field.ToString();
    }

    private static void Close(List<BouncedRecipient> found, ref Block block)
    {
        var address = block.Original ?? block.Final;
        if (address is not null)
        {
            var diagnostic = block.Diagnostic is { Length: > LongestDiagnostic } longer
                ? longer[..LongestDiagnostic]
                : block.Diagnostic;
            var status = StatusCode.Refined(block.Status, diagnostic);
            found.Add(new(address, block.Action ?? Action(status), status, diagnostic));
        }
        block = new();
    }

    private static string Action(string? status) =>
        status is null ? "failed"
        : status[0] == '2' ? "delivered"
        : status[0] == '4' ? "delayed"
        : "failed";

    private static string? Address(string value)
    {
        var address = AfterType(value).Trim('<', '>', ' ', '"', '\'');
        return address.Contains('@', StringComparison.Ordinal) ? address : null;
    }

    /// <summary>“rfc822; someone@example.org” and “smtp; 550 …”, the type being optional.</summary>
    private static string AfterType(string value)
    {
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        var type = semicolon < 0 ? "" : value[..semicolon].Trim();
        return type.Length is > 0 and < 20 && !type.Contains(' ', StringComparison.Ordinal)
            ? value[(semicolon + 1)..].Trim()
            : value.Trim();
    }

    private struct Block
    {
        public string? Final;
        public string? Original;
        public string? Action;
        public string? Status;
        public string? Diagnostic;
    }
}
