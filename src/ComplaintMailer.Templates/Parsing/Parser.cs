using System.Runtime.CompilerServices;
using ComplaintMailer.Templates.Running;
using ComplaintMailer.Templates.Syntax;

namespace ComplaintMailer.Templates.Parsing;

/// <summary>Makes statements of tokens. Expressions are in the other half of this class.</summary>
internal sealed partial class Parser
{
    private const int DepthLimit = 200;
    private static readonly HashSet<string> Keywords =
    [
        "if",
        "else",
        "end",
        "for",
        "while",
        "case",
        "when",
        "break",
        "continue",
        "func",
        "capture",
        "readonly",
        "import",
        "with",
        "wrap",
        "ret",
        "tablerow",
    ];

    private readonly Source source;
    private readonly List<Token> tokens;
    private int at;
    private int depth;

    /// <summary>How many brackets are open: within them the end of a line means nothing.</summary>
    private int brackets;
    private string? indent;
    private int loops;

    public Parser(Source source) => (this.source, tokens) = (source, new Lexer(source).Run());

    private Token Now => tokens[at];
    private bool IsPathNext => Next.Is(".") || Next.Is("?.");
    private Token Next => tokens[Math.Min(at + 1, tokens.Count - 1)];

    public Block Parse()
    {
        var body = ParseBlock();
        if (Now.Kind != TokenKind.EndOfFile)
            throw Fault($"this `{Now.Text}` belongs to nothing: there is no open `if`, `for` or the like");
        return body;
    }

    /// <summary>Statements up to <c>end</c>, <c>else</c> or <c>when</c>, which the caller looks at.</summary>
    private Block ParseBlock()
    {
        var start = Now.At;
        var statements = new List<Statement>();
        while (true)
        {
            switch (Now.Kind)
            {
                case TokenKind.EndOfFile:
                case TokenKind.Word when Now.Text is "end" or "else" or "when":
                    return new(source, start, [.. statements]);
                case TokenKind.Text:
                    statements.Add(new TextStatement(source, Now.At, Now.Text));
                    at++;
                    break;
                case TokenKind.CodeEnter:
                    indent = Now.Text.Length == 0 ? null : Now.Text;
                    at++;
                    break;
                case TokenKind.CodeExit:
                    indent = null;
                    at++;
                    break;
                case TokenKind.NewLine:
                case TokenKind.Semicolon:
                    at++;
                    break;
                default:
                    statements.Add(ParseStatement());
                    break;
            }
        }
    }

    private Statement ParseStatement()
    {
        Enter();
        var (outerBrackets, start) = (brackets, Now.At);
        brackets = 0;
        try
        {
            if (Now.Kind == TokenKind.Word && !IsPathNext)
            {
                switch (Now.Text)
                {
                    case "if":
                        return ParseIf();
                    case "for":
                        return ParseFor();
                    case "while":
                        return ParseWhile();
                    case "case":
                        return ParseCase();
                    case "func":
                        return ParseFunction();
                    case "capture":
                        at++;
                        var captured = ParsePath("capture");
                        return new CaptureStatement(source, start, captured, ParseBody("capture", start));
                    case "with":
                        at++;
                        var opened = ParseExpression();
                        return new WithStatement(source, start, opened, ParseBody("with", start));
                    case "wrap":
                        return ParseWrap();
                    case "import":
                        at++;
                        return Ended(new ImportStatement(source, start, ParseExpression()));
                    case "readonly":
                        at++;
                        var name = Take(TokenKind.Word, "the name of a variable").Text;
                        return Ended(new ReadOnlyStatement(source, start, name));
                    case "ret":
                        at++;
                        return Ended(new ReturnStatement(source, start, AtEnd() ? null : ParseExpression()));
                    case "break" or "continue":
                        if (loops == 0)
                            throw Fault($"`{Now.Text}` stands outside a loop");
                        at++;
                        var flow = tokens[at - 1].Text == "break" ? Flow.Break : Flow.Continue;
                        return Ended(new JumpStatement(source, start, flow));
                    case "tablerow":
                        throw Fault("`tablerow` is not supported; write the rows with `for`");
                }
            }
            if (Now.Kind == TokenKind.Local && Now.Text == "$$")
            {
                at++;
                return Ended(new WrappedStatement(source, start));
            }
            return ParseExpressionStatement();
        }
        finally
        {
            (brackets, depth) = (outerBrackets, depth - 1);
        }
    }

