namespace ComplaintMailer.Tests.Mail.Mime;

/// <summary>Where Python's email package reads a mail of the corpus otherwise, and why ours is what a person would see.</summary>
internal static class JudgedDifferences
{
    private const string Comment = "a comment behind an address is its name by old custom";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["bounce-dsn-base64-status texts"] = "Python takes the encoded status report for a text part of its own",
        ["bounce-nameless-null-sender from"] = "an empty address is no sender",
        ["bounce-apple-gateway name"] = Comment,
        ["bounce-at-gmail-over-quota name"] = Comment,
        ["bounce-at-hotmail-unavailable name"] = Comment,
        ["bounce-at-icloud-policy name"] = Comment,
        ["bounce-at-m365-access-denied name"] = Comment,
        ["bounce-at-provider-address-rejected name"] = Comment,
        ["bounce-at-provider-full name"] = Comment,
        ["bounce-at-provider-no-host name"] = Comment,
        ["bounce-at-provider-spam name"] = Comment,
        ["bounce-at-yahoo-no-account name"] = Comment,
        ["bounce-at-yahoo-policy name"] = Comment,
        ["bounce-at-ziggo-invalid-recipient name"] = Comment,
        ["bounce-postfix name"] = Comment,
        ["bounce-postfix-two-recipients name"] = Comment,
        ["broken-from-no-brackets name"] = "the words before an address without brackets are its name",
        ["broken-from-semicolon from"] = "Outlook separates name and address by a semicolon",
        ["broken-from-semicolon name"] = "Outlook separates name and address by a semicolon",
        ["broken-no-boundary-parameter texts"] = "the boundary is plain to see in the body",
        ["broken-no-boundary-parameter files"] = "the boundary is plain to see in the body",
        ["broken-wrong-boundary texts"] = "another boundary than was given is plain to see in the body",
        ["broken-wrong-boundary files"] = "another boundary than was given is plain to see in the body",
        ["broken-uuencode texts"] = "a uuencoded file is a file, not text",
        ["enc-latin1-labelled-utf8 texts"] = "the bytes are no UTF-8, so they are Western",
        ["enc-no-charset-8bit texts"] = "eight bits without a label are Western when they are no UTF-8",
        ["enc-subject-raw-latin1 subject"] = "eight bits without a label are Western when they are no UTF-8",
        ["enc-unknown-charset texts"] = "Python gives up on a charset it doesn't know",
        ["enc-utf8-labelled-latin1 texts"] = "the bytes are UTF-8 whatever the label says",
    };

    public static bool Explained(string mail, string what) => Reasons.ContainsKey($"{mail} {what}");
}
