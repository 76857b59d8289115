package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/**
 * Random policies give what the real OPA gives, interpreted and compiled. {@code -Dwayleave.fuzz.seeds=N} and
 * {@code -Dwayleave.fuzz.from=S} run others and more; {@code -Dwayleave.fuzz.minutes=M} goes on from seed to seed for as
 * long as that. The first case that differs is printed as small as it could be made.
 */
class DifferentialTest {
    private static final int SEEDS = 2_000;
    private static final int BATCH = 250;
    private static final int ATTEMPTS = 300;

    private int compared;
    private int folders;

    @TempDir
    private Path temporary = Path.of("");

    /** A case and how an answer of ours differs from OPA's. */
    private record Difference(FuzzCase of, String how) {}

    @Test
    void randomPoliciesGiveWhatOpaGives() throws IOException, InterruptedException {
        Optional<Opa> found = Opa.find();
        if (found.isEmpty()) {
            System.out.println("[differential] SKIPPED: there is no OPA to compare with; name one in WAYLEAVE_OPA.");
        }
        assumeTrue(found.isPresent(), "there is no OPA to compare with");
        Opa opa = found.get();
        long from = Long.getLong("wayleave.fuzz.from", 1);
        long minutes = Long.getLong("wayleave.fuzz.minutes", 0);
        long seeds = minutes > 0 ? Long.MAX_VALUE - from : Long.getLong("wayleave.fuzz.seeds", SEEDS);
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        List<Difference> differences = new ArrayList<>();
        long start = from;
        while (start < from + seeds && differences.isEmpty() && (minutes == 0 || System.nanoTime() < end)) {
            long next = Math.min(start + BATCH, from + seeds);
            differences.addAll(differences(
                    opa,
                    LongStream.range(start, next).mapToObj(FuzzCase::ofSeed).toList()));
            start = next;
        }
        System.out.println("[differential] " + compared + " of " + (start - from)
                + " random policies compared with OPA, " + differences.size() + " differ.");
        if (!differences.isEmpty()) {
            String smallest = smallest(opa, differences.getFirst());
            System.out.println("[differential] " + smallest);
            assertEquals("", smallest, "first of " + differences.size() + " that differ");
        }
        assertTrue(compared > (start - from) / 2, "most random policies compile, " + compared);
    }

    private String smallest(Opa opa, Difference difference) {
        FuzzCase smallest = new Shrinker(smaller -> how(opa, smaller) != null, ATTEMPTS).shrink(difference.of());
        String how = how(opa, smallest);
        return "the smallest case, of seed " + difference.of().name().substring(1) + ":\n\n" + smallest.text() + "\n"
                + (how == null ? difference.how() : how);
    }

    /** How a case alone differs, null when it does not, or when OPA does not take it. */
    private @Nullable String how(Opa opa, FuzzCase alone) {
        try {
            List<Difference> found = differences(opa, List.of(alone));
            return found.isEmpty() ? null : found.getFirst().how();
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private List<Difference> differences(Opa opa, List<FuzzCase> cases) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temporary.resolve("f" + folders++));
        OpaAnswers.Given given = OpaAnswers.of(opa, folder, cases);
        List<Difference> differences = new ArrayList<>();
        if (given.answers().isEmpty()) {
            return differences;
        }
        for (Engine engine : Engine.values()) {
            Policy policy = Policy.load(given.bundle(), engine);
            assertEquals(engine, policy.engine());
            for (FuzzCase each : cases) {
                RegoObject answer = given.answers().get(each.name());
                String how = answer == null ? null : difference(policy, each, answer);
                if (how != null) {
                    differences.add(new Difference(each, engine + "\n" + how));
                }
            }
        }
        compared += given.answers().size();
        return differences;
    }

    private static @Nullable String difference(Policy policy, FuzzCase each, RegoObject answer) {
        RegoValue result = answer.get("result");
        // OPA writes an object's members in the order of their names as text; reading again sorts so.
        String wanted = result == null ? "error " + answer.get("error") : RegoJson.write(result);
        String got;
        boolean same;
        try {
            RegoValue own = policy.decide(each.entrypoint(), each.input());
            got = own == null ? "undefined" : RegoJson.write(RegoJson.parse(RegoJson.write(own)));
            same = got.equals(wanted);
        } catch (PolicyException e) {
            got = e.code().wireName() + " " + e.getMessage();
            same = result == null && wanted.contains(e.code().wireName());
        }
        return same ? null : "OPA  " + wanted + "\nhere " + got;
    }
}
