using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Names of charsets as mail writes them, and what to do when the name is missing or lies.</summary>
internal static class Charsets
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["cp-850"] = "ibm850",
        ["ansi"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["win-1252"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        // What is labelled Latin-1 or ASCII and isn't valid UTF-8 is nearly always Windows' superset of it.
        ["iso-8859-1"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["x-unknown"] = "windows-1252",
        ["unknown-8bit"] = "windows-1252",
        ["default"] = "windows-1252",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["ks_c_5601-1987"] = "ks_c_5601-1987",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["iso8859-15"] = "iso-8859-15",
        ["latin-9"] = "iso-8859-15",
        ["mac"] = "macintosh",
        ["x-mac-roman"] = "macintosh",
    };

    static Charsets()
    {
        // Before any encoding is asked for by name.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Fallback = Encoding.GetEncoding("windows-1252");
    }

    public static Encoding Fallback { get; }

    /// <summary>Null when nobody knows the name.</summary>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        name = name.Trim().Trim('"', '\'');
        if (Aliases.TryGetValue(name, out var proper))
            name = proper;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Text from bytes: by mark, by validity as UTF-8, by the label, and last as Windows-1252, which reads anything.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, ICollection<string>? defects = null)
    {
        if (bytes.IsEmpty)
            return "";
        if (bytes.StartsWith("\uFEFF"u8))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.Length >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE)
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.Length >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF)
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        var named = Find(label);
        if (named is null && !string.IsNullOrWhiteSpace(label))
            defects?.Add($"unknown charset {Clip(label)}");
        if (
            LooksLikeUtf16(bytes) is { } utf16
            && (named is null || !named.WebName.StartsWith("utf-16", StringComparison.Ordinal))
        )
            return utf16.GetString(bytes);
        // Escape sequences of the Japanese and Chinese seven-bit charsets are valid UTF-8 too: there the label is believed.
        var isSevenBitCode =
            named is not null
            && (
                named.WebName.StartsWith("iso-2022", StringComparison.Ordinal)
                || named.WebName is "hz-gb-2312" or "utf-7"
            );
        if (
            !isSevenBitCode
            && (named is null || named.CodePage is 65001 or 1252 or 28605)
            && TryUtf8(bytes, out var text)
        )
            return text;
        return (named is null or { CodePage: 65001 or 65000 } ? Fallback : named).GetString(bytes);
    }

    private static bool TryUtf8(ReadOnlySpan<byte> bytes, out string text)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            text = StrictUtf8.GetString(bytes);
            return true;
        }
        text = "";
        return false;
    }

    private static Encoding? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, 512)];
        int even = 0,
            odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0)
                even++;
            if (sample[i + 1] == 0)
                odd++;
        }
        var pairs = sample.Length / 2;
        if (odd * 10 > pairs * 7 && even == 0)
            return Encoding.Unicode;
        return even * 10 > pairs * 7 && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static string Clip(string name) => name.Length > 40 ? name[..40] : name;
}
