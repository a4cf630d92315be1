using System.Globalization;

namespace ComplaintMailer.Mail.Smtp;

/// <summary>Addresses as they stand in an envelope.</summary>
internal static class SmtpAddress
{
    /// <summary>The address for the wire: a domain in other letters becomes its ASCII form. Null when it can't be mailed.</summary>
    public static string? Wire(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1 || address.Length > 254)
            return null;
        // What stands between the angle brackets ends there, whatever an address may hold.
        if (address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>'))
            return null;
        if (address.All(char.IsAscii))
            return address;
        try
        {
            return address[..(at + 1)] + new IdnMapping().GetAscii(address[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    public static bool NeedsUtf8(string address) => !address.All(char.IsAscii);

    /// <summary>RFC 3461 §4: everything but plain characters as +XX.</summary>
    public static string Xtext(string text) =>
        string.Concat(
            text.Select(c =>
                c is > ' ' and <= '~' and not ('+' or '=')
                    ? c.ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"+{(int)c:X2}")
            )
        );
}
