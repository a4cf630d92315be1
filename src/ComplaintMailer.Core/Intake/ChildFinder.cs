using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>The child or client a mail is about: “mijn zoon Tim”, “our daughter Lisa”.</summary>
public static class ChildFinder
{
    private static readonly HashSet<string> Whose = ["mijn", "onze", "ons", "my", "our", "haar", "zijn"];
    private static readonly HashSet<string> Children =
    [
        "zoon",
        "zoontje",
        "dochter",
        "dochtertje",
        "kind",
        "kindje",
        "kleinzoon",
        "kleindochter",
        "pleegzoon",
        "pleegdochter",
        "son",
        "daughter",
        "child",
        "grandson",
        "granddaughter",
    ];

    // Capitalised after “mijn zoon” without being a name.
    private static readonly HashSet<string> NoNames =
    [
        "is",
        "was",
        "heeft",
        "op",
        "en",
        "die",
        "de",
        "het",
        "bso",
        "kdv",
    ];

    /// <summary>The name; null when none is given.</summary>
    public static string? Name(string text)
    {
        foreach (var sentence in Sentences.Of(text))
            for (var i = 1; i + 1 < sentence.Words.Length; i++)
            {
                if (!Children.Contains(sentence.Words[i].Text) || !Whose.Contains(sentence.Words[i - 1].Text))
                    continue;
                var next = sentence.Words[i + 1];
                var name = text[next.Start..next.End];
                if (char.IsUpper(name[0]) && !NoNames.Contains(next.Text) && name.Any(char.IsLower))
                    return name;
            }
        return null;
    }

    /// <summary>Whether the writer speaks as a parent: of a child of her or his own.</summary>
    public static bool IsParent(string text) =>
        Sentences
            .Of(text)
            .Any(s =>
                s.Words.Zip(s.Words.Skip(1))
                    .Any(p =>
                        p.First.Text is "mijn" or "onze" or "ons" or "my" or "our"
                        && Children.Contains(p.Second.Text)
                        && !p.Second.Text.StartsWith("klein", StringComparison.Ordinal)
                        && !p.Second.Text.StartsWith("grand", StringComparison.Ordinal)
                    )
            );
}
