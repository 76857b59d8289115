package org.wayleave.engine.builtin.template;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/** Reads the parts of a template and of the templates that it defines. */
final class TemplateParser {
    /** Deeper than any template that somebody wrote. */
    private static final int MAX_DEPTH = 200;

    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

    /** How a list of parts ended. */
    private enum End {
        END,
        ELSE,
        ELSE_IF,
        ELSE_WITH,
        TEXT
    }

    private final List<Token> tokens;
    private final Map<String, List<TemplateNode>> templates = new HashMap<>();
    private List<String> variables = new ArrayList<>(List.of("$"));
    private int at;
    private int depth;
    private int ranges;
    private End lastEnd = End.TEXT;

    private TemplateParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * The templates of a text by name; the text's own has the empty name.
     *
     * @throws BuiltinException when the text is no template
     */
    static Map<String, List<TemplateNode>> parse(String text) {
        TemplateParser parser = new TemplateParser(TemplateLexer.tokens(text));
        List<TemplateNode> root = parser.list(true);
        if (parser.lastEnd != End.TEXT) {
            throw bad("unexpected {{" + (parser.lastEnd == End.END ? "end" : "else") + "}}");
        }
        parser.templates.put("", root);
        return parser.templates;
    }

    static BuiltinException bad(String problem) {
        return failed("template: template: " + problem);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at).is(Token.Kind.END) ? tokens.get(at) : tokens.get(at++);
    }

    private Token peekNonSpace() {
        while (peek().is(Token.Kind.SPACE)) {
            at++;
        }
        return peek();
    }

    private Token nextNonSpace() {
        peekNonSpace();
        return next();
    }

    private static BuiltinException unexpected(Token token, String context) {
        return bad(token.is(Token.Kind.END) ? "unexpected EOF" : "unexpected \"" + token.text() + "\" in " + context);
    }

    private void expectRight(String context) {
        Token token = nextNonSpace();
        if (!token.is(Token.Kind.RIGHT)) {
            throw unexpected(token, context);
        }
    }

    /** Parts up to an end, an else or, at the top, the end of the text; {@link #lastEnd} says which. */
    private List<TemplateNode> list(boolean top) {
        if (++depth > MAX_DEPTH) {
            throw bad("max expression depth exceeded");
        }
        List<TemplateNode> nodes = new ArrayList<>();
        while (true) {
            Token token = next();
            if (token.is(Token.Kind.END)) {
                if (!top) {
                    throw bad("unexpected EOF");
                }
                lastEnd = End.TEXT;
                break;
            }
            if (token.is(Token.Kind.TEXT)) {
                nodes.add(new TemplateNode.Text(token.text()));
            } else if (top && peekNonSpace().isWord("define")) {
                next();
                define();
            } else {
                TemplateNode node = action();
                if (node == null) {
                    break;
                }
                nodes.add(node);
            }
        }
        depth--;
        return nodes;
    }

    private void define() {
        String name = name("define clause");
        expectRight("define clause");
        add(name, body("define clause"));
    }

    /** The parts of another template, which sees no variable of this one. */
    private List<TemplateNode> body(String context) {
        List<String> outer = variables;
        int outerRanges = ranges;
        variables = new ArrayList<>(List.of("$"));
        ranges = 0;
        List<TemplateNode> nodes = list(false);
        if (lastEnd != End.END) {
            throw bad("unexpected {{else}} in " + context);
        }
        variables = outer;
        ranges = outerRanges;
        return nodes;
    }

    private void add(String name, List<TemplateNode> nodes) {
        List<TemplateNode> known = templates.get(name);
        if (known != null && !isEmpty(known) && !isEmpty(nodes)) {
            throw bad("template: multiple definition of template \"" + name + "\"");
        }
        if (known == null || isEmpty(known)) {
            templates.put(name, nodes);
        }
    }

    private static boolean isEmpty(List<TemplateNode> nodes) {
        return nodes.stream()
                .allMatch(
                        n -> n instanceof TemplateNode.Text text && text.text().isBlank());
    }

    private String name(String context) {
        Token token = nextNonSpace();
        if (!token.is(Token.Kind.STRING) && !token.is(Token.Kind.RAW_STRING)) {
            throw unexpected(token, context);
        }
        return token.text();
    }

    /** The part of an action, null when the action ends a list. */
    private @Nullable TemplateNode action() {
        Token token = peekNonSpace();
        if (token.is(Token.Kind.WORD)) {
            switch (token.text()) {
                case "end" -> {
                    next();
                    expectRight("end");
                    lastEnd = End.END;
                    return null;
                }
                case "else" -> {
                    next();
                    otherwise();
                    return null;
                }
                case "if", "with", "range" -> {
                    next();
                    return control(token.text());
                }
                case "break", "continue" -> {
                    next();
                    expectRight("{{" + token.text() + "}}");
                    if (ranges == 0) {
                        throw bad("{{" + token.text() + "}} outside {{range}}");
                    }
                    return token.text().equals("break") ? new TemplateNode.Break() : new TemplateNode.Continue();
                }
                case "template" -> {
                    next();
                    String name = name("template clause");
                    if (peekNonSpace().is(Token.Kind.RIGHT)) {
                        next();
                        return new TemplateNode.Call(name, null);
                    }
                    return new TemplateNode.Call(name, pipe("template clause", Token.Kind.RIGHT));
                }
                case "block" -> {
                    next();
                    String name = name("block clause");
                    TemplateNode.Pipe pipe = pipe("block clause", Token.Kind.RIGHT);
                    add(name, body("block clause"));
                    return new TemplateNode.Call(name, pipe);
                }
                default -> {}
            }
        }
        return new TemplateNode.Action(pipe("command", Token.Kind.RIGHT));
    }

    private void otherwise() {
        Token token = peekNonSpace();
        if (token.isWord("if")) {
            lastEnd = End.ELSE_IF;
        } else if (token.isWord("with")) {
            lastEnd = End.ELSE_WITH;
        } else {
            expectRight("else");
            lastEnd = End.ELSE;
        }
    }

    private TemplateNode control(String keyword) {
        int scope = variables.size();
        TemplateNode.Pipe pipe = pipe(keyword, Token.Kind.RIGHT);
        ranges += keyword.equals("range") ? 1 : 0;
        List<TemplateNode> then = list(false);
        ranges -= keyword.equals("range") ? 1 : 0;
        List<TemplateNode> otherwise = List.of();
        boolean chained = (keyword.equals("if") && lastEnd == End.ELSE_IF)
                || (keyword.equals("with") && lastEnd == End.ELSE_WITH);
        if (chained) {
            next();
            if (++depth > MAX_DEPTH) {
                throw bad("max expression depth exceeded");
            }
            otherwise = List.of(control(keyword));
            depth--;
        } else if (lastEnd != End.END) {
            if (lastEnd != End.ELSE) {
                throw bad("expected end; found {{else}}");
            }
            otherwise = list(false);
            if (lastEnd != End.END) {
                throw bad("expected end; found {{else}}");
            }
        }
        variables.subList(scope, variables.size()).clear();
        return switch (keyword) {
            case "if" -> new TemplateNode.If(pipe, then, otherwise);
            case "with" -> new TemplateNode.With(pipe, then, otherwise);
            default -> new TemplateNode.Range(pipe, then, otherwise);
        };
    }

    private TemplateNode.Pipe pipe(String context, Token.Kind end) {
        List<String> declared = new ArrayList<>();
        boolean assigns = declarations(context, declared);
        List<TemplateNode.Command> commands = new ArrayList<>();
        while (!peekNonSpace().is(end)) {
            commands.add(command(context));
        }
        next();
        if (commands.isEmpty()) {
            throw bad("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            TemplateNode.Operand first = commands.get(i).operands().getFirst();
            if (first instanceof TemplateNode.Constant
                    || first instanceof TemplateNode.Dot
                    || first instanceof TemplateNode.Nil) {
                throw bad("non executable command in pipeline stage " + (i + 1));
            }
        }
        return new TemplateNode.Pipe(declared, assigns, commands);
    }

    /** Variables in front of a pipeline; true when they are assigned, not declared. */
    private boolean declarations(String context, List<String> declared) {
        while (peekNonSpace().is(Token.Kind.VARIABLE)) {
            int back = at;
            String name = next().text();
            Token sign = peekNonSpace();
            if (sign.is(Token.Kind.ASSIGN) || sign.is(Token.Kind.DECLARE)) {
                next();
                declared.add(name);
                variables.add(name);
                return sign.is(Token.Kind.ASSIGN);
            }
            if (!sign.is(Token.Kind.COMMA)) {
                at = back;
                return false;
            }
            next();
            declared.add(name);
            variables.add(name);
            if (!context.equals("range") || declared.size() > 1) {
                throw bad("too many declarations in " + context);
            }
            Token following = peekNonSpace();
            if (!following.is(Token.Kind.VARIABLE)
                    && !following.is(Token.Kind.RIGHT)
                    && !following.is(Token.Kind.CLOSE)) {
                throw bad("range can only initialize variables");
            }
        }
        return false;
    }

    private TemplateNode.Command command(String context) {
        List<TemplateNode.Operand> operands = new ArrayList<>();
        while (true) {
            peekNonSpace();
            TemplateNode.Operand operand = operand();
            if (operand != null) {
                operands.add(operand);
            }
            Token token = next();
            if (token.is(Token.Kind.SPACE)) {
                continue;
            }
            if (token.is(Token.Kind.RIGHT) || token.is(Token.Kind.CLOSE)) {
                at--;
            } else if (!token.is(Token.Kind.PIPE)) {
                throw unexpected(token, operands.isEmpty() ? context : "operand");
            }
            break;
        }
        if (operands.isEmpty()) {
            throw bad("empty command");
        }
        return new TemplateNode.Command(operands);
    }

    private TemplateNode.@Nullable Operand operand() {
        TemplateNode.Operand term = term();
        if (term == null || !peek().is(Token.Kind.FIELD)) {
            return term;
        }
        List<String> fields = new ArrayList<>();
        while (peek().is(Token.Kind.FIELD)) {
            fields.add(next().text());
        }
        return switch (term) {
            case TemplateNode.Field field -> {
                List<String> names = new ArrayList<>(field.names());
                names.addAll(fields);
                yield new TemplateNode.Field(names);
            }
            case TemplateNode.Variable variable -> new TemplateNode.Variable(variable.name(), fields);
            case TemplateNode.Constant c -> throw bad("unexpected . after term");
            case TemplateNode.Nil n -> throw bad("unexpected . after term \"nil\"");
            case TemplateNode.Dot d -> throw bad("unexpected . after term \".\"");
            default -> new TemplateNode.Chain(term, fields);
        };
    }

    private TemplateNode.@Nullable Operand term() {
        Token token = peekNonSpace();
        if (token.is(Token.Kind.WORD)) {
            return word(token.text());
        }
        TemplateNode.Operand constant = constant(token);
        if (constant != null) {
            next();
            return constant;
        }
        return switch (token.kind()) {
            case DOT -> {
                next();
                yield new TemplateNode.Dot();
            }
            case FIELD -> {
                next();
                yield new TemplateNode.Field(List.of(token.text()));
            }
            case VARIABLE -> {
                next();
                if (!variables.contains(token.text())) {
                    throw bad("undefined variable \"" + token.text() + "\"");
                }
                yield new TemplateNode.Variable(token.text(), List.of());
            }
            case OPEN -> {
                next();
                if (++depth > MAX_DEPTH) {
                    throw bad("max expression depth exceeded");
                }
                TemplateNode.Pipe pipe = pipe("parenthesized pipeline", Token.Kind.CLOSE);
                depth--;
                yield new TemplateNode.Paren(pipe);
            }
            default -> null;
        };
    }

    private static TemplateNode.@Nullable Operand constant(Token token) {
        return switch (token.kind()) {
            case STRING, RAW_STRING -> new TemplateNode.Constant(TemplateValue.of(token.text()));
            case CHARACTER -> new TemplateNode.Constant(TemplateNumbers.character(token.text()));
            case NUMBER -> new TemplateNode.Constant(TemplateNumbers.number(token.text()));
            default -> null;
        };
    }

    private TemplateNode.@Nullable Operand word(String word) {
        if (KEYWORDS.contains(word)) {
            return null;
        }
        next();
        if (word.equals("true") || word.equals("false")) {
            return new TemplateNode.Constant(TemplateValue.of(word.equals("true")));
        }
        if (word.equals("nil")) {
            return new TemplateNode.Nil();
        }
        if (!TemplateFunctions.NAMES.contains(word)) {
            throw bad("function \"" + word + "\" not defined");
        }
        return new TemplateNode.Function(word);
    }
}