    private Statement ParseExpressionStatement()
    {
        var start = Now.At;
        var expression = ParseExpression();
        if (Now.Is("=") && expression is Call { Target: Variable named } call && tokens[at - 1].Is(")"))
            return ParseInline(start, named, call);
        if (Now.Kind == TokenKind.Sign && Now.Text is "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=" or "??=")
        {
            if (expression is not PathExpression target)
                throw Fault("only a variable, a member or an item can be set");
            var sign = Now.Text[..^1];
            at++;
            SkipLines();
            return Ended(new AssignStatement(source, start, target, sign.Length == 0 ? null : sign, ParseExpression()));
        }
        return Ended(new OutputStatement(source, start, expression, indent));
    }

    /// <summary><c>sub(x, y) = x - y</c></summary>
    private FunctionStatement ParseInline(int start, Variable named, Call call)
    {
        at++;
        var parameters = new List<Parameter>();
        foreach (var argument in call.Arguments)
        {
            if (argument is not { Name: null, Spread: false, Value: Variable parameter })
                throw source.Fault(argument.Value.At, "the parameters of a function are plain names");
            parameters.Add(new(parameter.Name, false, null, false));
        }
        var body = new ReturnStatement(source, Now.At, ParseExpression());
        var function = new TemplateFunction(named.Name, [.. parameters], body, source.IsHtml);
        return Ended(new FunctionStatement(source, start, named, function));
    }

    private IfStatement ParseIf()
    {
        var start = Now.At;
        var cases = new List<(Expression, Block)>();
        Block? otherwise = null;
        do
        {
            // `if`, or the `if` of `else if`
            at++;
            var when = ParseExpression();
            End();
            cases.Add((when, ParseBlock()));
            if (!Now.IsWord("else"))
                break;
            at++;
            if (Now.IsWord("if"))
                continue;
            otherwise = ParseBlock();
            break;
        } while (true);
        Close("if", start);
        return new(source, start, [.. cases], otherwise);
    }

    private ForStatement ParseFor()
    {
        var start = Now.At;
        at++;
        var variable = ParsePath("for");
        if (variable is not (Variable or LocalVariable))
            throw source.Fault(variable.At, "the variable of a loop is a plain name");
        if (!Now.IsWord("in"))
            throw Fault($"`for {variable}` is followed by `in`, not by {Now}");
        at++;
        inLoopHead = true;
        var list = ParseExpression();
        inLoopHead = false;
        Expression? offset = null,
            limit = null;
        var reversed = false;
        while (Now.Kind == TokenKind.Word && Now.Text is "offset" or "limit" or "reversed")
        {
            var word = Now.Text;
            at++;
            if (word == "reversed")
            {
                reversed = true;
                continue;
            }
            TakeSign(":");
            var number = ParsePostfix(false);
            if (word == "offset")
                offset = number;
            else
                limit = number;
        }
        End();
        loops++;
        var body = ParseBlock();
        loops--;
        Block? otherwise = null;
        if (Now.IsWord("else"))
        {
            at++;
            otherwise = ParseBlock();
        }
        Close("for", start);
        return new(source, start, variable, list, offset, limit, reversed, body, otherwise);
    }

    private WhileStatement ParseWhile()
    {
        var start = Now.At;
        at++;
        var condition = ParseExpression();
        End();
        loops++;
        var body = ParseBlock();
        loops--;
        Close("while", start);
        return new(source, start, condition, body);
    }

    private CaseStatement ParseCase()
    {
        var start = Now.At;
        at++;
        var subject = ParseExpression();
        var before = ParseBlock();
        if (before.Parts.Any(p => p is not TextStatement))
            throw source.Fault(before.At, "between `case` and the first `when` nothing can be done");
        var cases = new List<(Expression[], Block)>();
        while (Now.IsWord("when"))
        {
            var values = new List<Expression>();
            do
            {
                at++;
                SkipLines();
                values.Add(ParseOperation(OrPrecedence, false, false));
            } while (Now.Is(",") || Now.Is("||"));
            End();
            cases.Add(([.. values], ParseBlock()));
        }
        Block? otherwise = null;
        if (Now.IsWord("else"))
        {
            at++;
            otherwise = ParseBlock();
        }
        Close("case", start);
        return new(source, start, subject, [.. cases], otherwise);
    }

