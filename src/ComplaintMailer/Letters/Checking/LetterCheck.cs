using ComplaintMailer.Core;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Letters.Samples;
using ComplaintMailer.Letters.Steps;
using ComplaintMailer.Templates;
using NodaTime;

namespace ComplaintMailer.Letters.Checking;

/// <summary>What is wrong with the letters of an organisation, before anybody gets one.</summary>
internal sealed class LetterCheck(string templates, IReadOnlyList<ExternalBody> bodies, DateTimeZone zone)
{
    private static readonly string[] Languages = ["nl", "en"];

    public IReadOnlyList<string> Of(Organisation organisation, Regulation regulation)
    {
        var writer = new LetterWriter(templates, bodies, zone);
        var faults = new List<string>();
        var names = new KnownNames();
        var services = organisation.Locations.Select(l => l.Service).Distinct().DefaultIfEmpty(Services.Childcare);
        foreach (var service in services)
        {
            foreach (var language in Languages)
            {
                foreach (var sample in new SampleLetters(organisation, regulation, service, language).All())
                    Try(writer, organisation, regulation, sample, names, faults);
            }
        }
        foreach (var language in Languages)
        {
            Missing(language, faults);
            foreach (var folder in Folders(organisation, language))
                Files(folder, names, faults);
        }
        Blocks(organisation, faults);
        Strangers(organisation, faults);
        return [.. faults.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void Try(
        LetterWriter writer,
        Organisation organisation,
        Regulation regulation,
        SampleLetter sample,
        KnownNames names,
        List<string> faults
    )
    {
        var replyTo = LetterGallery.ReplyTo(organisation);
        names.Add(
            sample.Order.Kind,
            writer.ModelOf(sample.Order, sample.Case, organisation, regulation, replyTo, SampleLetters.Now)
        );
        var letter = writer.Write(sample.Order, sample.Case, organisation, regulation, replyTo, SampleLetters.Now);
        faults.AddRange(letter.Faults);
        foreach (var link in Links.Of(letter.Html ?? ""))
        {
            if (Links.Fault(link, Mailto.MaxLength) is { } fault)
                faults.Add($"{sample.Name}, {letter.Language}: {fault}");
        }
    }

    private void Missing(string language, List<string> faults)
    {
        foreach (var kind in LetterKinds.All)
        {
            var file = Path.Combine(templates, "letters", language, kind + ".txt");
            if (!File.Exists(file))
                faults.Add($"{file}: there is no such file, and so no letter “{kind}” in this language");
        }
    }

    private static void Files(string folder, KnownNames names, List<string> faults)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name == "words")
                continue;
            var isLetter = LetterKinds.All.Contains(name) && Path.GetDirectoryName(file) == folder;
            if (!isLetter && Path.GetDirectoryName(file) == folder)
            {
                var near = Nearest.Of(name, LetterKinds.All);
                faults.Add($"{file}: no letter is called “{name}”" + (near is null ? "" : $"; did you mean “{near}”?"));
            }
            if (Parsed(file, faults) is not { } template)
                continue;
            foreach (var use in template.Uses)
            {
                if (names.Fault(isLetter ? name : null, use.Path) is { } fault)
                    faults.Add($"{file}:{use.Line}:{use.Column}: {fault}");
            }
        }
    }

    private void Blocks(Organisation organisation, List<string> faults)
    {
        foreach (var folder in new[] { Shared, Own(organisation) }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories))
                _ = Parsed(file, faults);
        }
    }

    /// <summary>Folders of organisations that nobody has: mostly a slip in a name.</summary>
    private void Strangers(Organisation organisation, List<string> faults)
    {
        var all = Path.Combine(templates, "organisations");
        if (!Directory.Exists(all) || Directory.Exists(Path.Combine(all, organisation.Key)))
            return;
        foreach (var folder in Directory.EnumerateDirectories(all).Select(f => Path.GetFileName(f)!))
        {
            if (string.Equals(folder, organisation.Key, StringComparison.OrdinalIgnoreCase))
                faults.Add($"{Path.Combine(all, folder)}: the key of the organisation is “{organisation.Key}”");
        }
    }

    private static Template? Parsed(string file, List<string> faults)
    {
        try
        {
            return Template.Parse(File.ReadAllText(file), file);
        }
        catch (TemplateException e)
        {
            faults.Add(e.Message);
            return null;
        }
    }

    private string Shared => Path.Combine(templates, "letters");

    private string Own(Organisation organisation) =>
        Path.Combine(templates, "organisations", organisation.Key, "letters");

    private IEnumerable<string> Folders(Organisation organisation, string language) =>
        [Path.Combine(Shared, language), Path.Combine(Own(organisation), language)];
}
