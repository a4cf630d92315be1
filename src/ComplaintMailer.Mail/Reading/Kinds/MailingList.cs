using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading.Kinds;

/// <summary>
/// Mail through a list (RFC 2919, RFC 2369). A complaints address is often a group itself, at Google for one: then every
/// complaint comes through a list, and is a person's all the same.
/// </summary>
internal static class MailingList
{
    private static readonly string[] Fields = ["List-Id", "List-Post", "Mailing-List", "X-Mailing-List", "X-BeenThere"];

    /// <summary>The field that shows the list; List-Unsubscribe does not count, for programs put it into any mail.</summary>
    public static string? Find(MimeEntity root)
    {
        foreach (var name in Fields)
        {
            if (root.Unfolded(name)?.Trim() is { Length: > 0 } value)
                return $"{name}: {(value.Length > 80 ? value[..80] : value)}";
        }
        return null;
    }

    /// <summary>The list's address is one the mail was sent to, in the domain that took the mail in.</summary>
    public static bool IsOurAddress(MimeEntity root)
    {
        var own = Addresses(root, "Delivered-To")
            .Concat(Addresses(root, "X-Original-To"))
            .Concat(Addresses(root, "Envelope-To"))
            .Select(Domain)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (own.Count == 0)
            return false;
        var fields = string.Join(' ', Fields.Select(n => root.Unfolded(n) ?? ""));
        return Addresses(root, "To")
            .Concat(Addresses(root, "Cc"))
            .Concat(Addresses(root, "Delivered-To"))
            .Concat(Addresses(root, "X-Original-To"))
            .Any(a =>
                own.Contains(Domain(a))
                && (
                    fields.Contains(a, StringComparison.OrdinalIgnoreCase)
                    || fields.Contains(a.Replace('@', '.'), StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    private static IEnumerable<string> Addresses(MimeEntity root, string field) =>
        root.Addresses(field).Select(a => a.Address);

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];
}
