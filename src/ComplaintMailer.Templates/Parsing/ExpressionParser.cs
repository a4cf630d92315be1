using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Parsing;

/// <summary>
/// Expressions. A function is called by putting values after it (<c>f a b</c>), each value taking all operators that follow:
/// <c>f 1 + 2 3</c> is <c>f(1 + 2, 3)</c>. A pipe puts the value before it in front of those.
/// </summary>
internal sealed partial class Parser
{
    private const int OrPrecedence = 30;
    private const int UnaryPrecedence = 200;

    /// <summary>Operators in one chain; evaluation goes as deep.</summary>
    private const int ChainLimit = 500;

    /// <summary>In <c>for x in list limit: 1</c> the words of the loop are no values.</summary>
    private bool inLoopHead;

    /// <summary>Within an expression only these words cannot be names: a model may well hold a <c>case</c>.</summary>
    private static bool IsReserved(Token word) =>
        word.Kind == TokenKind.Word
        && word.Text is "if" or "else" or "end" or "when" or "for" or "while" or "func" or "ret";

    private static int Precedence(Token token)
    {
        if (token.Kind != TokenKind.Sign)
            return 0;
        return token.Text switch
        {
            "??" or "?!" => 20,
            "||" => OrPrecedence,
            "&&" => 40,
            "==" or "!=" => 70,
            "<" or ">" or "<=" or ">=" => 80,
            "+" or "-" => 100,
            "*" or "/" or "//" or "%" or "<<" or ">>" => 110,
            ".." or "..<" => 130,
            _ => 0,
        };
    }

    /// <param name="plain">A colon after a name ends the value: within <c>a ? b : c</c>.</param>
    private Expression ParseExpression(bool plain = false)
    {
        Enter();
        var expression = ParseChoice(ParseOperation(0, true, plain), plain);
        for (var links = 0; Now.Is("|") || Now.Is("|>"); links++)
        {
            if (links > ChainLimit)
                throw Fault("too many pipes in one expression");
            var pipe = Now.At;
            Advance();
            SkipLines();
            expression = ParseChoice(Pipe(pipe, expression, ParseOperation(0, true, plain)), plain);
        }
        depth--;
        return expression;
    }

    private Expression ParseChoice(Expression condition, bool plain)
    {
        if (!Now.Is("?"))
            return condition;
        var start = Now.At;
        Advance();
        SkipLines();
        var yes = ParseExpression(true);
        SkipLines();
        TakeSign(":");
        SkipLines();
        return new Conditional(source, start, condition, yes, ParseExpression(plain));
    }

    /// <summary>Puts a value in front of the arguments of the first function in an expression.</summary>
    private Expression Pipe(int at, Expression value, Expression into) =>
        into switch
        {
            Call call => call.With(value),
            PathExpression path => new Call(source, path.At, path, [new(null, value)]),
            Binary b => new Binary(source, b.At, b.Sign, Pipe(at, value, b.Left), b.Right),
            Nested nested => new Call(source, nested.At, nested, [new(null, value)]),
            FunctionExpression function => new Call(source, function.At, function, [new(null, value)]),
            _ => throw source.Fault(at, "a pipe leads to a function"),
        };

    /// <summary>Operators that bind stronger than the given precedence, and the call of a function by juxtaposition.</summary>
    private Expression ParseOperation(int precedence, bool calls, bool plain)
    {
        Enter();
        var left = ParseUnary(calls, plain);
        if (calls && left is PathExpression or FunctionExpression or Nested && StartsValue(plain))
            left = ParseCall(left, precedence, plain);
        for (var links = 0; ; links++)
        {
            var sign = Now;
            var binding = Precedence(sign);
            if (binding <= precedence)
                break;
            if (links > ChainLimit)
                throw Fault("too many operators in one expression");
            Advance();
            SkipLines();
            var right = ParseOperation(binding, calls, plain);
            left =
                binding == 130
                    ? new RangeExpression(source, sign.At, left, right, sign.Text == "..")
                    : new Binary(source, sign.At, sign.Text, left, right);
        }
        depth--;
        return left;
    }

