namespace ComplaintMailer.Mail.Mime;

/// <summary>How a body was made fit for transport.</summary>
public enum TransferEncoding
{
    /// <summary>As it is: 7bit, 8bit, binary, or a label nobody knows.</summary>
    None,
    Base64,
    QuotedPrintable,
    Uuencode,
}
