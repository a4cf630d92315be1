namespace ComplaintMailer.Templates.Running;

/// <summary>What <c>for</c> and <c>while</c> tell of themselves within a loop: <c>for.index</c>, <c>for.last</c>…</summary>
/// <param name="length">Null: it goes on as long as its condition holds.</param>
internal sealed class LoopState(Scope? parent, int? length) : IMembers
{
    private long index;
    private object? before;
    private object? item;

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

    public IEnumerable<string> Names => Known;

    public void Next(int at, object? last, object? value) => (index, before, item) = (at, last, value);

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
            "parent" => parent?.Loop,
            _ => null,
        };
        return value is not null || Known.Contains(name);
    }
}
