using static ComplaintMailer.Tests.Templates.Rendering;

namespace ComplaintMailer.Tests.Templates;

public class ExpressionTests
{
    [Theory]
    [InlineData("{{ 'a\\n\\t\\u0041\\x42\\'' }}", "a\n\tAB'")]
    [InlineData("{{ \"x\" + 'y' }}", "xy")]
    [InlineData("{{ `a\\d` }}", "a\\d")]
    [InlineData("{{ $\"1 + 2 = {1 + 2}, {\"x\" + $'<{name}>'}\" }}", "1 + 2 = 3, x<Sam>")]
    [InlineData(
        "{{ 100 }}|{{ 0x1F }}|{{ 0b101 }}|{{ 1e3 }}|{{ 1.5e-3 }}|{{ 2.50m }}|{{ 1_000 }}",
        "100|31|5|1000|0.0015|2.50|1000"
    )]
    [InlineData("{{ true }}{{ false }}{{ null }}", "truefalse")]
    [InlineData("{{ [1, 'a', null, [2.5]] }}", "[1, \"a\", null, [2.5]]")]
    [InlineData("{{ {a: 1, \"b\": 'x'} }}", "{a: 1, b: \"x\"}")]
    [InlineData("{{ 1..5 }}|{{ 1..<5 }}|{{ 3..1 }}", "[1, 2, 3, 4, 5]|[1, 2, 3, 4]|[3, 2, 1]")]
    public void Values_are_written_as_the_language_writes_them(string template, string expected) =>
        Assert.Equal(expected, Text(template));

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("4 / 2", "2")]
    [InlineData("7 // 2", "3")]
    [InlineData("7 % 4", "3")]
    [InlineData("10 - 2 - 3", "5")]
    [InlineData("-3 + 5", "2")]
    [InlineData("1.5 + 1", "2.5")]
    [InlineData("0.1m + 0.2m", "0.3")]
    [InlineData("1 << 4", "16")]
    [InlineData("'a' * 3", "aaa")]
    [InlineData("2 * 'ab'", "abab")]
    [InlineData("'n: ' + 3 + null + true", "n: 3true")]
    [InlineData("[1] + [2, 3]", "[1, 2, 3]")]
    [InlineData("null + 1", "")]
    [InlineData("5 - 2 == 3 && 2 < 3 || false", "true")]
    [InlineData("1 == 1.0", "true")]
    [InlineData("'1' == 1", "true")]
    [InlineData("'b' > 'a'", "true")]
    [InlineData("[1, 2] == [1, 2]", "true")]
    [InlineData("null == null", "true")]
    [InlineData("null < 1", "false")]
    [InlineData("!nothing", "true")]
    [InlineData("!'' || !0", "false")]
    [InlineData("nothing ?? 'x'", "x")]
    [InlineData("name ?? 'x'", "Sam")]
    [InlineData("name ?! 'x'", "x")]
    [InlineData("nothing ?! 'x'", "")]
    [InlineData("count > 2 ? 'many' : 'few'", "many")]
    [InlineData("false ? 1 : true ? 2 : 3", "2")]
    [InlineData("(day - (date.parse '2027-01-01')).days", "3")]
    public void Operators_work_as_in_the_language(string expression, string expected) =>
        Assert.Equal(expected, Text("{{ " + expression + " }}"));

    [Theory]
    [InlineData("person.first", "Ada")]
    [InlineData("person['first']", "Ada")]
    [InlineData("person.phone?.size", "")]
    [InlineData("person.phone?.a.b.c", "")]
    [InlineData("list[0] + list[-1]", "ac")]
    [InlineData("list[9]", "")]
    [InlineData("people[1].first", "Al")]
    [InlineData("list.size", "3")]
    [InlineData("name.size", "3")]
    [InlineData("name[0]", "S")]
    [InlineData("[].empty?", "true")]
    [InlineData("list.empty? ? 'none' : 'some'", "some")]
    [InlineData("[] == empty", "true")]
    [InlineData("'' == empty", "true")]
    [InlineData("day.year", "2027")]
    public void Members_and_items_are_reached(string expression, string expected) =>
        Assert.Equal(expected, Text("{{ " + expression + " }}"));

    [Theory]
    [InlineData("a = 1; a; a += 2; a; a *= 3; a", "139")]
    [InlineData("x = {}; x.y = 1; x['z'] = 2; x", "{y: 1, z: 2}")]
    [InlineData("x = []; x[2] = 'c'; x", "[null, null, \"c\"]")]
    [InlineData("x = [5]; x.p = 'yes'; x.p + x[0]", "yes5")]
    [InlineData("x = null; x ??= 4; x ??= 5; x", "4")]
    [InlineData("x = 1; x++; ++x; x--; x", "1332")]
    [InlineData("a = 5; this.a; this.a = 6; a; this['a'] = 7; a", "567")]
    [InlineData("name = 'own'; name", "own")]
    [InlineData("this.name", "Sam")]
    [InlineData("o = {a: 'yes'}; import o; a", "yes")]
    public void Variables_are_set(string code, string expected) => Assert.Equal(expected, Text("{{ " + code + " }}"));

    [Theory]
    [InlineData("'a' | string.append 'b' | string.upcase", "AB")]
    [InlineData("'a' |\n string.append 'b' |\n string.append 'c'", "abc")]
    [InlineData("string.append 'a' 'b'", "ab")]
    [InlineData("string.append('a', 'b')", "ab")]
    [InlineData("string.upcase('a') + string.upcase 'b'", "AB")]
    [InlineData("math.plus 1 + 2 3 * 2", "9")]
    [InlineData("'123' | string.to_int + 1", "124")]
    [InlineData("'hello' | string.slice 1 length: 3", "ell")]
    [InlineData("string.slice text: 'hello' start: 1", "ello")]
    [InlineData("1 + 2 | math.times 2", "6")]
    [InlineData("'a' | string.size == 1 ? 'one' : 'more'", "one")]
    [InlineData("list | array.join ', ' @string.upcase", "A, B, C")]
    [InlineData("list | array.each @string.upcase | array.first", "A")]
    [InlineData("math.plus ^[1, 2]", "3")]
    [InlineData("f = [@math.plus, @math.minus]; func pick; ret @f[$0]; end; 4 | (1 | pick) 6", "-2")]
    public void Functions_take_values_after_them_and_from_pipes(string expression, string expected) =>
        Assert.Equal(expected, Text("{{ " + expression + " }}"));
}
