using System.Globalization;
using System.Security.Cryptography;
using ComplaintMailer.Templates.Running;

namespace ComplaintMailer.Templates.Builtins;

internal static class MathFunctions
{
    public static BuiltinObject Make() =>
        new BuiltinObject("math")
            .With(
                "abs",
                "value",
                g =>
                    g[0] is decimal m ? Math.Abs(m)
                    : Sign(g) < 0 ? Operators.Negate(g.Node, g[0])
                    : g[0]
            )
            .With("ceil", "value", g => Whole(g, decimal.Ceiling, Math.Ceiling))
            .With("floor", "value", g => Whole(g, decimal.Floor, Math.Floor))
            .With("round", "value precision?", Round)
            .With("plus", "value with", g => Operators.Apply(g.Context, g.Node, "+", g[0], g[1]))
            .With("minus", "value with", g => Operators.Apply(g.Context, g.Node, "-", g[0], g[1]))
            .With("times", "value with", g => Operators.Apply(g.Context, g.Node, "*", g[0], g[1]))
            .With("modulo", "value with", g => Operators.Apply(g.Context, g.Node, "%", g[0], g[1]))
            .With("divided_by", "value divisor", DividedBy)
            .With("format", "value format culture?", Format)
            .With("is_number", "value", g => Operators.IsNumber(g[0]))
            .With("random", "minValue maxValue", Random)
            .With("uuid", "", _ => Guid.NewGuid().ToString("D"));

    private static int Sign(Given given) => given.Has(0) ? Math.Sign(given.Real(0)) : 0;

    private static object? Whole(Given given, Func<decimal, decimal> exact, Func<double, double> real) =>
        given[0] switch
        {
            null or long => given[0],
            decimal m => exact(m),
            _ => real(given.Real(0)),
        };

    private static object? Round(Given given)
    {
        var digits = given.Has(1) ? given.Small(1) : 0;
        if (digits is < 0 or > 15)
            throw given.Fault("the precision is 0 to 15");
        return Whole(
            given,
            m => decimal.Round(m, digits, MidpointRounding.AwayFromZero),
            d => Math.Round(d, digits, MidpointRounding.AwayFromZero)
        );
    }

    private static object? DividedBy(Given given)
    {
        var quotient = Operators.Apply(given.Context, given.Node, "/", given[0], given[1]);
        // By a whole number, the outcome is whole as well.
        if (given[1] is not long || quotient is null)
            return quotient;
        var floor = Math.Floor(Operators.ToDouble(quotient));
        return Math.Abs(floor) < 9e18 ? (long)floor : floor;
    }

    public static object? Format(Given given)
    {
        if (given[0] is not IFormattable value)
            return given.Text(0);
        if (given.Text(1).Length > 100)
            throw given.Fault("this format is too long");
        try
        {
            var text = value.ToString(given.Text(1), CultureInfo.InvariantCulture);
            return given.Text(2).StartsWith("nl", StringComparison.OrdinalIgnoreCase) ? Dutch(text) : text;
        }
        catch (FormatException)
        {
            throw given.Fault($"`{given.Text(1)}` is no format for {Value.KindOf(given[0])}");
        }
    }

    /// <summary>The Dutch write a comma where the English write a point.</summary>
    private static string Dutch(string text) =>
        string.Create(
            text.Length,
            text,
            (span, t) =>
            {
                for (var i = 0; i < t.Length; i++)
                    span[i] =
                        t[i] is ',' ? '.'
                        : t[i] is '.' ? ','
                        : t[i];
            }
        );

    private static object Random(Given given)
    {
        var (from, to) = (given.Small(0), given.Small(1));
        return from < to
            ? (long)RandomNumberGenerator.GetInt32(from, to)
            : throw given.Fault("the second number must be greater than the first");
    }
}
