using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplaintMailer.Database;
using ComplaintMailer.Mail;
using ComplaintMailer.Mail.Reading;

namespace ComplaintMailer.Commands;

/// <summary><c>mail inspect</c>: how a mail is read and why. Changes nothing.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Add(RootCommand root)
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files, folders, Maildirs, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "One line of JSON a mail." };
        var inspect = new Command("inspect", "Shows how a mail is read.") { paths, json };
        inspect.SetAction(result => Inspect(result.GetValue(paths)!, result.GetValue(json)));
        root.Subcommands.Add(new Command("mail", "Looks at mails.") { inspect });
    }

    private static int Inspect(string[] paths, bool json)
    {
        var reader = new MailReader();
        var watch = Stopwatch.StartNew();
        var count = 0;
        foreach (var (file, raw) in paths.SelectMany(Mails))
        {
            var line = Json(file, reader.Read(raw), json ? OneLine : CaseJson.Options);
            Console.WriteLine(line);
            count++;
        }
        var rate = count / Math.Max(watch.Elapsed.TotalSeconds, 0.001);
        Console.Error.WriteLine(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} mails, {rate:0} per second")
        );
        return 0;
    }

    private static IEnumerable<(string File, byte[] Raw)> Mails(string path)
    {
        if (path == "-")
        {
            using var input = Console.OpenStandardInput();
            var all = new MemoryStream();
            input.CopyTo(all);
            yield return ("-", all.ToArray());
            yield break;
        }
        if (File.Exists(path))
        {
            yield return (path, File.ReadAllBytes(path));
            yield break;
        }
        if (!Directory.Exists(path))
            throw new OperatorException($"{path}: there is no such file or folder.") { ExitCode = 2 };
        var isMaildir = Directory.Exists(Path.Combine(path, "cur"));
        foreach (
            var file in Directory
                .EnumerateFiles(path, isMaildir ? "*" : "*.eml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
            yield return (file, File.ReadAllBytes(file));
    }

    private static string Json(string file, ReadMail mail, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(
            new
            {
                file,
                kind = mail.Kind.ToString().ToLowerInvariant(),
                why = mail.Why,
                messageId = mail.MessageId,
                inReplyTo = mail.InReplyTo,
                references = mail.References,
                date = mail.Date?.ToString(
                    "yyyy-MM-dd'T'HH:mm:sszzz",
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                from = Address(mail.From),
                replyTo = mail.ReplyTo.Select(Address),
                to = mail.To.Select(Address),
                cc = mail.Cc.Select(Address),
                subject = mail.Subject,
                text = mail.Text,
                reply = mail.Reply,
                attachments = mail.Attachments.Select(a => new
                {
                    name = a.Name,
                    type = a.Type,
                    size = a.Size,
                    inline = a.Inline,
                }),
                bounce = mail.Bounce is { } b
                    ? new
                    {
                        recipients = b.Recipients.Select(r => new
                        {
                            address = r.Address,
                            action = r.Action,
                            status = r.Status,
                            diagnostic = r.Diagnostic,
                        }),
                        originalMessageId = b.OriginalMessageId,
                    }
                    : null,
                language = mail.Language,
                eventDate = (string?)null,
                location = (string?)null,
                nature = Array.Empty<string>(),
                signals = Array.Empty<string>(),
                form = (object?)null,
                missing = Array.Empty<string>(),
                defects = mail.Defects,
            },
            options
        );

    private static object? Address(MailAddress? address) =>
        address is null ? null : new { name = address.Name, address = address.Address };
}
