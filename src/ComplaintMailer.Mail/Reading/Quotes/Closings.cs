namespace ComplaintMailer.Mail.Reading.Quotes;

/// <summary>What people and their programs put below their own words: a closing, a name, a device, a lawyer's paragraph.</summary>
internal static class Closings
{
    /// <summary>How far behind its opening words a device is named.</summary>
    private const int Near = 25;

    private static readonly Phrases Greetings = new(
        "met vriendelijke groet",
        "met hartelijke groet",
        "met warme groet",
        "met zonnige groet",
        "met bezorgde groet",
        "met beleefde groet",
        "met groet",
        "met dank en",
        "vriendelijke groet",
        "hartelijke groet",
        "warme groet",
        "zonnige groet",
        "lieve groet",
        "bezorgde groet",
        "beste groet",
        "vr. gr",
        "vr gr",
        "vr.gr",
        "m.vr.gr",
        "met vr. gr",
        "met vr.gr",
        "met vriendelijk groet",
        "met vriendlijke groet",
        "met vriendelijke gr",
        "vriendelijk groetend",
        "liefs",
        "hoogachtend",
        "hoogachting",
        "met de meeste hoogachting",
        "m.v.g",
        "mvg",
        "mvrgr",
        "groeten",
        "groetjes",
        "groet",
        "grtjs",
        "grtz",
        "grt",
        "gr.",
        "gr,",
        "gr ",
        "kind regards",
        "kindest regards",
        "best,",
        "cheers",
        "best regards",
        "warm regards",
        "many regards",
        "with regards",
        "with kind regards",
        "with best regards",
        "regards",
        "best wishes",
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "sincerely",
        "respectfully",
        "mit freundlichen grüßen",
        "mit freundlichem gruß",
        "mit freundlichen gruessen",
        "freundliche grüße",
        "viele grüße",
        "beste grüße",
        "hochachtungsvoll",
        "mfg",
        "cordialement",
        "bien cordialement",
        "bien à vous",
        "sincères salutations",
        "meilleures salutations",
        "salutations distinguées"
    );

    private static readonly Phrases Thanks = new(
        "alvast",
        "bij voorbaat",
        "bedankt",
        "dank",
        "heel erg bedankt",
        "hartelijk dank",
        "in afwachting",
        "met dank",
        "many thanks",
        "thanks",
        "thank you",
        "with thanks",
        "vielen dank",
        "merci"
    );

    private static readonly Phrases Greeted = new(
        " groet",
        " groeten",
        " groetjes",
        " regards",
        " wishes",
        " mvg",
        " grüße"
    );

    private static readonly Phrases DeviceOpenings = new(
        "verstuurd vanaf",
        "verstuurd vanuit",
        "verstuurd via",
        "verstuurd met",
        "verzonden vanaf",
        "verzonden vanuit",
        "verzonden via",
        "verzonden met",
        "verzonden door",
        "van mijn",
        "vanaf mijn",
        "van xiaomi",
        "verkrijg",
        "download bluemail",
        "get bluemail",
        "sent from",
        "sent with",
        "sent using",
        "sent via",
        "sent by",
        "get outlook",
        "download outlook",
        "outlook voor",
        "outlook for",
        "haal outlook",
        "von meinem",
        "gesendet von",
        "gesendet mit",
        "diese nachricht wurde von meinem",
        "envoyé de mon",
        "envoyé depuis",
        "envoyé à partir",
        "télécharger outlook",
        "obtenez outlook",
        "virusvrij",
        "virus-free",
        "virenfrei",
        "yahoo mail",
        "deze e-mail is gecontroleerd op virussen",
        "dit e-mailbericht is gecontroleerd op virussen",
        "this email has been checked for viruses"
    );

