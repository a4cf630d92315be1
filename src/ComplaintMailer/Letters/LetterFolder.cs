using System.Buffers;
using System.Collections.Concurrent;

namespace ComplaintMailer.Letters;

/// <summary>
/// Where letters stand. An organisation's own file goes before the shared one, its language before others:
/// <c>organisations/KEY/letters/nl/x</c>, <c>letters/nl/x</c>, then the next language. Files are read again when they change.
/// </summary>
internal sealed class LetterFolder(string templates)
{
    private static readonly SearchValues<char> Signs = SearchValues.Create([
        .. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => char.IsAsciiLetterOrDigit(c) || "-_./".Contains(c)),
    ]);

    private static readonly string[] Fallbacks = ["nl", "en"];
    private readonly ConcurrentDictionary<(string Variant, string Path), (DateTime Changed, object Made)> made = new();
    private readonly ConcurrentDictionary<Place, string> paths = new();

    /// <summary>The languages to try, best first.</summary>
    public static IReadOnlyList<string> Languages(string asked, string organisation) =>
        [.. Fallbacks.Prepend(organisation).Prepend(asked).Where(IsName).Distinct(StringComparer.Ordinal)];

    /// <summary>A file of one language: a letter, a part of one, or its words.</summary>
    public string? Find(string organisation, string language, string name) =>
        First(new(organisation, language, name), new(null, language, name));

    /// <summary>A file of every language: the layout, a block.</summary>
    public string? Find(string organisation, string name) => First(new(organisation, "", name), new(null, "", name));

    /// <summary>A file of one language in the shared folder (null) or in that of one organisation.</summary>
    public string? In(string? of, string language, string name) => First(new Place(of, language, name));

    /// <summary>A file that only an organisation can have: its logo.</summary>
    public string? Own(string organisation, string name) => First(new Place(organisation, null, name));

    public byte[] Bytes(string path)
    {
        var changed = Changed(path) ?? default;
        var key = ("bytes", path);
        if (made.TryGetValue(key, out var known) && known.Changed == changed)
            return (byte[])known.Made;
        var fresh = File.ReadAllBytes(path);
        made[key] = (changed, fresh);
        return fresh;
    }

    /// <summary>What is made of a file, made again only when the file has changed.</summary>
    public T Made<T>(string path, string variant, Func<string, T> make)
        where T : class
    {
        var changed = Changed(path) ?? default;
        var key = (variant, path);
        if (made.TryGetValue(key, out var known) && known.Changed == changed)
            return (T)known.Made;
        var fresh = make(File.ReadAllText(path));
        made[key] = (changed, fresh);
        return fresh;
    }

    /// <summary>Names come from templates and configuration; none leads out of the folder.</summary>
    public static bool IsName(string name) =>
        name.Length > 0
        && !name.AsSpan().ContainsAnyExcept(Signs)
        && !name.Contains("..", StringComparison.Ordinal)
        && name[0] != '/';

    private string? First(params ReadOnlySpan<Place> places)
    {
        foreach (var place in places)
        {
            var path = paths.GetOrAdd(place, PathOf);
            if (Changed(path) is not null)
                return path;
        }
        return null;
    }

    private string PathOf(Place place) =>
        Path.Combine([
            templates,
            .. place.Of is { } organisation ? ["organisations", organisation] : Array.Empty<string>(),
            .. place.Language is { } language ? ["letters", language] : Array.Empty<string>(),
            place.Name,
        ]);

    /// <summary>Where a file may stand.</summary>
    /// <param name="Of">An organisation; null: what all share.</param>
    /// <param name="Language">Empty: a letter's file of every language; null: none of a letter.</param>
    private readonly record struct Place(string? Of, string? Language, string Name);

    /// <summary>When a file was changed last; null: there is none.</summary>
    private static DateTime? Changed(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path) : null;
}
