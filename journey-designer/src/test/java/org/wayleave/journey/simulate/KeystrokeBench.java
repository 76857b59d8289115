package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wayleave.data.Recipe;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.batch.BatchPolicy;
import org.wayleave.engine.batch.BatchSchema;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.journey.decide.PolicyDecider;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.opa.Compilation;
import org.wayleave.policy.opa.OpaCompiler;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.pack.DecisionDocument;
import org.wayleave.policy.pack.PackFile;
import org.wayleave.policy.pack.PolicyPack;

/**
 * Measures from an edited text of the retail policy to batches that decide, for all actions at all steps of each sample
 * journey: OPA plans the files as the desktop has it plan them, the plan is loaded and compiled, and it is specialised to
 * each action. Arguments: rounds, after as many to warm up. Not a test.
 */
public final class KeystrokeBench {
    private static final int PEOPLE = 3_000;
    private static final int DAYS = 90;
    private static final String EDITED = "caps.rego";

    private KeystrokeBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        Recipe recipe = Recipe.bundled("retail");
        PolicyPack pack = PolicyPack.bundled("retail");
        String settings = PolicyPack.bundledSettings("retail");
        OpaCompiler compiler = new OpaCompiler(
                OpaExecutable.find().orElseThrow(() -> new IllegalStateException("There is no OPA to plan with.")));
        BatchSchema schema = DecisionDocument.batches();
        for (Journey journey : SampleJourneys.retail()) {
            SimulationPlan plan = SimulationPlan.of(journey, 1, recipe, pack, settings)
                    .withSize(PEOPLE, DAYS)
                    .withThreads(1);
            Set<RegoObject> actions = actions(plan, schema);
            RegoObject data = RegoObject.builder()
                    .put(
                            "wayleave",
                            RegoObject.builder()
                                    .put("catalogue", RegoJson.parse(plan.catalogueJson()))
                                    .put("settings", RegoJson.parse(settings))
                                    .build())
                    .build();
            List<double[]> measured = new ArrayList<>();
            for (int round = 0; round < 2 * rounds; round++) {
                double[] millis = round(pack, compiler, schema, data, actions, round);
                if (round >= rounds) {
                    measured.add(millis);
                }
            }
            System.out.println(journey.id() + ", " + actions.size() + " actions: " + said("all", measured, 3) + ", "
                    + said("opa build", measured, 0) + ", " + said("load and compile", measured, 1) + ", "
                    + said("specialise", measured, 2));
        }
    }

    /** What people's decisions at the steps of a journey share: each action with the parts of its context. */
    private static Set<RegoObject> actions(SimulationPlan plan, BatchSchema schema) {
        PolicyDecider decider = plan.decider(Engine.COMPILE);
        Set<RegoObject> actions = new LinkedHashSet<>();
        new Simulation(plan, document -> {
                    actions.add(schema.fixedParts(document));
                    return decider.decide(document);
                })
                .run();
        return actions;
    }

    /** Milliseconds that OPA, loading and specialising take, and all together. */
    private static double[] round(
            PolicyPack pack,
            OpaCompiler compiler,
            BatchSchema schema,
            RegoObject data,
            Set<RegoObject> actions,
            int edit) {
        Map<String, String> files = new LinkedHashMap<>();
        for (PackFile file : pack.sources()) {
            files.put(file.name(), file.text() + (file.name().equals(EDITED) ? "\nedited := " + edit + "\n" : ""));
        }
        long began = System.nanoTime();
        if (!(compiler.compile(files, pack.entrypoints()) instanceof Compilation.Plan planned)) {
            throw new IllegalStateException("OPA does not take the edited policy.");
        }
        long built = System.nanoTime();
        Policy policy = Policy.load(PolicyBundle.of(planned.json(), data));
        long loaded = System.nanoTime();
        for (RegoObject action : actions) {
            BatchPolicy batch = policy.batch(PolicyPack.SEND, schema, action);
            if (!batch.whyRowsLeft().isEmpty()) {
                throw new IllegalStateException("Columns do not decide: " + batch.whyRowsLeft());
            }
        }
        long ready = System.nanoTime();
        return new double[] {
            millis(built - began), millis(loaded - built), millis(ready - loaded), millis(ready - began)
        };
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static String said(String what, List<double[]> measured, int which) {
        double[] sorted = measured.stream().mapToDouble(m -> m[which]).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%s %.0f ms (%.0f to %.0f)",
                what,
                sorted[sorted.length / 2],
                Arrays.stream(sorted).min().orElse(0),
                sorted[sorted.length - 1]);
    }
}
