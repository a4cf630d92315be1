using ComplaintMailer.Core.Organisations;
using ComplaintMailer.Letters.Samples;

namespace ComplaintMailer.Tests.Letters;

public class GalleryTests
{
    [Fact]
    public void Every_letter_can_be_looked_at_as_a_page()
    {
        var asked = Environment.GetEnvironmentVariable("GALLERY");
        var folder = asked ?? Directory.CreateTempSubdirectory("letters").FullName;
        try
        {
            var organisation = LetterDesk.Organisation(Services.Childcare);

            var faults = LetterGallery.Write(
                folder,
                LetterDesk.Writer,
                [(organisation, LetterDesk.Regulation("xtra"))]
            );

            Assert.Empty(faults);
            Assert.Contains("acknowledgement", File.ReadAllText(Path.Combine(folder, "index.html")));
        }
        finally
        {
            if (asked is null)
                Directory.Delete(folder, recursive: true);
        }
    }
}
