namespace ComplaintMailer.Mail.Mime;

internal static class Hex
{
    /// <summary>-1 when it is no hexadecimal digit.</summary>
    public static int Value(int digit) =>
        digit switch
        {
            >= '0' and <= '9' => digit - '0',
            >= 'A' and <= 'F' => digit - 'A' + 10,
            >= 'a' and <= 'f' => digit - 'a' + 10,
            _ => -1,
        };
}
