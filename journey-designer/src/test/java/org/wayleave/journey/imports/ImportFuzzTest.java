package org.wayleave.journey.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.imports.foreign.ForeignJourney;

/** Broken and hostile files give a journey with its losses, or one line that says what is wrong; never anything else. */
class ImportFuzzTest {

    private static final int ROUNDS = 150;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "-1e-999",
            "99999999999999999999999999",
            "0.0000000000000000000001",
            "\"\"",
            "\"ExitNode\"",
            "\"\\u0000\\ud800\"",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "{\"id\":{\"id\":[]}}");

    static List<String> names() {
        return SourceFiles.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void mutatedFilesNeverCrash(String name) {
        String text = SourceFiles.text(name);
        int read = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            String mutated = mutate(text, new Random(seed), name.endsWith("bpmn"));
            try {
                ForeignJourney imported = JourneyImports.read(mutated, "retail");
                assertEquals(
                        imported.journey(), JourneyJson.read(JourneyJson.write(imported.journey())), "seed " + seed);
                read++;
            } catch (JourneyFormatException refused) {
                assertFalse(String.valueOf(refused.getMessage()).contains("\n"), "seed " + seed);
            }
        }
        assertTrue(read > ROUNDS / 10, name + ": " + read + " of " + ROUNDS + " were read");
    }

    private static String mutate(String text, Random random, boolean xml) {
        String mutated = text;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            mutated = switch (random.nextInt(xml ? 4 : 6)) {
                case 0 -> random.nextInt(4) == 0 ? mutated.substring(0, random.nextInt(mutated.length())) : mutated;
                case 1 -> cut(mutated, random);
                case 2 -> swapped(mutated, random, Pattern.compile("\"[^\"\\\\]{1,60}\""));
                case 3 ->
                    replaced(mutated, random, Pattern.compile("[0-9]+"), List.of("999999999999", "-7", "0", "1e400"));
                default ->
                    replaced(
                            mutated,
                            random,
                            Pattern.compile("(?<=: )(\"[^\"\\\\]*\"|[0-9.]+|true|false|null)"),
                            VALUES);
            };
        }
        return mutated;
    }

    private static String cut(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(0, from) + text.substring(Math.min(text.length(), from + random.nextInt(12)));
    }

    private static String swapped(String text, Random random, Pattern pattern) {
        List<int[]> places = places(text, pattern);
        if (places.size() < 2) {
            return text;
        }
        int[] one = places.get(random.nextInt(places.size()));
        int[] other = places.get(random.nextInt(places.size()));
        return text.substring(0, one[0]) + text.substring(other[0], other[1]) + text.substring(one[1]);
    }

    private static String replaced(String text, Random random, Pattern pattern, List<String> values) {
        List<int[]> places = places(text, pattern);
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + values.get(random.nextInt(values.size())) + text.substring(place[1]);
    }

    private static List<int[]> places(String text, Pattern pattern) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        return places;
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void hostileFilesAreRefusedInOneLine() {
        String head = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">";
        List<String> hostile = new ArrayList<>(List.of(
                "",
                " ",
                "{",
                "[",
                "null",
                "42",
                "<",
                "<a/>",
                "{\"activities\":[],\"triggers\":[],\"activities\":[]}",
                "{\"activities\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",\"triggers\":[]}",
                "{\"activities\":[],\"triggers\":[]} {}",
                "{\"activities\":[],\"triggers\":[" + "1".repeat(100) + "]}",
                "<!DOCTYPE d [<!ENTITY a \"b\">]>" + head + "<process id=\"&a;\"/></definitions>",
                "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">" + head + "</definitions>",
                head + "<process>&undefined;</process></definitions>",
                head + "<a>".repeat(3_000) + "</a>".repeat(3_000) + "</definitions>",
                "x".repeat(9 * 1024 * 1024)));
        StringBuilder many = new StringBuilder("{\"triggers\":[],\"activities\":[");
        for (int i = 0; i < 5_000; i++) {
            many.append(i == 0 ? "" : ",").append("{\"key\":\"").append(i).append("\",\"type\":\"REST\"}");
        }
        hostile.add(many.append("]}").toString());
        for (String text : hostile) {
            String message = "";
            try {
                JourneyImports.read(text, "retail");
            } catch (JourneyFormatException refused) {
                message = String.valueOf(refused.getMessage());
            }
            String begin = text.length() < 80 ? text : text.substring(0, 80);
            assertFalse(message.isEmpty(), begin);
            assertFalse(message.contains("\n"), begin);
            assertFalse(message.contains("root:"), begin);
        }
    }

    /** As many steps as an import takes, wildly connected: the layout must not run away. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void theLargestTangleIsImportedInTime() {
        Random random = new Random(7);
        StringBuilder nodes = new StringBuilder();
        for (int i = 0; i < 1_900; i++) {
            nodes.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"n")
                    .append(i)
                    .append(
                            "\",\"type\":\"SegmentSplitNode\",\"variant\":{\"type\":\"Boolean\",\"segment\":\"s\",\"trueChild\":\"n")
                    .append(random.nextInt(1_900))
                    .append("\",\"falseChild\":\"n")
                    .append(random.nextInt(1_900))
                    .append("\"}}");
        }
        ForeignJourney imported = JourneyImports.read(
                "{\"entryNode\":{\"type\":\"EntryNode\",\"segment\":\"s\",\"child\":\"n0\"},\"exitNode\":{},\"nodes\":["
                        + nodes + "]}",
                "retail");
        assertEquals(1_902, imported.journey().steps().size());
    }
}
