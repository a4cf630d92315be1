using System.IO.Compression;
using ComplaintMailer.Database;

namespace ComplaintMailer.Dossiers;

/// <summary>Where an exported dossier goes: a zip file, or a folder for who asks for one. For the owner's eyes only.</summary>
internal sealed class ExportFile : IDisposable
{
    private readonly string target;
    private readonly FileStream? stream;
    private readonly ZipArchive? zip;

    /// <exception cref="OperatorException">There is something else already.</exception>
    public ExportFile(string target)
    {
        this.target = target;
        if (!target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new OperatorException($"--out: {target} holds other things. Name an empty or new folder.")
                {
                    ExitCode = 2,
                };
            PrivateFiles.MakeFolder(target);
            return;
        }
        if (File.Exists(target))
            throw new OperatorException($"--out: {target} is there already. Name another file, or move it away first.")
            {
                ExitCode = 2,
            };
        stream = PrivateFiles.Create(target);
        zip = new ZipArchive(stream, ZipArchiveMode.Create);
    }

    public int Count { get; private set; }

    public void Put(string name, ReadOnlyMemory<byte> bytes)
    {
        Count++;
        if (zip is not null)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            entry.Write(bytes.Span);
            return;
        }
        var path = Path.Combine(target, name);
        PrivateFiles.MakeFolder(Path.GetDirectoryName(path)!);
        using var file = PrivateFiles.Create(path);
        file.Write(bytes.Span);
    }

    public void Dispose()
    {
        zip?.Dispose();
        stream?.Dispose();
    }
}
