using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ComplaintMailer.Commands;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Commands;
using ComplaintMailer.Mail.Reading;
using ComplaintMailer.Schedules;
using NodaTime;

namespace ComplaintMailer.Tests.Scenarios;

/// <summary>Plays a story through the whole worker: mails in by Maildir, letters out by Maildir, the clock as the story tells it.</summary>
internal sealed partial class StoryTeller : IDisposable
{
    private readonly Story story;
    private Settings settings;
    private readonly string folder = Directory.CreateTempSubdirectory("complaintmailer-story-").FullName;
    private readonly List<ReadMail> letters = [];
    private readonly HashSet<string> read = [];
    private LocalDateTime now;
    private int stepStart;
    private int mails;
    private bool passed = true;

    private readonly bool inEnglish;

    /// <param name="inEnglish">Our own people command in English: what they ask for is done all the same.</param>
    public StoryTeller(Story story, bool inEnglish = false)
    {
        this.story = story;
        this.inEnglish = inEnglish;
        var config = Path.Combine(folder, "appsettings.json");
        File.WriteAllText(config, ScenarioOffices.Configuration(Path.Combine(AppContext.BaseDirectory, "templates")));
        settings = SettingsReader.Load(config, new Hashtable());
    }

    public async Task Tell()
    {
        // All that goes otherwise is told at once: what follows may well go as told.
        var faults = new List<string>();
        foreach (var line in story.Lines)
        {
            try
            {
                await Play(line);
            }
            catch (Exception e)
            {
                faults.Add($"{story.Name}:{line.Number}: {line.Text}\n{e.Message}\n{Heard()}");
            }
        }
        await Pass();
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task Play(StoryLine line)
    {
        var (word, rest) = line.Split();
        switch (word)
        {
            case "@":
                await Pass();
                now = StoryLine.Time.Parse(rest.Length == 10 ? rest + " 09:00" : rest).Value;
                stepStart = letters.Count;
                passed = false;
                return;
            case "mail":
                Mail(rest, line.Body);
                return;
            case "spam":
                Mail(rest, line.Body, "X-Spam-Flag: YES\n");
                return;
            case "reply":
                Reply(rest, line.Body, "");
                return;
            case "absence":
                Reply(rest, line.Body, "Auto-Submitted: auto-replied\nSubject: Automatisch antwoord: afwezig\n");
                return;
            case "bounce":
                Bounce(rest);
                return;
        }
        await Pass();
        switch (word)
        {
            case "regulation":
                GoBy(rest);
                break;
            case "closed":
                GoBy(WithDayOff(rest));
                break;
            case "letter":
                Letter(rest);
                break;
            case "no":
                NoLetter(rest);
                break;
            case "case":
                Case(rest);
                break;
            case "cases":
                Assert.Equal(int.Parse(rest, CultureInfo.InvariantCulture), Numbers().Count);
                break;
            default:
                throw new InvalidOperationException($"“{word}” is no word of stories.");
        }
    }

    /// <summary>The regulation of the story's organisation with one more day off.</summary>
    private string WithDayOff(string day)
    {
        var name = settings.Organisations.Single(o => o.Key == story.Organisation).Regulation;
        var pack = JsonNode.Parse(File.ReadAllText(Path.Combine(settings.Templates, "regulations", name + ".json")))!;
        pack["calendar"] ??= new JsonObject();
        pack["calendar"]!["extraClosed"] = new JsonArray(day);
        var changed = Path.Combine(folder, name + ".json");
        File.WriteAllText(changed, pack.ToJsonString());
        return changed;
    }

    private void GoBy(string regulation)
    {
        var config = Path.Combine(folder, "appsettings.json");
        var written = JsonNode.Parse(File.ReadAllText(config))!;
        var ours = written["Organisations"]!.AsArray().First(o => (string?)o!["Key"] == story.Organisation)!;
        ours["Regulation"] = regulation;
        File.WriteAllText(config, written.ToJsonString());
        settings = SettingsReader.Load(config, new Hashtable());
    }

    private async Task Pass()
    {
        if (passed)
            return;
        passed = true;
        using var worker = new Worker(settings);
        var at = now.InZoneLeniently(DateTimeZoneProviders.Tzdb[settings.TimeZone]).ToInstant();
        var pass = await worker.Once(at, true, CancellationToken.None);
        Assert.Empty(pass.Faults);
        Assert.DoesNotContain(pass.In, h => h.Disposition is "failed" or "poison");
        var sent = Path.Combine(folder, "mail", "out", "new");
        if (!Directory.Exists(sent))
            return;
        foreach (var file in Directory.EnumerateFiles(sent).Order(StringComparer.Ordinal).Where(f => read.Add(f)))
        {
            var letter = new MailReader().Read(File.ReadAllBytes(file));
            // Whoever works here is never written to as if she or he had complained; a preview shows such a letter.
            if (
                letter.To[0].Address.EndsWith($"@{story.Organisation}.example", StringComparison.Ordinal)
                && Kind(letter) != "verdict-preview"
            )
                Assert.DoesNotContain("Uw klacht heeft nummer", letter.Text, StringComparison.Ordinal);
            letters.Add(letter);
        }
    }

    /// <summary>“Sanne Bakker &lt;sanne@gezin.example&gt;: Klacht”</summary>
    private void Mail(string rest, IReadOnlyList<string> body, string headers = "")
    {
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (rest[..colon].Contains($"@{story.Organisation}.example", StringComparison.Ordinal))
            body = Commanded(body);
        Put(
            $"From: {rest[..colon]}\nTo: klachten@{story.Organisation}.example\nSubject: {rest[(colon + 2)..]}\n{headers}",
            body
        );
    }

    /// <summary>“manager to case-assigned” or “sanne@gezin.example to verdict”</summary>
    private void Reply(string rest, IReadOnlyList<string> body, string headers)
    {
        var parts = rest.Split(" to ", 2);
        var from = Address(parts[0]);
        var letter =
            letters.LastOrDefault(l => Kind(l) == parts[1] && l.To[0].Address == from)
            ?? throw new InvalidOperationException($"{from} has had no letter “{parts[1]}”.");
        if (headers.Length == 0)
        {
            headers = $"Subject: Re: {letter.Subject}\n";
            if (from.EndsWith($"@{story.Organisation}.example", StringComparison.Ordinal))
                body = Commanded(body);
        }
        Put(
            $"From: {from}\nTo: {letter.ReplyTo[0].Address}\nIn-Reply-To: <{letter.MessageId}>\nReferences: <{letter.MessageId}>\n{headers}",
            body
        );
    }

    /// <summary>The same commands by their English words.</summary>
    private IReadOnlyList<string> Commanded(IReadOnlyList<string> body)
    {
        if (!inEnglish)
            return body;
        // What stands in the block of a registration are fields, not commands.
        if (body.Count > 0 && body[0].StartsWith("registreer", StringComparison.Ordinal))
            return [English(body[0]), .. body.Skip(1)];
        return [.. body.Select(English)];

        static string English(string line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var said = colon < 0 ? line.Trim() : line[..colon].Trim();
            return CommandWords.Find(said) is { } word && word.Nl.Contains(said.ToLowerInvariant())
                ? word.En[0] + (colon < 0 ? "" : line[colon..])
                : line;
        }
    }

    private void Bounce(string rest)
    {
        var parts = rest.Split(" to ", 2);
        var address = Address(parts[1]);
        var letter = letters.Last(l => Kind(l) == parts[0] && l.To[0].Address == address);
        Put(
            $"Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: {letter.ReturnPath}\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n",
            [
                "--b",
                "Content-Type: text/plain",
                "",
                "Not delivered.",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                $"Final-Recipient: rfc822; {address}",
                "Action: failed",
                "Status: 5.1.1",
                "--b--",
            ]
        );
    }

    private void Put(string headers, IReadOnlyList<string> body)
    {
        var maildir = Path.Combine(folder, "mail", story.Organisation);
        foreach (var part in new[] { "tmp", "new", "cur" })
            Directory.CreateDirectory(Path.Combine(maildir, part));
        var mime = headers.Contains("MIME-Version", StringComparison.Ordinal)
            ? ""
            : "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";
        var mail = $"{headers}Message-ID: <{++mails}@story.example>\n{mime}\n{string.Join('\n', body)}\n";
        File.WriteAllText(
            Path.Combine(maildir, "new", $"{mails:00000}.story"),
            mail.ReplaceLineEndings("\r\n"),
            new UTF8Encoding(false)
        );
    }

    /// <summary>“verdict to sanne@gezin.example says "…" not "…"”</summary>
    private void Letter(string rest)
    {
        var (kind, to) = KindAndAddress(rest);
        var found = letters
            .Skip(stepStart)
            .Where(l => Kind(l) == kind && (to is null || l.To[0].Address == to))
            .ToList();
        Assert.True(found.Count > 0, $"There is no letter “{kind}”{(to is null ? "" : $" to {to}")}.");
        // A refusal quotes the word that was used.
        if (inEnglish && kind == "refused")
            return;
        foreach (var (should, text) in Claims(rest))
        {
            var has = found.Any(l =>
                Squeeze(l.Subject + "\n" + l.Text).Contains(Squeeze(text), StringComparison.OrdinalIgnoreCase)
            );
            Assert.True(has == should, $"The letter {(should ? "does not say" : "says")} “{text}”:\n{found[^1].Text}");
        }
    }

    private void NoLetter(string rest)
    {
        var (kind, to) = KindAndAddress(rest.StartsWith("letter", StringComparison.Ordinal) ? rest[6..].Trim() : rest);
        Assert.DoesNotContain(
            letters.Skip(stepStart),
            l => (kind is null || Kind(l) == kind) && (to is null || l.To[0].Address == to)
        );
    }

    /// <summary>“handler = board”, “terms.final.due = 2027-01-04”, “signals has liability”; “2: …” speaks of the second case.</summary>
    private void Case(string rest)
    {
        var numbers = Numbers();
        var which = numbers.Count - 1;
        if (WhichCase().Match(rest) is { Success: true } m)
        {
            which = int.Parse(m.Groups["which"].Value, CultureInfo.InvariantCulture) - 1;
            rest = rest[m.Length..];
        }
        Assert.True(which >= 0 && which < numbers.Count, $"There are {numbers.Count} cases.");
        using var json = JsonDocument.Parse(Show(numbers[which]));
        var words = rest.Split(' ', 3);
        var actual = Follow(json.RootElement, words[0].Split('.'));
        var expected = words.Length > 2 ? words[2].Trim('"') : "";
        switch (words[1])
        {
            case "=":
                Assert.Equal(expected, actual);
                break;
            case "has":
                Assert.Contains(expected, actual, StringComparison.OrdinalIgnoreCase);
                break;
            case "lacks":
                Assert.DoesNotContain(expected, actual, StringComparison.OrdinalIgnoreCase);
                break;
            default:
                throw new InvalidOperationException($"“{words[1]}” is none of =, has, lacks.");
        }
    }

    private List<string> Numbers()
    {
        using var worker = new Worker(settings, exclusive: false);
        return worker.Register.Read(s => s.Query("SELECT number FROM complaint ORDER BY number", r => r.GetString(0)));
    }

    private string Show(string number)
    {
        using var worker = new Worker(settings, exclusive: false);
        return CaseCommands.Json(worker, number);
    }

    private static string Follow(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind == JsonValueKind.Array)
                element = element
                    .EnumerateArray()
                    .LastOrDefault(e =>
                        e.TryGetProperty("kind", out var k) && k.GetString() == name
                        || e.TryGetProperty("number", out var n) && n.ToString() == name
                    );
            else if (!element.TryGetProperty(name, out element))
                return "absent";
            if (element.ValueKind == JsonValueKind.Undefined)
                return "absent";
        }
        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Null => "null",
            _ => element.ToString(),
        };
    }

    private (string? Kind, string? To) KindAndAddress(string rest)
    {
        var head = Quoted()
            .Replace(rest, "")
            .Replace(" says", "", StringComparison.Ordinal)
            .Replace(" not", "", StringComparison.Ordinal)
            .Trim();
        var parts = head.Split("to ", 2);
        var kind = parts[0].Trim();
        return (kind.Length == 0 ? null : kind, parts.Length > 1 ? Address(parts[1].Trim()) : null);
    }

    private static IEnumerable<(bool Should, string Text)> Claims(string rest)
    {
        foreach (Match match in Quoted().Matches(rest))
            yield return (
                !rest[..match.Index].TrimEnd().EndsWith("not", StringComparison.Ordinal),
                match.Groups["text"].Value
            );
    }

    /// <summary>A key of our people stands for her or his address.</summary>
    private string Address(string said) =>
        said.Contains('@', StringComparison.Ordinal) ? said : $"{said}@{story.Organisation}.example";

    private static string? Kind(ReadMail mail) => mail.Header("X-ComplaintMailer-Letter");

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));

    private string Heard() =>
        "Letters of this step: "
        + string.Join(", ", letters.Skip(stepStart).Select(l => $"{Kind(l)} to {l.To[0].Address}"));

    [GeneratedRegex("\"(?<text>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("^(?<which>[0-9]+): ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WhichCase();
}
