using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ComplaintMailer.Complaints;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Demo;
using ComplaintMailer.Letters;
using ComplaintMailer.Letters.Markup;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Letters.Steps;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Outbox;
using ComplaintMailer.Recognition;
using ComplaintMailer.Secrets;
using ComplaintMailer.Templates;
using NodaTime;

namespace ComplaintMailer.Benchmarks;

/// <summary>
/// The letters a mail causes, made as the worker makes them but with nothing else: processor time and memory of each, stage by
/// stage. Each stage is run by itself, in the cheapest of many rounds, so that what else the machine does counts little.
/// </summary>
internal static class LettersBenchmark
{
    private const int Round = 200;
    private const string Key = "zonnebloem";
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static int Run(int rounds, string only)
    {
        var desk = new Scene();
        foreach (var order in desk.Orders)
            Say($"{order.Kind}: {desk.Written(order).Mail.Length} bytes, sealed {desk.Make(order).Sealed.Length}");
        var stages = new (string Name, Action<LetterOrder> Do)[]
        {
            ("steps: what can be done now, with its links", o => desk.Steps(o)),
            ("template: with the model it asks for", o => desk.Rendered(o).Dispose()),
            ("markup: read from what the template gave", o => desk.Draft(o)),
            ("HTML", o => desk.Page(o).Dispose()),
            ("text", o => desk.Text(o)),
            ("written: model, template, markup, HTML and text", o => desk.Write(o).Page?.Dispose()),
            ("put in a mail", o => desk.Mail(o)),
            ("packed and sealed", o => desk.Seal(o)),
            ("all: as the worker does it", o => desk.Make(o)),
        };
        foreach (var (name, act) in stages.Where(s => s.Name.StartsWith(only, StringComparison.Ordinal)))
        foreach (var order in desk.Orders)
        {
            var (time, made) = Cheapest(rounds, () => act(order));
            Say($"{name, -48} {order.Kind, -16} {time, 7:0.0} µs {made / 1024.0, 7:0.0} kB");
        }
        return 0;
    }

    /// <summary>A digest of each sample letter's text, page and mail, to see that another version writes the same.</summary>
    public static int Digests(string file)
    {
        var templates = Path.Combine(AppContext.BaseDirectory, "templates");
        var bodies = Regulations.LoadBodies(templates);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        var writer = new LetterWriter(templates, bodies, zone);
        var office = new Scene().Office;
        using var to = new StreamWriter(file);
        foreach (var rules in new[] { "mik-piw", "xtra", "fluks", "partou" })
        foreach (var language in new[] { "nl", "en" })
        foreach (var form in new[] { "u", "je" })
        {
            var organisation = office.Organisation with { FormOfAddress = form };
            var regulation = Regulations.Load(templates, rules);
            foreach (var sample in new SampleLetters(organisation, regulation, "childcare", language).All())
            {
                var replyTo = LetterGallery.ReplyTo(organisation);
                var letter = writer.Write(sample.Order, sample.Case, organisation, regulation, replyTo, Now);
                var mail = new MailWriter().Write(
                    new()
                    {
                        From = new(organisation.Name, organisation.Address),
                        To = [new(sample.Order.To.Name, sample.Order.To.Address ?? "a@b.example")],
                        ReplyTo = new(organisation.Name, replyTo),
                        Subject = letter.Subject,
                        MessageId = "1@b.example",
                        Date = Now.ToDateTimeOffset(),
                        Text = letter.Text,
                        Html = letter.Html,
                        Related = letter.Related,
                        Attachments = letter.Attachments,
                        Language = letter.Language,
                    }
                );
                if (Environment.GetEnvironmentVariable("DUMP") is { } dump && form == "u")
                    File.WriteAllBytes(Path.Combine(dump, $"{rules}.{language}.{sample.Name}.eml"), mail);
                var steps = string.Join('\n', letter.Steps.Select(s => $"{s.Label}|{s.Say}|{s.Href}"));
                to.WriteLine(
                    $"{rules} {language} {form} {sample.Name} text {Digest(letter.Text)} html {Digest(letter.Html ?? "")} steps {Digest(steps)} faults {letter.Faults.Count} mail {Digest(Bounded(Encoding.UTF8.GetString(mail)))}"
                );
            }
        }
        return 0;
    }

    /// <summary>With boundaries alike: nobody sees them.</summary>
    private static string Bounded(string mail)
    {
        for (
            var at = mail.IndexOf("=_", StringComparison.Ordinal);
            at >= 0;
            at = mail.IndexOf("=_", at, StringComparison.Ordinal)
        )
            mail = string.Concat(mail.AsSpan(0, at), "BOUNDARY", mail.AsSpan(at + 30));
        return mail;
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    private static (double Microseconds, long Bytes) Cheapest(int rounds, Action act)
    {
        var (cheapest, least) = (double.MaxValue, long.MaxValue);
        for (var i = 0; i < rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.GetTimestamp();
            for (var n = 0; n < Round; n++)
                act();
            cheapest = Math.Min(cheapest, Stopwatch.GetElapsedTime(watch).TotalMicroseconds / Round);
            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Round);
        }
        return (cheapest, least);
    }

