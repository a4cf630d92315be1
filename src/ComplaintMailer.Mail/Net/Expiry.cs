namespace ComplaintMailer.Mail.Net;

/// <summary>Something that stops working on a day that is known beforehand, such as a certificate or a client secret.</summary>
public sealed record Expiry(string What, DateTimeOffset At);

/// <summary>Can say what of it expires when; people are told 14, 7 and 1 days before.</summary>
public interface IExpires
{
    /// <summary>What is known now; a certificate is known after the first connection.</summary>
    IReadOnlyList<Expiry> Expiries { get; }
}
