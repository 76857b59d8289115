package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.engine.differential.call.CallFamily;
import org.wayleave.engine.differential.call.Choices;

/**
 * Families of built-in functions give what the real OPA gives for arguments made to reach their corners.
 * {@code -Dwayleave.fuzz.family=N} asks each function N times, {@code -Dwayleave.fuzz.from=S} starts from another seed.
 */
class FamilyDifferentialTest {
    static List<CallFamily> families() {
        String only = System.getProperty("wayleave.fuzz.only", "");
        return CallFamily.all().stream()
                .filter(family -> family.getClass().getSimpleName().startsWith(only))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFunctionOfAFamilyGivesWhatOpaGives(CallFamily family, @TempDir Path folder) throws Exception {
        Optional<Opa> opa = Opa.find();
        assumeTrue(opa.isPresent(), "there is no OPA to compare with");
        int times = Integer.getInteger("wayleave.fuzz.family", 40);
        long from = Long.getLong("wayleave.fuzz.from", 1);
        List<OpaBuiltins.Call> calls = new ArrayList<>();
        for (String function : family.functions()) {
            for (long seed = from; seed < from + times; seed++) {
                Choices choices = new Choices(seed * 31 + function.hashCode());
                calls.add(new OpaBuiltins.Call(function, family.arguments(function, choices)));
            }
        }
        calls.removeIf(call -> call.name().contains("schema") && OpaBuiltins.CIRCLE.equals(OpaBuiltins.own(call)));
        List<@Nullable String> wanted = OpaBuiltins.opas(opa.get(), folder, calls);
        List<String> problems = new ArrayList<>();
        int defined = 0;
        for (int i = 0; i < calls.size(); i++) {
            defined += wanted.get(i) == null ? 0 : 1;
            String got = OpaBuiltins.own(calls.get(i));
            if (!Objects.equals(wanted.get(i), got)) {
                problems.add(calls.get(i).name() + calls.get(i).args() + "\nOPA  " + wanted.get(i) + "\nhere " + got);
            }
        }
        System.out.println("[" + family.getClass().getSimpleName() + "] " + calls.size() + " calls compared with OPA, "
                + defined + " defined, " + problems.size() + " differ.");
        problems.stream()
                .limit(Integer.getInteger("wayleave.fuzz.show", 10))
                .map(FamilyDifferentialTest::visible)
                .forEach(System.out::println);
        assertEquals(0, problems.size(), "see the first of them above");
        assertTrue(defined * 5 >= calls.size(), "enough calls give something: " + defined + " of " + calls.size());
    }

    /** Characters beyond ASCII as escapes, so that those of no width show. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if (c == '\n' || (c >= ' ' && c < 0x7F)) {
                out.append((char) c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return out.toString();
    }
}
