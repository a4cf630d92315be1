using System.Collections;
using ComplaintMailer.Core.Letters;
using NodaTime;
using NodaTime.Text;

namespace ComplaintMailer.Letters;

/// <summary>What a decision told the letter: dates become words, codes words, keys of people names.</summary>
internal static class FactsModel
{
    /// <summary>Facts that hold a code: which words belong to it.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["missing"] = "missing",
        ["code"] = "signal",
        ["kind"] = "letter",
        ["outcome"] = "outcome",
        ["term"] = "term",
        ["weight"] = "weight",
        ["ruling"] = "ruling",
        ["audience"] = "role",
        // Where the worker itself decided; a person's own reason has no words and stays as written.
        ["reason"] = "reason",
        ["what"] = "what",
        ["why"] = "why",
        ["hint"] = "hint",
    };

    /// <summary>Facts that a template goes through one by one, even where there is only one.</summary>
    private static readonly HashSet<string> Lists =
    [
        "attachments",
        "checks",
        "dates",
        "hint",
        "done",
        "measures",
        "missing",
        "not_done",
        "numbers",
        "open",
        "options",
        "points",
        "recipients",
        "warnings",
        "why",
    ];

    private static readonly LocalDateTimePattern SinceText = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu-MM-dd HH:mm"
    );

    private static readonly HashSet<string> People = ["previous", "by", "handler", "person", "deputy", "contact"];

    public static Dictionary<string, object?> Of(LetterMatter matter)
    {
        var model = new Dictionary<string, object?> { ["kind_of_letter"] = matter.Order.Kind };
        // What may be told is there, though nothing is told: a template may ask for it.
        foreach (var fact in LetterFacts.Of(matter.Order.Kind))
            model[fact.Name] = null;
        foreach (var (name, value) in matter.Order.Facts)
            model[name] = Value(matter, name, value, isOuter: true);
        // The code itself, for a template that says one thing or another.
        foreach (var name in Codes.Keys.Where(model.ContainsKey))
            model[name + "_key"] = matter.Order.Facts.GetValueOrDefault(name) as string;
        if (model.ContainsKey("term"))
            model["todo"] = matter.Order.Facts.GetValueOrDefault("term") is string term
                ? matter.Words.Known("todo", term)
                : null;
        return model;
    }

    private static object? Value(LetterMatter matter, string name, object? value, bool isOuter = false) =>
        value switch
        {
            LocalDate day => matter.Date(day),
            string text
                when name is "since" or "received" && SinceText.Parse(text) is { Success: true, Value: var local } =>
                matter.Moment(local.InZoneLeniently(matter.Zone).ToInstant()),
            Instant at => matter.Moment(at),
            string text when isOuter && Lists.Contains(name) => text.Split(
                    '\n',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(t => (object?)(Codes.TryGetValue(name, out var of) ? matter.Words.Of(of, t) : t))
                .ToList(),
            string text when Codes.TryGetValue(name, out var kind) => matter.Words.Of(kind, text),
            string key when name is "body" => RoutesModel.Name(matter, key),
            string key when People.Contains(name) || name is "from" => matter.Organisation.Person(key)?.Name ?? key,
            string text => matter.Short(text),
            bool => value,
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                p => p.Key,
                p => Value(matter, p.Key, p.Value)
            ),
            IEnumerable<string> texts => texts
                .Select(t => Codes.TryGetValue(name, out var of) ? matter.Words.Of(of, t) : t)
                .ToList<object?>(),
            IEnumerable list => list.Cast<object?>().Select(i => Value(matter, name, i)).ToList(),
            _ => value,
        };
}
