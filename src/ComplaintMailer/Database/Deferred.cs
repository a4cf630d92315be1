namespace ComplaintMailer.Database;

/// <summary>
/// What is being made on other processors while a transaction goes on, to be written into it as soon as it is there. It keeps
/// the order in which it was asked for, and all of it is written before the transaction ends.
/// </summary>
internal sealed class Deferred
{
    private readonly List<Item> pending = [];

    /// <summary>What is yet to be written now; see <see cref="PutBack"/>.</summary>
    public IReadOnlyList<Item> Pending => [.. pending];

    internal sealed record Item(string? About, Task Made, Action Write);

    /// <param name="about">What others may ask for before the end.</param>
    public void Add<T>(string? about, Task<T> made, Action<T> write) =>
        pending.Add(new(about, made, () => write(made.GetAwaiter().GetResult())));

    /// <summary>Writes all; it waits for what is not there yet, and throws what went wrong in making it.</summary>
    public void Settle()
    {
        foreach (var item in pending)
            item.Write();
        pending.Clear();
    }

    /// <summary>The same, where something that is asked for now is among it.</summary>
    public void Settle(string about)
    {
        if (pending.Exists(p => p.About == about))
            Settle();
    }

    /// <summary>Writes what is there already, up to the first that is not.</summary>
    public void SettleMade()
    {
        var made = pending.FindIndex(p => !p.Made.IsCompleted);
        made = made < 0 ? pending.Count : made;
        foreach (var item in pending.Take(made))
            item.Write();
        pending.RemoveRange(0, made);
    }

    /// <summary>
    /// A part of the transaction was taken back: what was asked for in it is forgotten, and what was written in it of earlier parts is
    /// to be written again.
    /// </summary>
    public void PutBack(IReadOnlyList<Item> before)
    {
        pending.Clear();
        pending.AddRange(before);
    }
}
