using System.Collections.Frozen;
using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>
/// “Hoe dien ik een klacht in? En wat kost een dag opvang?”: the word is there, and nobody complains. Only a mail of questions counts,
/// in words that leave no room for anything that happened; whatever else is said makes it a complaint.
/// </summary>
internal static class ProcedureQuestion
{
    private const int MostWords = 60;

    /// <summary>So long a greeting or a name may be.</summary>
    private const int GreetingMost = 6;

    private static readonly FrozenSet<string> Complaining = Set(
        "klacht klachten klagen klaag complaint complaints complain"
    );

    private static readonly FrozenSet<string> Begin = Set(
        "hoe waar wanneer wie wat welke bij kan kunt kun kunnen mag moet is zijn heeft hebben zou en of how where when who what which can could may do does is are and"
    );

    private static readonly FrozenSet<string> Greeting = Set(
        "beste geachte hallo hoi goedemorgen goedemiddag goedenavond goedendag dag met groet groeten groetjes vriendelijke hartelijke alvast bedankt dank bvd mvg dear hello hi good kind regards thanks thank best"
    );

    /// <summary>What one may ask about the procedure, the prices and the places.</summary>
    private static readonly FrozenSet<string> Neutral = Set(
        """
        hoe waar wanneer wie wat welke welk bij kan kunt kun kunnen ik wij we men je u jullie een de het mijn onze ons dien dient in te indienen indien
        dienen doen doe klacht klachten klagen klaag melden kwijt terecht met sturen stuur mailen procedure klachtenprocedure klachtenregeling regeling
        formulier klachtenformulier reglement klachtenreglement precies eigenlijk moet moeten is zijn als heb hebben heeft naar voor via mail website site
        werkt dat dit die dan iets en of wil willen graag weten zou zouden vraag vragen vraagje ook hier er aan om op van per nog twee vinden vind vertellen
        uitleggen informatie laten kost kosten prijs prijzen tarief tarieven open openingstijden plek plekken plaats wachtlijst inschrijven aanmelden
        brochure toeslag kinderopvangtoeslag contract rondleiding dag dagen uur week maand jaar opvang kinderopvang bso kdv peuteropvang dagopvang
        kind kinderen baby peuter euro mag mogelijk
        how where when who what which can could may do does i we you a an the my our file submit make lodge complain complaint complaints procedure form
        is are if have has to for by and or want would like know question questions also here there on of tell explain information cost costs price prices
        rate rates fee fees open opening hours place places waiting list register day days hour week month year childcare care child children
        """
    );

    /// <summary>What makes of “klacht” above a mail a question about it.</summary>
    private static readonly FrozenSet<string> OnProcedure = Set(
        "vraag vragen hoe waar indienen in melden procedure klachtenprocedure regeling klachtenregeling formulier klachtenformulier informatie question how file complaints"
    );

    public static bool Is(string subject, string words)
    {
        var (asked, count) = (false, 0);
        var above = Sentences.WordsOf(subject);
        if (
            !above.TrueForAll(Neutral.Contains)
            || (above.Exists(Complaining.Contains) && !above.Exists(OnProcedure.Contains))
        )
            return false;
        foreach (var sentence in Sentences.Of(words))
        {
            if (sentence.Words.IsEmpty)
                continue;
            count += sentence.Words.Length;
            if (count > MostWords)
                return false;
            if (IsGreeting(sentence))
                continue;
            var complains = false;
            foreach (ref readonly var word in sentence.Words)
            {
                if (!Neutral.Contains(word.Text))
                    return false;
                complains |= Complaining.Contains(word.Text);
            }
            if (
                !sentence.IsQuestion
                && !(Begin.Contains(sentence.Words[0].Text) && !complains)
                && !OnlyAnnounces(sentence)
            )
                return false;
            asked |= complains;
        }
        return asked;
    }

    /// <summary>“Ik heb een vraag”, “graag informatie”, without a word of complaining.</summary>
    private static bool OnlyAnnounces(Sentence sentence)
    {
        var announces = false;
        foreach (ref readonly var word in sentence.Words)
        {
            if (Complaining.Contains(word.Text))
                return false;
            announces |=
                word.Text
                    is "vraag"
                        or "vragen"
                        or "vraagje"
                        or "graag"
                        or "informatie"
                        or "question"
                        or "questions"
                        or "information";
        }
        return announces;
    }

    private static bool IsGreeting(Sentence sentence)
    {
        if (sentence.Words.Length > GreetingMost)
            return false;
        foreach (ref readonly var word in sentence.Words)
            if (Complaining.Contains(word.Text))
                return false;
        return sentence.Words.Length <= 2 || Greeting.Contains(sentence.Words[0].Text);
    }

    private static FrozenSet<string> Set(string words) =>
        words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .ToFrozenSet(StringComparer.Ordinal);
}
