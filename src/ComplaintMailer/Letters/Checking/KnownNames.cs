using System.Collections;
using ComplaintMailer.Core;
using ComplaintMailer.Core.Letters;
using ComplaintMailer.Templates;

namespace ComplaintMailer.Letters.Checking;

/// <summary>Every name a template may use, gathered from the models of letters as they are really written.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, HashSet<string>> byKind = new(StringComparer.Ordinal);

    /// <summary>What <c>size</c> can be asked of.</summary>
    private readonly HashSet<string> lists = new(StringComparer.Ordinal);

    public void Add(string kind, MemberView model)
    {
        if (!byKind.TryGetValue(kind, out var names))
            byKind[kind] = names = new(StringComparer.Ordinal);
        foreach (var fact in LetterFacts.Of(kind))
            names.Add("letter." + fact.Name);
        Gather(names, "", model);
        // Nobody may handle the sample, where a location has no manager.
        foreach (var person in new[] { "complaint.handler", "complaint.proposed_handler", "complaint.verdict.by" })
            names.UnionWith(new[] { "name", "function", "phone", "tel" }.Select(p => $"{person}.{p}"));
        // A term that this regulation lacks has the same parts as one it has.
        var parts = names.Where(n => n.StartsWith("complaint.terms.final.", StringComparison.Ordinal)).ToList();
        var terms = names.Where(n => n.StartsWith("complaint.terms.", StringComparison.Ordinal) && n.Count('.') == 2);
        foreach (var term in terms.ToList())
            names.UnionWith(parts.Select(p => term + p[p.LastIndexOf('.')..]));
    }

    /// <summary>Null: the name is known. Else what is wrong with it.</summary>
    /// <param name="kind">The letter; null for a part, which many letters may include.</param>
    public string? Fault(string? kind, string path)
    {
        var known =
            kind is not null && byKind.TryGetValue(kind, out var own)
                ? own
                : byKind.Values.SelectMany(n => n).ToHashSet(StringComparer.Ordinal);
        if (known.Contains(path) || (path.EndsWith(".size", StringComparison.Ordinal) && lists.Contains(path[..^5])))
            return null;
        var near = Nearest.Of(path, known);
        return near is null ? $"`{path}` is unknown" : $"`{path}` is unknown; did you mean `{near}`?";
    }

    private void Gather(HashSet<string> names, string path, MemberView members)
    {
        foreach (var (index, name) in members.Names.Index())
            Gather(names, path.Length == 0 ? name : $"{path}.{name}", members.At(index));
    }

    private void Gather(HashSet<string> names, string path, object? value)
    {
        names.Add(path);
        switch (value)
        {
            case MemberView members:
                Gather(names, path, members);
                break;
            case IReadOnlyDictionary<string, object?> map:
                foreach (var (name, inner) in map)
                    Gather(names, $"{path}.{name}", inner);
                break;
            case IEnumerable and not string:
                lists.Add(path);
                break;
        }
    }
}
