namespace ComplaintMailer.Mail;

/// <summary>A mailbox as written in a header: a display name, if any, and local@domain.</summary>
public sealed record MailAddress(string? Name, string Address)
{
    public override string ToString() => Name is null ? Address : $"{Name} <{Address}>";
}
