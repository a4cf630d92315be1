using System.Text;

namespace ComplaintMailer.Mail.Writing;

/// <summary>A part of a mail on its way out.</summary>
internal abstract class Part
{
    public static Part Text(string subtype, string text) => new TextPart(subtype, text);

    public static Part File(OutgoingPart file, bool inline) => new FilePart(file, inline);

    public static Part Multi(string subtype, IReadOnlyList<Part> children) => new MultiPart(subtype, children);

    public abstract void Write(Stream to, string messageId, ref int counter);

    private static void Line(Stream to, string line) => to.Write(Encoding.ASCII.GetBytes(line + "\r\n"));

    private static void Base64(Stream to, ReadOnlySpan<byte> content)
    {
        const int bytesALine = 57;
        for (var at = 0; at < content.Length; at += bytesALine)
            Line(to, Convert.ToBase64String(content.Slice(at, Math.Min(bytesALine, content.Length - at))));
    }

    private sealed class TextPart(string subtype, string text) : Part
    {
        public override void Write(Stream to, string messageId, ref int counter)
        {
            var lines = text.ReplaceLineEndings("\n");
            MailWriter.Field(to, "Content-Type", $"text/{subtype}; charset=utf-8");
            var plain =
                lines.All(c => c is >= ' ' and <= '~' or '\n' or '\t')
                && lines.Split('\n').All(l => l.Length <= 78 && !l.EndsWith(' '));
            MailWriter.Field(to, "Content-Transfer-Encoding", plain ? "7bit" : "quoted-printable");
            Line(to, "");
            if (plain)
            {
                foreach (var line in lines.TrimEnd('\n').Split('\n'))
                    Line(to, line);
            }
            else
            {
                to.Write(Encoding.ASCII.GetBytes(QuotedPrintable.Encode(lines)));
            }
        }
    }

    private sealed class FilePart(OutgoingPart file, bool inline) : Part
    {
        public override void Write(Stream to, string messageId, ref int counter)
        {
            var parameters = string.Concat(
                (file.TypeParameters ?? []).Select(p =>
                    $"; {HeaderText.Name(p.Key)}={HeaderText.Unstructured(p.Value)}"
                )
            );
            MailWriter.Field(
                to,
                "Content-Type",
                $"{HeaderText.Unstructured(file.Type)}{parameters}; {FileName("name", file.Name)}"
            );
            MailWriter.Field(to, "Content-Transfer-Encoding", "base64");
            MailWriter.Field(
                to,
                "Content-Disposition",
                $"{(inline ? "inline" : "attachment")}; {FileName("filename", file.Name)}"
            );
            if (file.ContentId is { } id)
                MailWriter.Field(to, "Content-ID", HeaderText.MessageIds([id]));
            Line(to, "");
            Base64(to, file.Content.Span);
        }

        /// <summary>RFC 2231 where the name is not plain ASCII.</summary>
        private static string FileName(string parameter, string name)
        {
            name = string.Concat(name.Where(c => !char.IsControl(c)));
            if (name.All(c => c is >= ' ' and <= '~' and not '"' and not '\\') && name.Length < 60)
                return $"{parameter}=\"{name}\"";
            var encoded = new StringBuilder();
            foreach (var b in Encoding.UTF8.GetBytes(name))
                encoded.Append(
                    char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-' or (byte)'_'
                        ? ((char)b).ToString()
                        : $"%{b:X2}"
                );
            const int piece = 50;
            if (encoded.Length <= piece)
                return $"{parameter}*=utf-8''{encoded}";
            var pieces = new List<string>();
            for (var at = 0; at < encoded.Length; )
            {
                var length = Math.Min(piece, encoded.Length - at);
                // Not within %XX.
                while (
                    at + length < encoded.Length && (encoded[at + length - 1] == '%' || encoded[at + length - 2] == '%')
                )
                    length--;
                pieces.Add(
                    $"{parameter}*{pieces.Count}*={(pieces.Count == 0 ? "utf-8''" : "")}{encoded.ToString(at, length)}"
                );
                at += length;
            }
            return string.Join("; ", pieces);
        }
    }

    private sealed class MultiPart(string subtype, IReadOnlyList<Part> children) : Part
    {
        public override void Write(Stream to, string messageId, ref int counter)
        {
            var boundary = MailWriter.Boundary(messageId, counter++);
            MailWriter.Field(to, "Content-Type", $"multipart/{subtype}; boundary=\"{boundary}\"");
            Line(to, "");
            foreach (var child in children)
            {
                Line(to, $"--{boundary}");
                child.Write(to, messageId, ref counter);
            }
            Line(to, $"--{boundary}--");
        }
    }
}
