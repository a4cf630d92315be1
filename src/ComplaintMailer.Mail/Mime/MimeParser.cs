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
        var root = HeaderBlock.Read(raw, 0, isMessage: false, limits, defects);
        if (!IsContainer(root))
            return root;
        var parts = 1;
        // Few mails have more than one level: those need no list of what is still to be opened.
        Stack<MimeEntity>? open = null;
        for (var entity = root; entity is not null; entity = Next(open))
        {
            var most = limits.Parts - parts;
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
            {
                if (IsContainer(entity.Children[i]))
                    (open ??= new(4)).Push(entity.Children[i]);
            }
        }
        return root;
    }

    private static MimeEntity? Next(Stack<MimeEntity>? open) => open?.TryPop(out var next) == true ? next : null;

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
            isMessage: false,
            limits,
            defects
        );
}
