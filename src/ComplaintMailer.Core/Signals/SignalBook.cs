using ComplaintMailer.Core.Json;
using ComplaintMailer.Core.Regulations;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Signals;

/// <summary>All word lists together, as the files of <c>templates/signals</c> hold them.</summary>
public sealed class SignalBook
{
    /// <summary>The file with what all lists share.</summary>
    public const string SharedFile = "words.json";
    private static readonly string[] LanguageCodes = ["nl", "en"];
    private static readonly string[] Ways = ["look", "drop", "keep"];

    private SignalBook(IReadOnlyDictionary<string, LanguageWords> languages, IReadOnlyList<SignalList> lists) =>
        (Languages, Lists) = (languages, lists);

    internal IReadOnlyDictionary<string, LanguageWords> Languages { get; }
    internal IReadOnlyList<SignalList> Lists { get; }

    public IEnumerable<string> Codes => Lists.Select(l => l.Code);

    /// <summary>Reads all files; what is wrong in one is named, with its place.</summary>
    public static (SignalBook? Book, IReadOnlyList<string> Faults) Read(
        IEnumerable<(string FileName, string Json)> files
    )
    {
        var all = files.OrderBy(f => f.FileName, StringComparer.Ordinal).ToList();
        var wrong = new List<string>();
        var shared = all.FirstOrDefault(f => IsShared(f.FileName));
        if (shared.Json is null)
            return (null, [$"{SharedFile}: is missing: put it beside the word lists."]);
        var sharedFaults = new JsonFaults(shared.FileName);
        var languages = sharedFaults.Read(shared.Json, f => Shared(f));
        wrong.AddRange(sharedFaults.List);
        if (languages is null)
            return (null, wrong);

        var books = languages.ToDictionary(l => l.Key, l => BookOf(l.Value.Lists));
        var lists = new List<SignalList>();
        foreach (var (name, json) in all.Where(f => !IsShared(f.FileName)))
        {
            var faults = new JsonFaults(name);
            if (faults.Read(json, f => List(f, books)) is { } list)
                lists.Add(list);
            wrong.AddRange(faults.List);
        }
        foreach (var twice in lists.GroupBy(l => l.Code).Where(g => g.Count() > 1))
            wrong.Add($"{twice.Key}: has two lists: keep one.");
        return (wrong.Count == 0 ? new SignalBook(languages, lists) : null, wrong);
    }

    private static bool IsShared(string name) => name.EndsWith(SharedFile, StringComparison.Ordinal);

    private static Dictionary<string, LanguageWords> Shared(JsonFields f) =>
        LanguageCodes.ToDictionary(
            l => l,
            l =>
                f.Object(
                    l,
                    Language,
                    new(
                        new Dictionary<string, IReadOnlyList<string>>(),
                        Set(null),
                        Set(null),
                        Set(null),
                        [],
                        [],
                        [],
                        Set(null)
                    )
                )
        );

    private static LanguageWords Language(JsonFields f)
    {
        var lists = f.Object(
            "lists",
            l => l.Names.ToDictionary(n => n, n => l.Texts(n) ?? [], StringComparer.Ordinal),
            []
        );
        // A list may name another one: @person = @child and more.
        var open = lists.ToDictionary(l => l.Key, l => Open(l.Value, lists, 0), StringComparer.Ordinal);
        var book = BookOf(open);
        return new(
            open,
            Set(f.Texts("denying")),
            Set(f.Texts("notDenying")),
            Set(f.Texts("clauses")),
            Patterns(f, "supposing", book),
            Patterns(f, "asking", book),
            Patterns(f, "elsewhere", book),
            Set(f.Texts("common"))
        );
    }

    private static IReadOnlyList<string> Open(
        IReadOnlyList<string> words,
        Dictionary<string, IReadOnlyList<string>> lists,
        int depth
    ) =>
        [
            .. words.SelectMany(w =>
                w.StartsWith('@') && depth < 5 && lists.TryGetValue(w[1..], out var inner)
                    ? Open(inner, lists, depth + 1)
                    : [w]
            ),
        ];

    private static HashSet<string> Set(IReadOnlyList<string>? words) => [.. (words ?? []).Select(w => Folding.Fold(w))];

    private static SignalList List(JsonFields f, Dictionary<string, ElementBook> books)
    {
        f.Text("about");
        return new()
        {
            Code = f.NeededChoice("code", [.. RegulationCodes.Signals, .. Hints.All]),
            Denied = f.Choice("denied", Ways, "look"),
            Supposed = f.Choice("supposed", Ways, "look"),
            Asked = f.Choice("asked", Ways, "keep"),
            Elsewhere = f.Choice("elsewhere", Ways, "look"),
            Languages = LanguageCodes.ToDictionary(
                l => l,
                l =>
                    f.Object(
                        l,
                        w => new SignalWords(
                            Patterns(w, "strong", books[l]),
                            Patterns(w, "weak", books[l]),
                            Patterns(w, "look", books[l]),
                            Patterns(w, "lower", books[l]),
                            Patterns(w, "friends", books[l])
                        ),
                        new([], [], [], [], [])
                    )
            ),
        };
    }

    private static ElementBook BookOf(IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        new(n => lists.TryGetValue(n, out var words) ? words : null);

    private static List<Pattern> Patterns(JsonFields f, string name, ElementBook book)
    {
        var patterns = new List<Pattern>();
        foreach (var text in f.Texts(name) ?? [])
            try
            {
                patterns.Add(Pattern.Parse(text, book));
            }
            catch (FormatException e)
            {
                f.Fault(name, $"holds a phrase that can't be understood: {e.Message}");
            }
        return patterns;
    }
}
