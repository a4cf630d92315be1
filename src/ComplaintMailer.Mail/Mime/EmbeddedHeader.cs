using System.Text;

namespace ComplaintMailer.Mail.Mime;

/// <summary>Writes the fields of a part that has no header of its own in the mail.</summary>
internal sealed class EmbeddedHeader
{
    private readonly List<HeaderPlace> places = [];
    private readonly List<byte> raw = [];

    public HeaderPlace[] Places => [.. places];
    public byte[] Raw => [.. raw];

    public void Add(string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        places.Add(new(name, raw.Count, bytes.Length));
        raw.AddRange(bytes);
    }
}
