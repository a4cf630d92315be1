using System.Collections.Frozen;

namespace ComplaintMailer.Templates;

/// <summary>Something with named values. A model that maps its own members needs no reflection.</summary>
public interface IMembers
{
    IEnumerable<string> Names { get; }

    bool TryGet(string name, out object? value);
}

/// <summary>Named values whose names are known beforehand, each with its place among the others.</summary>
public abstract class MemberView : IMembers
{
    public abstract IReadOnlyList<string> Names { get; }

    IEnumerable<string> IMembers.Names => Names;

    /// <returns>-1: there is no such member.</returns>
    public abstract int IndexOf(string name);

    public abstract object? At(int index);

    public bool TryGet(string name, out object? value)
    {
        var index = IndexOf(name);
        value = index < 0 ? null : At(index);
        return index >= 0;
    }
}

/// <summary>The members of a type as templates see them, named once and read through lambdas, each when it is asked for.</summary>
public sealed class MemberTable<T>
{
    private readonly List<string> names = [];
    private readonly List<Func<T, object?>> reads = [];
    private FrozenDictionary<string, int>? places;

    public IReadOnlyList<string> Names => names;

    public MemberTable<T> With(string name, Func<T, object?> read)
    {
        names.Add(name);
        reads.Add(read);
        return this;
    }

    public MemberView Of(T item) => new View(this, item);

    private int IndexOf(string name)
    {
        places ??= names.Index().ToFrozenDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return places.GetValueOrDefault(name, -1);
    }

    private sealed class View(MemberTable<T> table, T item) : MemberView
    {
        public override IReadOnlyList<string> Names => table.names;

        public override int IndexOf(string name) => table.IndexOf(name);

        public override object? At(int index) => table.reads[index](item);
    }
}
