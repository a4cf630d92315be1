namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// Months as they are written in English and by our neighbours. Whole names and the usual short ones only: "maandag" begins
/// like "maart", "mardi" like "mars".
/// </summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Names = Table(
        "jan januari january januar janvier janv jän jänner jaen gennaio enero",
        "feb februari february februar février fevrier févr fevr fév feber",
        "mar mrt maart march märz maerz mär mrz mars marzo",
        "apr april avril avr",
        "may mei mai mag mayo",
        "jun juni june juin juno",
        "jul juli july juillet juil julei",
        "aug augustus august août aout aoû",
        "sep sept september septembre",
        "oct okt october oktober octobre",
        "nov november novembre",
        "dec dez december dezember décembre decembre déc"
    );

    /// <summary>0 when it is no month.</summary>
    public static int Number(ReadOnlySpan<char> word) =>
        Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.TrimEnd('.'), out var number) ? number : 0;

    private static Dictionary<string, int> Table(params string[] months)
    {
        var table = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < months.Length; i++)
        {
            foreach (var name in months[i].Split(' '))
                table.Add(name, i + 1);
        }
        return table;
    }
}
