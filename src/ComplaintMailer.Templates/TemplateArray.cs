using System.Collections;

namespace ComplaintMailer.Templates;

/// <summary>An array of the template language, which may carry named values as well.</summary>
public sealed class TemplateArray : IReadOnlyList<object?>
{
    private readonly List<object?> items;

    public TemplateArray() => items = [];

    public TemplateArray(IEnumerable<object?> items) => this.items = [.. items];

    /// <summary>The very list, where nobody else will change it.</summary>
    internal static TemplateArray Of(IReadOnlyList<object?> items) =>
        items is List<object?> own ? new(own) : new(items.AsEnumerable());

    private TemplateArray(List<object?> items) => this.items = items;

    public int Count => items.Count;

    /// <summary>Named values beside the items: <c>a.x = 1</c>, or the named arguments in <c>$</c>.</summary>
    internal TemplateObject? Named { get; set; }

    public object? this[int index] => items[index];

    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(object? item) => items.Add(item);

    /// <summary>Sets an item; the array grows to hold it.</summary>
    internal void Set(int index, object? value)
    {
        while (items.Count <= index)
            items.Add(null);
        items[index] = value;
    }
}
