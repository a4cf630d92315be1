using System.Globalization;
using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Outbox;

/// <summary>Addresses that lead back: an answer to the case and the party, a bounce to the very letter.</summary>
internal sealed class ReturnAddresses(Vault vault)
{
    private const string PartyPurpose = "party";
    private const string LetterPurpose = "letter";

    /// <summary>RFC 5321 §4.5.3.1.1. Some servers cut what is longer, and a cut token is none.</summary>
    private const int LocalPartMost = 64;

    /// <summary><c>klachten+wij-2026-0042.c.TOKEN@wijkz.example</c>; the plain address where tags can't be used.</summary>
    public string Reply(Organisation organisation, string number, string party) =>
        With(organisation, Tag(number, party)) ?? organisation.Address;

    /// <summary><c>klachten+b.wij-2026-0042.17.TOKEN@wijkz.example</c></summary>
    public string Bounce(Organisation organisation, string number, int letter)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"b.{number.ToLowerInvariant()}.{letter}");
        return With(organisation, $"{tag}.{vault.Token(LetterPurpose, tag)}") ?? organisation.Address;
    }

    /// <summary>Where an address can't carry the token, a reference does: mail programs hand references on in every answer.</summary>
    public string? Reference(Organisation organisation, string number, string party) =>
        With(organisation, Tag(number, party)) is null ? $"{Tag(number, party)}@{Domain(organisation)}" : null;

    /// <summary>What a reply address of ours says, when its token is right.</summary>
    public PartyToken? ReadReply(Organisation organisation, string address) => ReadTag(TagOf(organisation, address));

    /// <summary>The same from a Message-ID that carries a token.</summary>
    public PartyToken? ReadReference(Organisation organisation, string id)
    {
        var at = id.LastIndexOf('@');
        return at > 0 && id[(at + 1)..].Equals(Domain(organisation), StringComparison.OrdinalIgnoreCase)
            ? ReadTag(id[..at].ToLowerInvariant().Split('.'))
            : null;
    }

    public LetterToken? ReadBounce(Organisation organisation, string address) =>
        TagOf(organisation, address) is ["b", var number, var letter, var token]
        && vault.IsToken(LetterPurpose, $"b.{number}.{letter}", token)
        && int.TryParse(letter, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(number.ToUpperInvariant(), id)
            : null;

    public static string MessageId(Organisation organisation, string number, int letter, string kind) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number.ToLowerInvariant()}.{letter}.{kind}@{Domain(organisation)}"
        );

    public static string Domain(Organisation organisation) => DomainOf(organisation.Address);

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private string Tag(string number, string party)
    {
        var tag = $"{number.ToLowerInvariant()}.{PartyCode.Of(party)}";
        return $"{tag}.{vault.Token(PartyPurpose, tag)}";
    }

    private PartyToken? ReadTag(string[]? tag) =>
        tag is [var number, var party, var token] && vault.IsToken(PartyPurpose, $"{number}.{party}", token)
            ? new(number.ToUpperInvariant(), PartyCode.Read(party))
            : null;

    private static string? With(Organisation organisation, string tag)
    {
        var at = organisation.Address.LastIndexOf('@');
        return organisation.Subaddressing && at + 1 + tag.Length <= LocalPartMost
            ? $"{organisation.Address[..at]}+{tag}{organisation.Address[at..]}"
            : null;
    }

    private static string[]? TagOf(Organisation organisation, string address)
    {
        foreach (var ours in organisation.Aliases.Prepend(organisation.Address))
        {
            var at = ours.LastIndexOf('@');
            if (
                at > 0
                && address.Length > ours.Length + 1
                && address.StartsWith(ours[..at] + "+", StringComparison.OrdinalIgnoreCase)
                && address.EndsWith(ours[at..], StringComparison.OrdinalIgnoreCase)
            )
                return address[(at + 1)..^(ours.Length - at)].ToLowerInvariant().Split('.');
        }
        return null;
    }
}

/// <summary>A case and the party that writes, as a token says.</summary>
internal sealed record PartyToken(string Number, string Party);

/// <summary>The very letter that came back.</summary>
internal sealed record LetterToken(string Number, int Letter);

/// <summary>Parties in few letters, for addresses.</summary>
internal static class PartyCode
{
    public static string Of(string party) =>
        party switch
        {
            "complainant" => "c",
            "concerned" => "p",
            "other" => "o",
            _ when party.StartsWith("complainant:", StringComparison.Ordinal) => "c" + party[12..],
            _ when party.StartsWith("staff:", StringComparison.Ordinal) => "s-" + party[6..].ToLowerInvariant(),
            _ when party.StartsWith("role:", StringComparison.Ordinal) => "r-" + party[5..].ToLowerInvariant(),
            _ => "o",
        };

    public static string Read(string code) =>
        code switch
        {
            "c" => "complainant",
            "p" => "concerned",
            _ when code.StartsWith("s-", StringComparison.Ordinal) => "staff:" + code[2..],
            _ when code.StartsWith("r-", StringComparison.Ordinal) => "role:" + code[2..],
            _ when code.Length > 1 && code[0] == 'c' => "complainant:" + code[1..],
            _ => "other",
        };
}
