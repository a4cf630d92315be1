namespace ComplaintMailer.Mail.Mime;

/// <summary>The type of a file that came with nothing but a name.</summary>
internal static class FileTypes
{
    public static string Of(string? name) =>
        Path.GetExtension(name ?? "").ToLowerInvariant() switch
        {
            ".txt" or ".log" => "text/plain",
            ".htm" or ".html" => "text/html",
            ".csv" => "text/csv",
            ".ics" => "text/calendar",
            ".vcf" => "text/vcard",
            ".eml" => "message/rfc822",
            ".pdf" => "application/pdf",
            ".doc" => "application/msword",
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xls" => "application/vnd.ms-excel",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".zip" => "application/zip",
            ".rtf" => "application/rtf",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".png" => "image/png",
            ".gif" => "image/gif",
            ".heic" => "image/heic",
            ".mp3" => "audio/mpeg",
            ".m4a" => "audio/mp4",
            ".mp4" => "video/mp4",
            _ => "application/octet-stream",
        };
}
