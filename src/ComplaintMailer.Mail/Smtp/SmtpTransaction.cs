using System.Globalization;
using ComplaintMailer.Mail.Net;
using ComplaintMailer.Mail.Sending;

namespace ComplaintMailer.Mail.Smtp;

/// <summary>One mail to one recipient, within a connection.</summary>
internal sealed class SmtpTransaction(SmtpConnection connection, MailEnvelope envelope, ReadOnlyMemory<byte> mail)
{
    private ServerConnection Wire => connection.Wire;

    /// <summary>True once the mail itself has begun to go out: from here on only the server knows whether it has it.</summary>
    public bool HasBegun { get; private set; }

    public async Task<SendResult> Run(TimeSpan acceptTimeout, CancellationToken ct)
    {
        if (
            SmtpAddress.Wire(envelope.To) is not { } to
            || (envelope.From.Length > 0 ? SmtpAddress.Wire(envelope.From) : "") is not { } from
        )
            return new SendResult.Never($"The address {envelope.To} can't be mailed.", "5.1.3");
        var needsUtf8 =
            SmtpAddress.NeedsUtf8(to) || SmtpAddress.NeedsUtf8(from) || SmtpBody.HasEightBitHeader(mail.Span);
        if (needsUtf8 && !connection.Can("SMTPUTF8"))
            return new SendResult.Never(
                $"{connection.Name} can't send to addresses in other letters than ASCII ({envelope.To}).",
                "5.6.7"
            );
        if (connection.SizeMax < mail.Length)
            return new SendResult.Never(
                $"The mail measures {mail.Length} bytes, and {connection.Name} takes {connection.SizeMax} at most.",
                "5.3.4"
            );

        string[] commands = [MailFrom(from, needsUtf8), RcptTo(to), "DATA"];
        var replies = connection.Can("PIPELINING") ? await Together(commands, ct) : await InTurn(commands, ct);
        if (replies is not [.., { Code: 354 }])
            return await Refused(replies, ct);
        if (!replies[0].IsGood || !replies[1].IsGood)
        {
            // It would take a mail for nobody (RFC 2920 §3.1): it gets an empty one, and refuses that.
            Wire.Write(".\r\n");
            await Wire.Flush(ct);
            await SmtpReply.Read(Wire, ct);
            return await Refused(replies, ct);
        }

        HasBegun = true;
        Wire.Write(SmtpBody.Stuffed(mail.Span));
        await Wire.Flush(ct);
        var reply = await SmtpReply.Read(Wire, ct, acceptTimeout);
        return reply.IsGood ? new SendResult.Accepted(connection.Name, reply.Words) : Result(reply);
    }

    private async Task<List<SmtpReply>> Together(string[] commands, CancellationToken ct)
    {
        foreach (var command in commands)
            Wire.Write(command + "\r\n");
        await Wire.Flush(ct);
        var replies = new List<SmtpReply>(commands.Length);
        foreach (var _ in commands)
            replies.Add(await SmtpReply.Read(Wire, ct));
        return replies;
    }

    private async Task<List<SmtpReply>> InTurn(string[] commands, CancellationToken ct)
    {
        var replies = new List<SmtpReply>(commands.Length);
        foreach (var command in commands)
        {
            replies.Add(await connection.Ask(command, ct));
            if (!replies[^1].IsGood)
                break;
        }
        return replies;
    }

    private async Task<SendResult> Refused(List<SmtpReply> replies, CancellationToken ct)
    {
        var stage = replies.FindIndex(r => !r.IsGood);
        if (stage < 0)
            throw Wire.Trouble(ServerTrouble.Nonsense, $"answers out of turn: {replies[^1].Words}");
        var reply = replies[stage];
        if (reply.Code != 421)
            await connection.Ask("RSET", ct);
        // That it is too large is about the letter.
        if (stage == 0 && reply.Code != 552 && reply.Status is not ("5.3.4" or "5.2.3"))
            return reply.IsForGood
                ? OfOurSender(reply)
                : new SendResult.Later($"{connection.Name}: {reply.Words}", reply.Status, OfServer: true);
        return Result(reply);
    }

    /// <summary>
    /// Refusing the sender is about us, a permission or a setting, and not about this letter: once a person has put it right it goes
    /// out.
    /// </summary>
    private SendResult.Later OfOurSender(SmtpReply reply) =>
        new($"{connection.Name} refuses our sender address: {reply.Words}", reply.Status, OfServer: true);

    private SendResult Result(SmtpReply reply)
    {
        // Many servers wait with their no to the sender until they have heard a recipient, or the whole mail.
        if (reply.IsForGood && SenderRefusal.Is(reply))
            return OfOurSender(reply);
        var reason = $"{connection.Name}: {reply.Words}";
        // A full mailbox is emptied some day; and these are about our login, not about the letter.
        var isLogin = reply.Code is 530 or 534 or 535 or 538;
        return reply.IsForGood && !isLogin && reply.Status != "5.2.2"
            ? new SendResult.Never(reason, reply.Status)
            : new SendResult.Later(reason, reply.Status, OfServer: isLogin);
    }

    private string MailFrom(string from, bool needsUtf8)
    {
        var line = $"MAIL FROM:<{from}>";
        if (connection.Can("SIZE"))
            line += string.Create(CultureInfo.InvariantCulture, $" SIZE={mail.Length}");
        // A server without the extension gets the bytes as they are; there are hardly any, and none that mind.
        if (connection.Can("8BITMIME") && SmtpBody.HasEightBits(mail.Span))
            line += " BODY=8BITMIME";
        if (needsUtf8)
            line += " SMTPUTF8";
        if (connection.Can("DSN"))
            line += $" RET=HDRS ENVID={SmtpAddress.Xtext(envelope.EnvelopeId)}";
        return line;
    }

    private string RcptTo(string to)
    {
        var line = $"RCPT TO:<{to}>";
        if (connection.Can("DSN"))
            line +=
                " NOTIFY=FAILURE,DELAY" + (SmtpAddress.NeedsUtf8(to) ? "" : $" ORCPT=rfc822;{SmtpAddress.Xtext(to)}");
        return line;
    }
}
