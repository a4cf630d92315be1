using ComplaintMailer.Core.Regulations;

namespace ComplaintMailer.Core.Signals;

/// <summary>What the words of one mail raise.</summary>
/// <param name="Signals">To be shown to people, with the sentence each rests on; the weightiest first, one a code.</param>
/// <param name="Hints">For proposals; one a sentence and code, in the order of the text.</param>
public sealed record SignalReading(IReadOnlyList<SignalHit> Signals, IReadOnlyList<SignalHit> Hints)
{
    public static SignalReading None { get; } = new([], []);

    public bool Has(string code) => Signals.Any(s => s.Code == code && s.Weight != Weights.Look);

    /// <summary>Those that a person should look at, by code.</summary>
    public IReadOnlyList<string> Hinted(params string[] hints) => [.. hints.Where(Hinted)];

    public bool Hinted(string hint) => Hints.Any(h => h.Code == hint && h.Weight != Weights.Look);
}

/// <summary>Reads a person's own words for signals, as a regulation has use for them.</summary>
public sealed class SignalReader(SignalBook book)
{
    private static readonly HashSet<string> SignalCodes = [.. RegulationCodes.Signals];
    private static readonly HashSet<string> HintCodes = [.. Hints.All];

    private readonly SignalFinder finder = new(book);

    /// <param name="ownWords">Without quoted mail, signature and footers.</param>
    public SignalReading Read(string ownWords, Regulation regulation) => Read("", ownWords, regulation);

    public SignalReading Read(string subject, string ownWords, Regulation regulation)
    {
        var signals = new List<SignalHit>();
        var hints = new List<SignalHit>();
        foreach (var hit in finder.Find(subject, ownWords))
        {
            if (HintCodes.Contains(hit.Code))
                hints.Add(hit);
            if (!SignalCodes.Contains(hit.Code) || !Plays(hit.Code, regulation))
                continue;
            var same = signals.FindIndex(s => s.Code == hit.Code);
            if (same < 0)
                signals.Add(hit);
            else if (SignalFinder.Rank(hit.Weight) > SignalFinder.Rank(signals[same].Weight))
                signals[same] = hit;
        }
        if (signals.Count > 1)
            signals = [.. signals.OrderBy(h => Urgency(h.Code)).ThenByDescending(h => SignalFinder.Rank(h.Weight))];
        return new(signals, hints);
    }

    /// <summary>Where a regulation sets no time for filing, nothing is late.</summary>
    private static bool Plays(string code, Regulation regulation) =>
        code != "late-filing" || regulation.Intake.Late.Mode != "none";

    /// <summary>A child that may be unsafe comes before all else.</summary>
    private static int Urgency(string code) =>
        code switch
        {
            "danger-now" => 0,
            "child-abuse" => 1,
            "sexual-offence" => 2,
            "violence" => 3,
            _ => 4,
        };
}
