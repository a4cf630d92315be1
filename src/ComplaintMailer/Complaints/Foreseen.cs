using ComplaintMailer.Core.Cases;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Complaints;

/// <summary>
/// A complaint that is being worked out before its turn to be written has come. It holds if by then all that was taken for granted is so:
/// its number, what was read in it, who is away. Else the work is done anew.
/// </summary>
internal sealed class Foreseen(
    Filing filing,
    string number,
    IReadOnlyList<Absence> absences,
    DataKey key,
    Func<DataKey, Worked> work
) : IDisposable
{
    private readonly Task<Worked> work = Task.Run(() => work(key));

    public Filing Filing => filing;
    public DataKey Key => key;

    public bool Holds(Filing asked, string itsNumber, IReadOnlyList<Absence> away) =>
        ReferenceEquals(asked, filing) && itsNumber == number && away.SequenceEqual(absences);

    /// <summary>Waits for it, and throws what went wrong with it.</summary>
    public Worked Take() => work.GetAwaiter().GetResult();

    /// <summary>The key is put away once nobody works with it any more.</summary>
    public void Dispose() => _ = work.ContinueWith(_ => key.Dispose(), TaskScheduler.Default);
}
