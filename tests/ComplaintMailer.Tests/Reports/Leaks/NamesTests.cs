using System.Buffers;
using System.Collections;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ComplaintMailer.Configuration;
using ComplaintMailer.Core.Calendars;
using ComplaintMailer.Core.Figures;
using ComplaintMailer.Reports;
using ComplaintMailer.Reports.Forms;
using ComplaintMailer.Reports.Pdf;
using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;
using NodaTime;
using Period = ComplaintMailer.Core.Figures.Period;

namespace ComplaintMailer.Tests.Reports.Leaks;

public partial class NamesTests
{
    private static readonly string[] Secrets =
    [
        "Yildirim",
        "Zeynep",
        "ahmed@gezin.example",
        "0612345678",
        "06 12 34 56 78",
        "Vermeulen",
        "ZON-2026-",
        "PAR-2026-",
        "voor de derde keer",
        "quality@zonnebloem",
    ];

    /// <summary>From the day before the complaints came until all that they set going is over, but for the day on which reports are made.</summary>
    private static readonly LocalDate FirstDay = new(2026, 11, 22);
    private static readonly LocalDate LastDay = new(2027, 1, 12);
    private static readonly LocalDate MadeOn = new(2027, 1, 13);

    [Fact]
    public async Task No_byte_of_any_report_in_any_form_names_anybody_or_the_day_of_anything()
    {
        using var place = new Workplace();
        foreach (var organisation in new[] { "zonnebloem", "partou", "fluks" })
            place.Arrives(
                organisation,
                $"""
                From: Ahmed Yildirim <ahmed@gezin.example>
                To: klachten@{organisation}.example
                Subject: Mijn dochter Zeynep
                Message-ID: <{organisation}@gezin.example>
                Content-Type: text/plain; charset=utf-8

                Mijn dochter Zeynep is voor de derde keer te laat opgehaald door juf Vermeulen.
                Bel mij op 06 12 34 56 78.
                """
            );
        await place.Pass("2026-11-23 09:00");

        using var worker = new Worker(
            SettingsReader.Load(Path.Combine(place.Folder, "appsettings.json"), new Hashtable()),
            exclusive: false
        );
        var printed = 0;
        foreach (var office in worker.Offices)
        foreach (var kind in ReportKinds.All.Concat(office.Definitions.Select(d => d.Name)))
        {
            var period = office.Definition(kind) is { } own ? own.Containing(new(2026, 11, 23)) : Period.Year(2026);
            List<string> days = [.. Days(period).SelectMany(Written)];
            var anyDay = SearchValues.Create([.. days], StringComparison.OrdinalIgnoreCase);
            var report = worker.Register.Write(s =>
                ReportMaker.Make(
                    s.Connection,
                    s.Transaction!,
                    office,
                    kind,
                    period,
                    Instant.FromUtc(MadeOn.Year, MadeOn.Month, MadeOn.Day, 8, 0)
                )
            );
            foreach (var form in ReportForms.All)
            {
                var bytes = ReportForms.Write(
                    report,
                    form,
                    "nl",
                    office.Organisation.Colour,
                    DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]
                );
                foreach (var (piece, text) in Pieces(bytes, form))
                {
                    printed++;
                    if (text.AsSpan().ContainsAny(anyDay))
                        Assert.All(
                            days,
                            day =>
                                Assert.False(Says(text, day), $"{office.Organisation.Key} {kind} {form} {piece}: {day}")
                        );
                    foreach (var secret in Secrets)
                        Assert.False(
                            text.Contains(secret, StringComparison.OrdinalIgnoreCase)
                                || text.Contains(PdfFont.Plain().Show(secret), StringComparison.Ordinal)
                                || text.Contains(PdfFont.Bold().Show(secret), StringComparison.Ordinal),
                            $"{office.Organisation.Key} {kind} {form} {piece}: {secret}"
                        );
                }
            }
        }
        Assert.True(printed > 100, $"{printed} pieces");
    }

    /// <summary>A report says from when until when it is about; no other day.</summary>
    private static IEnumerable<LocalDate> Days(Period period) =>
        Enumerable
            .Range(0, NodaTime.Period.DaysBetween(FirstDay, LastDay) + 1)
            .Select(FirstDay.PlusDays)
            .Where(d => d != period.From && d != period.To);

    private static IEnumerable<string> Written(LocalDate day) =>
        [
            DateWords.Iso(day),
            $"{day.Year}{day.Month:00}{day.Day:00}",
            $"{day.Day}-{day.Month}-{day.Year}",
            $"{day.Day:00}-{day.Month:00}-{day.Year}",
            $"{day.Day}/{day.Month}/{day.Year}",
            $"{day.Day:00}/{day.Month:00}/{day.Year}",
            DateWords.InFull(day, "nl"),
            DateWords.InFull(day, "en"),
            $"{day.Day} {DateWords.MonthName(day.Month, "nl")}",
            $"{day.Day} {DateWords.MonthName(day.Month, "en")}",
            // As a spreadsheet counts days.
            day.ToDateTimeUnspecified().ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];

    /// <summary>As a word or number of its own: 1-12 stands in 11-12 too.</summary>
    private static bool Says(string text, string what)
    {
        for (var at = 0; (at = text.IndexOf(what, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (
                (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (at + what.Length == text.Length || !char.IsLetterOrDigit(text[at + what.Length]))
            )
                return true;
        }
        return false;
    }

    [Fact]
    public void The_search_finds_what_is_there()
    {
        var report = SampleReports.Make(ReportKinds.Quarterly);

        var pdf = Pieces(ReportPdf.Write(report, "nl", new(2027, 1, 4), "#1f5f7a"), "pdf");
        var xlsx = Pieces(ReportXlsx.Write(report, "nl", new(2027, 1, 4)), "xlsx");

        Assert.Contains(
            pdf,
            p => p.Text.Contains(PdfFont.Bold().Show("Kwartaalrapportage klachten"), StringComparison.Ordinal)
        );
        Assert.Contains(xlsx, p => p.Text.Contains("Bejegening", StringComparison.Ordinal));
        // The day it was made is on paper; so the search would have found another.
        Assert.Contains(pdf, p => Says(p.Text, "4 januari 2027"));
        Assert.Contains(pdf, p => Says(p.Text, "4 januari"));
        Assert.DoesNotContain(pdf, p => Says(p.Text, "5 januari"));
    }

    /// <summary>
    /// A PDF says at which byte of itself its table stands and how long its pieces are. Such a number can happen to be that by
    /// which a spreadsheet calls a day.
    /// </summary>
    private static string WithoutOffsets(string text, string form) =>
        form == "pdf" ? Offsets().Replace(text, "$1") : text;

    [GeneratedRegex(@"(startxref\n|/Length1? )[0-9]+")]
    private static partial Regex Offsets();

    [Fact]
    public void An_offset_in_a_file_is_no_day_and_a_number_beside_it_is()
    {
        Assert.False(Says(WithoutOffsets("/Length 46394 /Filter\nstartxref\n46394\n%%EOF", "pdf"), "46394"));
        Assert.True(Says(WithoutOffsets("/Length 12\n46394", "pdf"), "46394"));
    }

    /// <summary>A file and all that is packed in it, as text.</summary>
    private static List<(string Piece, string Text)> Pieces(byte[] bytes, string form)
    {
        var pieces = new List<(string, string)>
        {
            ("utf-8", WithoutOffsets(Encoding.UTF8.GetString(bytes), form)),
            ("utf-16", Encoding.BigEndianUnicode.GetString(bytes)),
        };
        if (form == "xlsx")
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                pieces.Add((entry.FullName, reader.ReadToEnd()));
            }
        }
        if (form == "pdf")
        {
            for (var at = bytes.AsSpan().IndexOf("stream\n"u8); at >= 0; )
            {
                var begin = at + 7;
                var length = bytes.AsSpan(begin).IndexOf("\nendstream"u8);
                using var content = new ZLibStream(new MemoryStream(bytes, begin, length), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                content.CopyTo(plain);
                pieces.Add(("stream", Encoding.Latin1.GetString(plain.ToArray())));
                var from = begin + length + 10;
                var next = bytes.AsSpan(from).IndexOf("stream\n"u8);
                at = next < 0 ? -1 : from + next;
            }
            pieces.Add(("read", new PdfReading(bytes).Everything));
            // Titles stand outside the streams, as hexadecimal.
            var raw = Encoding.Latin1.GetString(bytes);
            foreach (var secret in Secrets)
                Assert.DoesNotContain(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(secret)), raw);
        }
        return pieces;
    }
}
