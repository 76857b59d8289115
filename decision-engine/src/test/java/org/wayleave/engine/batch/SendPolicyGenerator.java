package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random policies that answer {@code { allow, deny, consent }} about decision documents. */
final class SendPolicyGenerator {
    static final List<String> BANDS =
            List.of("under-16", "16-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65-plus");
    static final List<String> COUNTRIES = List.of("DE", "FR", "se", "", "D\\u00e4nemark", "\\ud83d\\ude00");
    static final List<String> FLAGS = List.of("suppressed", "vulnerable", "employee", "vip", "deceased");
    static final List<String> STATES = List.of("granted", "denied", "unknown", "expired");
    static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "5", "2.5", "-1", "9007199254740992", "1e3", "0.1", "12.1");

    /** The data of all policies. */
    static final String DATA = """
        {"cfg": {"flags": {"suppressed": {"level": 2, "exempt": ["service"]}, "vulnerable": {"level": 1},
          "vip": {"level": 0, "exempt": []}},
         "caps": {"18-24": 2, "25-34": 3, "under-16": 0, "65-plus": 2.5},
         "blocked": ["suppressed", "deceased"], "hours": {"start": 21, "end": 8},
         "table": {"a": 1, "b": 2, "c": 3}, "need": {"email": true, "web": false}}}
        """;

    private final SplittableRandom random;
    private final String name;
    private final List<String> rules = new ArrayList<>();
    private int helpers;
    private int variables;

    SendPolicyGenerator(long seed) {
        this.random = new SplittableRandom(seed);
        this.name = "n" + seed;
    }

    String name() {
        return name;
    }

    /** The text of the policy's module, in package {@code bz.<name>}. */
    String module() {
        int denials = 2 + random.nextInt(5);
        for (int i = 0; i < denials; i++) {
            denial(i);
        }
        rules.add("weakest := \"denied\" if {" + body(1) + "\n} else := \"expired\" if {" + body(1) + "\n} else := \""
                + pick(STATES) + "\"");
        String consent = random.nextInt(5) == 0
                ? "object.get(input, [\"person\", \"consent\", \"channel\", input.action.channel, \"state\"],"
                        + " \"unknown\")"
                : "weakest";
        rules.add("send := {\"allow\": count(deny) == 0, \"deny\": deny, \"consent\": " + consent + "}");
        return "package bz." + name + "\n\n" + String.join("\n\n", rules) + "\n";
    }

    private void denial(int i) {
        String rule = "rule-" + i;
        switch (random.nextInt(5)) {
            case 0 ->
                rules.add("deny contains {\"rule\": \"" + rule
                        + "\", \"reason\": r} if {\n"
                        + "\tsome flag in input.person.flags\n"
                        + "\tentry := data.cfg.flags[flag]\n"
                        + "\tnot input.action.purpose in object.get(entry, \"exempt\", [])"
                        + body(random.nextInt(2)) + "\n\tr := sprintf(\"%s is %v\", [flag, entry.level])\n}");
            case 1 ->
                rules.add("deny contains {\"rule\": \"" + rule + "\", \"reason\": r} if {" + body(2) + "\n\tr := "
                        + reason() + "\n}");
            default ->
                rules.add("deny contains {\"rule\": \"" + rule + "\", \"reason\": \"because\"} if {"
                        + body(1 + random.nextInt(3)) + "\n}");
        }
    }

    private String reason() {
        return switch (random.nextInt(4)) {
            case 0 -> "sprintf(\"%v of %v\", [input.person.contacts.day, input.person.country])";
            case 1 -> "concat(\" \", [lower(input.person.country), \"x\"])";
            case 2 -> "sprintf(\"since %s\", [substring(input.person.consent.channel.email.time, 0, 10)])";
            default -> "sprintf(\"%v\", [object.get(input.person.features, \"score\", 0)])";
        };
    }

    private String body(int conditions) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < conditions; i++) {
            body.append("\n\t").append(condition(2));
        }
        return body.toString();
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 33 : 24)) {
            case 0 -> "input.person.ageBand in " + set(BANDS);
            case 1 -> "input.person.country " + equality() + " " + quoted(COUNTRIES);
            case 2, 3 -> number() + " " + comparison() + " " + pick(NUMBERS);
            case 4 -> number() + " " + comparison() + " " + number();
            case 5 ->
                number() + " " + pick(List.of("+", "-", "*")) + " " + number() + " " + comparison() + " "
                        + pick(NUMBERS);
            case 6 -> "input.person.consent.channel[input.action.channel].state " + equality() + " " + quoted(STATES);
            case 7 ->
                "object.get(input, [\"person\", \"consent\", \"purpose\", \"marketing\", \"state\"], \"unknown\") "
                        + equality() + " " + quoted(STATES);
            case 8 -> quoted(FLAGS) + " in input.person.flags";
            case 9 -> walk(depth);
            case 10 ->
                "every f" + ++variables + " in input.person.flags { f" + variables + " != " + quoted(FLAGS) + " }";
            case 11 ->
                "count({g | some g in input.person.flags; g in " + set(FLAGS) + "}) "
                        + pick(List.of("> 0", "== 0", ">= 1", "< 1", ">= 2", "!= 1"));
            case 12 -> "input.context.localHour " + comparison() + " " + pick(List.of("8", "21", "data.cfg.hours.end"));
            case 13 -> "input.person.dataAge.orders " + comparison() + " " + pick(NUMBERS);
            case 14 ->
                "time.parse_rfc3339_ns(input.context.time) - time.parse_rfc3339_ns("
                        + "input.person.consent.channel.email.time) " + comparison() + " 86400000000000 * "
                        + pick(List.of("1", "30", "365"));
            case 15 ->
                pick(List.of(
                        "is_number(input.person.contacts.week)",
                        "is_string(object.get(input.person, \"country\", 7))",
                        "type_name(input.person.flags) == \"array\"",
                        "is_null(object.get(input.person.contacts.topicWeek, \"news\", null))",
                        "input.action.creative.sensitive",
                        "input.action.model.id == \"m\"",
                        "input.person.nowhere",
                        "input.person.flags",
                        "input.person.consent.channel.email",
                        "data.cfg.need[input.action.channel]"));
            case 16 -> "data.cfg.caps[input.person.ageBand] " + comparison() + " input.person.contacts.week";
            case 17 -> "[input.person.country, " + number() + "] " + equality() + " [" + quoted(COUNTRIES) + ", 2]";
            case 18 -> "{input.person.country, \"FR\"} " + equality() + " {\"FR\"}";
            case 19 ->
                pick(List.of(
                        "startswith(input.person.country, \"D\")",
                        "lower(input.person.country) == \"de\"",
                        "input.person.country < \"FR\"",
                        "count(input.person.flags) > 1",
                        "input.person.flags[0] == \"vip\"",
                        "input.person.flags[_] == \"vip\"",
                        "input.person.features.score > 0.5",
                        "input.person.features.lapsed == true",
                        "count(input.person.contacts) > 2",
                        "time.now_ns() > 0"));
            case 20 ->
                random.nextInt(3) > 0
                        ? map()
                        : "some k" + ++variables + ", v" + variables + " in input.person.consent.purpose\n\tv"
                                + variables + ".state == " + quoted(STATES);
            case 21 ->
                "s" + ++variables + " := input.person.contacts\n\ts" + variables + ".day " + comparison() + " s"
                        + variables + ".week";
            case 22 ->
                "some n" + ++variables + " in data.cfg.table\n\tn" + variables + " " + comparison() + " " + number();
            case 23 -> "some band in " + set(BANDS) + "\n\tband == input.person.ageBand";
            case 24, 25 -> negated(depth - 1);
            case 26 -> helper(depth - 1);
            case 27 -> choice(depth - 1);
            case 28 -> function(depth - 1);
            case 29 -> table(depth - 1);
            case 30 -> map();
            case 31 -> replaced();
            default -> random.nextInt(3) > 0 ? negated(depth - 1) : replaced();
        };
    }

    /** About an object whose keys only the row knows, bounded or not. */
    private String map() {
        String k = "k" + ++variables;
        String v = "v" + variables;
        String consents = "input.person.consent." + pick(List.of("channel", "purpose", "category"));
        return switch (random.nextInt(11)) {
            case 0 ->
                "every " + k + ", " + v + " in " + consents + " {\n\t\t" + k + " != \"sms\"\n\t\t" + v + ".state "
                        + equality() + " " + quoted(STATES) + "\n\t}";
            case 1 ->
                "count({" + k + " | some " + k + ", " + v + " in " + consents + "; " + v + ".state " + equality() + " "
                        + quoted(STATES) + "}) " + comparison() + " " + pick(List.of("0", "1", "2"));
            case 2 ->
                "count([1 | some " + v + " in " + consents + "; " + v + ".state == " + quoted(STATES) + "]) "
                        + comparison() + " " + pick(List.of("0", "1", "2"));
            case 3 -> "count(" + consents + ") " + comparison() + " " + pick(List.of("0", "1", "2"));
            case 4 -> "some " + v + " in input.person.contacts.topicWeek\n\t" + v + " " + comparison() + " " + number();
            case 5 -> "2 in input.person.contacts.topicWeek";
            case 6 -> "input.person.contacts.topicWeek[lower(input.person.country)] " + comparison() + " 1";
            case 7 ->
                "some " + k + ", " + v + " in input.person.features\n\t" + v + " " + comparison() + " 0.5\n\t" + k
                        + " != \"lapsed\"";
            case 8 ->
                "sum([" + v + " | some " + v + " in input.person.contacts.topicWeek]) " + comparison() + " "
                        + pick(NUMBERS);
            case 9 ->
                "{" + k + " | some " + k + ", " + v + " in " + consents + "; " + v + ".state == \"granted\"} "
                        + equality() + " {\"marketing\"}";
            default ->
                "some " + k + ", " + v + " in {p: s.state | some p, s in " + consents + "}\n\t" + v + " == "
                        + quoted(STATES) + "\n\t" + k + " in {\"email\", \"marketing\"}";
        };
    }

    private String walk(int depth) {
        String flag = "w" + ++variables;
        String more = random.nextBoolean() || depth == 0 ? "" : "\n\t" + condition(depth - 1);
        return "some " + flag + " in input.person.flags\n\t"
                + pick(List.of(
                        flag + " in data.cfg.blocked",
                        "data.cfg.flags[" + flag + "].level > 0",
                        flag + " != \"vip\"",
                        "not " + flag + " in data.cfg.blocked"))
                + more;
    }

    private String helper(int depth) {
        String helper = "h" + ++helpers;
        String otherwise = random.nextBoolean() ? "default " + helper + " := false\n\n" : "";
        rules.add(otherwise + helper + " if {\n\t" + condition(depth) + "\n}");
        if (random.nextBoolean()) {
            rules.add(helper + " if {\n\t" + condition(depth) + "\n}");
        }
        return helper;
    }

    /** A rule never negates a part with variables of its own, so what is negated is a rule. */
    private String negated(int depth) {
        return "not " + helper(depth);
    }

    private String choice(int depth) {
        String rule = "c" + ++helpers;
        if (random.nextInt(4) == 0) {
            rules.add(rule + " := \"x\" if {\n\t" + condition(depth) + "\n}\n\n" + rule + " := \"y\" if {\n\t"
                    + condition(depth) + "\n}");
        } else {
            rules.add(rule + " := \"x\" if {\n\t" + condition(depth) + "\n} else := \"y\" if {\n\t" + condition(depth)
                    + "\n} else := input.person.country");
        }
        return rule + " " + equality() + " " + pick(List.of("\"x\"", "\"y\"", "\"DE\""));
    }

    private String function(int depth) {
        String function = "fn" + ++helpers;
        rules.add(function + "(a, b) := b if {\n\ta == " + quoted(COUNTRIES) + "\n\t" + condition(depth)
                + "\n} else := a\n\n" + function + "x(a) if a in " + set(BANDS));
        return random.nextBoolean()
                ? function + "(input.person.country, " + quoted(FLAGS) + ") in " + set(FLAGS)
                : function + "x(input.person.ageBand)";
    }

    private String table(int depth) {
        String table = "t" + ++helpers;
        rules.add(table + "[key] := value if {\n\tsome key, value in data.cfg.table\n\t" + condition(depth)
                + "\n\tvalue " + comparison() + " " + number() + "\n}");
        return pick(List.of(table + ".a == 1", "count(" + table + ") > 1", table + ".b", "3 in " + table));
    }

    private String replaced() {
        String helper = helper(0);
        return helper
                + pick(List.of(
                        " with input as {\"person\": {\"country\": \"DE\", \"flags\": [\"vip\"]}}",
                        " with data.cfg.blocked as [\"vip\"]",
                        " with input.person.country as \"FR\"",
                        " with input.person.country as input.person.ageBand",
                        " with input.person.consent.purpose.marketing.state as " + quoted(STATES),
                        " with input.person.consent.channel as {\"web\": {\"state\": \"denied\"}}",
                        " with input.person.contacts as object.get(input, [\"person\", \"contacts\", \"topicWeek\"],"
                                + " {})",
                        " with input.person.features.score as input.person.contacts.day",
                        " with input.person.country.name as 1",
                        " with input.person.surplus.more as true"));
    }

    private String number() {
        return switch (random.nextInt(6)) {
            case 0 -> "input.person.contacts.week";
            case 1 -> "object.get(input.person.contacts.topicWeek, \"offers\", 0)";
            case 2 -> "object.get(input.person.contacts.topicWeek, input.action.topic, 1)";
            case 3 -> "input.person.contacts.topicWeek.news";
            case 4 -> "input.context.localHour";
            default -> "input.person.contacts.day";
        };
    }

    private String set(List<String> of) {
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            members.add(quoted(of));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private String comparison() {
        return pick(List.of("<", "<=", ">", ">=", "==", "!="));
    }

    private String equality() {
        return pick(List.of("==", "!="));
    }

    private String quoted(List<String> of) {
        return "\"" + pick(of) + "\"";
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
