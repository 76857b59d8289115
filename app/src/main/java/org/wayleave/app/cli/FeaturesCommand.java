package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.data.serving.FeatureEntry;
import org.wayleave.data.serving.FeatureRegistry;
import org.wayleave.data.serving.SkewCheck;
import org.wayleave.data.serving.SkewReport;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave features}: the registry of features, and whether batch and single events agree. */
@Command(
        name = "features",
        description = "List the features with source, purpose, basis and owner, and compare batch and single events."
                + " Exit code 1 when a feature is refused or the two ways differ.",
        mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {
    private static final int INSTANTS = 10;

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "500",
            description = "People compared, 0 to 1,000,000; ${DEFAULT-VALUE}.")
    private int people = 500;

    @Option(
            names = "--lateness",
            paramLabel = "H",
            defaultValue = "72",
            description = "Hours that an event may arrive late, 0 to 720; ${DEFAULT-VALUE}.")
    private int lateness = 72;

    FeaturesCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (people < 0 || people > 1_000_000 || lateness < 0 || lateness > 720) {
            throw new CommandFailure("--people must be 0 to 1,000,000 and --lateness 0 to 720 hours.");
        }
        WorkspacePeople data;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            data = WorkspacePeople.of(workspace);
        }
        FeatureRegistry registry = FeatureRegistry.of(data.recipe(), data.catalogue());
        SkewReport skew = new SkewCheck(data.generator(), Duration.ofHours(lateness), INSTANTS)
                .check(people, done -> {}, () -> false);
        if (output.json()) {
            output.print(terminal, json(registry, skew));
        } else {
            print(registry, skew);
        }
        return registry.refused().isEmpty() && skew.differences() == 0 ? Exit.FINE : Exit.CHECK_FAILED;
    }

    private void print(FeatureRegistry registry, SkewReport skew) {
        for (FeatureEntry entry : registry.entries()) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%-24s %-14s %-20s %5d days  %s",
                            entry.name(),
                            entry.version(),
                            entry.basis(),
                            entry.retentionDays(),
                            String.join(", ", entry.sources())));
            if (!entry.refusal().isEmpty()) {
                terminal.out().println("  refused: " + entry.refusal());
            }
            entry.findings().forEach(finding -> terminal.out().println("  to mend: " + finding));
        }
        terminal.out()
                .println(Figures.count(skew.values()) + " values of " + Figures.count(skew.people()) + " people at "
                        + skew.instants() + " instants each, " + Figures.count(skew.late()) + " events out of order: "
                        + Figures.count(skew.differences())
                        + " differ between batch and single events; served at once, "
                        + Figures.count(skew.servedAtOnce()) + " differ");
        skew.features().stream()
                .filter(row -> row.differences() > 0)
                .forEach(row -> terminal.out().println("  " + row.feature() + ": " + row.example()));
    }

    private static ObjectNode json(FeatureRegistry registry, SkewReport skew) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("simulated", true);
        ArrayNode features = json.putArray("features");
        for (FeatureEntry entry : registry.entries()) {
            ObjectNode node = features.addObject()
                    .put("name", entry.name())
                    .put("title", entry.definition().spec().title())
                    .put("version", entry.version())
                    .put("dataElement", entry.definition().spec().dataElement())
                    .put("lawfulBasis", entry.basis())
                    .put("retentionDays", entry.retentionDays())
                    .put("owner", entry.owner())
                    .put("quantisation", entry.quantisation())
                    .put("lifetimeMinutes", entry.lifetime().toMinutes())
                    .put("refusal", entry.refusal());
            entry.sources().forEach(node.putArray("sources")::add);
            entry.fields().forEach(node.putArray("fields")::add);
            entry.purposes().forEach(node.putArray("purposes")::add);
            entry.findings().forEach(node.putArray("findings")::add);
        }
        ObjectNode compared = json.putObject("batchAgainstSingleEvents")
                .put("people", skew.people())
                .put("instants", skew.instants())
                .put("values", skew.values())
                .put("late", skew.late())
                .put("differences", skew.differences())
                .put("servedAtOnce", skew.servedAtOnce());
        ArrayNode differing = compared.putArray("differing");
        skew.features().stream()
                .filter(row -> row.differences() > 0)
                .forEach(row -> differing
                        .addObject()
                        .put("feature", row.feature())
                        .put("differences", row.differences())
                        .put("example", row.example()));
        return json;
    }
}
