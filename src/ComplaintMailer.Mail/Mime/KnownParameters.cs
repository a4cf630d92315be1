namespace ComplaintMailer.Mail.Mime;

/// <summary>
/// “text/plain; charset=utf-8” stands in nearly every mail: what was read of it serves the next as well. Boundaries and
/// names of files are not kept, for they do not return.
/// </summary>
internal static class KnownParameters
{
    private const int Longest = 64;
    private static readonly Known?[] Seen = new Known?[256];

    public static HeaderParameters Of(HeaderField field)
    {
        var raw = FieldText.Bare(field.Raw.Span);
        if (raw.Length > Longest)
            return Read(field);
        ref var place = ref Seen[RecurringText.Place(raw, Seen.Length)];
        if (place is { } known && raw.SequenceEqual(known.Raw))
            return known.Parameters;
        var read = Read(field);
        if (read["boundary"] is null && read["name"] is null && read["filename"] is null)
            place = new Known(raw.ToArray(), read);
        return read;
    }

    private static HeaderParameters Read(HeaderField field)
    {
        using var value = new FieldText(field, stackalloc char[FieldText.OnStack]);
        return HeaderParameters.Read(value.Text);
    }

    private sealed record Known(byte[] Raw, HeaderParameters Parameters);
}
