using System.Buffers;
using System.Globalization;
using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>
/// Addresses as they may stand in a header. Addresses come from mails, so nothing here throws: what would spoil the header
/// is left out, and the server will say that such an address doesn't exist.
/// </summary>
internal static class AddressText
{
    /// <summary>RFC 5321, section 4.5.3.1: 64 before the @, 255 behind.</summary>
    private const int Longest = 320;
    private const int LongestName = 60;
    private static readonly IdnMapping Idn = new();
    private static readonly SearchValues<char> Words = With(" ");
    private static readonly SearchValues<char> OfAtom = With(".!#$%&'*+-/=?^_`{|}~");
    private static readonly SearchValues<char> OfDomain = With(".-_[]:");

    /// <param name="used">So much of the first line is taken.</param>
    public static string List(IReadOnlyList<MailAddress> addresses, int used) =>
        string.Join(", ", addresses.Select((address, i) => One(address, i == 0 ? used : Folding.ContinuedAt)));

    /// <summary>An address that can be had in ASCII is: then any server passes it on, with SMTPUTF8 or without.</summary>
    public static string Bare(string address)
    {
        address = HeaderText.OneLine(address).Trim();
        if (address.Length > Longest)
            address = address[..Longest];
        var at = address.LastIndexOf('@');
        if (at < 0)
            return Local(address);
        var local = Local(address[..at]);
        var domain = address[(at + 1)..];
        if (domain.AsSpan().ContainsAnyExcept(OfDomain))
            domain = string.Concat(domain.Where(c => c > 127 || OfDomain.Contains(c)));
        return $"{local}@{(Ascii.IsValid(local) ? AsciiDomain(domain) : domain)}";
    }

    private static string One(MailAddress address, int used)
    {
        var bare = Bare(address.Address);
        if (address.Name is null || HeaderText.OneLine(address.Name).Trim() is not { Length: > 0 } name)
            return bare;
        if (
            name.Length > LongestName
            || name.AsSpan().ContainsAnyExceptInRange(' ', '~')
            || name.Contains("=?", StringComparison.Ordinal)
        )
            return $"{EncodedWordWriter.Write(name, used)} <{bare}>";
        return !name.AsSpan().ContainsAnyExcept(Words)
            ? $"{name} <{bare}>"
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{bare}>";
    }

    /// <summary>As it is where the grammar allows it (RFC 5322, section 3.4.1), else quoted.</summary>
    private static string Local(string local)
    {
        if (local.Length > 1 && local[0] == '"' && local[^1] == '"')
            local = Unquoted(local[1..^1]);
        if (local.Length > 0 && (!local.AsSpan().ContainsAnyExcept(OfAtom) || local.All(IsOfAtom)))
            return local;
        return $"\"{local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static string Unquoted(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            plain.Append(text[i]);
        }
        return plain.ToString();
    }

    private static bool IsOfAtom(char c) => c > 127 || OfAtom.Contains(c);

    private static SearchValues<char> With(string signs) =>
        SearchValues.Create([
            .. Enumerable.Range(0, 128).Select(c => (char)c).Where(char.IsAsciiLetterOrDigit),
            .. signs,
        ]);

    private static string AsciiDomain(string domain)
    {
        if (Ascii.IsValid(domain))
            return domain;
        try
        {
            return Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
