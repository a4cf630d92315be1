using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Names of charsets as mail writes them, and what to do when the name is missing or lies.</summary>
internal static class Charsets
{
    private const int Utf7 = 65000;
    private const int Utf8CodePage = 65001;
    private const int Western = 1252;
    private const int Latin9 = 28605;

    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    /// <summary>Reads anything: every byte is a character.</summary>
    public static Encoding Fallback { get; } = CodePages.GetEncoding(Western)!;

    private static readonly Dictionary<string, Encoding> BuiltIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf-8"] = Encoding.UTF8,
        ["unicode-1-1-utf-8"] = Encoding.UTF8,
        ["utf-16"] = Encoding.Unicode,
        ["utf-16le"] = Encoding.Unicode,
        ["unicode"] = Encoding.Unicode,
        ["ucs-2"] = Encoding.Unicode,
        ["iso-10646-ucs-2"] = Encoding.BigEndianUnicode,
        ["utf-16be"] = Encoding.BigEndianUnicode,
        ["utf-32"] = Encoding.UTF32,
        ["utf-32le"] = Encoding.UTF32,
        ["utf-32be"] = new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        ["utf-7"] = new Utf7Decoder(),
        ["unicode-1-1-utf-7"] = new Utf7Decoder(),
        // What is labelled Latin-1 or ASCII and isn't valid UTF-8 is nearly always Windows' superset of it.
        ["us-ascii"] = Fallback,
        ["ascii"] = Fallback,
        ["iso-8859-1"] = Fallback,
    };

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf_8"] = "utf-8",
        ["utf-8-bom"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["x-utf-8"] = "utf-8",
        ["unicode-utf-8"] = "utf-8",
        ["utf16"] = "utf-16",
        ["utf7"] = "utf-7",
        ["ansi"] = "windows-1252",
        ["ansi_x3.4-1968"] = "us-ascii",
        ["ansi_x3.110-1983"] = "iso-8859-1",
        ["646"] = "us-ascii",
        ["iso646-us"] = "us-ascii",
        ["7bit"] = "us-ascii",
        ["8bit"] = "windows-1252",
        ["x-unknown"] = "windows-1252",
        ["unknown"] = "windows-1252",
        ["unknown-8bit"] = "windows-1252",
        ["default"] = "windows-1252",
        ["default_charset"] = "windows-1252",
        ["none"] = "windows-1252",
        ["user-defined"] = "windows-1252",
        ["x-user-defined"] = "windows-1252",
        ["latin1"] = "iso-8859-1",
        ["latin-1"] = "iso-8859-1",
        ["latin2"] = "iso-8859-2",
        ["latin9"] = "iso-8859-15",
        ["latin-9"] = "iso-8859-15",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["iso-8859-8-e"] = "iso-8859-8",
        ["iso-8859-6-i"] = "iso-8859-6",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        // The nearest there is: Baltic for Nordic, Central European for Romanian.
        ["iso-8859-10"] = "iso-8859-4",
        ["iso-8859-16"] = "iso-8859-2",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["ujis"] = "euc-jp",
        ["iso-2022-jp-1"] = "iso-2022-jp",
        ["iso-2022-jp-2"] = "iso-2022-jp",
        ["iso-2022-jp-3"] = "iso-2022-jp",
        ["iso-2022-jp-ms"] = "iso-2022-jp",
        ["euckr"] = "euc-kr",
        ["uhc"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987",
        ["windows-949"] = "ks_c_5601-1987",
        ["ksc5601"] = "ks_c_5601-1987",
        ["big5-hkscs"] = "big5",
        ["big-5"] = "big5",
        ["cp950"] = "big5",
        ["koi8"] = "koi8-r",
        ["koi8-ru"] = "koi8-u",
        ["mac"] = "macintosh",
        ["macroman"] = "macintosh",
        ["x-mac-roman"] = "macintosh",
        ["apple-roman"] = "macintosh",
        ["cp437"] = "ibm437",
        ["cp850"] = "ibm850",
        ["cp-850"] = "ibm850",
        ["cp852"] = "ibm852",
        ["cp858"] = "ibm00858",
        ["cp866"] = "cp866",
    };

    static Charsets() => Encoding.RegisterProvider(CodePages);

    /// <summary>Null when nobody knows the name.</summary>
    public static Encoding? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 60)
            return null;
        var bare = name.AsSpan().Trim("\"' \t;,");
        if (bare.Length < name.Length)
            name = bare.ToString();
        if (name.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            name = name[8..].Trim('"', '\'');
        if (name.Length == 0)
            return null;
        return Known(name) ?? Guess(name);
    }

    private static Encoding? Known(string name)
    {
        if (Aliases.TryGetValue(name, out var proper))
            name = proper;
        return BuiltIn.GetValueOrDefault(name) ?? CodePages.GetEncoding(name);
    }

    /// <summary>cp1252, win1252, windows1252, iso8859-1, iso_8859-1, iso88591, 8859-1 and their like.</summary>
    private static Encoding? Guess(string name)
    {
        var plain = new string([.. name.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        var digits = plain.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz");
        var letters = plain.AsSpan(0, plain.Length - digits.Length);
        if (letters is "iso" or "" or "isoir" && digits.StartsWith("8859") && digits.Length is 5 or 6)
            return Known($"iso-8859-{digits[4..]}");
        if (letters is "cp" or "win" or "windows" or "xcp" or "ms" && digits.Length is 3 or 4)
            return CodePages.GetEncoding(Number(digits));
        return letters is "ibm" or "dos" && digits.Length == 3 ? CodePages.GetEncoding(Number(digits)) : null;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(
            digits,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;

    /// <summary>Text from bytes: by mark, by validity as UTF-8, by the label, and last as Windows-1252, which reads anything.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? label, ICollection<string>? defects = null)
    {
        if (bytes.IsEmpty)
            return "";
        var encoding = Choose(bytes, label, defects, out var mark);
        return encoding.GetString(bytes[mark..]);
    }

    /// <summary>
    /// The same for a text that is ASCII or UTF-8 whatever its label says of the West, as nearly all are: letters in borrowed memory, to
    /// be given back. Null for all others.
    /// </summary>
    public static char[]? Borrow(ReadOnlySpan<byte> bytes, string? label, out int length)
    {
        length = 0;
        // A byte order mark, an escape to Japanese, a NUL: all that needs a closer look.
        if (bytes.IsEmpty || bytes[0] >= 0xFE || bytes.StartsWith("\uFEFF"u8) || bytes.ContainsAny((byte)0, (byte)0x1B))
            return null;
        var named = Find(label);
        var isTold = named is not null || !string.IsNullOrWhiteSpace(label);
        if ((isTold && named is not { CodePage: Utf8CodePage or Western or Latin9 }) || !Utf8.IsValid(bytes))
            return null;
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        length = Encoding.UTF8.GetChars(bytes, letters);
        return letters;
    }

    /// <summary>The same, into a text that is being put together.</summary>
    public static void Decode(ReadOnlySpan<byte> bytes, string? label, StringBuilder into)
    {
        if (bytes.IsEmpty)
            return;
        var encoding = Choose(bytes, label, null, out var mark);
        bytes = bytes[mark..];
        var letters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        into.Append(letters, 0, encoding.GetChars(bytes, letters));
        ArrayPool<char>.Shared.Return(letters);
    }

    /// <param name="mark">The length of the byte order mark, which is no text.</param>
    private static Encoding Choose(ReadOnlySpan<byte> bytes, string? label, ICollection<string>? defects, out int mark)
    {
        if (Marked(bytes, out mark) is { } marked)
            return marked;
        var named = Find(label);
        if (named is null && !string.IsNullOrWhiteSpace(label))
            defects?.Add($"unknown charset {Clip(label)}");
        if (bytes.Contains((byte)0) && !IsWide(named) && LooksLikeUtf16(bytes) is { } utf16)
            return utf16;
        if (named is not null && named.CodePage is not (Utf8CodePage or Western or Latin9))
            return named;
        if (Ascii.IsValid(bytes))
        {
            // An escape to Japanese needs no label to be sure of.
            return named is null && bytes.IndexOf("\u001b$B"u8) >= 0
                ? CodePages.GetEncoding("iso-2022-jp")!
                : Encoding.ASCII;
        }
        if (Utf8.IsValid(bytes) || (named is null or { CodePage: Utf8CodePage } && IsMostlyUtf8(bytes)))
            return Encoding.UTF8;
        return named is null or { CodePage: Utf8CodePage } ? Fallback : named;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes, out int mark)
    {
        mark = 0;
        switch (bytes[0])
        {
            case 0xEF when bytes.StartsWith("\uFEFF"u8):
                mark = 3;
                return Encoding.UTF8;
            // In a Western text these two are no letters that begin a word.
            case 0xFF when bytes.Length >= 2 && bytes[1] == 0xFE:
                mark = 2;
                return Encoding.Unicode;
            case 0xFE when bytes.Length >= 2 && bytes[1] == 0xFF:
                mark = 2;
                return Encoding.BigEndianUnicode;
            default:
                return null;
        }
    }

    private static bool IsWide(Encoding? encoding) => encoding?.CodePage is 1200 or 1201 or 12000 or 12001 or Utf7;

    /// <summary>One letter cut in two, or one stray byte, does not make a text Western: no fewer whole letters than broken bytes. A letter that the end cuts off is not broken.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0,
            broken = 0;
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0)
                break;
            bytes = bytes[plain..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.Done)
                whole++;
            else if (status == OperationStatus.InvalidData)
                broken++;
            bytes = bytes[used..];
        }
        return whole > 0 && whole >= broken;
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
