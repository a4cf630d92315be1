using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ComplaintMailer.Templates;

/// <summary>An object of the template language: named values in the order they were first set.</summary>
// It is called what the language calls it.
#pragma warning disable CA1710
public sealed class TemplateObject : IMembers, IReadOnlyDictionary<string, object?>
{
    private static readonly Dictionary<string, object?> None = [];
    private Dictionary<string, object?>? values;
    private HashSet<string>? fixedNames;

    /// <summary>Where names are looked for that this object lacks: the model beneath a template's own variables.</summary>
    internal IMembers? Beneath { get; init; }

    private Dictionary<string, object?> Set => values ?? None;
    private Dictionary<string, object?> Own => values ??= new(StringComparer.Ordinal);
    public int Count => (values?.Count ?? 0);
    public IEnumerable<string> Names => Beneath is null ? Set.Keys : Set.Keys.Concat(Beneath.Names).Distinct();
    public IEnumerable<string> Keys => Set.Keys;
    public IEnumerable<object?> Values => Set.Values;

    public object? this[string key]
    {
        get => TryGet(key, out var value) ? value : null;
        set => Own[key] = value;
    }

    public bool TryGet(string name, out object? value) =>
        Set.TryGetValue(name, out value) || (Beneath is not null && Beneath.TryGet(name, out value));

    public bool ContainsKey(string key) => Set.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => TryGet(key, out value);

    public void Add(string key, object? value) => Own.Add(key, value);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Set.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Sets a value unless its name was made read-only.</summary>
    internal bool TrySet(string name, object? value)
    {
        if (fixedNames?.Contains(name) == true)
            return false;
        Own[name] = value;
        return true;
    }

    internal void Fix(string name) => (fixedNames ??= new(StringComparer.Ordinal)).Add(name);
}
