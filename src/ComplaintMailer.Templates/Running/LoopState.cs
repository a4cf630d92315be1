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
    private object? before;

    /// <summary>The word it goes by.</summary>
    public string Word => length is null ? "while" : "for";
    public IEnumerable<string> Names => Known;

    public void Next(int at, object? value)
    {
        (index, before, item) = (at, item, value);
    }

    public bool TryGet(string name, out object? value)
    {
        value = name switch
        {
            "index" => index,
            "rindex" => length - index - 1,
            "first" => Value.Of(index == 0),
            "last" => Value.Of(index == length - 1),
            "even" => Value.Of(index % 2 == 0),
            "odd" => Value.Of(index % 2 == 1),
            "changed" => Value.Of(index == 0 || !Equals(before, item)),
            "length" => (long?)length,
            "parent" => parent,
            _ => null,
        };
        return value is not null || Known.Contains(name);
    }
}
