using ComplaintMailer.Mail.Mime;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>What reading costs the collector. Counted for this thread alone, so it does not depend on the machine.</summary>
public class MemoryTests
{
    private static readonly List<string> Defects = [];
    private static readonly Stack<MimeEntity> Open = new();

    [Fact]
    public void Taking_mails_apart_makes_at_most_three_bytes_for_each_of_theirs()
    {
        var mails = CorpusTests.All().ToArray();
        var size = mails.Sum(m => (long)m.Length);
        var best = long.MaxValue;
        // What is made once, such as tables, is none of a mail's.
        for (var round = 0; round < 5 && best > 3 * size; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var mail in mails)
                Decode(mail);
            best = Math.Min(best, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(best / (double)size, 0, 3);
    }

    [Fact]
    public void A_plain_mail_is_read_in_few_times_its_size()
    {
        var text = string.Concat(Enumerable.Repeat("De deur stond weer open en niemand wist ervan.\r\n", 60));
        var mail = Mails.Bytes(
            $"From: Anna de Vries <anna@thuis.example>\r\nTo: klachten@wijkz.example\r\nSubject: Klacht\r\n\r\n{text}"
        );
        var reader = new MailReader();
        var best = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            reader.Read(mail);
            best = Math.Min(best, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // The text in two bytes a letter, its lines, and the whole again.
        Assert.InRange(best / (double)mail.Length, 0, 8);
    }

    private static void Decode(byte[] mail)
    {
        Defects.Clear();
        var root = MimeParser.Parse(mail, MailLimits.Default, Defects);
        _ = root.Addresses("From").Count + root.Addresses("To").Count + root.Addresses("Cc").Count;
        _ = root.Date("Date");
        Open.Push(root);
        while (Open.TryPop(out var part))
        {
            foreach (var field in part.Headers)
                _ = field.Decoded();
            for (var i = 0; i < part.Children.Count; i++)
                Open.Push(part.Children[i]);
            if (part.Children.Count > 0)
                continue;
            _ = part.FileName;
            _ = part.IsText ? part.DecodeText(Defects).Length : part.DecodeBytes().Length;
        }
    }
}