    private static void Say(string line) => Console.WriteLine(line);

    /// <summary>One complaint that came in, with what it takes to write its letters.</summary>
    private sealed class Scene
    {
        private const string ReplyTo = "klachten+zon-2026-0042.c.abcdefghijkmnpqrstuvwxyz23@zonnebloem.example";
        private readonly LetterWriter letters;
        private readonly LetterTexts texts;
        private readonly Dictionary<string, Letters.Steps.Steps> steps = [];
        private readonly Dictionary<string, RenderedText> rendered = [];
        private readonly Dictionary<string, LetterDraft> drafts = [];
        private readonly LetterMaker maker;
        private readonly Case state;
        private readonly Answered answered;
        private readonly DataKey key = DataKey.New();
        private readonly Dictionary<string, LetterContent> contents = [];
        private readonly Dictionary<string, WrittenLetter> written = [];

        public Scene()
        {
            var templates = Path.Combine(AppContext.BaseDirectory, "templates");
            var folder = Directory.CreateTempSubdirectory("complaintmailer-benchmark-").FullName;
            var config = Path.Combine(folder, "appsettings.json");
            File.WriteAllText(config, DemoFiles.Configuration(templates));
            var settings = SettingsReader.Load(config, new Hashtable());
            Directory.Delete(folder, recursive: true);
            var zone = DateTimeZoneProviders.Tzdb[settings.TimeZone];
            var bodies = Regulations.LoadBodies(templates);
            var one = settings.Organisations.Single(o => o.Key == Key);
            Office = Office.Of(one, Regulations.Load(templates, one.Regulation), zone, bodies);
            letters = new LetterWriter(templates, bodies, zone);
            texts = new LetterTexts(new LetterFolder(templates), Office.Organisation, "nl");
            var vault = new Vault(RandomNumberGenerator.GetBytes(32));
            maker = new LetterMaker(letters, new ReturnAddresses(vault), vault);

            var mail = new MailReader().Read(Encoding.UTF8.GetBytes(SampleMail.Write(1)));
            var filing = new FilingMaker(WordLists.Load(templates)).FromMail(Office, mail, Now) with
            {
                Number = "ZON-2026-0042",
            };
            answered = new(mail.MessageId, mail.References);
            var decision = Decider.Decide(null, new CaseInput.NewComplaint(filing) { Mail = 1 }, Office.Around, Now);
            state = decision.Events.Aggregate((Case?)null, Decider.Evolve)!;
            Orders = decision.Letters;
            foreach (var order in Orders)
            {
                steps[order.Kind] = Steps(order);
                rendered[order.Kind] = Rendered(order);
                drafts[order.Kind] = Draft(order);
                var letter = Write(order);
                written[order.Kind] = letter;
                var row = Make(order);
                contents[order.Kind] = LetterContent.Open(key, row.Sealed, row.MessageId);
            }
        }

        public Office Office { get; }
        public IReadOnlyList<LetterOrder> Orders { get; }

        public LetterContent Written(LetterOrder order) => contents[order.Kind];

        public Letters.Steps.Steps Steps(LetterOrder order) => StepFinder.Of(Matter(order));

        public RenderedText Rendered(LetterOrder order)
        {
            var model = Shield.Of(LetterModel.Of(Matter(order), steps[order.Kind]));
            return texts.Text(texts.Find(order.Kind + ".txt")!).RenderBorrowed(model, texts.Options([]), texts.Load);
        }

        public LetterDraft Draft(LetterOrder order) =>
            MarkupReader.Read(rendered[order.Kind].Memory, [.. steps[order.Kind].Likely.Select(s => s.Href)]);

        public RenderedText Page(LetterOrder order)
        {
            var colours = Colours.Of(Office.Organisation.Colour);
            var page = new HtmlBody(drafts[order.Kind], "nl", Office.Organisation.Name, colours, null);
            return texts.Layout().RenderBorrowed(page, texts.Options([]), texts.LoadHtml);
        }

        public string Text(LetterOrder order) => TextBody.Write(drafts[order.Kind].Blocks);

        public LetterRow Make(LetterOrder order) => Make(order, null);

        /// <summary>All but the writing.</summary>
        public LetterRow Mail(LetterOrder order) => Make(order, written[order.Kind]);

        public byte[] Seal(LetterOrder order) => contents[order.Kind].Seal(key, "1@b.example");

        public WrittenLetter Write(LetterOrder order) =>
            letters.Write(order, state, Office.Organisation, Office.Regulation, ReplyTo, Now);

        private LetterMatter Matter(LetterOrder order) =>
            new(
                order,
                state,
                Office.Organisation,
                Office.Regulation,
                Office.Around.Bodies,
                Office.Around.Zone,
                ReplyTo,
                Now,
                "nl",
                texts.Words
            );

        private LetterRow Make(LetterOrder order, WrittenLetter? body) =>
            maker.Make(
                Office,
                state,
                state.Number,
                1,
                order,
                new LetterPaper(key, 1, MailThread.Empty, order.Answers is null ? null : answered) { Body = body },
                Now
            );
    }
}
