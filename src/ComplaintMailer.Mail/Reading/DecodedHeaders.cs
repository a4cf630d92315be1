using System.Collections;
using ComplaintMailer.Mail.Mime;

namespace ComplaintMailer.Mail.Reading;

/// <summary>All fields of a header, each decoded when it is looked at: of the dozens that servers add few ever are.</summary>
internal sealed class DecodedHeaders(HeaderFields fields) : IReadOnlyList<KeyValuePair<string, string>>
{
    public int Count => fields.Count;

    public KeyValuePair<string, string> this[int index] => new(fields[index].Name, fields[index].Decoded());

    public string? Named(string name)
    {
        foreach (var field in fields)
        {
            if (string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase))
                return field.Decoded();
        }
        return null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
