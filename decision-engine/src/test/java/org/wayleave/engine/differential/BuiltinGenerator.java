package org.wayleave.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Arguments for a built-in function, by what it declares to take and, for some families, by what they are about. */
final class BuiltinGenerator {
    private static final List<String> STRINGS = List.of(
            "",
            "a",
            "abc",
            "ABC",
            "hello world",
            "a.b.c",
            "a/b/c",
            "h\u00e9llo",
            "\uD83D\uDE00x",
            "\n",
            "  x ",
            "a,b,c",
            "abab",
            "\u00df",
            "10",
            "-5",
            "1.5",
            "0x1F",
            "true",
            "null",
            "[1,2]",
            "{\"a\":1}",
            "a=b&c=d",
            "'q'",
            "\"q\"",
            "a\\b",
            "[a-z]+",
            "a*");

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "5",
            "-7",
            "1.5",
            "-2.5",
            "0.1",
            "100",
            "255",
            "1e3",
            "1e-7",
            "9007199254740993",
            "9223372036854775808",
            "12345678901234567890123",
            "1.0",
            "3.999999");

    /** Texts by the start of the functions' names. */
    private static final Map<String, List<String>> TEXTS = Map.ofEntries(
            Map.entry(
                    "regex.",
                    List.of("a", "^a", "a|b", "[a-z]+", "(a)(b)?", "(?i)abc", "\\d+", ".*", "(", "b*", "abab")),
            Map.entry(
                    "glob.", List.of("a*", "*", "**", "a.b.*", "*.c", "a?c", "[a-c]", "[!a]", "{a,b}", "a.b.c", "abc")),
            Map.entry(
                    "time.parse_duration", List.of("1h", "1.5h", "-2m", "1h2m3s", "100ms", "1us", "5ns", "x", "", "1")),
            Map.entry(
                    "time.",
                    List.of("2020-01-01T00:00:00Z", "2021-02-29T00:00:00Z", "2020-12-31T23:59:59.5+05:30", "")),
            Map.entry(
                    "net.cidr",
                    List.of("10.0.0.0/29", "10.1.2.0/30", "192.168.1.0/28", "10.0.0.0/33", "1.2.3.4/32", "x")),
            Map.entry(
                    "semver.",
                    List.of("1.2.3", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0+b", "v1.2.3", "1.2", "01.2.3", "")),
            Map.entry(
                    "units.",
                    List.of("1", "1k", "1Ki", "1.5M", "1MB", "10m", "1KiB", "1e3", "1 K", "\"1K\"", "x", "-5Gi")),
            Map.entry("base64", List.of("", "YQ==", "YWI=", "YWJj", "YQ", "Y Q==", "//8=", "@@@@")),
            Map.entry("hex.", List.of("", "61", "6", "zz", "DEADbeef")),
            Map.entry("json.unmarshal", List.of("1", "{}", "[1,2]", "1 2", "", "{", "nul", "[1,]", "-0", "1.0")),
            Map.entry("json.is_valid", List.of("1", "{}", "[1,2]", "1 2", "", "{", "nul", "[1,]", "{\"a\":1,\"a\":2}")),
            Map.entry(
                    "json.match_schema", List.of("1", "{\"a\":1}", "[]", "{\"type\":\"object\"}", "{\"type\":\"x\"}")),
            Map.entry(
                    "json.verify_schema",
                    List.of("true", "{\"type\":\"object\"}", "{\"type\":\"x\"}", "{\"minLength\":-1}")),
            Map.entry(
                    "sprintf",
                    List.of("%d", "%s", "%v", "%5d|%-5s|", "%x", "%q", "%.2f", "%[2]d %[1]d", "%%", "%z", "%")),
            Map.entry("uri.", List.of("http://a/b?c=d#e", "//x", "a:b", "mailto:a@b", "%zz", "http://[::1]:80/", "")),
            Map.entry("uuid.", List.of("123e4567-e89b-12d3-a456-426614174000", "x", "")),
            Map.entry("yaml.", List.of("a: 1", "- x", "{a: [1, 2]}", "a: {", "on: off", "a: 0o17", "? x")),
            Map.entry("io.jwt.", List.of("a.b.c", "eyJhbGciOiJIUzI1NiJ9.e30.x", "eyJhbGciOiJub25lIn0.e30.", "", "a.b")),
            Map.entry(
                    "strings.render_template",
                    List.of("{{.a}}", "{{range .b}}{{.}}{{end}}", "{{len .c}}", "{{if .a}}x{{end}}")));

    private final SplittableRandom random;
    private final String name;

    BuiltinGenerator(long seed, String name) {
        this.random = new SplittableRandom(seed * 31 + name.hashCode());
        this.name = name;
    }

    /** Arguments of the declared types; now and then of another one. */
    List<RegoValue> arguments(RegoObject declaration) {
        List<RegoValue> result = new ArrayList<>();
        if (declaration.get("args") instanceof RegoArray types) {
            for (RegoValue type : types) {
                result.add(random.nextInt(25) == 0 ? any(1) : value((RegoObject) type, 2));
            }
        }
        return result;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private RegoValue value(RegoObject type, int depth) {
        String kind = ((RegoString) Objects.requireNonNull(type.get("type"))).value();
        return switch (kind) {
            case "string" -> RegoString.of(text());
            case "number" -> number();
            case "boolean" -> RegoJson.parse(pick(List.of("true", "false")));
            case "null" -> RegoJson.parse("null");
            case "array" -> array(type, depth);
            case "set" -> RegoSet.of(many(type.get("of"), depth));
            case "object" -> object(type, depth);
            default ->
                type.get("of") instanceof RegoArray choices
                        ? value((RegoObject) pick(choices.toList()), depth)
                        : any(depth);
        };
    }

    private String text() {
        if (random.nextInt(5) > 0) {
            String longest = TEXTS.keySet().stream()
                    .filter(name::startsWith)
                    .max(java.util.Comparator.comparingInt(String::length))
                    .orElse("");
            if (!longest.isEmpty()) {
                return pick(Objects.requireNonNull(TEXTS.get(longest)));
            }
        }
        return pick(STRINGS);
    }

    private RegoValue number() {
        if (name.startsWith("time.")) {
            return RegoJson.parse(pick(List.of("0", "1577836800000000000", "-1", "951782400123456789", "1.5")));
        }
        boolean small = name.startsWith("numbers.range") || name.startsWith("bits.") || name.equals("array.slice");
        return RegoJson.parse(small ? pick(List.of("0", "1", "2", "5", "-3", "10", "1.0", "2.5")) : pick(NUMBERS));
    }

    private RegoValue array(RegoObject type, int depth) {
        if (type.get("static") instanceof RegoArray parts && parts.size() > 0) {
            return RegoArray.of(parts.toList().stream()
                    .map(part -> value((RegoObject) part, depth - 1))
                    .toList());
        }
        return RegoArray.of(many(type.get("dynamic"), depth));
    }

    private List<RegoValue> many(@org.jspecify.annotations.Nullable RegoValue type, int depth) {
        List<RegoValue> result = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            result.add(type instanceof RegoObject t ? value(t, depth - 1) : any(depth - 1));
        }
        return result;
    }

    private RegoValue object(RegoObject type, int depth) {
        RegoObject.Builder result = RegoObject.builder();
        RegoValue of = type.get("dynamic") instanceof RegoObject d ? d.get("value") : null;
        for (int n = random.nextInt(4); n > 0; n--) {
            String key = pick(List.of("a", "b", "c", "d"));
            result.put(key, of instanceof RegoObject t ? value(t, depth - 1) : any(depth - 1));
        }
        return result.build();
    }

    private RegoValue any(int depth) {
        int kind = random.nextInt(10);
        if (depth > 0 && kind > 7) {
            return RegoArray.of(many(null, depth));
        }
        if (depth > 0 && kind > 5) {
            return object(RegoObject.EMPTY, depth);
        }
        return switch (kind % 3) {
            case 0 -> RegoString.of(text());
            case 1 -> number();
            default -> RegoJson.parse(pick(List.of("true", "false", "null")));
        };
    }
}
