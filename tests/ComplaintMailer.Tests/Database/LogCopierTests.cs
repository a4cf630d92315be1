using ComplaintMailer.Schedules;
using ComplaintMailer.Tests.Pipeline;

namespace ComplaintMailer.Tests.Database;

/// <summary>The write-ahead log is copied into the database beside the work, and must not grow for ever.</summary>
public class LogCopierTests
{
    [Fact]
    public void The_log_stays_small_however_much_is_written()
    {
        using var place = new Workplace();
        var log = place.Settings.Data.Path + "-wal";
        using (var worker = new Worker(place.Settings))
        {
            worker.Register.Write(s => s.Execute("CREATE TABLE heap (name INTEGER PRIMARY KEY, bytes BLOB)"));
            var megabyte = new byte[1 << 20];
            // The same 64 MB eight times over.
            for (var i = 0; i < 512; i++)
                worker.Register.Write(s =>
                    s.Execute(
                        "INSERT OR REPLACE INTO heap (name, bytes) VALUES (@name, @bytes)",
                        ("name", i % 64),
                        ("bytes", megabyte)
                    )
                );

            Assert.InRange(new FileInfo(log).Length, 1, 160L << 20);
            Assert.Equal(64, worker.Register.Read(s => s.Scalar<long>("SELECT COUNT(*) FROM heap")));
        }
        Assert.False(File.Exists(log));
    }

    [Fact]
    public void What_was_destroyed_is_not_in_the_log_either()
    {
        using var place = new Workplace();
        using var worker = new Worker(place.Settings);
        worker.Register.Write(s => s.Execute("CREATE TABLE heap (name INTEGER PRIMARY KEY, bytes BLOB)"));
        for (var i = 0; i < 40; i++)
            worker.Register.Write(s =>
                s.Execute("INSERT INTO heap (bytes) VALUES (@bytes)", ("bytes", new byte[1 << 20]))
            );
        worker.Register.Write(s => s.Execute("DELETE FROM heap"));

        worker.Register.Shrink();

        Assert.Equal(0, new FileInfo(place.Settings.Data.Path + "-wal").Length);
    }
}
