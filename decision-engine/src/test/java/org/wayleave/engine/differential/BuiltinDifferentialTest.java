package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.Capabilities;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.builtin.PatternCache;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Every built-in function gives what the real OPA gives for random arguments, undefined included.
 * {@code -Dwayleave.fuzz.builtin=N} asks each N times, {@code -Dwayleave.fuzz.from=S} starts from another seed.
 */
class BuiltinDifferentialTest {
    /**
     * What differs from call to call or is answered by the compiler; and four that are compared by the compliance suite
     * only: {@code regex.globs_match} (OPA finds no common text of {@code a.*} and {@code a}), {@code net.cidr_merge}
     * (OPA merges networks of IPv4 and IPv6), {@code json.match_schema} (OPA's errors come in no order) and
     * {@code strings.replace_n} (an empty pattern splits characters into bytes).
     */
    private static final Set<String> LEFT_OUT = Set.of(
            "rand.intn",
            "time.now_ns",
            "uuid.rfc4122",
            "print",
            "internal.print",
            "internal.test_case",
            "trace",
            "internal.template_string",
            "internal.member_2",
            "internal.member_3",
            "rego.metadata.chain",
            "rego.metadata.rule",
            "assign",
            "eq",
            "walk",
            "regex.globs_match",
            "net.cidr_merge",
            "json.match_schema",
            "strings.replace_n");

    private record Call(String name, List<RegoValue> args) {}

    @Test
    void everyFunctionGivesWhatOpaGives(@TempDir Path folder) throws Exception {
        Optional<Opa> opa = Opa.find();
        assumeTrue(opa.isPresent(), "there is no OPA to compare with");
        List<Call> calls =
                calls(Integer.getInteger("wayleave.fuzz.builtin", 10), Long.getLong("wayleave.fuzz.from", 1));
        RegoObject wanted = answers(opa.get(), folder, calls);
        List<String> problems = new ArrayList<>();
        int defined = 0;
        for (int i = 0; i < calls.size(); i++) {
            RegoValue want = wanted.get("r" + i);
            defined += want == null ? 0 : 1;
            String expected = want == null ? "undefined" : RegoJson.write(want);
            String got = own(calls.get(i));
            if (!expected.equals(got)) {
                problems.add(calls.get(i).name() + calls.get(i).args() + "\nOPA  " + expected + "\nhere " + got);
            }
        }
        System.out.println("[built-ins] " + calls.size() + " calls compared with OPA, " + defined + " defined, "
                + problems.size() + " differ.");
        assertEquals(List.of(), problems.stream().limit(10).toList(), problems.size() + " differ");
        assertTrue(defined > calls.size() / 2, "most calls give something: " + defined + " of " + calls.size());
    }

    private static List<Call> calls(int times, long from) {
        List<Call> calls = new ArrayList<>();
        RegoObject document = (RegoObject) RegoJson.parse(Capabilities.json());
        for (RegoValue each : (RegoArray) Objects.requireNonNull(document.get("builtins"))) {
            RegoObject builtin = (RegoObject) each;
            String name = ((RegoString) Objects.requireNonNull(builtin.get("name"))).value();
            if (LEFT_OUT.contains(name)
                    || name.startsWith("io.jwt.encode")
                    || name.startsWith("crypto.x509.parse_and")) {
                continue;
            }
            for (long seed = from; seed < from + times; seed++) {
                List<RegoValue> args = new BuiltinGenerator(seed, name)
                        .arguments((RegoObject) Objects.requireNonNull(builtin.get("decl")));
                // Sets inside other values would be arrays in JSON.
                calls.add(new Call(
                        name, args.stream().map(BuiltinDifferentialTest::flat).toList()));
            }
        }
        return calls;
    }

    private static RegoValue flat(RegoValue value) {
        return value instanceof RegoSet set
                ? RegoSet.of(
                        (java.util.Collection<RegoValue>) ((RegoArray) RegoJson.parse(RegoJson.write(set))).toList())
                : RegoJson.parse(RegoJson.write(value));
    }

    /** Asks OPA for all calls in one process: one rule a call, sets made from arrays of the input. */
    private static RegoObject answers(Opa opa, Path folder, List<Call> calls) throws Exception {
        StringBuilder module = new StringBuilder("package q\n");
        List<RegoValue> inputs = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            List<String> args = new ArrayList<>();
            for (int k = 0; k < calls.get(i).args().size(); k++) {
                String path = "input[" + i + "][" + k + "]";
                args.add(calls.get(i).args().get(k) instanceof RegoSet ? "{x | x := " + path + "[_]}" : path);
            }
            module.append("\nr")
                    .append(i)
                    .append(" := ")
                    .append(calls.get(i).name())
                    .append('(');
            module.append(String.join(", ", args)).append(")\n");
            inputs.add(RegoArray.of(calls.get(i).args()));
        }
        Files.writeString(folder.resolve("q.rego"), module);
        Files.writeString(folder.resolve("input.json"), RegoJson.write(RegoArray.of(inputs)));
        Opa.Output output = opa.run(
                folder,
                List.of("eval", "--v0-compatible", "-d", "q.rego", "-i", "input.json", "--format", "raw", "data.q"));
        assertEquals(0, output.status(), output.out() + output.err());
        return (RegoObject) RegoJson.parse(output.out());
    }

    private static String own(Call call) {
        BuiltinContext.Surroundings surroundings =
                new BuiltinContext.Surroundings(InstantSource.system(), 1, line -> {}, new PatternCache());
        try {
            RegoValue value = new Builtins()
                    .find(call.name())
                    .call(
                            new BuiltinContext(surroundings, () -> {}),
                            call.args().toArray(RegoValue[]::new));
            return value == null ? "undefined" : RegoJson.write(RegoJson.parse(RegoJson.write(value)));
        } catch (BuiltinException e) {
            return "undefined";
        }
    }
}
