using ComplaintMailer.Core.Words;
using NodaTime;

namespace ComplaintMailer.Core.Commands;

/// <summary>The block of fields behind <c>registreer</c>: what came by phone, post or at the door, written down by one of our people.</summary>
public sealed record RegisterForm
{
    public string? Organisation { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary><c>phone</c>, <c>oral</c> or <c>post</c>.</summary>
    public string Channel { get; init; } = "phone";
    public string? Location { get; init; }
    public LocalDate? EventDate { get; init; }

    /// <summary>The day it came in, where that was not today.</summary>
    public LocalDate? ReceivedOn { get; init; }
    public string Description { get; init; } = "";
    public string? Desired { get; init; }
    public string? WhoInvolved { get; init; }
    public string? ActsFor { get; init; }

    /// <summary>What can't be read, in the language asked for.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["organisatie"] = "organisation",
        ["organisation"] = "organisation",
        ["naam"] = "name",
        ["name"] = "name",
        ["email"] = "email",
        ["e-mail"] = "email",
        ["mail"] = "email",
        ["telefoon"] = "phone",
        ["telefoonnummer"] = "phone",
        ["phone"] = "phone",
        ["kanaal"] = "channel",
        ["channel"] = "channel",
        ["locatie"] = "location",
        ["location"] = "location",
        ["datum gebeurtenis"] = "event",
        ["datum"] = "event",
        ["event date"] = "event",
        ["ontvangen"] = "received",
        ["ontvangen op"] = "received",
        ["datum ontvangst"] = "received",
        ["received"] = "received",
        ["omschrijving"] = "description",
        ["klacht"] = "description",
        ["description"] = "description",
        ["gewenste oplossing"] = "desired",
        ["desired solution"] = "desired",
        ["desired"] = "desired",
        ["wie betrokken"] = "who",
        ["betrokken"] = "who",
        ["who"] = "who",
        ["namens"] = "for",
        ["on behalf of"] = "for",
    };

    public static RegisterForm Read(string block, LocalDate today, string language)
    {
        var fields = Split(block);
        var faults = new List<string>();
        var eventDate = Day("event", "datum gebeurtenis", "event date");
        var receivedOn = Day("received", "ontvangen", "received");
        if (receivedOn > today)
            faults.Add(Say("“ontvangen” ligt in de toekomst.", "“received” lies in the future."));
        var description = fields.GetValueOrDefault("description") ?? "";
        if (description.Length == 0)
            faults.Add(
                Say("De omschrijving ontbreekt (“omschrijving: …”).", "The description is missing (“description: …”).")
            );
        return new()
        {
            Organisation = fields.GetValueOrDefault("organisation"),
            Name = fields.GetValueOrDefault("name"),
            Email =
                fields.GetValueOrDefault("email") is { } mail && mail.Contains('@', StringComparison.Ordinal)
                    ? mail.Trim('<', '>', ' ')
                    : null,
            Phone = fields.GetValueOrDefault("phone"),
            Channel = ChannelOf(fields.GetValueOrDefault("channel")),
            Location = fields.GetValueOrDefault("location"),
            EventDate = eventDate,
            ReceivedOn = receivedOn,
            Description = description,
            Desired = fields.GetValueOrDefault("desired"),
            WhoInvolved = fields.GetValueOrDefault("who"),
            ActsFor = fields.GetValueOrDefault("for"),
            Faults = faults,
        };

        LocalDate? Day(string key, string nl, string en)
        {
            if (!fields.TryGetValue(key, out var said) || said.Length == 0)
                return null;
            if (DateReader.Leading(said, today) is { } found)
                return found.Date;
            faults.Add(
                Say(
                    $"“{nl}: {said}” is geen datum. Bijvoorbeeld: {nl}: 12 november 2026.",
                    $"“{en}: {said}” is no date. For example: {en}: 12 November 2026."
                )
            );
            return null;
        }

        string Say(string nl, string en) => language == "en" ? en : nl;
    }

    private static Dictionary<string, string> Split(string block)
    {
        var fields = new Dictionary<string, string>();
        string? open = null;
        foreach (var raw in block.Split('\n'))
        {
            var line = raw.Trim();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon is > 0 and <= 30 && Labels.TryGetValue(Folding.Fold(line[..colon].Trim().Trim('*')), out var key))
            {
                open = key;
                fields[key] = line[(colon + 1)..].Trim();
            }
            else if (open is not null)
            {
                fields[open] = (fields[open] + "\n" + line).Trim();
            }
        }
        return fields.Where(f => f.Value.Length > 0).ToDictionary(f => f.Key, f => f.Value);
    }

    private static string ChannelOf(string? said) =>
        Folding.Fold(said ?? "") switch
        {
            var s
                when s.StartsWith("mond", StringComparison.Ordinal)
                    || s.StartsWith("oral", StringComparison.Ordinal)
                    || s.StartsWith("balie", StringComparison.Ordinal) => "oral",
            var s
                when s.StartsWith("post", StringComparison.Ordinal)
                    || s.StartsWith("brief", StringComparison.Ordinal)
                    || s.StartsWith("letter", StringComparison.Ordinal) => "post",
            var s
                when s.StartsWith("mail", StringComparison.Ordinal)
                    || s.StartsWith("e-mail", StringComparison.Ordinal) => "mail",
            _ => "phone",
        };
}
