package org.wayleave.policy.parity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.opa.OpaEvaluator;
import org.wayleave.policy.opa.OpaException;
import org.wayleave.policy.opa.OpaSearch;
import org.wayleave.policy.pack.PolicyPack;

/**
 * Lets the real OPA make sampled decisions again, from the Rego files and not from the plan, and compares. All samples go to
 * OPA in one call, so 1,000 of them take about a second. Never call it on the FX thread.
 */
public final class ParityCheck {

    private static final int MOST_EXAMPLES = 10;

    private final OpaSearch opa;

    /** A check with the OPA that a search found, or found missing. */
    public ParityCheck(OpaSearch opa) {
        this.opa = opa;
    }

    /**
     * Makes each decision again.
     *
     * @param pack the policy that decided
     * @param catalogueJson the catalogue it decided with
     * @param settingsJson the settings it decided with
     * @param samples decisions by the pack's first entry point
     */
    public Parity check(PolicyPack pack, String catalogueJson, String settingsJson, List<DecisionSample> samples) {
        if (opa.executable().isEmpty()) {
            return Parity.notChecked("Parity with OPA was not checked. " + opa.explanation());
        }
        Map<String, String> files = new LinkedHashMap<>();
        pack.sources().forEach(file -> files.put(file.name(), file.text()));
        String data = "{\"wayleave\":{\"catalogue\":" + catalogueJson + ",\"settings\":" + settingsJson + "}}";
        Map<Integer, RegoValue> answers;
        try {
            answers = new OpaEvaluator(opa.executable().get())
                    .decide(
                            files,
                            data,
                            pack.entrypoints().getFirst(),
                            samples.stream().map(DecisionSample::inputJson).toList());
        } catch (OpaException e) {
            return Parity.notChecked("Parity with OPA was not checked: " + e.getMessage() + ".");
        }
        int mismatches = 0;
        List<Parity.Mismatch> examples = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            RegoValue answer = answers.get(i);
            RegoValue recorded = RegoJson.parse(samples.get(i).resultJson());
            if (!recorded.equals(answer)) {
                mismatches++;
                if (examples.size() < MOST_EXAMPLES) {
                    examples.add(new Parity.Mismatch(
                            i, RegoJson.write(recorded), answer == null ? "undefined" : RegoJson.write(answer)));
                }
            }
        }
        return new Parity(
                samples.size(),
                mismatches,
                Parity.Status.CHECKED,
                "Compared with " + opa.explanation() + ".",
                examples);
    }
}
