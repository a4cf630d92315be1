using System.Collections.Concurrent;
using System.Globalization;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Markup;

/// <summary>
/// The colour of an organisation, made darker or lighter until text can be read with it (WCAG 2.2 AA: 4.5 to 1). A pale
/// yellow of the house style would otherwise give buttons nobody can read.
/// </summary>
/// <param name="Bar">Behind white text.</param>
/// <param name="OnWhite">Text on the white card and on its light grey.</param>
/// <param name="OnDark">Text on the card in dark mode.</param>
internal sealed record Colours(string Bar, string OnWhite, string OnDark) : IMembers
{
    private static readonly string[] Members = ["bar", "on_white", "on_dark"];

    /// <summary>An organisation has one, and a letter asks for it each time.</summary>
    private static readonly ConcurrentDictionary<string, Colours> Known = new(StringComparer.Ordinal);

    public const double Enough = 4.5;

    /// <summary>The grey of quotations, the darkest ground links stand on.</summary>
    private static readonly Rgb LightGround = new(0xF1, 0xF4, 0xF6);

    /// <summary>The lightest ground links stand on in dark mode.</summary>
    private static readonly Rgb DarkGround = new(0x2B, 0x34, 0x3E);
    private static readonly Rgb White = new(255, 255, 255);
    private static readonly Rgb Black = new(0, 0, 0);

    IEnumerable<string> IMembers.Names => Members;

    bool IMembers.TryGet(string name, out object? value)
    {
        value = name switch
        {
            "bar" => Bar,
            "on_white" => OnWhite,
            "on_dark" => OnDark,
            _ => null,
        };
        return value is not null;
    }

    public static Colours Of(string colour) => Known.GetOrAdd(colour, Made);

    private static Colours Made(string colour)
    {
        var own = Rgb.Read(colour) ?? new(0x1F, 0x5F, 0x7A);
        var dark = own.Toward(Black, c => c.Contrast(LightGround) >= Enough);
        return new(
            dark.ToString(),
            dark.ToString(),
            own.Toward(White, c => c.Contrast(DarkGround) >= Enough).ToString()
        );
    }

    public static double Contrast(string one, string other) =>
        Rgb.Read(one) is { } a && Rgb.Read(other) is { } b
            ? a.Contrast(b)
            : throw new FormatException($"{one} or {other} is no colour of the form #rrggbb.");

    private readonly record struct Rgb(int Red, int Green, int Blue)
    {
        public static Rgb? Read(string text) =>
            text.Length == 7
            && text[0] == '#'
            && int.TryParse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var all)
                ? new(all >> 16, (all >> 8) & 255, all & 255)
                : null;

        public Rgb Toward(Rgb end, Func<Rgb, bool> isEnough)
        {
            for (var step = 0; step < 20; step++)
            {
                var mixed = Mix(end, step / 20.0);
                if (isEnough(mixed))
                    return mixed;
            }
            return end;
        }

        public double Contrast(Rgb other)
        {
            var (a, b) = (Luminance(), other.Luminance());
            return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

        private Rgb Mix(Rgb end, double part) =>
            new(Mix(Red, end.Red, part), Mix(Green, end.Green, part), Mix(Blue, end.Blue, part));

        private static int Mix(int from, int to, double part) => (int)Math.Round(from + ((to - from) * part));

        private double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

        private static double Linear(int channel)
        {
            var c = channel / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }
}
