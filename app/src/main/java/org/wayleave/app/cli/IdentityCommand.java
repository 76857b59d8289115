package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.data.identity.IdentityEvaluation;
import org.wayleave.data.identity.IdentityRules;
import org.wayleave.data.identity.IdentityRulesException;
import org.wayleave.data.identity.IdentityRulesReader;
import org.wayleave.data.identity.IdentityScene;
import org.wayleave.data.identity.RatioInterval;
import org.wayleave.data.identity.Resolution;
import org.wayleave.data.identity.Resolver;
import org.wayleave.data.identity.SceneSettings;
import org.wayleave.data.identity.Verdict;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave identity}: resolves simulated identifiers and compares the clusters with the truth. */
@Command(
        name = "identity",
        description =
                "Resolve the identifiers of simulated people into clusters, and say how they agree with the truth.",
        mixinStandardHelpOptions = true)
final class IdentityCommand implements Callable<Integer> {
    private static final long MOST_RULES_BYTES = 1024 * 1024;

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Number of people, 1 to 1,000,000; ${DEFAULT-VALUE}.")
    private int people = 20_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the people; that of the newest run, or 1 before the first run.")
    private @Nullable Long seed;

    @Option(names = "--rules", paramLabel = "F.json", description = "Rules to apply instead of those of the program.")
    private @Nullable Path rules;

    IdentityCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (people < 1 || people > 1_000_000) {
            throw new CommandFailure("--people must be 1 to 1,000,000, is " + people + ".");
        }
        IdentityRules applied = rules();
        long chosen;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            chosen = seed != null
                    ? seed
                    : workspace.runs().list().stream()
                            .findFirst()
                            .map(run -> run.request().seed())
                            .orElse(1L);
        }
        long began = System.nanoTime();
        IdentityScene scene = IdentityScene.of(SceneSettings.bundled(), chosen, SimulationPlan.DEFAULT_START, people);
        long made = System.nanoTime();
        Resolution resolution = new Resolver(applied).resolve(scene.events(), scene.asOf());
        double seconds = (System.nanoTime() - made) / 1e9;
        IdentityEvaluation found = IdentityEvaluation.of(scene, resolution);
        if (output.json()) {
            output.print(terminal, json(chosen, scene, resolution, found));
        } else {
            print(chosen, scene, resolution, found);
            terminal.err()
                    .println(String.format(
                            Locale.ROOT, "made in %.1f s, resolved in %.1f s", (made - began) / 1e9, seconds));
        }
        return Exit.FINE;
    }

    private IdentityRules rules() throws IOException {
        if (rules == null) {
            return IdentityRules.bundled();
        }
        if (!Files.isRegularFile(rules) || Files.size(rules) > MOST_RULES_BYTES) {
            throw new CommandFailure("--rules names " + rules + ", which is no file of at most 1 MiB.");
        }
        try {
            return IdentityRulesReader.read(Files.readString(rules));
        } catch (IdentityRulesException e) {
            throw new CommandFailure(rules + ": " + e.getMessage() + ".", e);
        }
    }

    private void print(long chosen, IdentityScene scene, Resolution resolution, IdentityEvaluation found) {
        line("Simulated: " + Figures.count(scene.people()) + " people, seed " + chosen + ", "
                + Figures.count(scene.events().size()) + " events; "
                + resolution.rules().reference());
        line("  identifiers       " + Figures.count(found.identifiers()) + " in " + Figures.count(found.clusters())
                + " clusters");
        line("  pairs right       " + words(found.precision()));
        line("  pairs found       " + words(found.recall()));
        line("  B3 precision      " + words(found.bCubedPrecision()));
        line("  B3 recall         " + words(found.bCubedRecall()));
        line("  people whole      " + Figures.count(found.whole()) + " of " + Figures.count(found.people()));
        line("  mixed clusters    " + Figures.count(found.mixed()));
        line("  shared kept apart " + Figures.count(found.sharedKept()) + " of " + Figures.count(found.shared()));
        line("Pairs");
        for (Verdict verdict : Verdict.values()) {
            line(String.format(Locale.ROOT, "  %-17s %s", verdict.wire(), Figures.count(resolution.count(verdict))));
        }
    }

    private static String words(RatioInterval ratio) {
        return String.format(
                Locale.ROOT, "%.4f (95 %% interval %.4f to %.4f)", ratio.value(), ratio.low(), ratio.high());
    }

    private void line(String text) {
        terminal.out().println(text);
    }

    private static ObjectNode json(long seed, IdentityScene scene, Resolution resolution, IdentityEvaluation found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("simulated", true)
                .put("people", scene.people())
                .put("seed", seed)
                .put("events", scene.events().size())
                .put("rules", resolution.rules().reference())
                .put("identifiers", found.identifiers())
                .put("clusters", found.clusters())
                .put("peopleSeen", found.people())
                .put("peopleWhole", found.whole())
                .put("mixedClusters", found.mixed())
                .put("shared", found.shared())
                .put("sharedKeptApart", found.sharedKept());
        json.set("precision", node(found.precision()));
        json.set("recall", node(found.recall()));
        json.set("bCubedPrecision", node(found.bCubedPrecision()));
        json.set("bCubedRecall", node(found.bCubedRecall()));
        ObjectNode verdicts = json.putObject("pairs");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict.wire(), resolution.count(verdict));
        }
        return json;
    }

    private static ObjectNode node(RatioInterval ratio) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (Double.isNaN(ratio.value())) {
            node.putNull("value");
        } else {
            node.put("value", ratio.value());
        }
        return node.put("low", ratio.low()).put("high", ratio.high());
    }
}
