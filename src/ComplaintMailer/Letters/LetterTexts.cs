using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters;

/// <summary>The templates and words that one letter draws on: of one organisation, in one language and form of address.</summary>
internal sealed class LetterTexts(LetterFolder folder, Organisation organisation, string language, List<string> faults)
{
    /// <summary>“u” is turned into “je” where the organisation says so.</summary>
    private readonly bool saysJe = language == "nl" && organisation.FormOfAddress == "je";

    public RenderOptions Options { get; } =
        new()
        {
            StrictVariables = false,
            RelaxedTargets = true,
            Language = language,
            // What is not known is left out of the letter, and the administrator is told.
            OnUnknown = unknown => faults.Add(unknown.Message),
        };

    public LetterWords Words()
    {
        if (folder.In(null, language, "words.txt") is not { } shared)
            return LetterWords.Empty;
        var words = Read(shared);
        return folder.In(organisation.Key, language, "words.txt") is { } own ? words.With(Read(own)) : words;
    }

    public Template Text(string path) =>
        folder.Made(path, saysJe ? "je" : "u", text => Template.Parse(Form(text), path));

    /// <summary>A letter draws its parts and blocks many times; whether a file has changed is asked once a letter.</summary>
    private readonly Dictionary<string, Template?> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Template?> blocks = new(StringComparer.Ordinal);

    public Template? Load(string name) => parts.TryGetValue(name, out var part) ? part : parts[name] = Part(name);

    public Template? LoadHtml(string name) =>
        blocks.TryGetValue(name, out var block) ? block : blocks[name] = Block(name);

    private Template? Part(string name) =>
        LetterFolder.IsName(name) && folder.Find(organisation.Key, language, name + ".txt") is { } path
            ? Text(path)
            : null;

    public Template Layout() => LoadHtml("layout") ?? throw new IOException("There is no layout.html.");

    private Template? Block(string name) =>
        LetterFolder.IsName(name) && folder.Find(organisation.Key, name + ".html") is { } path
            ? folder.Made(path, "html", text => Template.Parse(text, path))
            : null;

    private LetterWords Read(string path) =>
        folder.Made(path, saysJe ? "words je" : "words", text => LetterWords.Read(Form(text)));

    private string Form(string text) => saysJe ? DutchForm.ToInformal(text) : text;
}
