using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Running;

/// <summary>What operators do to values.</summary>
internal static class Operators
{
    public static object? Apply(Context context, Node node, string sign, object? left, object? right)
    {
        switch (sign)
        {
            case "==":
                return Same(context, left, right);
            case "!=":
                return !Same(context, left, right);
            case "<" or ">" or "<=" or ">=":
                return Ordered(context, node, sign, left, right);
        }
        if (left is string or SafeText || right is string or SafeText)
            return Texts(context, node, sign, left, right);
        if (left is null || right is null)
            return null;
        if (left is DateTime or TimeSpan || right is DateTime or TimeSpan)
            return Times(node, sign, left, right);
        if (left is IReadOnlyList<object?> list && right is IReadOnlyList<object?> more && sign == "+")
        {
            context.Step(node, list.Count + more.Count);
            return new TemplateArray(list.Concat(more));
        }
        if (left is IReadOnlyList<object?> items && right is long times && sign == "*")
        {
            context.Step(node, items.Count * Math.Clamp(times, 0, int.MaxValue));
            return new TemplateArray(Enumerable.Range(0, (int)Math.Max(0, times)).SelectMany(_ => items));
        }
        return Numbers(node, sign, left, right);
    }

    public static bool Same(Context context, object? left, object? right)
    {
        if (left is Nothing)
            return Value.IsEmpty(right);
        if (right is Nothing)
            return Value.IsEmpty(left);
        if (left is null || right is null)
            return left is null && right is null;
        if (left is string or SafeText || right is string or SafeText)
            return context.Text(left) == context.Text(right);
        if (left is IReadOnlyList<object?> list && right is IReadOnlyList<object?> other)
        {
            // Lists within lists within lists are compared by what they are, not by what they hold.
            return ReferenceEquals(list, other)
                || (
                    list.Count == other.Count
                    && !list.Where((item, i) => !SameItem(context, Value.Of(item), Value.Of(other[i]))).Any()
                );
        }
        return IsNumber(left) && IsNumber(right) ? CompareNumbers(left, right) == 0 : left.Equals(right);
    }

    private static bool SameItem(Context context, object? left, object? right) =>
        left is IReadOnlyList<object?> || right is IReadOnlyList<object?>
            ? ReferenceEquals(left, right)
            : Same(context, left, right);

    /// <summary>Order for sorting: nothing first, then numbers, then the rest by its text.</summary>
    public static int Compare(Context context, object? left, object? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        if (IsNumber(left) && IsNumber(right))
            return CompareNumbers(left, right);
        if (left is DateTime a && right is DateTime b)
            return a.CompareTo(b);
        if (left is TimeSpan c && right is TimeSpan d)
            return c.CompareTo(d);
        return string.CompareOrdinal(context.Text(left), context.Text(right));
    }

    private static bool Ordered(Context context, Node node, string sign, object? left, object? right)
    {
        if (left is null || right is null)
            return false;
        var comparable =
            left is string or SafeText
            || right is string or SafeText
            || (IsNumber(left) && IsNumber(right))
            || (left is DateTime && right is DateTime)
            || (left is TimeSpan && right is TimeSpan);
        if (!comparable)
            throw node.Fault($"`{sign}` cannot compare {Value.KindOf(left)} with {Value.KindOf(right)}");
        var order = Compare(context, left, right);
        return sign switch
        {
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        };
    }

    private static object Texts(Context context, Node node, string sign, object? left, object? right)
    {
        if (sign == "+")
        {
            // Joined with HTML, the other part becomes HTML too.
            if (left is SafeText || right is SafeText)
                return new SafeText(context.Short(node, Html.Of(context, left) + Html.Of(context, right)));
            return context.Short(node, context.Text(left) + context.Text(right));
        }
        if (sign == "*")
        {
            var (text, times) = left is string or SafeText ? (left, right) : (right, left);
            if (times is not string && Value.TryInteger(times, out var count))
            {
                var once = context.Text(text);
                context.CheckLength(node, once.Length * Math.Clamp(count, 0, int.MaxValue));
                var repeated = string.Concat(Enumerable.Repeat(once, (int)Math.Clamp(count, 0, int.MaxValue)));
                return text is SafeText ? new SafeText(repeated) : repeated;
            }
        }
        throw node.Fault($"`{sign}` does not work on a text");
    }

