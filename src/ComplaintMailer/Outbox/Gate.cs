using ComplaintMailer.Core.Organisations;

namespace ComplaintMailer.Outbox;

/// <summary>One gate before all that the worker sends by itself, to staff too: nothing to machines, nothing to ourselves.</summary>
internal static class Gate
{
    private static readonly string[] Machines =
    [
        "noreply",
        "no-reply",
        "no_reply",
        "donotreply",
        "do-not-reply",
        "mailer-daemon",
        "postmaster",
        "bounce",
        "bounces",
        "nietbeantwoorden",
        "geenreactie",
    ];

    /// <returns>Why not, for a person; null: it may go.</returns>
    public static string? Refuses(Organisation organisation, string? to)
    {
        if (string.IsNullOrWhiteSpace(to))
            return "no mail address is known";
        var at = to.LastIndexOf('@');
        if (at < 1)
            return "this is no mail address";
        var local = to[..at].ToLowerInvariant();
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0)
            local = local[..plus];
        if (Machines.Contains(local))
            return $"{local}@ is read by nobody";
        var ours = organisation.Aliases.Prepend(organisation.Address);
        return ours.Contains(local + to[at..], StringComparer.OrdinalIgnoreCase) ? "this is our own address" : null;
    }
}
