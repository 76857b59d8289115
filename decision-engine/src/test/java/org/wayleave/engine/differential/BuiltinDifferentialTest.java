package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.Capabilities;
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
     * What differs from call to call, is answered by the compiler, or is asked with arguments of its own among the
     * {@link org.wayleave.engine.differential.call families}.
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
            "net.cidr_merge",
            "json.match_schema");

    @Test
    void everyFunctionGivesWhatOpaGives(@TempDir Path folder) throws Exception {
        Optional<Opa> opa = Opa.find();
        assumeTrue(opa.isPresent(), "there is no OPA to compare with");
        List<OpaBuiltins.Call> calls =
                calls(Integer.getInteger("wayleave.fuzz.builtin", 10), Long.getLong("wayleave.fuzz.from", 1));
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
        System.out.println("[built-ins] " + calls.size() + " calls compared with OPA, " + defined + " defined, "
                + problems.size() + " differ.");
        assertEquals(List.of(), problems.stream().limit(10).toList(), problems.size() + " differ");
        assertTrue(defined > calls.size() / 2, "most calls give something: " + defined + " of " + calls.size());
    }

    private static List<OpaBuiltins.Call> calls(int times, long from) {
        List<OpaBuiltins.Call> calls = new ArrayList<>();
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
                calls.add(new OpaBuiltins.Call(
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
}
