using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>What a regulation demands of a complaint and this one does not tell.</summary>
public static class MissingFields
{
    /// <summary>Fewer words describe nothing.</summary>
    private const int FewestWords = 4;

    public static IReadOnlyList<string> Find(IntakeRules rules, IntakeReading reading, bool hasAttachments) =>
        [.. rules.Required.Where(r => IsMissing(r, reading, hasAttachments))];

    private static bool IsMissing(string required, IntakeReading reading, bool hasAttachments) =>
        required switch
        {
            // The story may be in a scan.
            "description" or "what" => !hasAttachments && !HasWords(reading.Description),
            "desired" => reading.Desired is null,
            "name" => reading.Name is null,
            "contact" => reading.Email is null && reading.Phone is null,
            "where" => reading.Location.IsNone,
            "when" => reading.EventDate is null,
            "who" => reading.Concerned.Whom is null && reading.Concerned.Named is null,
            _ => false,
        };

    private static bool HasWords(string text)
    {
        var count = 0;
        foreach (var sentence in Sentences.Of(text))
            if ((count += sentence.Words.Length) >= FewestWords)
                return true;
        return false;
    }
}
