using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ComplaintMailer.Templates;

/// <summary>An object of the template language: named values in the order they were first set.</summary>
// It is called what the language calls it.
#pragma warning disable CA1710
public sealed class TemplateObject : IMembers, IReadOnlyDictionary<string, object?>
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private HashSet<string>? fixedNames;

    /// <summary>Where names are looked for that this object lacks: the model beneath a template's own variables.</summary>
    internal IMembers? Beneath { get; init; }

    public int Count => values.Count;
    public IEnumerable<string> Names => Beneath is null ? values.Keys : values.Keys.Concat(Beneath.Names).Distinct();
    public IEnumerable<string> Keys => values.Keys;
    public IEnumerable<object?> Values => values.Values;

    public object? this[string key]
    {
        get => TryGet(key, out var value) ? value : null;
        set => values[key] = value;
    }

    public bool TryGet(string name, out object? value) =>
        values.TryGetValue(name, out value) || (Beneath is not null && Beneath.TryGet(name, out value));

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => TryGet(key, out value);

    public void Add(string key, object? value) => values.Add(key, value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Sets a value unless its name was made read-only.</summary>
    internal bool TrySet(string name, object? value)
    {
        if (fixedNames?.Contains(name) == true)
            return false;
        values[name] = value;
        return true;
    }

    internal void Fix(string name) => (fixedNames ??= new(StringComparer.Ordinal)).Add(name);
}
