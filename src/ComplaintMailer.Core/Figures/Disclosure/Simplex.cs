using System.Numerics;
using System.Runtime.CompilerServices;

namespace ComplaintMailer.Core.Figures.Disclosure;

/// <summary>
/// Numbers not below nothing of which sums are known, and how large another sum of them can be: the simplex method on a full
/// tableau. Fractions are allowed here; <see cref="ExactSums"/> asks for whole numbers.
/// </summary>
internal sealed class Simplex
{
    private const double Little = 1e-9;
    private const double Nothing = 1e-6;
    private readonly List<double[]> rows = [];
    private readonly List<int> basis = [];
    private readonly int width;

    private Simplex(int width) => this.width = width;

    /// <returns>A tableau that stands at some solution; null: there is none.</returns>
    public static Simplex? Start(int numbers, IReadOnlyList<Sum> sums)
    {
        if (sums.Any(s => s.Is <= 0 && s.Total < 0))
            return null;
        var simplex = new Simplex(numbers + sums.Count(s => s.Is != 0));
        var slack = numbers;
        foreach (var sum in sums)
            simplex.Add(sum, sum.Is == 0 ? -1 : slack++);
        return simplex.Feasible() ? simplex : null;
    }

    /// <summary>The largest (or, with <paramref name="sign"/> −1, minus the smallest) value of a sum.</summary>
    public double Most(int[] of, int sign)
    {
        var gain = new double[width + 1];
        foreach (var number in of)
            gain[number] += sign;
        for (var r = 0; r < rows.Count; r++)
        {
            var price = gain[basis[r]];
            if (price != 0)
                Subtract(gain, rows[r], price);
        }
        Improve(gain);
        return -gain[width];
    }

    public double[] Solution(int numbers)
    {
        var at = new double[numbers];
        for (var r = 0; r < rows.Count; r++)
        {
            if (basis[r] < numbers)
                at[basis[r]] = rows[r][width];
        }
        return at;
    }

    private void Add(Sum sum, int slack)
    {
        var row = new double[width + 1];
        foreach (var number in sum.Of)
            row[number] += 1;
        row[width] = sum.Total;
        if (slack >= 0)
            row[slack] = -sum.Is;
        rows.Add(row);
        basis.Add(sum.Is < 0 ? slack : -1);
    }

    /// <summary>A row without a number of its own stands for a sum that does not fit yet; all that is missing is made up for.</summary>
    private bool Feasible()
    {
        var gain = new double[width + 1];
        for (var r = 0; r < rows.Count; r++)
        {
            if (basis[r] < 0)
                Subtract(gain, rows[r], -1);
        }
        Improve(gain);
        if (gain[width] > Nothing)
            return false;
        for (var r = rows.Count - 1; r >= 0; r--)
        {
            if (basis[r] >= 0)
                continue;
            var column = Array.FindIndex(rows[r], 0, width, v => Math.Abs(v) > Nothing);
            if (column >= 0)
            {
                Pivot(r, column, null);
            }
            else
            {
                // It follows from the others.
                rows.RemoveAt(r);
                basis.RemoveAt(r);
            }
        }
        return true;
    }

    private void Improve(double[] gain)
    {
        // The steepest way first; when it goes round in circles, the first way, which can't.
        var most = 20 * (rows.Count + 10);
        for (var step = 0; ; step++)
        {
            var column = -1;
            for (var c = 0; c < width; c++)
            {
                if (gain[c] > Little && (column < 0 || gain[c] > gain[column]))
                {
                    column = c;
                    if (step > most)
                        break;
                }
            }
            if (column < 0)
                return;
            var leaves = -1;
            var least = double.MaxValue;
            for (var r = 0; r < rows.Count; r++)
            {
                var at = rows[r][column];
                if (at <= Little)
                    continue;
                var ratio = rows[r][width] / at;
                if (ratio < least - Little || (ratio < least + Little && basis[r] < basis[leaves]))
                    (leaves, least) = (r, Math.Min(least, ratio));
            }
            // No sum holds it: it can be as large as one likes. Ours are always held by a known number of complaints.
            if (leaves < 0)
                return;
            Pivot(leaves, column, gain);
        }
    }

    private void Pivot(int leaves, int column, double[]? gain)
    {
        var row = rows[leaves];
        var by = 1 / row[column];
        for (var c = 0; c <= width; c++)
            row[c] *= by;
        row[column] = 1;
        for (var r = 0; r < rows.Count; r++)
        {
            if (r != leaves && rows[r][column] != 0)
                Subtract(rows[r], row, rows[r][column]);
        }
        if (gain is not null && gain[column] != 0)
            Subtract(gain, row, gain[column]);
        basis[leaves] = column;
    }

    /// <summary>Most of the time of a hard question is spent here: eight numbers at once, and never slowly first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(double[] from, double[] row, double times)
    {
        var c = 0;
        var little = new Vector<double>(1e-11);
        var by = new Vector<double>(times);
        for (; c <= from.Length - Vector<double>.Count; c += Vector<double>.Count)
        {
            var left = new Vector<double>(from, c) - (by * new Vector<double>(row, c));
            Vector
                .ConditionalSelect(Vector.LessThan(Vector.Abs(left), little), Vector<double>.Zero, left)
                .CopyTo(from, c);
        }
        for (; c < from.Length; c++)
        {
            from[c] -= times * row[c];
            if (Math.Abs(from[c]) < 1e-11)
                from[c] = 0;
        }
    }
}

/// <param name="Is">0: exactly so much; 1: at least; −1: at most.</param>
public sealed record Sum(int[] Of, int Total, int Is = 0);
