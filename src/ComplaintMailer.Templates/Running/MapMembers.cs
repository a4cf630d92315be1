using System.Collections;

namespace ComplaintMailer.Templates.Running;

/// <summary>A dictionary as an object of the language.</summary>
internal sealed class MapMembers(IReadOnlyDictionary<string, object?> map) : IMembers
{
    public IEnumerable<string> Names => map.Keys;

    public bool TryGet(string name, out object? value)
    {
        if (!map.TryGetValue(name, out value))
            return false;
        value = Value.Of(value);
        return true;
    }
}

/// <summary>A dictionary of any other type, by the texts of its keys.</summary>
internal sealed class LooseMembers(IDictionary map) : IMembers
{
    public IEnumerable<string> Names => map.Keys.OfType<string>();

    public bool TryGet(string name, out object? value)
    {
        value = null;
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key || key != name)
                continue;
            value = Value.Of(entry.Value);
            return true;
        }
        return false;
    }
}
