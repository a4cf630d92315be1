using System.Text;

namespace ComplaintMailer.Core.Words;

/// <summary>Spellings made comparable: lower case, without accents; and, coarser, as they sound. The machine's culture plays no part.</summary>
public static class Folding
{
    // À to ÿ and the few beyond that occur in names here; a letter stands for itself when it is not listed.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćčďęěğįłńňőřśşšťůűźżžșțıēīōū";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccdeegilnnorssstuuzzzstieiou";

    /// <summary>“Coördinator” → “coordinator”.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            Append(folded, c);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (c < 0x80)
        {
            folded.Append(char.ToLowerInvariant(c));
            return;
        }
        var lower = char.ToLowerInvariant(c);
        var at = Accented.IndexOf(lower, StringComparison.Ordinal);
        if (at >= 0)
            folded.Append(Plain[at]);
        else if (lower is 'ß')
            folded.Append("ss");
        else if (lower is 'æ')
            folded.Append("ae");
        else if (lower is 'œ')
            folded.Append("oe");
        else if (lower is 'ĳ')
            folded.Append("ij");
        else if (lower is not (>= '\u0300' and <= '\u036F'))
            folded.Append(lower);
    }

    /// <summary>A folded word as it sounds, so that “misshandeling”, “agresief” and “diskriminatie” are understood.</summary>
    public static string Sound(string folded)
    {
        var sound = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            var next = i + 1 < folded.Length ? folded[i + 1] : '\0';
            switch (c)
            {
                case 'c' when next == 'h':
                    Put('g');
                    i++;
                    break;
                case 'c' when next is not ('e' or 'i' or 'y'):
                    Put('k');
                    break;
                case 'c':
                    Put('s');
                    break;
                case 'x':
                    Put('k');
                    Put('s');
                    break;
                case 'q' when next == 'u':
                    Put('k');
                    Put('w');
                    i++;
                    break;
                case 'p' when next == 'h':
                    Put('f');
                    i++;
                    break;
                case 'i' when next is 'j':
                case 'e' when next is 'i':
                    Put('y');
                    i++;
                    break;
                case 'i' when next is 'e':
                    Put('i');
                    i++;
                    break;
                case 'd' when next is '\0':
                    Put('t');
                    break;
                case 'd' when next is 't' && i + 2 == folded.Length:
                    break;
                default:
                    Put(c);
                    break;
            }
        }
        return sound.ToString();

        void Put(char c)
        {
            if (sound.Length == 0 || sound[^1] != c)
                sound.Append(c);
        }
    }
}
