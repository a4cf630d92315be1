using System.Runtime.ExceptionServices;

namespace ComplaintMailer.Complaints;

/// <summary>Work on several things on all processors, with what came of it in their order.</summary>
internal static class SideBySide
{
    /// <returns>What one after the other would have given; where some fail, the fault of the first of them is thrown.</returns>
    public static IReadOnlyList<TMade> Of<TItem, TMade>(IReadOnlyList<TItem> items, Func<TItem, TMade> make)
    {
        if (items.Count < 2)
            return [.. items.Select(make)];
        var made = new TMade[items.Count];
        var faults = new ExceptionDispatchInfo?[items.Count];
        Parallel.For(
            0,
            items.Count,
            i =>
            {
                try
                {
                    made[i] = make(items[i]);
                }
                catch (Exception e)
                {
                    faults[i] = ExceptionDispatchInfo.Capture(e);
                }
            }
        );
        Array.Find(faults, f => f is not null)?.Throw();
        return made;
    }
}
