namespace ComplaintMailer.Mail.Reading.Bounces;

/// <summary>What mail servers say in words: that a mail did not arrive, to whom, and why.</summary>
internal static class BounceWords
{
    private const int LinesMax = 150;
    private const int RecipientsMax = 100;
    private const int DiagnosticMax = 400;

    private static readonly Phrases Subjects = new(
        "undelivered mail returned",
        "undeliverable",
        "undelivered",
        "undeliver",
        "delivery status notification",
        "mail delivery failed",
        "mail delivery failure",
        "mail delivery problem",
        "mail delivery error",
        "mail system error",
        "mail system: ",
        "returned mail",
        "returned to sender",
        "return to sender",
        "failure notice",
        "delivery failure",
        "delivery failed",
        "delivery error",
        "delivery report",
        "delivery notification",
        "delivery delayed",
        "delivery is delayed",
        "bezorging vertraagd",
        "vertraagde bezorging",
        "delayed mail",
        "message delayed",
        "warning: message",
        "warning: could not send",
        "nondeliverable",
        "non-delivery",
        "rejected:",
        "automatically rejected mail",
        "message rejected",
        "message you sent blocked",
        "couldn't deliver",
        "could not be delivered",
        "not delivered",
        "onbestelbaar",
        "niet bezorgd",
        "niet te bezorgen",
        "niet afgeleverd",
        "kon niet worden bezorgd",
        "bezorging mislukt",
        "bezorging is mislukt",
        "aflevering mislukt",
        "mislukte bezorging",
        "bezorgingsrapport",
        "unzustellbar",
        "zustellung fehlgeschlagen",
        "nicht zugestellt",
        "non remis",
        "non distribuable",
        "échec de la remise",
        "échec de remise",
        "mail delivery subsystem"
    );

    private static readonly Phrases Failures = new(
        "could not be delivered",
        "couldn't be delivered",
        "cannot be delivered",
        "can't be delivered",
        "wasn't delivered",
        "was not delivered",
        "not be delivered",
        "wasn't able to deliver",
        "unable to deliver",
        "undeliverable",
        "delivery has failed",
        "delivery failed",
        "delivery to the following",
        "did not reach",
        "has not yet been delivered",
        "not yet been delivered",
        "will retry",
        "permanent fatal errors",
        "permanent error",
        "transient non-fatal errors",
        "an error has occurred while attempting to deliver",
        "automatically rejected",
        "was rejected",
        "returned to sender",
        "has been delayed",
        "is vertraagd",
        "delivery is delayed",
        "is delayed",
        "delivery status notification",
        "temporary problem delivering",
        "delivery incomplete",
        "message blocked",
        "address not found",
        "kan niet worden bezorgd",
        "kon niet worden bezorgd",
        "konden niet worden bezorgd",
        "niet bezorgd",
        "niet worden afgeleverd",
        "niet afgeleverd",
        "niet afleveren",
        "niet kunnen bezorgen",
        "bezorging is mislukt",
        "niet bereikt",
        "nog niet bezorgd",
        "niet bezorgen",
        "onbestelbaar",
        "nicht zugestellt",
        "fehler bei der nachrichtenzustellung",
        "unzustellbar",
        "échec de la remise",
        "n'a pas pu être remis",
        "n’a pas pu être remis",
        "n'a pas été remis"
    );

    private static readonly Phrases Delays = new(
        "delayed",
        "has not yet been delivered",
        "not yet been delivered",
        "will retry",
        "will continue to try",
        "delivery attempts will continue",
        "still trying",
        "still being retried",
        "do not need to resend",
        "could not send message for past",
        "transient non-fatal errors",
        "delivery incomplete",
        "temporary problem delivering",
        "vertraagd",
        "vertraging",
        "nog niet bezorgd",
        "opnieuw proberen",
        "blijft proberen",
        "verzögert",
        "retardé"
    );

    private static readonly Phrases GivenUp = new(
        "permanent error",
        "permanent fatal",
        "given up",
        "giving up",
        "giving up on",
        "failed permanently",
        "could not be delivered for more than",
        "kon niet worden bezorgd",
        "undelivered mail returned"
    );

    private static readonly Phrases CopyMarks = new(
        "below this line is a copy",
        "this is a copy of the message",
        "this is a copy of your message",
        "below is a copy",
        "a copy of the original message",
        "copy of the original message",
        "original message follows",
        "original message headers",
        "oorspronkelijke bericht",
        "oorspronkelijk bericht",
        "message header follows",
        "unsent message below",
        "return-path:",
        "received: from",
        "received: by",
        "mime-version:",
        "the body of the message is",
        "----- original message",
        "headers of the original",
        "--- forwarded message"
    );

    public static bool IsSubject(string subject) => Subjects.In(subject);

    public static bool IsFailure(string text) => Head(text, 3000, Failures);

