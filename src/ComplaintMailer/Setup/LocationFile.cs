using ComplaintMailer.Database;

namespace ComplaintMailer.Setup;

/// <summary>Locations from a table: name, service, name and address of the manager. The first line names the columns; comma or semicolon.</summary>
internal static class LocationFile
{
    private static readonly string[] Columns = ["name", "service", "manager", "email"];

    public static (IReadOnlyList<LocationAnswer> Locations, IReadOnlyList<PersonAnswer> Managers) Read(string file)
    {
        if (!File.Exists(file))
            throw new OperatorException($"--locations: {file} does not exist.") { ExitCode = 2 };
        var rows = File.ReadAllLines(file).Where(l => l.Trim().Length > 0).ToList();
        var sign = rows.Count > 0 && rows[0].Contains(';') ? ';' : ',';
        var head = rows.Count == 0 ? [] : Cells(rows[0], sign).ConvertAll(c => c.ToLowerInvariant());
        var at = Columns.Select(c => head.IndexOf(c)).ToArray();
        if (at.Take(3).Contains(-1))
            throw new OperatorException(
                $"--locations: the first line of {file} must name the columns name, service, manager and email."
            )
            {
                ExitCode = 2,
            };
        var locations = new List<LocationAnswer>();
        var managers = new Dictionary<string, PersonAnswer>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i < rows.Count; i++)
        {
            var cells = Cells(rows[i], sign);
            string Cell(int column) => at[column] >= 0 && at[column] < cells.Count ? cells[at[column]] : "";
            var (name, manager, email) = (Cell(0), Cell(2), Cell(3));
            if (name.Length == 0 || manager.Length == 0)
                throw new OperatorException($"--locations: line {i + 1} of {file} lacks a name or a manager.")
                {
                    ExitCode = 2,
                };
            if (!managers.TryGetValue(manager, out var person))
            {
                if (!email.Contains('@'))
                    throw new OperatorException($"--locations: line {i + 1} of {file} lacks the address of {manager}.")
                    {
                        ExitCode = 2,
                    };
                managers[manager] = person = new(Keys.Of(manager), manager, email, ["handler"]);
            }
            locations.Add(new(Keys.Of(name), name, Cell(1).ToLowerInvariant(), person.Key));
        }
        return (locations, [.. managers.Values]);
    }

    /// <summary>Cells of a line; in quotes the sign between them may stand too.</summary>
    private static List<string> Cells(string line, char sign)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == sign && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        cells.Add(cell.ToString().Trim());
        return cells;
    }
}

/// <summary>Short keys out of names: “Wijkcentrum De Brug” → <c>wijkcentrum-de-brug</c>.</summary>
internal static class Keys
{
    private const string Accented = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ";
    private const string Plain = "aaaaaaceeeeiiiinooooouuuuyy";

    public static string Of(string name)
    {
        var key = new System.Text.StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            var accent = Accented.IndexOf(letter, StringComparison.Ordinal);
            var c = accent < 0 ? letter : Plain[accent];
            if (char.IsAsciiLetterOrDigit(c))
                key.Append(c);
            else if (c is ' ' or '-' or '.' or '_' && key.Length > 0 && key[^1] != '-')
                key.Append('-');
        }
        return key.ToString().Trim('-');
    }
}