    private static readonly Phrases Devices = new(
        "iphone",
        "ipad",
        "ipod",
        "apple",
        "galaxy",
        "samsung",
        "android",
        "outlook",
        "mail voor",
        "mail for",
        "mail app",
        "mail-app",
        "huawei",
        "honor",
        "telefoon",
        "phone",
        "mobiel",
        "mobile",
        "tablet",
        "handy",
        "smartphone",
        "blackberry",
        "windows",
        "nokia",
        "xiaomi",
        "redmi",
        "oneplus",
        "oppo",
        "pixel",
        "xperia",
        "motorola",
        "proton",
        "tuta",
        "yahoo",
        "gmail",
        "apparaat",
        "toestel",
        "gerät",
        "device",
        "avast",
        "avg",
        "virus",
        "ziggo",
        "kpn",
        "bluemail",
        "spark",
        "edison",
        "aqua mail",
        "aquamail",
        "fairemail",
        "k-9",
        "em client",
        "mailspring",
        "thunderbird",
        "t-mobile",
        "mac"
    );

    private static readonly Phrases Endings = new("enn", "en", "jes", "s");

    public static bool IsGreeting(ReadOnlySpan<char> line)
    {
        var words = line.Trim(" \t*_-~");
        if (words.Length is 0 or > 70)
            return false;
        foreach (var greeting in Greetings.AtStart(words))
        {
            var rest = words[greeting.Length..];
            // “groet” begins “groetende ouders” too; its plurals are closings.
            if (char.IsLetter(greeting[^1]))
            {
                rest = WithoutEnding(rest);
                if (rest.Length > 0 && char.IsLetterOrDigit(rest[0]))
                    continue;
            }
            return IsNameLike(rest.Trim(" ,.!:-/)"));
        }
        return IsThanks(words);
    }

    /// <summary>“Alvast bedankt en vriendelijke groet,”</summary>
    private static bool IsThanks(ReadOnlySpan<char> words)
    {
        var bare = words.TrimEnd(" ,.!");
        return Thanks.Begin(bare) && Greeted.End(bare) && bare.Count(' ') <= 6;
    }

    /// <summary>The program's own line: “Verstuurd vanaf mijn iPhone”. Not: “Verzonden met aangetekende post”.</summary>
    public static bool IsDevice(ReadOnlySpan<char> line)
    {
        var words = line.Trim(" \t*_-><[(");
        if (
            words.Length is 0 or > 180
            || !DeviceOpenings.Begin(words)
            || words.Count(' ') > 12
            || HasSecondSentence(words)
        )
            return false;
        foreach (var opening in DeviceOpenings.AtStart(words))
        {
            // “Van mijn telefoon kon ik het formulier niet openen”: programs write no sentences of that.
            if (opening is "van mijn" or "vanaf mijn" or "von meinem" && words.Count(' ') > 5)
                continue;
            // The device follows at once: “Van mijn man hoorde ik dat u zijn telefoon niet opneemt” is a person's.
            if (Devices.In(words[..Math.Min(words.Length, opening.Length + Near)]))
                return true;
        }
        return false;
    }

    private static bool HasSecondSentence(ReadOnlySpan<char> words)
    {
        var stop = words.IndexOf(". ");
        return stop > 0 && words.Length - stop > 25 && !words.Contains("http", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> rest) =>
        Endings.FirstAtStart(rest) is { } ending ? rest[ending.Length..] : rest;

    /// <summary>Behind the greeting: nothing, a name, “en alvast bedankt”.</summary>
    private static bool IsNameLike(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0)
            return true;
        var words = rest.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 6 || rest.EndsWith('?'))
            return false;
        if (rest.StartsWith("groet", StringComparison.OrdinalIgnoreCase))
            return true;
        // “Groeten aan juf Els, die heeft wel haar best gedaan” is a sentence.
        return words.Length <= 3
            || words.Any(w => char.IsUpper(w[0]))
                && !words.Any(w => w is "niet" or "is" or "was" or "zijn" or "heeft" or "aan" or "not" or "to");
    }
}