    public static bool IsDelay(string subject, string text) =>
        (Delays.In(subject) || Head(text, 3000, Delays)) && !GivenUp.In(subject) && !Head(text, 3000, GivenUp);

    /// <summary>The mailboxes named above the copy of the mail, each with the words next to it.</summary>
    public static List<BouncedRecipient> Recipients(string text, string subject, ISet<string> ours)
    {
        var lines = text.Split('\n');
        var end = Array.FindIndex(lines, 0, Math.Min(lines.Length, LinesMax), l => IsCopyMark(l));
        if (end < 0)
            end = Math.Min(lines.Length, LinesMax);
        var isDelay = IsDelay(subject, text);
        var places = new List<(string Address, int Line)>();
        for (var i = 0; i < end && places.Count < RecipientsMax; i++)
        {
            foreach (var address in Addresses(lines[i]))
            {
                if (!ours.Contains(address) && !IsServer(address) && !places.Exists(p => Same(p.Address, address)))
                    places.Add((address, i));
            }
        }
        // Where addresses stand on lines of their own, those in sentences are somebody else's.
        if (places.Exists(p => StandsAlone(lines[p.Line])))
            places.RemoveAll(p => !StandsAlone(lines[p.Line]));
        var found = new List<BouncedRecipient>();
        for (var i = 0; i < places.Count; i++)
        {
            var until = i + 1 < places.Count ? places[i + 1].Line : end;
            var near = Near(lines, places[i].Line, Math.Max(until, places[i].Line + 1));
            var status = StatusCode.In(near) ?? (places.Count == 1 ? StatusCode.In(Above(lines, end)) : null);
            status ??= StatusCode.Deduced(near) ?? (places.Count == 1 ? StatusCode.Deduced(Above(lines, end)) : null);
            found.Add(new(places[i].Address, isDelay ? "delayed" : "failed", status, near.Length == 0 ? null : near));
        }
        return found;
    }

    /// <summary>The mailbox words of one line: between brackets or not, as long as it is no Message-ID or command.</summary>
    private static IEnumerable<string> Addresses(string line)
    {
        if (
            line.Length > 1000
            || line.Contains("Message-ID", StringComparison.OrdinalIgnoreCase)
            || line.Contains(">>> ", StringComparison.Ordinal)
            || line.TrimStart().StartsWith("From:", StringComparison.OrdinalIgnoreCase)
            || line.TrimStart().StartsWith("Van:", StringComparison.OrdinalIgnoreCase)
        )
            yield break;
        foreach (
            var word in line.Split(
                [' ', '\t', ',', '(', ')', '"', '\'', '<', '>', '[', ']', ';', '“', '”', '‘', '’', '|', '='],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var bare = word.Trim(':', '.', '*', '!', '?');
            if (bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
                bare = bare[7..];
            if (
                bare.StartsWith("rfc822:", StringComparison.OrdinalIgnoreCase)
                || bare.StartsWith("TO:<", StringComparison.Ordinal)
            )
                bare = bare[(bare.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var at = bare.IndexOf('@', StringComparison.Ordinal);
            if (
                at > 0
                && at == bare.LastIndexOf('@')
                && at < bare.Length - 3
                && bare.IndexOf('.', at) > at + 1
                && !bare.Contains('/', StringComparison.Ordinal)
                && char.IsAsciiLetter(bare[^1])
            )
                yield return bare;
        }
    }

    private static bool StandsAlone(string line)
    {
        var words = line.Trim(' ', '\t', '*', '-', '•');
        if (words.StartsWith('<') || words.StartsWith('\''))
            return true;
        var space = words.IndexOfAny([' ', '\t']);
        var first = (space < 0 ? words : words[..space]).Trim('<', '>', ':', '(', ')');
        return first.Contains('@', StringComparison.Ordinal);
    }

    private static string Near(string[] lines, int from, int until)
    {
        var near = new System.Text.StringBuilder();
        var blanks = 0;
        for (var i = from; i < until && i < from + 14 && near.Length < DiagnosticMax; i++)
        {
            var words = lines[i].Trim();
            if (words.Length == 0)
            {
                // The reason often stands behind one blank line, seldom behind two.
                if (++blanks > 1 && near.Length > 0)
                    break;
                continue;
            }
            if (i > from && words.StartsWith("-----", StringComparison.Ordinal))
                break;
            near.Append(near.Length > 0 ? " " : "").Append(words);
        }
        return near.Length > DiagnosticMax ? near.ToString(0, DiagnosticMax) : near.ToString();
    }

    private static string Above(string[] lines, int end) => string.Join('\n', lines[..end]);

    private static bool IsCopyMark(string line) => line.Length < 300 && CopyMarks.In(line);

    private static bool IsServer(string address) =>
        address.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("abuse@", StringComparison.OrdinalIgnoreCase);

    private static bool Head(string text, int length, Phrases phrases)
    {
        return phrases.In(text.AsSpan(0, Math.Min(text.Length, length)));
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
