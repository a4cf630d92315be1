using System.Collections.Concurrent;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Mail.Writing;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters;

/// <summary>
/// The templates and words that letters draw on: of one organisation, in one language and form of address. Each file is looked
/// for once, and what was found then holds for all letters that are written with these.
/// </summary>
internal sealed class LetterTexts
{
    /// <summary>“u” is turned into “je” where the organisation says so.</summary>
    private readonly bool saysJe;
    private readonly LetterFolder folder;
    private readonly Organisation organisation;
    private readonly string language;
    private readonly Lazy<LetterWords> words;
    private readonly Lazy<OutgoingPart?> logo;
    private readonly ConcurrentDictionary<string, string?> paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Template> texts = new(StringComparer.Ordinal);

    /// <summary>A letter draws its parts and blocks many times.</summary>
    private readonly ConcurrentDictionary<string, Template?> parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Template?> blocks = new(StringComparer.Ordinal);

    public LetterTexts(LetterFolder folder, Organisation organisation, string language)
    {
        (this.folder, this.organisation, this.language) = (folder, organisation, language);
        saysJe = language == "nl" && organisation.FormOfAddress == "je";
        words = new(ReadWords);
        logo = new(() => Letters.Logo.Of(folder, organisation));
        Load = name => parts.GetOrAdd(name, Part);
        LoadHtml = name => blocks.GetOrAdd(name, Block);
    }

    public LetterWords Words => words.Value;
    public OutgoingPart? Logo => logo.Value;

    /// <summary>Finds the parts of a letter, and the blocks of a page.</summary>
    public TemplateLoader Load { get; }
    public TemplateLoader LoadHtml { get; }

    /// <param name="faults">What is not known is left out of the letter, and the administrator is told.</param>
    public RenderOptions Options(List<string> faults) =>
        new()
        {
            StrictVariables = false,
            RelaxedTargets = true,
            Language = language,
            OnUnknown = unknown => faults.Add(unknown.Message),
        };

    /// <summary>A file of this language; null: there is none.</summary>
    public string? Find(string name) =>
        paths.GetOrAdd(name, static (n, t) => t.folder.Find(t.organisation.Key, t.language, n), this);

    public Template Text(string path) =>
        texts.GetOrAdd(
            path,
            static (p, t) => t.folder.Made(p, t.saysJe ? "je" : "u", text => Template.Parse(t.Form(text), p)),
            this
        );

    public Template Layout() => LoadHtml("layout") ?? throw new IOException("There is no layout.html.");

    private LetterWords ReadWords()
    {
        if (folder.In(null, language, "words.txt") is not { } shared)
            return LetterWords.Empty;
        var all = Read(shared);
        return folder.In(organisation.Key, language, "words.txt") is { } own ? all.With(Read(own)) : all;
    }

    private Template? Part(string name) =>
        LetterFolder.IsName(name) && folder.Find(organisation.Key, language, name + ".txt") is { } path
            ? Text(path)
            : null;

    private Template? Block(string name) =>
        LetterFolder.IsName(name) && folder.Find(organisation.Key, name + ".html") is { } path
            ? folder.Made(path, "html", text => Template.Parse(text, path))
            : null;

    private LetterWords Read(string path) =>
        folder.Made(path, saysJe ? "words je" : "words", text => LetterWords.Read(Form(text)));

    private string Form(string text) => saysJe ? DutchForm.ToInformal(text) : text;
}
