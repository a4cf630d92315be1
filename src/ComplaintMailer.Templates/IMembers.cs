namespace ComplaintMailer.Templates;

/// <summary>Something with named values. A model that maps its own members needs no reflection.</summary>
public interface IMembers
{
    IEnumerable<string> Names { get; }

    bool TryGet(string name, out object? value);
}

/// <summary>The members of a type as templates see them, named once and read through lambdas.</summary>
public sealed class MemberTable<T>
{
    private readonly Dictionary<string, Func<T, object?>> members = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => members.Keys;

    public MemberTable<T> With(string name, Func<T, object?> read)
    {
        members.Add(name, read);
        return this;
    }

    public IMembers Of(T item) => new View(this, item);

    private sealed class View(MemberTable<T> table, T item) : IMembers
    {
        public IEnumerable<string> Names => table.members.Keys;

        public bool TryGet(string name, out object? value)
        {
            var found = table.members.TryGetValue(name, out var read);
            value = found ? read!(item) : null;
            return found;
        }
    }
}
