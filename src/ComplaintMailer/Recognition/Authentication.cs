using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Recognition;

/// <summary>
/// What our own mail server found about a mail's sender (RFC 8601). Only results under the configured name count, and of those
/// only what stands in the topmost hop: what lies below it came along with the mail and may be forged.
/// </summary>
internal static class Authentication
{
    private const string Header = "Authentication-Results";

    /// <returns>True when dmarc passed, or a dkim signature of the sender's own domain.</returns>
    public static bool Passes(ReadMail mail, string authservId)
    {
        if (mail.From?.Address is not { } from || from.LastIndexOf('@') is not (> 0 and var at))
            return false;
        var domain = from[(at + 1)..].ToLowerInvariant();
        var results = TopHop(mail, authservId).SelectMany(Results).ToList();
        var dmarc = results.FirstOrDefault(r => r.Method == "dmarc");
        // A domain's own policy outweighs a signature: where it was looked at, it alone tells.
        if (dmarc is not null && dmarc.Outcome is not ("none" or "temperror" or "permerror"))
            return dmarc.Outcome == "pass" && Same(dmarc.Property("header.from"), domain);
        return results.Any(r =>
            r is { Method: "dkim", Outcome: "pass" }
            && Aligned(r.Property("header.d") ?? DomainOf(r.Property("header.i")), domain)
        );
    }

    private static List<string> TopHop(ReadMail mail, string authservId)
    {
        var found = new List<string>();
        foreach (var (name, value) in mail.Headers)
        {
            if (name.Equals("Received", StringComparison.OrdinalIgnoreCase) && found.Count > 0)
                break;
            if (!name.Equals(Header, StringComparison.OrdinalIgnoreCase))
                continue;
            var words = WithoutComments(value).Split(';', 2);
            var id = words[0].Trim().Split(' ')[0].Trim('"');
            if (words.Length == 2 && id.Equals(authservId, StringComparison.OrdinalIgnoreCase))
                found.Add(words[1]);
        }
        return found;
    }

    private static IEnumerable<Result> Results(string value)
    {
        foreach (var part in value.Split(';'))
        {
            var words = part.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || words[0].Split('=') is not [var method, var outcome])
                continue;
            var properties = words
                .Skip(1)
                .Select(w => w.Split('=', 2))
                .Where(p => p.Length == 2)
                .GroupBy(p => p[0].ToLowerInvariant(), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First()[1].Trim('"').ToLowerInvariant(), StringComparer.Ordinal);
            yield return new(method.Split('/')[0].ToLowerInvariant(), outcome.ToLowerInvariant(), properties);
        }
    }

    /// <summary>Comments stand between round brackets, may nest, and may quote.</summary>
    private static string WithoutComments(string value)
    {
        var kept = new System.Text.StringBuilder(value.Length);
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && (quoted || depth > 0))
            {
                i++;
                continue;
            }
            if (c == '"' && depth == 0)
                quoted = !quoted;
            if (!quoted && c == '(')
                depth++;
            else if (!quoted && c == ')' && depth > 0)
                depth--;
            else if (depth == 0)
                // What is quoted is one word whatever it holds: a quoted semicolon ends nothing.
                kept.Append(quoted && (c is ';' or ' ') ? '_' : c);
        }
        return kept.ToString();
    }

    /// <summary>Relaxed alignment: the very domain, or one above or below it.</summary>
    private static bool Aligned(string? signer, string domain) =>
        signer is not null
        && signer.Contains('.', StringComparison.Ordinal)
        && (
            Same(signer, domain)
            || domain.EndsWith("." + signer, StringComparison.OrdinalIgnoreCase)
            || signer.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
        );

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string? DomainOf(string? identity) => identity?[(identity.LastIndexOf('@') + 1)..];

    private sealed record Result(string Method, string Outcome, IReadOnlyDictionary<string, string> Properties)
    {
        public string? Property(string name) => Properties.GetValueOrDefault(name);
    }
}
