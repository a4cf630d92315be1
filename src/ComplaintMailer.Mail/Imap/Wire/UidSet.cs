using System.Globalization;
using System.Text;

namespace ComplaintMailer.Mail.Imap.Wire;

/// <summary>Sets of UIDs as IMAP writes them: 2:5,9.</summary>
internal static class UidSet
{
    /// <param name="uids">In ascending order.</param>
    public static string Write(IReadOnlyList<uint> uids)
    {
        var text = new StringBuilder();
        for (var i = 0; i < uids.Count; )
        {
            var last = i;
            while (last + 1 < uids.Count && uids[last + 1] == uids[last] + 1)
                last++;
            if (text.Length > 0)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{uids[i]}");
            if (last > i)
                text.Append(CultureInfo.InvariantCulture, $":{uids[last]}");
            i = last + 1;
        }
        return text.ToString();
    }

    /// <exception cref="FormatException">It is none, or holds more than a mailbox can.</exception>
    public static IEnumerable<uint> Read(string text)
    {
        var total = 0L;
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var one = Number(colon < 0 ? part : part[..colon]);
            var other = colon < 0 ? one : Number(part[(colon + 1)..]);
            var (low, high) = one < other ? (one, other) : (other, one);
            total += high - low + 1;
            if (total > ImapLimits.MailsMax)
                throw new FormatException("a set of more mails than a mailbox holds");
            for (long uid = low; uid <= high; uid++)
                yield return (uint)uid;
        }
    }

    private static uint Number(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{text[..Math.Min(text.Length, 20)]}' is no UID");
}
