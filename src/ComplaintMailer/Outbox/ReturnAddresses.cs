using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Secrets;

namespace ComplaintMailer.Outbox;

/// <summary>Addresses that lead back: a reply to the case and party, a bounce to the very letter.</summary>
internal sealed class ReturnAddresses(Vault vault)
{
    private const string PartyPurpose = "party";
    private const string LetterPurpose = "letter";

    /// <summary><c>klachten+wij-2026-0042.c.TOKEN@wijkz.example</c></summary>
    public string Reply(Organisation organisation, string number, string party)
    {
        if (!organisation.Subaddressing)
            return organisation.Address;
        var tag = $"{number.ToLowerInvariant()}.{Short(party)}";
        return With(organisation, $"{tag}.{vault.Token(PartyPurpose, tag)}");
    }

    /// <summary><c>klachten+b.wij-2026-0042.17.TOKEN@wijkz.example</c></summary>
    public string Bounce(Organisation organisation, string number, int letter)
    {
        if (!organisation.Subaddressing)
            return organisation.Address;
        var tag = $"b.{number.ToLowerInvariant()}.{letter}";
        return With(organisation, $"{tag}.{vault.Token(LetterPurpose, tag)}");
    }

    /// <summary>What a reply address of ours says, when its token is right.</summary>
    public (string Number, string Party)? ReadReply(Organisation organisation, string address) =>
        Tag(organisation, address) is [var number, var party, var token]
        && vault.IsToken(PartyPurpose, $"{number}.{party}", token)
            ? (number.ToUpperInvariant(), Long(party))
            : null;

    public (string Number, int Letter)? ReadBounce(Organisation organisation, string address) =>
        Tag(organisation, address) is ["b", var number, var letter, var token]
        && vault.IsToken(LetterPurpose, $"b.{number}.{letter}", token)
        && int.TryParse(letter, out var id)
            ? (number.ToUpperInvariant(), id)
            : null;

    public static string MessageId(Organisation organisation, string number, int letter, string kind) =>
        $"{number.ToLowerInvariant()}.{letter}.{kind}@{Domain(organisation)}";

    public static string Domain(Organisation organisation) =>
        organisation.Address[(organisation.Address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private static string With(Organisation organisation, string tag)
    {
        var at = organisation.Address.LastIndexOf('@');
        return $"{organisation.Address[..at]}+{tag}{organisation.Address[at..]}";
    }

    private static string[]? Tag(Organisation organisation, string address)
    {
        var at = organisation.Address.LastIndexOf('@');
        var begin = organisation.Address[..at] + "+";
        var end = organisation.Address[at..];
        return
            address.StartsWith(begin, StringComparison.OrdinalIgnoreCase)
            && address.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            ? address[begin.Length..^end.Length].ToLowerInvariant().Split('.')
            : null;
    }

    private static string Short(string party) =>
        party switch
        {
            "complainant" => "c",
            _ when party.StartsWith("staff:", StringComparison.Ordinal) => "s-" + party[6..].ToLowerInvariant(),
            _ => "o-" + party.Replace(':', '-').ToLowerInvariant(),
        };

    private static string Long(string code) =>
        code == "c" ? "complainant"
        : code.StartsWith("s-", StringComparison.Ordinal) ? "staff:" + code[2..]
        : "other:" + code;
}
