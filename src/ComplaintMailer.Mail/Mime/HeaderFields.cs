using System.Collections;

namespace ComplaintMailer.Mail.Mime;

/// <summary>The fields of a header in the order of the mail. They are views on its bytes: going through them takes no memory.</summary>
public readonly struct HeaderFields : IReadOnlyList<HeaderField>
{
    private readonly HeaderPlace[]? places;
    private readonly ReadOnlyMemory<byte> raw;

    internal HeaderFields(HeaderPlace[] places, ReadOnlyMemory<byte> raw) => (this.places, this.raw) = (places, raw);

    public int Count => places?.Length ?? 0;

    public HeaderField this[int index] => places![index].In(raw);

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<HeaderField> IEnumerable<HeaderField>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through the fields.</summary>
    public struct Enumerator : IEnumerator<HeaderField>
    {
        private readonly HeaderFields fields;
        private int index;

        internal Enumerator(HeaderFields fields) => (this.fields, index) = (fields, -1);

        public readonly HeaderField Current => fields[index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++index < fields.Count;

        public void Reset() => index = -1;

        public readonly void Dispose() { }
    }
}

/// <summary>Where the value of a field stands in the bytes of its header.</summary>
internal readonly record struct HeaderPlace(string Name, int Start, int Length)
{
    public HeaderField In(ReadOnlyMemory<byte> raw) => new(Name, raw.Slice(Start, Length));

    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>One bit for a name, whatever its case; other names may have the same.</summary>
    public static ulong Sign(string name)
    {
        if (name.Length == 0)
            return 1;
        var (first, last) = (name[0], name[^1]);
        // Beyond ASCII letters differ by case in ways of their own; no field that is asked for has such a name.
        return (first | last) >= 0x80
            ? ulong.MaxValue
            : 1UL << ((name.Length * 11 + (first | 0x20) * 5 + (last | 0x20)) & 63);
    }
}