    private static object Times(Node node, string sign, object left, object right)
    {
        try
        {
            return (left, sign, right) switch
            {
                (DateTime a, "-", DateTime b) => a - b,
                (DateTime a, "-", TimeSpan b) => a - b,
                (DateTime a, "+", TimeSpan b) => a + b,
                (TimeSpan a, "+", DateTime b) => b + a,
                (TimeSpan a, "+", TimeSpan b) => a + b,
                (TimeSpan a, "-", TimeSpan b) => a - b,
                _ => throw Impossible(node, sign, left, right),
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw node.Fault("there is no such date or time");
        }
    }

    private static object Numbers(Node node, string sign, object left, object right)
    {
        if (!IsNumber(left) || !IsNumber(right))
            throw Impossible(node, sign, left, right);
        try
        {
            if (left is long a && right is long b)
                return Whole(node, sign, a, b);
            if (left is decimal || right is decimal)
                return Exact(node, sign, ToDecimal(left), ToDecimal(right));
            return Floating(node, sign, ToDouble(left), ToDouble(right));
        }
        catch (OverflowException)
        {
            throw node.Fault("the outcome is too large a number");
        }
        catch (DivideByZeroException)
        {
            throw node.Fault("division by zero");
        }
    }

    private static object Whole(Node node, string sign, long a, long b) =>
        sign switch
        {
            "+" => checked(a + b),
            "-" => checked(a - b),
            "*" => checked(a * b),
            "/" when b == 0 => throw new DivideByZeroException(),
            "/" => a / (double)b,
            "//" => checked(a / b),
            "%" => b == -1 ? 0L : a % b,
            "<<" when b is >= 0 and < 63 => checked(a * (1L << (int)b)),
            ">>" when b is >= 0 and < 64 => a >> (int)b,
            _ => throw Impossible(node, sign, a, b),
        };

    private static object Exact(Node node, string sign, decimal a, decimal b) =>
        sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "//" => decimal.Round(a / b),
            "%" => a % b,
            _ => throw Impossible(node, sign, a, b),
        };

    private static object Floating(Node node, string sign, double a, double b) =>
        sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "//" => Math.Round(a / b),
            "%" => a % b,
            _ => throw Impossible(node, sign, a, b),
        };

    public static object? Negate(Node node, object? value) =>
        value switch
        {
            null => null,
            long n => n == long.MinValue ? throw node.Fault("the outcome is too large a number") : -n,
            double n => -n,
            decimal n => -n,
            TimeSpan span => span == TimeSpan.MinValue ? throw node.Fault("there is no such time span") : -span,
            _ => throw node.Fault($"`-` needs a number, this is {Value.KindOf(value)}"),
        };

    public static bool IsNumber(object? value) => value is long or double or decimal;

    public static double ToDouble(object? value) =>
        value switch
        {
            long n => n,
            double n => n,
            decimal n => (double)n,
            _ => 0,
        };

    private static decimal ToDecimal(object value) =>
        value switch
        {
            long n => n,
            double n => (decimal)n,
            decimal n => n,
            _ => 0,
        };

    private static int CompareNumbers(object left, object right)
    {
        if (left is long a && right is long b)
            return a.CompareTo(b);
        if (left is decimal m && right is decimal n)
            return m.CompareTo(n);
        return ToDouble(left).CompareTo(ToDouble(right));
    }

    private static TemplateException Impossible(Node node, string sign, object left, object right) =>
        node.Fault($"`{sign}` does not work on {Value.KindOf(left)} and {Value.KindOf(right)}");
}
