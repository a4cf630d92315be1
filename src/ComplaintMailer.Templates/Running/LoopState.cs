namespace ComplaintMailer.Templates.Running;

/// <summary>What <c>for</c> and <c>while</c> tell of themselves within a loop: <c>for.index</c>, <c>for.last</c>…</summary>
internal sealed class LoopState(LoopState? parent, int? length) : IMembers
{
    private static readonly string[] Known =
    [
        "index",
        "rindex",
        "first",
        "last",
        "even",
        "odd",
        "changed",
        "length",
        "parent",
    ];
    private long index;
    private object? item;
    private bool changed = true;

    /// <summary>The word it goes by.</summary>
    public string Word => length is null ? "while" : "for";
    public IEnumerable<string> Names => Known;

    public void Next(int at, object? value)
    {
        changed = at == 0 || !Equals(item, value);
        (index, item) = (at, value);
    }

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "index" => index,
            "rindex" => length - index - 1,
            "first" => index == 0,
            "last" => index == length - 1,
            "even" => index % 2 == 0,
            "odd" => index % 2 == 1,
            "changed" => changed,
            "length" => (long?)length,
            "parent" => parent,
            _ => null,
        };
        return value is not null || Known.Contains(name);
    }
}
