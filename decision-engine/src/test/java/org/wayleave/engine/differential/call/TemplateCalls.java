package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Templates: actions, pipelines, functions, constants and control over data of every type. */
final class TemplateCalls implements CallFamily {
    private static final List<String> CONSTANTS = List.of(
            "1",
            "0",
            "-2",
            "1.5",
            "1e3",
            "0x1F",
            "0b11",
            "0o17",
            "017",
            "1_000",
            "'a'",
            "'\\n'",
            "\"s\"",
            "\"\\u00e9\"",
            "`r\\n`",
            "true",
            "false",
            "nil",
            "2i",
            "1.5i",
            "0i",
            "-3i",
            "1e100",
            "1i2",
            "0x1p4",
            "9223372036854775807",
            "9223372036854775808",
            "1.0",
            "'ab'",
            "\"%\"",
            "1e2i",
            "0x2i",
            "+1",
            "1+2i",
            "1.5-2i");
    private static final List<String> PLACES =
            List.of(".", ".a", ".b", ".c", ".d", ".e", ".a.x", ".e.x", ".e.y", "$", "$.a", "$v", ".none", "$.e.x");
    private static final List<String> FUNCTIONS = List.of(
            "print",
            "println",
            "len",
            "index",
            "slice",
            "html",
            "js",
            "urlquery",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "not",
            "and",
            "or",
            "call",
            "nope");

    @Override
    public List<String> functions() {
        return List.of("strings.render_template");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        return List.of(RegoString.of(body(choices, choices.below(3))), vars(choices));
    }

    private static RegoObject vars(Choices choices) {
        RegoObject.Builder vars = RegoObject.builder();
        for (String key : List.of("a", "b", "c", "d")) {
            if (!choices.oneIn(6)) {
                vars.put(key, choices.oneIn(3) ? choices.number() : choices.json(2));
            }
        }
        vars.put("e", RegoJson.parse("{\"x\": [1, \"b\", null, true, 2.5], \"y\": {\"k\": \"v\"}}"));
        return vars.build();
    }

    private static String body(Choices choices, int depth) {
        return choices.joined(1, 2, () -> choices.of("", "t ", "\n", " x\n", "é") + action(choices, depth));
    }

    private static String action(Choices choices, int depth) {
        String left = choices.oneIn(6) ? "{{- " : "{{";
        String right = choices.oneIn(6) ? " -}}" : "}}";
        if (depth == 0) {
            return left + pipeline(choices) + right;
        }
        String inside = body(choices, depth - 1);
        String end = left + "end" + right;
        String otherwise = choices.oneIn(3) ? "{{else}}" + body(choices, depth - 1) : "";
        return switch (choices.below(14)) {
            case 0 -> left + "if " + pipeline(choices) + right + inside + otherwise + end;
            case 1 -> left + "range " + pipeline(choices) + right + inside + otherwise + end;
            case 2 -> left + "range $i, $v := " + pipeline(choices) + right + "{{$i}}={{$v}};" + inside + end;
            case 3 -> left + "with " + pipeline(choices) + right + inside + otherwise + end;
            case 4 -> left + "$v := " + pipeline(choices) + right + inside;
            case 5 -> left + "/* note */" + right;
            case 6 -> "{{define \"t\"}}" + inside + "{{end}}" + "{{template \"t\" " + pipeline(choices) + "}}";
            case 7 -> "{{range .e.x}}" + choices.of("{{break}}", "{{continue}}", "{{.}}") + "{{end}}";
            case 8 -> "{{block \"b\" .}}" + inside + "{{end}}";
            case 9 -> "{{if " + pipeline(choices) + "}}1{{else if " + pipeline(choices) + "}}2{{end}}";
            default -> left + pipeline(choices) + right;
        };
    }

    private static String pipeline(Choices choices) {
        return choices.oneIn(4) ? command(choices) + " | " + command(choices) : command(choices);
    }

    private static String command(Choices choices) {
        return switch (choices.below(6)) {
            case 0 -> "printf " + format(choices) + " " + String.join(" ", choices.many(0, 3, () -> operand(choices)));
            case 1, 2 -> choices.from(FUNCTIONS) + " " + String.join(" ", choices.many(0, 3, () -> operand(choices)));
            default -> operand(choices);
        };
    }

    private static String format(Choices choices) {
        return "\"" + choices.joined(1, 2, () -> FormatCalls.directive(choices)) + "\"";
    }

    private static String operand(Choices choices) {
        return switch (choices.below(8)) {
            case 0 -> "(" + command(choices) + ")";
            case 1, 2 -> choices.from(CONSTANTS);
            default -> choices.from(PLACES);
        };
    }
}
