package org.wayleave.engine.builtin.template;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/** Reads the parts of a template and of the templates that it defines. */
final class TemplateParser {
    /** How a list of parts ended. */
    private enum End {
        END,
        ELSE,
        ELSE_IF,
        ELSE_WITH,
        TEXT
    }

    private final TokenCursor tokens;
    private final PipelineParser pipelines;
    private final Map<String, List<TemplateNode>> templates = new HashMap<>();
    private int ranges;
    private End lastEnd = End.TEXT;

    private TemplateParser(TokenCursor tokens) {
        this.tokens = tokens;
        this.pipelines = new PipelineParser(tokens);
    }

    /**
     * The templates of a text by name; the text's own has the empty name.
     *
     * @throws BuiltinException when the text is no template
     */
    static Map<String, List<TemplateNode>> parse(String text) {
        TemplateParser parser = new TemplateParser(new TokenCursor(TemplateLexer.tokens(text)));
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

    /** Parts up to an end, an else or, at the top, the end of the text; {@link #lastEnd} says which. */
    private List<TemplateNode> list(boolean top) {
        tokens.enter();
        List<TemplateNode> nodes = new ArrayList<>();
        while (true) {
            Token token = tokens.next();
            if (token.is(Token.Kind.END)) {
                if (!top) {
                    throw bad("unexpected EOF");
                }
                lastEnd = End.TEXT;
                break;
            }
            if (token.is(Token.Kind.TEXT)) {
                nodes.add(new TemplateNode.Text(token.text()));
            } else if (top && tokens.peekNonSpace().isWord("define")) {
                tokens.next();
                define();
            } else {
                TemplateNode node = action();
                if (node == null) {
                    break;
                }
                nodes.add(node);
            }
        }
        tokens.leave();
        return nodes;
    }

    private void define() {
        String name = name("define clause");
        tokens.expectRight("define clause");
        add(name, body("define clause"));
    }

    /** The parts of another template, which sees no variable of this one. */
    private List<TemplateNode> body(String context) {
        List<String> outer = pipelines.enterTemplate();
        int outerRanges = ranges;
        ranges = 0;
        List<TemplateNode> nodes = list(false);
        if (lastEnd != End.END) {
            throw bad("unexpected {{else}} in " + context);
        }
        pipelines.leaveTemplate(outer);
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
        Token token = tokens.nextNonSpace();
        if (!token.is(Token.Kind.STRING) && !token.is(Token.Kind.RAW_STRING)) {
            throw TokenCursor.unexpected(token, context);
        }
        return token.text();
    }

    /** The part of an action, null when the action ends a list. */
    private @Nullable TemplateNode action() {
        Token token = tokens.peekNonSpace();
        if (token.is(Token.Kind.WORD)) {
            switch (token.text()) {
                case "end" -> {
                    tokens.next();
                    tokens.expectRight("end");
                    lastEnd = End.END;
                    return null;
                }
                case "else" -> {
                    tokens.next();
                    otherwise();
                    return null;
                }
                case "if", "with", "range" -> {
                    tokens.next();
                    return control(token.text());
                }
                case "break", "continue" -> {
                    tokens.next();
                    tokens.expectRight("{{" + token.text() + "}}");
                    if (ranges == 0) {
                        throw bad("{{" + token.text() + "}} outside {{range}}");
                    }
                    return token.text().equals("break") ? new TemplateNode.Break() : new TemplateNode.Continue();
                }
                case "template" -> {
                    tokens.next();
                    String name = name("template clause");
                    if (tokens.peekNonSpace().is(Token.Kind.RIGHT)) {
                        tokens.next();
                        return new TemplateNode.Call(name, null);
                    }
                    return new TemplateNode.Call(name, pipelines.pipe("template clause", Token.Kind.RIGHT));
                }
                case "block" -> {
                    tokens.next();
                    String name = name("block clause");
                    TemplateNode.Pipe pipe = pipelines.pipe("block clause", Token.Kind.RIGHT);
                    add(name, body("block clause"));
                    return new TemplateNode.Call(name, pipe);
                }
                default -> {}
            }
        }
        return new TemplateNode.Action(pipelines.pipe("command", Token.Kind.RIGHT));
    }

    private void otherwise() {
        Token token = tokens.peekNonSpace();
        if (token.isWord("if")) {
            lastEnd = End.ELSE_IF;
        } else if (token.isWord("with")) {
            lastEnd = End.ELSE_WITH;
        } else {
            tokens.expectRight("else");
            lastEnd = End.ELSE;
        }
    }

    private TemplateNode control(String keyword) {
        int scope = pipelines.variables();
        TemplateNode.Pipe pipe = pipelines.pipe(keyword, Token.Kind.RIGHT);
        ranges += keyword.equals("range") ? 1 : 0;
        List<TemplateNode> then = list(false);
        ranges -= keyword.equals("range") ? 1 : 0;
        List<TemplateNode> otherwise = List.of();
        boolean chained = (keyword.equals("if") && lastEnd == End.ELSE_IF)
                || (keyword.equals("with") && lastEnd == End.ELSE_WITH);
        if (chained) {
            tokens.next();
            tokens.enter();
            otherwise = List.of(control(keyword));
            tokens.leave();
        } else if (lastEnd != End.END) {
            if (lastEnd != End.ELSE) {
                throw bad("expected end; found {{else}}");
            }
            otherwise = list(false);
            if (lastEnd != End.END) {
                throw bad("expected end; found {{else}}");
            }
        }
        pipelines.forgetFrom(scope);
        return switch (keyword) {
            case "if" -> new TemplateNode.If(pipe, then, otherwise);
            case "with" -> new TemplateNode.With(pipe, then, otherwise);
            default -> new TemplateNode.Range(pipe, then, otherwise);
        };
    }
}
