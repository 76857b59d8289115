package org.wayleave.engine.builtin.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the pipelines of a template's actions, and keeps which variables are known where. */
final class PipelineParser {
    private static final Set<String> KEYWORDS =
            Set.of("block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

    private final TokenCursor tokens;
    private List<String> variables = new ArrayList<>(List.of("$"));

    PipelineParser(TokenCursor tokens) {
        this.tokens = tokens;
    }

    /** Begins another template, which knows no variable of this one; gives those to come back to. */
    List<String> enterTemplate() {
        List<String> outer = variables;
        variables = new ArrayList<>(List.of("$"));
        return outer;
    }

    void leaveTemplate(List<String> outer) {
        variables = outer;
    }

    /** How many variables are known. */
    int variables() {
        return variables.size();
    }

    /** Forgets the variables declared since there were so many. */
    void forgetFrom(int count) {
        variables.subList(count, variables.size()).clear();
    }

    /** The pipeline up to a kind of token, which is passed over. */
    TemplateNode.Pipe pipe(String context, Token.Kind end) {
        List<String> declared = new ArrayList<>();
        boolean assigns = declarations(context, declared);
        List<TemplateNode.Command> commands = new ArrayList<>();
        while (!tokens.peekNonSpace().is(end)) {
            commands.add(command(context));
        }
        tokens.next();
        if (commands.isEmpty()) {
            throw TemplateParser.bad("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            TemplateNode.Operand first = commands.get(i).operands().getFirst();
            if (first instanceof TemplateNode.Constant
                    || first instanceof TemplateNode.Dot
                    || first instanceof TemplateNode.Nil) {
                throw TemplateParser.bad("non executable command in pipeline stage " + (i + 1));
            }
        }
        return new TemplateNode.Pipe(declared, assigns, commands);
    }

    /** Variables in front of a pipeline; true when they are assigned, not declared. */
    private boolean declarations(String context, List<String> declared) {
        while (tokens.peekNonSpace().is(Token.Kind.VARIABLE)) {
            int back = tokens.place();
            String name = tokens.next().text();
            Token sign = tokens.peekNonSpace();
            if (sign.is(Token.Kind.ASSIGN) || sign.is(Token.Kind.DECLARE)) {
                tokens.next();
                declared.add(name);
                variables.add(name);
                return sign.is(Token.Kind.ASSIGN);
            }
            if (!sign.is(Token.Kind.COMMA)) {
                tokens.backTo(back);
                return false;
            }
            tokens.next();
            declared.add(name);
            variables.add(name);
            if (!context.equals("range") || declared.size() > 1) {
                throw TemplateParser.bad("too many declarations in " + context);
            }
            Token following = tokens.peekNonSpace();
            if (!following.is(Token.Kind.VARIABLE)
                    && !following.is(Token.Kind.RIGHT)
                    && !following.is(Token.Kind.CLOSE)) {
                throw TemplateParser.bad("range can only initialize variables");
            }
        }
        return false;
    }

    private TemplateNode.Command command(String context) {
        List<TemplateNode.Operand> operands = new ArrayList<>();
        while (true) {
            tokens.peekNonSpace();
            TemplateNode.Operand operand = operand();
            if (operand != null) {
                operands.add(operand);
            }
            Token token = tokens.next();
            if (token.is(Token.Kind.SPACE)) {
                continue;
            }
            if (token.is(Token.Kind.RIGHT) || token.is(Token.Kind.CLOSE)) {
                tokens.backTo(tokens.place() - 1);
            } else if (!token.is(Token.Kind.PIPE)) {
                throw TokenCursor.unexpected(token, operands.isEmpty() ? context : "operand");
            }
            break;
        }
        if (operands.isEmpty()) {
            throw TemplateParser.bad("empty command");
        }
        return new TemplateNode.Command(operands);
    }

    private TemplateNode.@Nullable Operand operand() {
        TemplateNode.Operand term = term();
        if (term == null || !tokens.peek().is(Token.Kind.FIELD)) {
            return term;
        }
        List<String> fields = new ArrayList<>();
        while (tokens.peek().is(Token.Kind.FIELD)) {
            fields.add(tokens.next().text());
        }
        return switch (term) {
            case TemplateNode.Field field -> {
                List<String> names = new ArrayList<>(field.names());
                names.addAll(fields);
                yield new TemplateNode.Field(names);
            }
            case TemplateNode.Variable variable -> new TemplateNode.Variable(variable.name(), fields);
            case TemplateNode.Constant c -> throw TemplateParser.bad("unexpected . after term");
            case TemplateNode.Nil n -> throw TemplateParser.bad("unexpected . after term \"nil\"");
            case TemplateNode.Dot d -> throw TemplateParser.bad("unexpected . after term \".\"");
            default -> new TemplateNode.Chain(term, fields);
        };
    }

    private TemplateNode.@Nullable Operand term() {
        Token token = tokens.peekNonSpace();
        if (token.is(Token.Kind.WORD)) {
            return word(token.text());
        }
        TemplateNode.Operand constant = constant(token);
        if (constant != null) {
            tokens.next();
            return constant;
        }
        return switch (token.kind()) {
            case DOT -> {
                tokens.next();
                yield new TemplateNode.Dot();
            }
            case FIELD -> {
                tokens.next();
                yield new TemplateNode.Field(List.of(token.text()));
            }
            case VARIABLE -> {
                tokens.next();
                if (!variables.contains(token.text())) {
                    throw TemplateParser.bad("undefined variable \"" + token.text() + "\"");
                }
                yield new TemplateNode.Variable(token.text(), List.of());
            }
            case OPEN -> {
                tokens.next();
                tokens.enter();
                TemplateNode.Pipe pipe = pipe("parenthesized pipeline", Token.Kind.CLOSE);
                tokens.leave();
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
        tokens.next();
        if (word.equals("true") || word.equals("false")) {
            return new TemplateNode.Constant(TemplateValue.of(word.equals("true")));
        }
        if (word.equals("nil")) {
            return new TemplateNode.Nil();
        }
        if (!TemplateFunctions.NAMES.contains(word)) {
            throw TemplateParser.bad("function \"" + word + "\" not defined");
        }
        return new TemplateNode.Function(word);
    }
}
