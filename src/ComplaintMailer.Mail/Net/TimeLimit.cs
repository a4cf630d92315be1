namespace ComplaintMailer.Mail.Net;

/// <summary>A token that is cancelled by the caller or by the clock, whichever comes first.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource joined;

    public TimeLimit(TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        timer = new CancellationTokenSource(atMost, clock);
        joined = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
    }

    public CancellationToken Token => joined.Token;

    public void Dispose()
    {
        joined.Dispose();
        timer.Dispose();
    }
}
