package org.wayleave.engine.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wayleave.engine.Engine;
import org.wayleave.engine.builtin.Builtins;

/** OPA's own compliance suite at the pinned version, both of Rego's versions. */
public class ComplianceTest {
    public static final Path CASES = Path.of("target", "compliance", "cases.ndjson");

    /**
     * Functions the engine does not have: a policy that calls one is refused when it is loaded, with the name. A case
     * that names one of them and passes all the same fails the test.
     */
    public static final Map<String, String> ABSENT = new TreeMap<>(Map.ofEntries(
            Map.entry("http.send", "reaches outside the decision"),
            Map.entry("net.lookup_ip_addr", "reaches outside the decision"),
            Map.entry("opa.runtime", "reads OPA's environment"),
            Map.entry("graphql.", "a family that is refused"),
            Map.entry("providers.aws.", "a family that is refused"),
            Map.entry("rego.", "a family that is refused: it needs OPA's own parser"),
            Map.entry("test.sleep", "exists only in OPA's own tests")));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyCaseGivesWhatOpaGives(Engine engine) throws IOException {
        if (!Files.exists(CASES)) {
            System.out.println("[compliance] SKIPPED: there is no " + CASES + "; it is planned where there is a Go.");
        }
        assumeTrue(Files.exists(CASES), "the compliance cases are planned where there is a Go");
        List<ComplianceCase> cases = ComplianceCase.read(CASES);
        assertTrue(cases.size() >= 4_400, "the suite is whole");
        List<String> problems = new ArrayList<>();
        Map<String, Integer> absent = new TreeMap<>();
        int passed = 0;
        for (ComplianceCase each : cases) {
            String missing = each.calls().stream()
                    .flatMap(name -> ABSENT.keySet().stream().filter(name::startsWith))
                    .findFirst()
                    .orElse(null);
            if (missing != null) {
                absent.merge(missing, 1, Integer::sum);
                if (each.problem(ComplianceCase.policy(engine)) == null) {
                    problems.add(each.version() + " " + each.note() + ": passes, although it names " + missing);
                }
                continue;
            }
            String problem = each.problem(ComplianceCase.policy(engine));
            if (problem == null) {
                passed++;
            } else {
                problems.add(each.version() + " " + each.note() + ": " + problem);
            }
        }
        System.out.println("[compliance] " + engine + ": " + passed + " of " + cases.size()
                + " cases pass; the others name what the engine does not have: " + absent);
        Files.write(CASES.resolveSibling("problems-" + engine + ".txt"), problems);
        assertEquals(List.of(), problems.stream().limit(5).toList(), problems.size() + " cases give something else");
        assertEquals(ABSENT.keySet(), absent.keySet(), "exceptions that name no case");
    }

    @Test
    void whatIsListedAsAbsentIsAbsent() {
        Set<String> present = new Builtins().names();
        for (String absent : ABSENT.keySet()) {
            assertEquals(
                    List.of(),
                    present.stream().filter(n -> n.startsWith(absent)).toList(),
                    absent);
        }
    }
}
