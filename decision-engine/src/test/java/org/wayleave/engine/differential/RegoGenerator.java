package org.wayleave.engine.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Writes a random policy, its data and its input from a seed. References go to earlier rules only, and rules that could
 * contradict themselves give values that follow from their keys, so most policies compile and few conflict.
 */
final class RegoGenerator {
    private static final Pattern VARIABLE = Pattern.compile("\\bv[0-9]+\\b");
    private static final Pattern DECLARATION = Pattern.compile("\\b(some|every) v[0-9]+(, v[0-9]+)? in ");
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "é", "😀", "k\\\"q");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "3",
            "-1",
            "7",
            "10",
            "1.0",
            "1.5",
            "-2.5",
            "0.1",
            "0.2",
            "100",
            "1e3",
            "123456789.25",
            "9007199254740993",
            "9223372036854775807",
            "-9223372036854775808",
            "18446744073709551616",
            "123456789012345678901234567890",
            "0.000001234",
            "2147483648",
            "4294967296",
            "1e-7",
            "-0.5",
            "1e20");
    private static final List<String> STRINGS = List.of(
            "\"\"",
            "\"a\"",
            "\"b\"",
            "\"abc\"",
            "\"aXbXc\"",
            "\"é\"",
            "\"😀\"",
            "\"\uFFFD\"",
            "\"z\"",
            "\"Ab \"",
            "\"12\"",
            "\"-3.5\"",
            "\"a/b/c\"",
            "\"ÿ\"",
            "\"\uFF5E\"");

    private final SplittableRandom random;
    private final String name;
    private final StringBuilder out = new StringBuilder();
    private final List<String> rules = new ArrayList<>(); // names of rules, usable as values
    private final List<String> collections = new ArrayList<>(); // those whose value has members
    private final List<String> functions = new ArrayList<>();
    private List<String> variables = new ArrayList<>();
    private int fresh;

    RegoGenerator(long seed) {
        this.random = new SplittableRandom(seed * 0xD1342543DE82EF95L + 11);
        this.name = "n" + seed;
    }

    /** The package below {@code fz}. */
    String name() {
        return name;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    // Documents.

    /** A random JSON object. */
    String document() {
        StringBuilder json = new StringBuilder("{");
        for (String key : List.of("a", "b", "c", "d", "é")) {
            if (chance(85)) {
                json.append(json.length() > 1 ? "," : "")
                        .append('"')
                        .append(key)
                        .append("\":")
                        .append(value(3));
            }
        }
        return json.append('}').toString();
    }

    private String value(int depth) {
        int kind = random.nextInt(depth > 0 ? 12 : 6);
        if (kind < 3) {
            return pick(NUMBERS);
        }
        if (kind < 5) {
            return pick(STRINGS);
        }
        if (kind == 5) {
            return pick(List.of("true", "false", "null"));
        }
        int n = random.nextInt(4);
        StringBuilder json = new StringBuilder(kind < 9 ? "[" : "{");
        List<String> left = new ArrayList<>(NAMES);
        for (int i = 0; i < n; i++) {
            json.append(i > 0 ? "," : "");
            if (kind >= 9) {
                json.append('"')
                        .append(left.remove(random.nextInt(left.size())))
                        .append("\":");
            }
            json.append(value(depth - 1));
        }
        return json.append(kind < 9 ? "]" : "}").toString();
    }

    // Policies.

    /** The module; its rule {@code out} holds what all others give. */
    String module() {
        out.append("package fz.").append(name).append("\n\nimport rego.v1\n\n");
        int n = 2 + random.nextInt(4);
        for (int i = 0; i < n; i++) {
            variables = new ArrayList<>();
            switch (random.nextInt(8)) {
                case 0 -> function("f" + i);
                case 1, 2 -> complete("r" + i);
                case 3, 4 -> partialSet("r" + i);
                case 5 -> partialObject("r" + i);
                case 6 -> choices(i);
                default -> tree("r" + i);
            }
        }
        // A rule that is undefined is left out; a document of the whole package would hold functions too.
        for (String rule : rules) {
            out.append("out[\"").append(rule).append("\"] := ").append(rule).append("\n\n");
        }
        for (String f : functions) {
            out.append("out[\"").append(f).append("\"] := ").append(f).append("(input.a)\n\n");
        }
        return withoutUnused(out.toString());
    }

    /** OPA refuses a variable that is declared and never used. */
    private static String withoutUnused(String module) {
        Map<String, Integer> uses = new HashMap<>();
        VARIABLE.matcher(module).results().forEach(found -> uses.merge(found.group(), 1, Integer::sum));
        return DECLARATION
                .matcher(module)
                .replaceAll(declaration -> VARIABLE.matcher(declaration.group())
                        .replaceAll(found -> uses.getOrDefault(found.group(), 0) > 1 ? found.group() : "_"));
    }

    private void body(int least) {
        out.append(" if {\n");
        int n = least + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            out.append('\t').append(literal(2)).append('\n');
        }
        out.append("}");
    }

    /** A body written ahead of the head that uses its variables. */
    private String bodyFirst(int least) {
        int at = out.length();
        body(least);
        String body = out.substring(at);
        out.setLength(at);
        return body;
    }

    private void function(String f) {
        variables.add("x");
        String body = bodyFirst(1);
        out.append(f).append("(x) := ").append(expression(2)).append(body);
        if (chance(60)) {
            variables = new ArrayList<>(List.of("x"));
            out.append(" else := ").append(expression(1));
        }
        out.append("\n\n");
        functions.add(f);
    }

    private void complete(String r) {
        if (chance(50)) {
            out.append("default ").append(r).append(" := ").append(value(1)).append("\n\n");
        }
        String body = bodyFirst(1);
        // Several bindings of the body may give several values, so a value from them is counted or collected.
        out.append(r).append(" := ").append(chance(50) ? "true" : value(1)).append(body);
        if (chance(40)) {
            variables = new ArrayList<>();
            out.append(" else := ").append(value(1));
            body(1);
        }
        out.append("\n\n");
        rules.add(r);
    }

    private void partialSet(String r) {
        int n = 1 + random.nextInt(2);
        for (int i = 0; i < n; i++) {
            variables = new ArrayList<>();
            String body = bodyFirst(1);
            out.append(r)
                    .append(" contains ")
                    .append(expression(2))
                    .append(body)
                    .append("\n\n");
        }
        rules.add(r);
        collections.add(r);
    }

    /** Many bodies that each compare the same value with a text of their own. */
    private void choices(int i) {
        boolean function = chance(40);
        String name = (function ? "f" : "r") + i;
        String value = function ? "x" : "input." + pick(List.of("a", "b", "c", "a.a", "b.c"));
        for (int n = 3 + random.nextInt(4); n > 0; n--) {
            variables = new ArrayList<>(function ? List.of("x") : List.of());
            String text = pick(STRINGS);
            out.append(name)
                    .append(function ? "(x) := " + text : " contains " + expression(1))
                    .append(" if {\n\t")
                    .append(chance(70) ? value + " == " + text : text + " == " + value)
                    .append('\n');
            for (int m = random.nextInt(2); m > 0; m--) {
                out.append('\t').append(literal(1)).append('\n');
            }
            out.append("}\n\n");
        }
        (function ? functions : rules).add(name);
        if (!function) {
            collections.add(name);
        }
    }

    private void partialObject(String r) {
        String key = variable();
        out.append(r)
                .append('[')
                .append(key)
                .append("] := [")
                .append(key)
                .append("] if {\n\tsome ")
                .append(key)
                .append(" in ")
                .append(source())
                .append('\n');
        variables.add(key);
        for (int i = random.nextInt(3); i > 0; i--) {
            out.append('\t').append(literal(1)).append('\n');
        }
        out.append("}\n\n");
        rules.add(r);
        collections.add(r);
    }

    private void tree(String r) {
        String key = variable();
        String member = variable();
        out.append(r)
                .append(".t[")
                .append(key)
                .append("] contains ")
                .append(member)
                .append(" if {\n\tsome ")
                .append(key)
                .append(", ")
                .append(member)
                .append(" in ")
                .append(source())
                .append("\n\tis_string(")
                .append(key)
                .append(")\n}\n\n");
        rules.add(r);
        collections.add(r);
    }

    private String variable() {
        return "v" + fresh++;
    }

    private String literal(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 6)) {
            case 0, 1 -> {
                String v = variable();
                String text = "some " + v + " in " + source();
                variables.add(v);
                yield text;
            }
            case 2 -> {
                String k = variable();
                String v = variable();
                String text = "some " + k + ", " + v + " in " + source();
                variables.add(k);
                variables.add(v);
                yield text;
            }
            case 3, 4 -> reference() + " " + pick(List.of("==", "!=", "<", "<=", ">", ">=")) + " " + expression(1);
            case 5, 6 -> {
                String v = variable();
                String text = v + " := " + expression(2);
                variables.add(v);
                yield text;
            }
            case 7 -> "not " + condition(depth - 1);
            case 8 -> every(depth - 1);
            case 9 -> expression(1) + " in " + source();
            case 10, 11 -> rules.isEmpty() ? condition(depth - 1) : assigned(pick(rules) + with());
            case 12 -> rules.isEmpty() ? condition(depth - 1) : "not " + pick(rules) + with();
            default -> condition(depth - 1);
        };
    }

    private String assigned(String value) {
        String v = variable();
        variables.add(v);
        return v + " := " + value;
    }

    private String every(int depth) {
        String v = variable();
        String domain = source();
        List<String> outer = variables;
        variables = new ArrayList<>(outer);
        variables.add(v);
        String text = "every " + v + " in " + domain + " { " + condition(depth) + " }";
        variables = outer;
        return text;
    }

    private String with() {
        StringBuilder text = new StringBuilder();
        if (chance(60)) {
            text.append(" with input")
                    .append(chance(80) ? "." + pick(List.of("a", "b", "c")) : "")
                    .append(" as ")
                    .append(expression(0));
        }
        if (chance(25)) {
            text.append(" with data.d.")
                    .append(name)
                    .append('.')
                    .append(pick(List.of("a", "b")))
                    .append(" as ")
                    .append(expression(0));
        }
        if (chance(15) && !functions.isEmpty()) {
            text.append(" with ").append(pick(functions)).append(" as ").append(value(0));
        }
        if (chance(10)) {
            text.append(" with count as ").append(random.nextInt(5));
        }
        return text.toString();
    }

    private String condition(int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "startswith(" + reference() + ", " + (chance(50) ? reference() : pick(STRINGS)) + ")";
            case 1 ->
                pick(List.of("is_number", "is_string", "is_array", "is_object", "is_null", "is_set")) + "("
                        + expression(1) + ")";
            case 2 -> reference();
            case 3 -> expression(depth) + " in " + source();
            default -> reference() + " " + pick(List.of("==", "!=", "<", ">=")) + " " + expression(1);
        };
    }

    private String reference() {
        StringBuilder text = new StringBuilder(chance(60) ? "input" : "data.d." + name);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            text.append(
                    switch (random.nextInt(8)) {
                        case 0 -> "[" + random.nextInt(3) + "]";
                        case 1 -> variables.isEmpty() ? ".a" : "[" + pick(variables) + "]";
                        case 2 -> "[\"é\"]";
                        default -> "." + pick(List.of("a", "b", "c", "d"));
                    });
        }
        return text.toString();
    }

    private String source() {
        int kind = random.nextInt(10);
        if (kind < 5) {
            return reference();
        }
        if (kind < 7 && !collections.isEmpty()) {
            return pick(collections);
        }
        if (kind == 7) {
            return "[" + expression(0) + ", " + expression(0) + "]";
        }
        if (kind == 8) {
            return set(expression(0), expression(0));
        }
        return variables.isEmpty() ? reference() : pick(variables);
    }

    /**
     * A set of two. Evaluating without a plan, OPA iterates over a set written with variables in the order of its source
     * text, and over all others in Rego's order; a union is never written so.
     */
    private static String set(String a, String b) {
        return isConstant(a) && isConstant(b) ? "{" + a + ", " + b + "}" : "({" + a + "} | {" + b + "})";
    }

    private static boolean isConstant(String expression) {
        return NUMBERS.contains(expression) || STRINGS.contains(expression);
    }

    private String expression(int depth) {
        int kind = random.nextInt(depth > 0 ? 16 : 6);
        if (kind < 2 && !variables.isEmpty()) {
            return pick(variables);
        }
        if (kind < 4) {
            return reference();
        }
        if (kind == 4) {
            return pick(NUMBERS);
        }
        if (kind == 5) {
            return pick(STRINGS);
        }
        String a = expression(depth - 1);
        String b = expression(depth - 1);
        return switch (kind) {
            case 6 -> "(" + reference() + pick(List.of(" + ", " - ", " * ", " / ", " % ")) + reference() + ")";
            case 7 -> "[" + a + ", " + b + "]";
            case 8 -> set(a, b);
            case 9 -> "{\"k\": " + a + ", \"l\": " + b + "}";
            case 10 -> comprehension(depth - 1);
            case 11 -> functions.isEmpty() ? a : pick(functions) + "(" + a + ")";
            case 12 ->
                "sprintf(\"%v|%d|%s|%.2f\", [" + reference() + ", " + reference() + ", " + reference() + ", "
                        + reference() + "])";
            case 13 -> rules.isEmpty() ? a : pick(rules);
            default -> call();
        };
    }

    private String comprehension(int depth) {
        String v = variable();
        String domain = source();
        List<String> outer = variables;
        variables = new ArrayList<>(outer);
        variables.add(v);
        String guard = chance(50) ? "; " + condition(depth) : "";
        String text = switch (random.nextInt(3)) {
            case 0 -> "[" + expression(depth) + " | some " + v + " in " + domain + guard + "]";
            case 1 -> "{" + expression(depth) + " | some " + v + " in " + domain + guard + "}";
            default -> "{" + v + ": [" + v + "] | some " + v + " in " + domain + guard + "}";
        };
        variables = outer;
        return text;
    }

    private String call() {
        String x = reference();
        String y = reference();
        String z = reference();
        return switch (random.nextInt(30)) {
            case 0 -> "count(" + x + ")";
            case 1 -> "sum(" + x + ")";
            case 2 -> "max(" + x + ")";
            case 3 -> "min(" + x + ")";
            case 4 -> "sort(" + x + ")";
            case 5 -> "upper(" + x + ")";
            case 6 -> "lower(" + x + ")";
            case 7 -> "object.get(" + x + ", " + y + ", " + z + ")";
            case 8 -> "array.concat(" + x + ", " + y + ")";
            case 9 -> "object.union(" + x + ", " + y + ")";
            case 10 -> "object.keys(" + x + ")";
            case 11 -> "json.marshal(" + x + ")";
            case 12 -> "format_int(" + x + ", 16)";
            case 13 -> "substring(" + x + ", 1, 2)";
            case 14 -> "split(" + x + ", \"X\")";
            case 15 -> "trim(" + x + ", \"ab\")";
            case 16 -> "abs(" + x + ")";
            case 17 -> "round(" + x + ")";
            case 18 -> "ceil(" + x + ")";
            case 19 -> "floor(" + x + ")";
            case 20 -> "type_name(" + x + ")";
            case 21 -> "to_number(" + x + ")";
            case 22 -> "product(" + x + ")";
            case 23 -> "array.slice(" + x + ", 0, 2)";
            case 24 -> "concat(\",\", " + x + ")";
            case 25 -> "replace(" + x + ", \"a\", " + y + ")";
            case 26 -> "indexof(" + x + ", \"b\")";
            case 27 -> "{p | walk(" + x + ", [p, _])}";
            case 28 -> "object.remove(" + x + ", [" + y + "])";
            default -> "regex.find_n(\"[a-z]\", " + x + ", -1)";
        };
    }
}