    private FunctionStatement ParseFunction()
    {
        var start = Now.At;
        at++;
        if (Now.Kind is not (TokenKind.Word or TokenKind.Local) || IsKeyword(Now))
            throw Fault($"`func` is followed by a name, not by {Now}");
        PathExpression target =
            Now.Kind == TokenKind.Word
                ? new Variable(source, Now.At, Now.Text)
                : new LocalVariable(source, Now.At, Now.Text);
        at++;
        return new(source, start, target, ParseFunctionRest(target.ToString()!, start));
    }

    /// <summary>Parameters, if any, and body up to <c>end</c>.</summary>
    private TemplateFunction ParseFunctionRest(string name, int start)
    {
        var parameters = Now.Is("(") ? ParseParameters() : null;
        End();
        var (outerLoops, outerBrackets) = (loops, brackets);
        (loops, brackets) = (0, 0);
        var body = ParseBlock();
        (loops, brackets) = (outerLoops, outerBrackets);
        Close(name == "do" ? "do" : "func", start);
        return new(name, parameters, body, source.IsHtml);
    }

    private Parameter[] ParseParameters()
    {
        at++;
        brackets++;
        SkipLines();
        var parameters = new List<Parameter>();
        while (!Now.Is(")"))
        {
            if (parameters.Count > 0)
                TakeSign(",");
            var name = Take(TokenKind.Word, "the name of a parameter").Text;
            Expression? otherwise = null;
            var rest = false;
            if (Now.Is("="))
            {
                Advance();
                otherwise = ParseOperation(0, false, false);
            }
            else if (Now.Is("..") && Next.Is("."))
            {
                Advance();
                Advance();
                rest = true;
            }
            if (parameters.Exists(p => p.Name == name || p.Rest))
                throw Fault($"no parameter can follow here as `{name}`");
            parameters.Add(new(name, otherwise is not null, otherwise, rest));
        }
        brackets--;
        at++;
        return [.. parameters];
    }

    private WrapStatement ParseWrap()
    {
        var start = Now.At;
        at++;
        var target = ParseExpression();
        var call = target as Call ?? new Call(source, target.At, target, []);
        return new(source, start, call, ParseBody("wrap", start));
    }

    private Block ParseBody(string word, int start)
    {
        End();
        var body = ParseBlock();
        Close(word, start);
        return body;
    }

    private PathExpression ParsePath(string word) =>
        Now.Kind is TokenKind.Word or TokenKind.Local && !IsKeyword(Now) && ParsePostfix(false) is PathExpression path
            ? path
            : throw Fault($"`{word}` is followed by a variable, not by {Now}");

    private void Close(string word, int start)
    {
        if (!Now.IsWord("end"))
        {
            throw Now.Kind == TokenKind.EndOfFile
                ? source.Fault(start, $"this `{word}` has no `end`")
                : Fault($"`{Now.Text}` does not belong to the open `{word}`");
        }
        at++;
    }

    private T Ended<T>(T statement)
        where T : Statement
    {
        End();
        return statement;
    }

    /// <summary>A statement ends with its line, with <c>;</c> or with the code block.</summary>
    private void End()
    {
        if (!AtEnd() && !(Now.Kind == TokenKind.Word && Now.Text is "end" or "else" or "when"))
            throw Fault($"{Now} is not expected here");
    }

    private bool AtEnd() =>
        Now.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.EndOfFile;

    private static bool IsKeyword(Token token) => token.Kind == TokenKind.Word && Keywords.Contains(token.Text);

    private Token Take(TokenKind kind, string what)
    {
        if (Now.Kind != kind || IsKeyword(Now))
            throw Fault($"{what} is expected here, not {Now}");
        var token = Now;
        Advance();
        return token;
    }

    private void TakeSign(string sign)
    {
        if (!Now.Is(sign))
            throw Fault($"`{sign}` is expected here, not {Now}");
        Advance();
    }

    private void Advance()
    {
        at++;
        if (brackets > 0)
            SkipLines();
    }

    private void SkipLines()
    {
        while (Now.Kind == TokenKind.NewLine)
            at++;
    }

    private void Enter()
    {
        if (++depth > DepthLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Fault("too deep within one another");
    }

    private TemplateException Fault(string reason) => source.Fault(Now.At, reason);
}
