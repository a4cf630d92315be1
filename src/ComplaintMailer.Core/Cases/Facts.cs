namespace ComplaintMailer.Core.Cases;

/// <summary>What a letter is told beyond the case, without what is not known.</summary>
internal static class Facts
{
    public static IReadOnlyDictionary<string, object?> None { get; } = new Dictionary<string, object?>();

    public static IReadOnlyDictionary<string, object?> Of(params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var known = new Dictionary<string, object?>();
        foreach (var (name, value) in facts)
        {
            if (value is not null)
                known[name] = value;
        }
        return known;
    }
}