    private Call ParseCall(Expression target, int precedence, bool plain)
    {
        var arguments = new List<Argument>();
        while (StartsValue(plain))
        {
            if (IsNamed(plain))
            {
                var name = Now.Text;
                Advance();
                Advance();
                arguments.Add(new(name, ParsePostfix(plain)));
                continue;
            }
            var value = ParseOperation(precedence, false, plain);
            arguments.Add(
                value is Unary { Sign: "^" } spread ? new(null, spread.Operand, true) : new Argument(null, value)
            );
            // A function written here ends the call.
            if (value is FunctionExpression)
                break;
        }
        return new(source, target.At, target, [.. arguments]);
    }

    private bool IsNamed(bool plain) => !plain && Now.Kind == TokenKind.Word && Next.Is(":");

    /// <summary>Whether a value can begin here that is no operator's right side.</summary>
    private bool StartsValue(bool plain) =>
        Now.Kind switch
        {
            TokenKind.Number or TokenKind.String or TokenKind.StringBegin => true,
            TokenKind.Local => true,
            TokenKind.Word when inLoopHead && Now.Text is "limit" or "offset" or "reversed" => false,
            TokenKind.Word => !IsReserved(Now) || IsPathNext || IsNamed(plain),
            TokenKind.Sign => Now.Text is "(" or "{" or "!" or "@" or "^" or "[",
            _ => false,
        };

    private Expression ParseUnary(bool calls, bool plain)
    {
        if (Now.Kind != TokenKind.Sign || Now.Text is not ("!" or "-" or "+" or "@" or "^" or "++" or "--"))
            return ParsePostfix(plain);
        var sign = Now;
        Advance();
        if (sign.Text is "++" or "--")
        {
            return ParsePostfix(plain) is PathExpression counted
                ? new Counting(source, sign.At, counted, sign.Text == "++" ? 1 : -1, false)
                : throw source.Fault(sign.At, $"`{sign.Text}` counts a variable, a member or an item");
        }
        var operand = sign.Text == "@" ? ParsePostfix(plain) : ParseOperation(UnaryPrecedence, calls, plain);
        if (operand is Literal { Value: long or double or decimal } number && sign.Text == "-")
            return new Literal(source, sign.At, Running.Operators.Negate(number, number.Value));
        return new Unary(source, sign.At, sign.Text, operand);
    }

    /// <summary>A value with what hangs on it: <c>.name</c>, <c>?.name</c>, <c>[0]</c>, <c>(a, b)</c>, <c>++</c>.</summary>
    private Expression ParsePostfix(bool plain)
    {
        var value = ParsePrimary(plain);
        for (var links = 0; ; links++)
        {
            if (links > ChainLimit)
                throw Fault("too long a path");
            var sign = Now;
            if (sign.Is(".") || sign.Is("?."))
                value = ParseMember(value);
            else if (sign.Is("[") && !sign.Spaced)
            {
                Open();
                value = new Item(source, sign.At, value, ParseExpression());
                CloseBracket("]");
            }
            else if (sign.Is("(") && !sign.Spaced && value is PathExpression)
                value = ParseExplicitCall(value);
            else if ((sign.Is("++") || sign.Is("--")) && value is PathExpression path)
            {
                Advance();
                return new Counting(source, sign.At, path, sign.Text == "++" ? 1 : -1, true);
            }
            else
                return value;
        }
    }

    private Expression ParseMember(Expression target)
    {
        // One `?.` makes the whole rest of the path safe.
        var safe = Now.Is("?.") || target is Member { NullSafe: true };
        at++;
        var name = Now;
        if (name.Kind != TokenKind.Word)
            throw Fault($"a dot is followed by a name, not by {name}");
        if (name.Text is "empty" or "blank" && Next is { Spaced: false } next && next.Is("?"))
        {
            at++;
            Advance();
            return new IsEmpty(source, name.At, target);
        }
        Advance();
        return new Member(source, name.At, target, name.Text, safe);
    }

