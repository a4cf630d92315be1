using System.Text.Json;
using ComplaintMailer.Complaints;
using ComplaintMailer.Core.Cases;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Outbox;

/// <summary>
/// A letter that is yet to be written: what was decided, and what it will stand among. It lies sealed where the letter itself will lie
/// once its turn to go out comes.
/// </summary>
internal sealed record OrderedLetter
{
    public required LetterOrder Order { get; init; }

    /// <summary>The case had so many events when this was decided, and the letter tells of no later one.</summary>
    public required int Version { get; init; }
    public Answered? Answered { get; init; }
    public MailThread Thread { get; init; } = MailThread.Empty;

    /// <summary>The mails whose files go along.</summary>
    public IReadOnlyList<long> Enclosed { get; init; } = [];

    public byte[] Seal(DataKey key, string messageId)
    {
        using var bytes = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(bytes))
            Write(json);
        return key.Seal(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Place(messageId));
    }

    public static OrderedLetter Open(DataKey key, byte[] piece, string messageId)
    {
        using var json = JsonDocument.Parse(key.Open(piece, Place(messageId)));
        return Read(json.RootElement);
    }

    private static string Place(string messageId) => $"ordered letter {messageId}";

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("kind", Order.Kind);
        json.WriteString("party", Order.To.Party);
        json.WriteString("name", Order.To.Name);
        json.WriteString("address", Order.To.Address);
        json.WriteString("language", Order.To.Language);
        json.WriteBoolean("notice", Order.IsNotice);
        json.WriteBoolean("byItself", Order.ByItself);
        if (Order.Answers is { } mail)
            json.WriteNumber("answers", mail);
        if (Answered is not null)
        {
            json.WriteString("answered", Answered.MessageId);
            Write(json, "references", Answered.References);
        }
        Write(json, "thread", Thread.Ids);
        json.WriteStartArray("enclosed");
        foreach (var id in Enclosed)
            json.WriteNumberValue(id);
        json.WriteEndArray();
        json.WritePropertyName("facts");
        FactsJson.Write(json, Order.Facts);
        json.WriteEndObject();
    }

    private static OrderedLetter Read(JsonElement json) =>
        new()
        {
            Version = json.GetProperty("version").GetInt32(),
            Order = new()
            {
                Kind = json.GetProperty("kind").GetString()!,
                To = new(
                    json.GetProperty("party").GetString()!,
                    json.GetProperty("name").GetString(),
                    json.GetProperty("address").GetString(),
                    json.GetProperty("language").GetString()!
                ),
                IsNotice = json.GetProperty("notice").GetBoolean(),
                ByItself = json.GetProperty("byItself").GetBoolean(),
                Answers = json.TryGetProperty("answers", out var mail) ? mail.GetInt64() : null,
                Facts = FactsJson.Read(json.GetProperty("facts")),
            },
            Answered = json.TryGetProperty("answered", out var id)
                ? new(id.GetString(), Texts(json.GetProperty("references")))
                : null,
            Thread = new(Texts(json.GetProperty("thread"))),
            Enclosed = [.. json.GetProperty("enclosed").EnumerateArray().Select(e => e.GetInt64())],
        };

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static List<string> Texts(JsonElement json) => [.. json.EnumerateArray().Select(t => t.GetString()!)];
}
