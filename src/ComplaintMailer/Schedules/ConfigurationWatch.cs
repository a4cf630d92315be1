using System.Runtime.InteropServices;
using ComplaintMailer.Configuration;
using ComplaintMailer.Database;

namespace ComplaintMailer.Schedules;

/// <summary>
/// Notices a changed configuration, by SIGHUP or by itself. It is read and checked first: a wrong one is told of and the worker
/// goes on with the one it has.
/// </summary>
internal sealed class ConfigurationWatch : IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(30);
    private readonly string file;
    private readonly Action<string> say;
    private readonly PosixSignalRegistration? hangUp;
    private readonly Timer timer;
    private readonly Lock gate = new();
    private DateTime seen;
    private Settings? fresh;
    private Action? arrived;

    public ConfigurationWatch(string file, Action<string> say)
    {
        (this.file, this.say) = (file, say);
        seen = Changed();
        if (!OperatingSystem.IsWindows())
        {
            hangUp = PosixSignalRegistration.Create(
                PosixSignal.SIGHUP,
                context =>
                {
                    // Without this the process would end.
                    context.Cancel = true;
                    Read("asked to read the configuration anew");
                }
            );
        }
        timer = new(_ => Look(), null, Rhythm, Rhythm);
    }

    /// <summary>Called once when a good new configuration is there.</summary>
    public void OnFresh(Action act)
    {
        lock (gate)
        {
            arrived = act;
            if (fresh is not null)
                act();
        }
    }

    /// <summary>The new configuration, where there is one.</summary>
    public Settings? Take()
    {
        lock (gate)
        {
            var taken = fresh;
            (fresh, arrived) = (null, null);
            return taken;
        }
    }

    /// <summary>Looks whether the file has changed; so does a clock, every few seconds.</summary>
    public void Look()
    {
        if (Changed() != seen)
            Read("the configuration has changed");
    }

    private void Read(string why)
    {
        lock (gate)
        {
            seen = Changed();
            try
            {
                var read = SettingsReader.Load(file, withSecrets: true);
                foreach (var organisation in read.Organisations)
                    Regulations.Load(read.Templates, organisation.Regulation);
                say($"{why}: it is good and takes effect");
                fresh = read;
                arrived?.Invoke();
            }
            catch (Exception e) when (e is OperatorException or IOException or UnauthorizedAccessException)
            {
                say($"{why}, but it is not good; the old one stays. {e.Message}");
            }
        }
    }

    private DateTime Changed() => File.GetLastWriteTimeUtc(file);

    public void Dispose()
    {
        timer.Dispose();
        hangUp?.Dispose();
    }
}
