namespace ComplaintMailer.Mail.Imap;

/// <summary>So many bytes of a mail, from there.</summary>
internal readonly record struct ImapPart(long From, int Count);
