using System.Text;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>Delivery reports: RFC 3464, and what servers write that never read it.</summary>
internal static class BounceReader
{
    private static readonly string[] Senders =
    [
        "mailer-daemon",
        "postmaster",
        "microsoftexchange",
        "mail-daemon",
        "postfix",
    ];
    private static readonly string[] Subjects =
    [
        "undelivered mail",
        "undeliverable",
        "delivery status notification",
        "mail delivery failed",
        "returned mail",
        "failure notice",
        "delivery failure",
        "onbestelbaar",
        "niet bezorgd",
        "mail delivery system",
        "delivery has failed",
        "message delivery",
        "unzustellbar",
        "non remis",
    ];

    public static BounceReport? Read(MimeEntity root, string text, string subject)
    {
        var parts = All(root).ToList();
        var status = parts.FirstOrDefault(p => p.Type is "message/delivery-status" or "message/global-delivery-status");
        if (status is not null)
        {
            var recipients = Recipients(status);
            if (recipients.Count == 0)
                recipients = FromWords(text);
            return new BounceReport(recipients, Original(parts, text));
        }
        var from = AddressList.Read(root.Unfolded("From")).FirstOrDefault()?.Address ?? "";
        var isDaemon = Senders.Any(s => from.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        var isNull = root.Unfolded("Return-Path")?.Trim() is "<>";
        var says = Subjects.Any(s => subject.Contains(s, StringComparison.OrdinalIgnoreCase));
        if (!(isDaemon && (says || isNull)) && !(isNull && says))
            return null;
        return new BounceReport(FromWords(text), Original(parts, text));
    }

    private static List<BouncedRecipient> Recipients(MimeEntity status)
    {
        var found = new List<BouncedRecipient>();
        var text = Encoding.UTF8.GetString(status.DecodeBytes().Span).ReplaceLineEndings("\n");
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            string? address = null,
                action = null,
                code = null,
                diagnostic = null;
            string? last = null;
            foreach (var line in block.Split('\n'))
            {
                if (line.StartsWith(' ') || line.StartsWith('\t'))
                {
                    if (last == "diagnostic-code")
                        diagnostic += " " + line.Trim();
                    continue;
                }
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon < 0)
                    continue;
                last = line[..colon].Trim().ToLowerInvariant();
                var value = line[(colon + 1)..].Trim();
                switch (last)
                {
                    case "final-recipient":
                        address ??= AfterType(value);
                        break;
                    case "original-recipient":
                        address = AfterType(value);
                        break;
                    case "action":
                        action = value.ToLowerInvariant().Split(' ')[0];
                        break;
                    case "status":
                        code = value.Split(' ')[0];
                        break;
                    case "diagnostic-code":
                        diagnostic = AfterType(value);
                        break;
                }
            }
            if (address is not null)
                found.Add(new(address, action ?? "failed", code ?? Code(diagnostic), diagnostic));
        }
        return found;
    }

    /// <summary>“rfc822; someone@example.org” and “smtp; 550 …”.</summary>
    private static string AfterType(string value)
    {
        var semicolon = value.IndexOf(';', StringComparison.Ordinal);
        return (semicolon < 0 ? value : value[(semicolon + 1)..]).Trim().Trim('<', '>');
    }

    private static List<BouncedRecipient> FromWords(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < Math.Min(lines.Length, 60); i++)
        {
            if (Address(lines[i]) is not { } address)
                continue;
            var near = string.Join(' ', lines.Skip(i).Take(6).Select(l => l.Trim())).Trim();
            return [new(address, "failed", Code(near), near.Length > 400 ? near[..400] : near)];
        }
        return [];
    }

    private static string? Address(string line)
    {
        foreach (var word in line.Split([' ', '\t', ',', '(', ')', '"', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.Trim('<', '>', ':', ';', '.', '[', ']');
            var at = bare.IndexOf('@', StringComparison.Ordinal);
            if (
                at > 0
                && at < bare.Length - 3
                && bare.IndexOf('.', at) > 0
                && !bare.Contains('/', StringComparison.Ordinal)
            )
                return bare;
        }
        return null;
    }

    /// <summary>An enhanced status code (RFC 3463) in running text, or one deduced from the reply code.</summary>
    private static string? Code(string? text)
    {
        if (text is null)
            return null;
        foreach (
            var word in text.Split([' ', '\t', '-', '(', ')', '#', ';', ','], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var parts = word.Trim('.', ':').Split('.');
            if (
                parts is [['2' or '4' or '5'], { Length: 1 or 2 or 3 }, { Length: 1 or 2 or 3 }]
                && parts.All(p => p.All(char.IsAsciiDigit))
            )
                return string.Join('.', parts);
        }
        foreach (var word in text.Split([' ', '\t', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "550" or "551" or "553")
                return "5.1.1";
            if (word is "552")
                return "5.2.2";
            if (word is "421" or "450" or "451" or "452")
                return "4.0.0";
        }
        return null;
    }

    private static string? Original(List<MimeEntity> parts, string text)
    {
        foreach (var part in parts.Where(p => p.IsMessage).SelectMany(p => p.Children))
        {
            if (MessageIds.Read(part.Unfolded("Message-ID")).FirstOrDefault() is { } id)
                return id;
        }
        foreach (var part in parts.Where(p => p.Type is "text/rfc822-headers" or "message/global-headers"))
        {
            if (FromLines(Encoding.UTF8.GetString(part.DecodeBytes().Span)) is { } id)
                return id;
        }
        return FromLines(text);
    }

    private static string? FromLines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimStart('>', ' ', '\t');
            if (trimmed.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
                return MessageIds.Read(trimmed[11..]).FirstOrDefault();
        }
        return null;
    }

    private static IEnumerable<MimeEntity> All(MimeEntity root)
    {
        var open = new Stack<MimeEntity>();
        open.Push(root);
        while (open.TryPop(out var part))
        {
            yield return part;
            for (var i = part.Children.Count - 1; i >= 0; i--)
                open.Push(part.Children[i]);
        }
    }
}
