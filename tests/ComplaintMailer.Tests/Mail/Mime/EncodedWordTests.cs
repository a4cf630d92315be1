namespace ComplaintMailer.Tests.Mail.Mime;

public class EncodedWordTests
{
    [Theory]
    // RFC 2047, section 8.
    [InlineData("=?ISO-8859-1?Q?a?=", "a")]
    [InlineData("=?ISO-8859-1?Q?a?= b", "a b")]
    [InlineData("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab")]
    [InlineData("=?ISO-8859-1?Q?a?=  \n   =?ISO-8859-1?Q?b?=", "ab")]
    [InlineData("=?ISO-8859-1?Q?a_b?=", "a b")]
    [InlineData("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b")]
    [InlineData("=?US-ASCII*EN?Q?Keith_Moore?=", "Keith Moore")]
    // A letter split between two words: é is C3 A9.
    [InlineData("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=", "café")]
    [InlineData("=?utf-8?B?Y2Fmww==?= =?utf-8?B?qQ==?=", "café")]
    // A group of base64 split between two words.
    [InlineData("=?utf-8?B?Y2F?= =?utf-8?B?mw6k=?=", "café")]
    [InlineData("=?utf-8?B?Y2Fmw6?= =?UTF-8?B?k=?=", "café")]
    // B and Q in a row, and the padding left out.
    [InlineData("=?utf-8?B?Y2Fm?= =?utf-8?Q?=C3=A9?=", "café")]
    [InlineData("=?utf-8?B?Y2Fmw6k?=", "café")]
    [InlineData("=?utf-8?b?Y2Fmw6k=?=", "café")]
    // No space between words, or text against them.
    [InlineData("=?utf-8?Q?een?==?utf-8?Q?twee?=", "eentwee")]
    [InlineData("(=?utf-8?Q?een?=)", "(een)")]
    [InlineData("Re:=?utf-8?Q?_klacht?=", "Re: klacht")]
    [InlineData("\"=?utf-8?Q?klacht?=\"", "\"klacht\"")]
    // Spaces, question marks and raw letters where none may be.
    [InlineData("=?utf-8?Q?een klacht?=", "een klacht")]
    [InlineData("=?utf-8?Q?Waarom??=", "Waarom?")]
    [InlineData("=?utf-8?Q?Waarom?=3F?=", "Waarom??")]
    [InlineData("=?utf-8?Q?50%=25?=", "50%%")]
    [InlineData("=?utf-8?Q?a=ZZb?=", "a=ZZb")]
    [InlineData("=?utf-8?Q?a=?=", "a=")]
    // Cut off, empty, or none at all.
    [InlineData("=?utf-8?Q?klacht", "klacht")]
    [InlineData("=?utf-8?B?a2xhY2h0", "klacht")]
    [InlineData("=?utf-8?Q??=", "")]
    [InlineData("=?utf-8?X?klacht?=", "=?utf-8?X?klacht?=")]
    [InlineData("=?=?=", "=?=?=")]
    [InlineData("1 =? 2", "1 =? 2")]
    [InlineData("=??Q?klacht?=", "=??Q?klacht?=")]
    // The charset is unknown or lies.
    [InlineData("=?x-unknown?Q?caf=E9?=", "café")]
    [InlineData("=?utf-8?Q?caf=E9?=", "café")]
    [InlineData("=?iso-8859-1?Q?caf=C3=A9?=", "café")]
    [InlineData("=?us-ascii?Q?caf=C3=A9?=", "café")]
    [InlineData("=?iso-8859-1?Q?=805?=", "€5")]
    // Others.
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本")]
    [InlineData("=?gb2312?B?1tC5+g==?=", "中国")]
    [InlineData("=?windows-1254?Q?=DEi=FEli?=", "Şişli")]
    [InlineData("=?utf-7?Q?caf+AOk-?=", "café")]
    [InlineData("=?utf-8?B?8J+YgA==?=", "😀")]
    public void A_subject_is_read_as_a_person_sees_it(string written, string subject) =>
        Assert.Equal(subject, Mails.WithField($"Subject: {written}").Subject);

    [Fact]
    public void A_long_subject_folded_into_many_words_is_whole()
    {
        var text = string.Concat(Enumerable.Repeat("één ", 60)).TrimEnd();
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        // Cut at every 7 bytes, so within letters as well.
        var words = bytes.Chunk(7).Select(c => $"=?UTF-8?B?{Convert.ToBase64String(c)}?=");

        Assert.Equal(text, Mails.WithField("Subject: " + string.Join("\n ", words)).Subject);
    }

    [Fact]
    public void A_break_in_an_encoded_word_can_t_make_a_second_line()
    {
        var mail = Mails.WithField("Subject: =?utf-8?Q?klacht=0D=0ABcc:_x@y.example?=");

        Assert.Equal("klacht Bcc: x@y.example", mail.Subject);
    }
}
