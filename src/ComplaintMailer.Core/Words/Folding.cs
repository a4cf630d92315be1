namespace ComplaintMailer.Core.Words;

/// <summary>Spellings made comparable: lower case, without accents; and, coarser, as they sound. The machine's culture plays no part.</summary>
public static class Folding
{
    // À to ÿ and the few beyond that occur in names here; a letter stands for itself when it is not listed.
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćčďęěğįłńňőřśşšťůűźżžșțıēīōū";
    private const string Plain = "aaaaaaceeeeiiiinoooooouuuuyyaaaccdeegilnnorssstuuzzzstieiou";

    /// <summary>Words up to half this long are made without anything left for the collector but the word.</summary>
    private const int OnStack = 128;

    /// <summary>“Coördinator” → “coordinator”.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        // A letter becomes two at most.
        var most = text.Length * 2;
        var folded = most <= OnStack ? stackalloc char[OnStack] : new char[most];
        var length = 0;
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            if (c < 0x80)
                folded[length++] = lower;
            else
                length += Append(folded[length..], lower);
        }
        return new(folded[..length]);
    }

    /// <returns>How many letters it became.</returns>
    private static int Append(Span<char> folded, char lower)
    {
        var at = Accented.IndexOf(lower, StringComparison.Ordinal);
        if (at >= 0)
        {
            folded[0] = Plain[at];
            return 1;
        }
        var two = lower switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ĳ' => "ij",
            _ => "",
        };
        two.CopyTo(folded);
        if (two.Length > 0 || lower is >= '\u0300' and <= '\u036F')
            return two.Length;
        folded[0] = lower;
        return 1;
    }

    /// <summary>A folded word as it sounds, so that “misshandeling”, “agresief” and “diskriminatie” are understood.</summary>
    public static string Sound(string folded)
    {
        // A letter sounds as two at most: x.
        var most = folded.Length * 2;
        var sound = most <= OnStack ? stackalloc char[OnStack] : new char[most];
        var length = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            var next = i + 1 < folded.Length ? folded[i + 1] : '\0';
            switch (c)
            {
                case 'c' when next == 'h':
                    Put(sound, ref length, 'g');
                    i++;
                    break;
                case 'c' when next is not ('e' or 'i' or 'y'):
                    Put(sound, ref length, 'k');
                    break;
                case 'c':
                    Put(sound, ref length, 's');
                    break;
                case 'x':
                    Put(sound, ref length, 'k');
                    Put(sound, ref length, 's');
                    break;
                case 'q' when next == 'u':
                    Put(sound, ref length, 'k');
                    Put(sound, ref length, 'w');
                    i++;
                    break;
                case 'p' when next == 'h':
                    Put(sound, ref length, 'f');
                    i++;
                    break;
                case 'i' when next is 'j':
                case 'e' when next is 'i':
                    Put(sound, ref length, 'y');
                    i++;
                    break;
                case 'i' when next is 'e':
                    Put(sound, ref length, 'i');
                    i++;
                    break;
                case 'd' when next is '\0':
                    Put(sound, ref length, 't');
                    break;
                case 'd' when next is 't' && i + 2 == folded.Length:
                    break;
                default:
                    Put(sound, ref length, c);
                    break;
            }
        }
        var heard = sound[..length];
        return heard.SequenceEqual(folded) ? folded : new(heard);
    }

    private static void Put(Span<char> sound, ref int length, char c)
    {
        if (length == 0 || sound[length - 1] != c)
            sound[length++] = c;
    }
}