    private Call ParseExplicitCall(Expression target)
    {
        Open();
        var arguments = new List<Argument>();
        while (!Now.Is(")"))
        {
            if (arguments.Count > 0)
                TakeSign(",");
            if (IsNamed(false))
            {
                var name = Now.Text;
                Advance();
                Advance();
                arguments.Add(new(name, ParseExpression()));
            }
            else
            {
                var value = ParseExpression();
                arguments.Add(
                    value is Unary { Sign: "^" } spread ? new(null, spread.Operand, true) : new Argument(null, value)
                );
            }
        }
        CloseBracket(")");
        return new(source, target.At, target, [.. arguments]);
    }

    private Expression ParsePrimary(bool plain)
    {
        var token = Now;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new Literal(source, token.At, token.Value);
            case TokenKind.String:
                Advance();
                return new Literal(source, token.At, token.Text);
            case TokenKind.StringBegin:
                return ParseFilledString();
            case TokenKind.Local:
                if (token.Text == "$$")
                    throw Fault("`$$` stands by itself");
                Advance();
                return new LocalVariable(source, token.At, token.Text);
            case TokenKind.Word:
                return ParseWord(token);
            case TokenKind.Sign:
                switch (token.Text)
                {
                    case "(":
                        return ParseNested();
                    case "[":
                        return ParseArray();
                    case "{":
                        return ParseObject();
                }
                break;
        }
        _ = plain;
        throw Fault($"a value is expected here, not {token}");
    }

    private Expression ParseWord(Token word)
    {
        if (IsReserved(word) && !IsPathNext)
            throw Fault($"a value is expected here, not `{word.Text}`");
        if (word.Text == "do")
        {
            at++;
            return new FunctionExpression(source, word.At, ParseFunctionRest("do", word.At));
        }
        Advance();
        return word.Text switch
        {
            "true" => new Literal(source, word.At, true),
            "false" => new Literal(source, word.At, false),
            "null" => new Literal(source, word.At, null),
            "empty" or "blank" => new Literal(source, word.At, Nothing.Value),
            "this" => new ThisVariable(source, word.At),
            _ => new Variable(source, word.At, word.Text),
        };
    }

    private Nested ParseNested()
    {
        Open();
        var inner = ParseExpression();
        CloseBracket(")");
        return new Nested(source, inner.At, inner);
    }

    private ArrayLiteral ParseArray()
    {
        var start = Now.At;
        Open();
        var items = new List<Expression>();
        while (!Now.Is("]"))
        {
            items.Add(ParseExpression());
            if (!Now.Is(","))
                break;
            Advance();
        }
        CloseBracket("]");
        return new(source, start, [.. items]);
    }

    private ObjectLiteral ParseObject()
    {
        var start = Now.At;
        Open();
        var members = new List<KeyValuePair<string, Expression>>();
        while (!Now.Is("}"))
        {
            if (Now.Kind is not (TokenKind.Word or TokenKind.String))
                throw Fault($"the name of a member is expected here, not {Now}");
            var name = Now.Text;
            Advance();
            TakeSign(":");
            members.Add(new(name, ParseExpression()));
            if (!Now.Is(","))
                break;
            Advance();
        }
        CloseBracket("}");
        return new(source, start, [.. members]);
    }

    private FilledString ParseFilledString()
    {
        var start = Now.At;
        at++;
        var parts = new List<Expression>();
        while (Now.Kind != TokenKind.StringEnd)
        {
            if (Now.Kind == TokenKind.String)
            {
                parts.Add(new Literal(source, Now.At, Now.Text));
                at++;
                continue;
            }
            if (Now.Kind != TokenKind.StringOpen)
                throw source.Fault(start, "this string is not closed");
            at++;
            parts.Add(ParseExpression());
            if (Now.Kind != TokenKind.StringClose)
                throw Fault($"`}}` is expected here, not {Now}");
            at++;
        }
        Advance();
        return new(source, start, [.. parts]);
    }

    private void Open()
    {
        brackets++;
        Advance();
    }

    private void CloseBracket(string sign)
    {
        if (!Now.Is(sign))
            throw Fault($"`{sign}` is expected here, not {Now}");
        brackets--;
        Advance();
    }
}
