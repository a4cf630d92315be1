using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ComplaintMailer.Reports.Pdf;

/// <summary>The objects of a PDF 1.7 file (ISO 32000-1) and the table that finds them.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string dictionary)
    {
        var id = Reserve();
        Set(id, dictionary);
        return id;
    }

    public void Set(int id, string content) => objects[id - 1] = Encoding.ASCII.GetBytes(content);

    public int AddStream(ReadOnlySpan<byte> content, string entries = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(content);
        var bytes = packed.ToArray();
        var id = Reserve();
        objects[id - 1] =
        [
            .. Encoding.ASCII.GetBytes($"<< /Length {bytes.Length} /Filter /FlateDecode {entries} >>\nstream\n"),
            .. bytes,
            .. "\nendstream"u8,
        ];
        return id;
    }

    /// <summary>A text as PDF writes it outside pages: UTF-16 with a mark, in hexadecimal.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    public byte[] Finish(int root, int info)
    {
        var file = new MemoryStream();
        void Line(string line) => file.Write(Encoding.Latin1.GetBytes(line + "\n"));

        // The second line tells programs that transfer files that this one is not text.
        Line("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3");
        var places = new long[objects.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            places[i] = file.Length;
            Line($"{i + 1} 0 obj");
            file.Write(objects[i] ?? "null"u8.ToArray());
            Line("\nendobj");
        }
        var table = file.Length;
        Line($"xref\n0 {objects.Count + 1}\n0000000000 65535 f ");
        foreach (var place in places)
            Line($"{place:0000000000} 00000 n ");
        Line($"trailer\n<< /Size {objects.Count + 1} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{table}\n%%EOF");
        return file.ToArray();
    }
}
