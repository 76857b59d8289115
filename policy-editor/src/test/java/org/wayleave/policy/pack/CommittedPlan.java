package org.wayleave.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wayleave.policy.opa.Compilation;
import org.wayleave.policy.opa.OpaCompiler;

/** Compares a plan that lies in the source tree with the one that OPA makes now, or renews it. */
public final class CommittedPlan {

    private CommittedPlan() {}

    /** Fails when the plan in the source tree differs; with {@code -Dwayleave.plans=write} writes it anew instead. */
    public static void check(OpaCompiler compiler, PolicyPack pack, Path committed) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        pack.sources().forEach(file -> files.put(file.name(), file.text()));
        Compilation made = compiler.compile(files, pack.entrypoints());
        if (!(made instanceof Compilation.Plan plan)) {
            throw new AssertionError("The pack does not compile: " + made);
        }
        if ("write".equals(System.getProperty("wayleave.plans"))) {
            Files.writeString(committed, plan.json() + "\n");
        }
        assertEquals(
                plan.json(),
                Files.readString(committed).strip(),
                committed + " is not what OPA makes of the Rego files; run the test again with -Dwayleave.plans=write");
    }
}
