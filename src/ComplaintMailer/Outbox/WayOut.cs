namespace ComplaintMailer.Outbox;

/// <summary>What a pass learns of the way its letters go out.</summary>
internal sealed class WayOut
{
    /// <summary>A letter got through.</summary>
    public bool IsThrough { get; set; }
}
