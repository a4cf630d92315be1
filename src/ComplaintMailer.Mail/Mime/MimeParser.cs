using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Takes a mail apart. Never throws, never recurses on the input's depth, and looks at each byte a bounded number of times.
/// </summary>
public static class MimeParser
{
    /// <param name="defects">Takes what was wrong with the mail, for people.</param>
    public static MimeEntity Parse(ReadOnlyMemory<byte> raw, MailLimits limits, ICollection<string> defects)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(defects);
        if (raw.Length > limits.MailBytes)
        {
            defects.Add($"larger than {limits.MailBytes} bytes: read up to there");
            raw = raw[..(int)limits.MailBytes];
        }
        raw = Envelope.Strip(raw, defects);
        var root = HeaderBlock.Read(raw, 0, "text/plain", limits, defects);
        var open = new Stack<MimeEntity>();
        open.Push(root);
        var parts = 1;
        while (open.TryPop(out var entity))
        {
            var most = limits.Parts - parts;
            if (!IsContainer(entity))
                continue;
            if (entity.Depth >= limits.Depth)
            {
                defects.Add($"nested deeper than {limits.Depth}: kept as it is");
                continue;
            }
            if (most <= 0)
            {
                defects.Add($"more than {limits.Parts} parts: the rest is left unread");
                break;
            }
            if (entity.IsMessage)
                entity.Add(Message(entity, limits, defects));
            else
                MultipartSplitter.Split(entity, most, limits, defects);
            parts += entity.Children.Count;
            for (var i = entity.Children.Count - 1; i >= 0; i--)
                open.Push(entity.Children[i]);
        }
        return root;
    }

    /// <summary>A mail whose Content-Type got lost may still show its parts; only the mail itself is given that chance.</summary>
    private static bool IsContainer(MimeEntity entity) =>
        entity.IsMultipart
        || entity.IsMessage
        || (
            entity.Depth == 0 && entity.ContentType.Value.Length == 0 && MultipartSplitter.LooksSplit(entity.Body.Span)
        );

    /// <summary>A message may not be encoded as a whole (RFC 2046, section 5.2.1), yet it happens.</summary>
    private static MimeEntity Message(MimeEntity entity, MailLimits limits, ICollection<string> defects) =>
        HeaderBlock.Read(
            Envelope.Strip(entity.DecodeBytes(), defects),
            entity.Depth + 1,
            "text/plain",
            limits,
            defects
        );
}
