package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.app.check.ExpectationTrial;
import org.wayleave.app.check.FindingsJson;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.workspace.json.CanonicalJson;

/** The JSON of {@code simulate} and {@code demo}; its fields are published. */
final class RunJson {
    private RunJson() {}

    /** One run. */
    static ObjectNode of(SimulationRun.Done done, String report) {
        RunResult result = done.result();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("run", done.run().id());
        document.put("state", done.run().state().wireName());
        document.put("journey", result.run().journey());
        document.put("journeyVersion", result.run().journeyVersion());
        figures(document, List.of(done), result.ledgerHash());
        document.put("report", report);
        return document;
    }

    /** Several runs over the same people: their sums, and each of them. */
    static ObjectNode of(List<SimulationRun.Done> runs, String report) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        StringBuilder hashes = new StringBuilder();
        runs.forEach(run -> hashes.append(run.result().ledgerHash()).append('\n'));
        figures(document, runs, CanonicalJson.hash(hashes.toString().getBytes(StandardCharsets.UTF_8)));
        document.put("report", report);
        var list = document.putArray("runs");
        runs.forEach(run -> list.add(of(run, report)));
        return document;
    }

    private static void figures(ObjectNode document, List<SimulationRun.Done> runs, String ledgerHash) {
        long decisions = 0;
        long evaluations = 0;
        long contacts = 0;
        double peak = 0;
        int sampled = 0;
        int mismatches = 0;
        String reason = "";
        Map<String, Long> byRule = new TreeMap<>();
        Map<String, Double> seconds = new TreeMap<>();
        for (SimulationRun.Done run : runs) {
            RunResult result = run.result();
            decisions += result.decisions();
            evaluations += result.evaluations();
            contacts += result.contacts();
            peak = Math.max(peak, result.peakMemoryMiB());
            result.byRule().forEach((rule, figures) -> byRule.merge(rule, figures.decisions(), Long::sum));
            result.seconds().forEach((phase, time) -> seconds.merge(phase, time, Double::sum));
            RunResult.Parity parity = result.parity();
            if (parity != null) {
                sampled += parity.sampled();
                mismatches += parity.mismatches();
                reason = parity.reason().isEmpty() ? reason : parity.reason();
            }
        }
        RunResult.Identity identity = runs.getFirst().result().run();
        document.put("simulated", true);
        document.put("people", runs.getFirst().result().people());
        document.put("days", identity.days());
        document.put("seed", identity.seed());
        document.put("recipe", identity.recipe());
        document.put("decisions", decisions);
        document.put("evaluations", evaluations);
        document.put("contacts", contacts);
        ObjectNode rules = document.putObject("byRule");
        byRule.forEach(rules::put);
        ObjectNode phases = document.putObject("seconds");
        seconds.forEach((phase, time) -> phases.put(phase, Math.round(time * 1000) / 1000.0));
        document.put("peakMemoryMiB", Math.round(peak * 10) / 10.0);
        ObjectNode parity = document.putObject("parity");
        parity.put("sampled", sampled);
        parity.put("mismatches", mismatches);
        parity.put("reason", reason);
        var expectations = document.putArray("expectations");
        for (SimulationRun.Done run : runs) {
            RunResult result = run.result();
            result.expectations()
                    .forEach(expectation -> expectations.add(FindingsJson.expectation(
                            new ExpectationTrial(result.run().journey(), result.people(), expectation, null))));
        }
        document.put("ledgerHash", ledgerHash);
    }
}
