using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ComplaintMailer.Core;
using ComplaintMailer.Database;

namespace ComplaintMailer.Configuration;

/// <summary>
/// Reads the configuration: a JSON file with comments, overridden by <c>COMPLAINTMAILER__…</c> from the environment. Every fault is
/// listed at once, each with its key, what is wrong, and what to do.
/// </summary>
internal static class SettingsReader
{
    private const string EnvironmentPrefix = "COMPLAINTMAILER__";
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };
    private static readonly JsonSerializerOptions Binding = new() { PropertyNameCaseInsensitive = true };

    /// <param name="withSecrets">
    /// Looks whether the files with secrets can be used as well: for who will connect. Others may not be allowed to read them.
    /// </param>
    public static Settings Load(string file, IDictionary? environment = null, bool withSecrets = false)
    {
        var faults = new List<string>();
        var settings = Read(file, environment ?? Environment.GetEnvironmentVariables(), faults);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (settings is not null)
        {
            SettingsValidator.Check(settings, faults);
            SettingsValidator.CheckPacks(
                settings,
                TemplatesFrom(settings.Templates, Path.GetFullPath(settings.Templates, folder)),
                faults
            );
            if (withSecrets)
                faults.AddRange(SecretFiles.Faults(settings, folder).Select(f => f.Text));
        }
        if (faults.Count > 0)
            throw new OperatorException(
                string.Join(Environment.NewLine, faults.Select(f => $"{Path.GetFileName(file)}: {f}"))
            )
            {
                ExitCode = 2,
            };
        return Absolute(settings!, folder);
    }

    private static Settings? Read(string file, IDictionary environment, List<string> faults)
    {
        if (!File.Exists(file))
        {
            faults.Add(
                $"the file does not exist. Copy appsettings.example.json to {file} and fill it in, or name another with --config."
            );
            return null;
        }
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(File.ReadAllText(file), documentOptions: Lenient);
        }
        catch (JsonException e)
        {
            faults.Add(
                $"line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}: this is no JSON. Look for a missing comma, quote or bracket there."
            );
            return null;
        }
        if (root is not JsonObject keys)
        {
            faults.Add("the file must hold one object: { … }.");
            return null;
        }
        foreach (DictionaryEntry variable in environment)
        {
            if (variable.Key is string name && name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
                Put(keys, name[EnvironmentPrefix.Length..].Split("__"), (string)variable.Value!);
        }
        // What is faulty is told and taken out, so that the faults in the rest are told in the same breath.
        CheckKeys(keys, typeof(Settings), "", faults);
        try
        {
            return keys.Deserialize<Settings>(Binding);
        }
        catch (JsonException e)
        {
            faults.Add(
                $"{e.Path?.TrimStart('$', '.')}: the value is of the wrong kind. See appsettings.example.json for this key."
            );
            return null;
        }
    }

    private static void CheckKeys(JsonNode? node, Type type, string path, List<string> faults)
    {
        if (node is JsonArray array && Element(type) is { } element)
        {
            for (var i = array.Count - 1; i >= 0; i--)
            {
                if (IsOfKind(array[i], element, $"{path}:{i}", faults))
                    CheckKeys(array[i], element, $"{path}:{i}", faults);
                else
                    array.RemoveAt(i);
            }
            return;
        }
        if (node is not JsonObject keys || type.Namespace != typeof(Settings).Namespace)
            return;
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToList();
        foreach (var (key, value) in keys.ToList())
        {
            var full = path.Length == 0 ? key : $"{path}:{key}";
            var property = known.FirstOrDefault(p => string.Equals(p.Name, key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                if (!key.StartsWith('$'))
                    faults.Add($"{full}: unknown key. Did you mean “{Nearest.Of(key, known.Select(p => p.Name))}”?");
                keys.Remove(key);
            }
            else if (IsOfKind(value, property.PropertyType, full, faults))
                CheckKeys(value, property.PropertyType, full, faults);
            else
                keys.Remove(key);
        }
    }

    private static bool IsOfKind(JsonNode? value, Type type, string path, List<string> faults)
    {
        // Null leaves a key out: the default holds.
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (kind == JsonValueKind.Null)
            return false;
        var (fits, wanted) =
            type == typeof(string) ? (kind == JsonValueKind.String, "a text: “…”")
            : type == typeof(bool) ? (kind is JsonValueKind.True or JsonValueKind.False, "true or false")
            : type == typeof(int) || type == typeof(long) ? (IsWhole(value!), "a whole number")
            : Element(type) is not null ? (kind == JsonValueKind.Array, "a list: [ … ]")
            : (kind == JsonValueKind.Object, "an object: { … }");
        if (!fits)
            faults.Add($"{path}: the value is of the wrong kind. Write {wanted}.");
        return fits;
    }

    private static bool IsWhole(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number
        && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
        && n is >= int.MinValue and <= 1L << 40;

    private static Type? Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? type.GetGenericArguments()[0]
            : null;

    private static void Put(JsonObject keys, string[] path, string value)
    {
        JsonNode at = keys;
        for (var i = 0; i < path.Length - 1; i++)
        {
            var next = Child(at, path[i]);
            if (next is null)
            {
                if (at is not JsonObject parent)
                    return;
                next = parent[path[i]] = new JsonObject();
            }
            at = next;
        }
        if (at is JsonObject last)
        {
            var name =
                last.FirstOrDefault(k => string.Equals(k.Key, path[^1], StringComparison.OrdinalIgnoreCase)).Key
                ?? path[^1];
            last[name] = Value(value);
        }
    }

    private static JsonNode? Child(JsonNode at, string name) =>
        at switch
        {
            JsonArray array
                when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
                    && i < array.Count => array[i],
            JsonObject keys => keys.FirstOrDefault(k =>
                string.Equals(k.Key, name, StringComparison.OrdinalIgnoreCase)
            ).Value,
            _ => null,
        };

    private static JsonValue Value(string text) =>
        bool.TryParse(text, out var truth) ? JsonValue.Create(truth)
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
        : JsonValue.Create(text);

    /// <summary>Who has no templates of her or his own beside the configuration uses those that came with the program.</summary>
    private static string TemplatesFrom(string written, string full) =>
        written == new Settings().Templates && !Directory.Exists(full)
            ? Path.Combine(AppContext.BaseDirectory, written)
            : full;

    /// <summary>Relative paths are meant from where the file lies, not from where the program was started.</summary>
    private static Settings Absolute(Settings settings, string folder)
    {
        string From(string path) => Path.GetFullPath(path, folder);
        string? Maybe(string? path) => path is null ? null : From(path);
        OAuth2Settings? Secrets(OAuth2Settings? oauth) =>
            oauth is null
                ? null
                : oauth with
                {
                    ClientSecretFile = Maybe(oauth.ClientSecretFile),
                    RefreshTokenFile = Maybe(oauth.RefreshTokenFile),
                    CertificateFile = Maybe(oauth.CertificateFile),
                };
        return settings with
        {
            MasterKeyFile = From(settings.MasterKeyFile),
            Templates = TemplatesFrom(settings.Templates, From(settings.Templates)),
            Logs = From(settings.Logs),
            Data = settings.Data with { Path = From(settings.Data.Path) },
            Organisations =
            [
                .. settings.Organisations.Select(o =>
                    o with
                    {
                        Mailbox = o.Mailbox with
                        {
                            Path = Maybe(o.Mailbox.Path),
                            PasswordFile = Maybe(o.Mailbox.PasswordFile),
                            TrustedCertificates = Maybe(o.Mailbox.TrustedCertificates),
                            OAuth2 = Secrets(o.Mailbox.OAuth2),
                        },
                        Sender = o.Sender with
                        {
                            Path = Maybe(o.Sender.Path),
                            PasswordFile = Maybe(o.Sender.PasswordFile),
                            TrustedCertificates = Maybe(o.Sender.TrustedCertificates),
                            OAuth2 = Secrets(o.Sender.OAuth2),
                            Dkim = o.Sender.Dkim is { } dkim ? dkim with { KeyFile = From(dkim.KeyFile) } : null,
                        },
                    }
                ),
            ],
        };
    }
}
