using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace ComplaintMailer.Mail.Sending;

/// <summary>
/// Hands mails to the machine's own mail program, in the manner every such program understands: <c>sendmail -i -f FROM -- TO</c>
/// with the mail on standard input. More arguments may stand in the command, for Postfix <c>-N failure,delay</c> say (to
/// other programs that letter means something else, so it is not added here).
/// </summary>
public sealed class SendmailSender(string command, TimeSpan? atMost = null) : IMailSender
{
    // sysexits.h: what is wrong with this letter for good; everything else may be better tomorrow.
    private static readonly int[] Hopeless = [65, 67, 68];
    private static readonly string[] SystemCodes =
    [
        "wrong usage",
        "the mail is malformed",
        "input is missing",
        "there is no such user",
        "there is no such host",
        "the service is unavailable",
        "internal error",
        "operating system error",
        "a system file is missing",
        "output can't be written",
        "input/output error",
        "temporary failure",
        "protocol error",
        "permission denied",
        "configuration error",
    ];
    private const int ComplaintLengthMax = 500;
    private readonly TimeSpan atMost = atMost ?? TimeSpan.FromMinutes(2);

    public async Task<SendResult> Send(MailEnvelope envelope, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        if (envelope.To.Any(char.IsControl) || envelope.To.StartsWith('-') || envelope.From.Any(char.IsControl))
            return new SendResult.Never($"The address {envelope.To} can't be mailed.", "5.1.3");
        var words = Words(command);
        if (words.Count == 0)
            return new SendResult.Later("No mail program is configured.", OfServer: true);
        var start = new ProcessStartInfo(words[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var word in words.Skip(1).Concat(["-i", "-f", envelope.From, "--", envelope.To]))
            start.ArgumentList.Add(word);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
            var complaint = process.StandardError.ReadToEndAsync(limit.Token);
            var chat = process.StandardOutput.ReadToEndAsync(limit.Token);
            await Feed(process, mail, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            await chat;
            return Result(process.ExitCode, (await complaint).Trim(), words[0]);
        }
        catch (Win32Exception e)
        {
            return new SendResult.Later($"{words[0]} can't be started: {e.Message}", OfServer: true);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SendResult.Later($"{words[0]} was still busy after {atMost.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (process is { HasExited: false })
                process.Kill(entireProcessTree: true);
            process?.Dispose();
        }
    }

    public async Task SendAll(ChannelReader<MailToSend> mails, CancellationToken ct)
    {
        await foreach (var mail in mails.ReadAllAsync(ct))
            mail.Answer(await Send(mail.Envelope, mail.Mail, ct));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task Feed(Process process, ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        try
        {
            // Programs that are fed a mail expect the system's line endings, not the network's.
            await process.StandardInput.BaseStream.WriteAsync(WithoutReturns(mail.Span), ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It would not hear the mail out: its exit code and complaint say why.
        }
    }

    private static byte[] WithoutReturns(ReadOnlySpan<byte> mail)
    {
        var result = new byte[mail.Length];
        var length = 0;
        for (var i = 0; i < mail.Length; i++)
            if (mail[i] != '\r' || i + 1 == mail.Length || mail[i + 1] != '\n')
                result[length++] = mail[i];
        return result[..length];
    }

    private static SendResult Result(int code, string complaint, string program)
    {
        if (code == 0)
            return new SendResult.Accepted(program, "handed over");
        var said = complaint.Length > ComplaintLengthMax ? complaint[..ComplaintLengthMax] + "…" : complaint;
        var meaning = code is >= 64 and < 79 ? SystemCodes[code - 64] : "it failed";
        var reason = $"{program} ended with {code} ({meaning}){(said.Length == 0 ? "" : ": " + said)}";
        return Hopeless.Contains(code) ? new SendResult.Never(reason) : new SendResult.Later(reason);
    }

    /// <summary>Splits at blanks; what stands between double quotes is one word.</summary>
    private static List<string> Words(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in command + " ")
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ' ' && !quoted)
            {
                if (word.Length > 0)
                    words.Add(word.ToString());
                word.Clear();
            }
            else
                word.Append(c);
        }
        return words;
    }
}
