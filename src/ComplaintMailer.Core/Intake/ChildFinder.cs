using ComplaintMailer.Core.Words;

namespace ComplaintMailer.Core.Intake;

/// <summary>The child or client a mail is about: “mijn zoon Tim”, “our daughter Lisa”.</summary>
public static class ChildFinder
{
    private static readonly HashSet<string> Whose = ["mijn", "onze", "ons", "my", "our", "haar", "zijn"];
    private static readonly HashSet<string> Ours = ["mijn", "onze", "ons", "my", "our"];
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

    private static readonly WordSet ChildWords = new(Children);
    private static readonly WordSet OwnChildWords = new(
        new HashSet<string>(
            Children.Where(c =>
                !c.StartsWith("klein", StringComparison.Ordinal) && !c.StartsWith("grand", StringComparison.Ordinal)
            )
        )
    );

    /// <summary>The name; null when none is given.</summary>
    public static string? Name(string text)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.Words;
            for (var i = 1; i + 1 < words.Length; i++)
            {
                if (!ChildWords.Contains(words[i]) || !Whose.Contains(words[i - 1].Text))
                    continue;
                ref readonly var next = ref words[i + 1];
                var name = text[next.Start..next.End];
                if (char.IsUpper(name[0]) && !NoNames.Contains(next.Text) && name.Any(char.IsLower))
                    return name;
            }
        }
        return null;
    }

    /// <summary>Whether the writer speaks as a parent: of a child of her or his own.</summary>
    public static bool IsParent(string text)
    {
        foreach (var sentence in Sentences.Of(text))
        {
            var words = sentence.Words;
            for (var i = 1; i < words.Length; i++)
                if (OwnChildWords.Contains(words[i]) && Ours.Contains(words[i - 1].Text))
                    return true;
        }
        return false;
    }
}
