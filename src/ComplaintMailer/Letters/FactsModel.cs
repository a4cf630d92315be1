using System.Collections;
using ComplaintMailer.Core.Letters;
using NodaTime;

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
        ["audience"] = "role",
    };

    private static readonly HashSet<string> People = ["previous", "by", "handler", "person", "deputy", "contact"];

    public static Dictionary<string, object?> Of(LetterMatter matter)
    {
        var model = new Dictionary<string, object?> { ["kind_of_letter"] = matter.Order.Kind };
        // What may be told is there, though nothing is told: a template may ask for it.
        foreach (var fact in LetterFacts.Of(matter.Order.Kind))
            model[fact.Name] = null;
        foreach (var (name, value) in matter.Order.Facts)
            model[name] = Value(matter, name, value);
        if (matter.Order.Facts.GetValueOrDefault("code") is string code)
            model["code_key"] = code;
        return model;
    }

    private static object? Value(LetterMatter matter, string name, object? value) =>
        value switch
        {
            LocalDate day => matter.Date(day),
            Instant at => matter.Moment(at),
            string text when Codes.TryGetValue(name, out var kind) => matter.Words.Of(kind, text),
            string key when name is "body" => RoutesModel.Name(matter, key),
            string key when People.Contains(name) || name is "from" => matter.Organisation.Person(key)?.Name ?? key,
            string or bool => value,
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(
                p => p.Key,
                p => Value(matter, p.Key, p.Value)
            ),
            IEnumerable<string> texts => texts.Select(t => Value(matter, name, t)).ToList(),
            IEnumerable list => list.Cast<object?>().Select(i => Value(matter, name, i)).ToList(),
            _ => value,
        };
}
