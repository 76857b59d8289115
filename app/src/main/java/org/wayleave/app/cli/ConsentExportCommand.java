package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.run.RunOrder;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.consent.ConsentLog;
import org.wayleave.data.consent.exchange.ConsentRecords27560;
import org.wayleave.data.consent.exchange.ImportedConsents;
import org.wayleave.data.consent.exchange.KantaraReceipts;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave consent export}: the consents of synthetic people as records or receipts. */
@Command(
        name = "export",
        description = "Write the consents of the workspace's synthetic people as ISO/IEC TS 27560 records (JSON-LD) or"
                + " Kantara receipts (JSON).",
        mixinStandardHelpOptions = true)
final class ConsentExportCommand implements Callable<Integer> {
    private static final int MOST_PEOPLE = 20_000;

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final CatalogueChoice choice = new CatalogueChoice();

    @Mixin
    private final Output output = new Output();

    @Option(names = "--person", paramLabel = "P", description = "One person by id or number, such as p000042.")
    private @Nullable String person;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "The first N people, at most 20,000; 100 when left out.")
    private int people = 100;

    @Option(names = "--seed", paramLabel = "S", description = "Chooses the people; 1 when left out.")
    private long seed = RunOrder.DEFAULT_SEED;

    @Option(names = "--as", paramLabel = "FORMAT", required = true, description = "27560 or kantara.")
    private String format = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write.")
    private Path file = Path.of("");

    ConsentExportCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new CommandFailure("--people must be 1 to 20,000, not " + people + ".");
        }
        Catalogue catalogue;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            catalogue = choice.read(workspace);
        }
        Recipe recipe = Recipe.bundled(catalogue.vertical());
        Map<String, ConsentLog> logs = logs(recipe);
        List<ImportedConsents.Loss> losses = List.of();
        String text;
        switch (format) {
            case ConsentRecords27560.FORMAT ->
                text = new ConsentRecords27560(catalogue, recipe.consentRegistry()).write(logs);
            case KantaraReceipts.FORMAT -> {
                KantaraReceipts.Written written = new KantaraReceipts(catalogue, recipe.consentRegistry())
                        .write(logs, SimulationPlan.DEFAULT_START);
                text = written.json();
                losses = written.losses();
            }
            default -> throw new CommandFailure("There is no format '" + format + "'; there are 27560 and kantara.");
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
        said(logs.size(), losses);
        return Exit.FINE;
    }

    private Map<String, ConsentLog> logs(Recipe recipe) {
        long start = SimulationPlan.DEFAULT_START.toEpochMilli();
        PersonGenerator generator =
                new PersonGenerator(recipe, seed, SimulationPlan.DEFAULT_START, RunOrder.DEFAULT_DAYS);
        int first = 0;
        int count = people;
        if (person != null) {
            String digits = person.replaceFirst("^[pP]", "");
            if (!digits.matches("[0-9]{1,9}")) {
                throw new CommandFailure("'" + person + "' is no person; write an id such as p000042.");
            }
            first = Integer.parseInt(digits);
            count = 1;
        }
        Map<String, ConsentLog> logs = new TreeMap<>();
        for (int i = first; i < first + count; i++) {
            Person one = generator.person(i);
            logs.put(one.id(), ConsentLog.of(one.id(), one.consents(), start));
        }
        return logs;
    }

    private void said(int count, List<ImportedConsents.Loss> losses) {
        if (output.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("people", count)
                    .put("format", format)
                    .put("file", file.toString())
                    .put("simulated", true);
            ArrayNode lost = document.putArray("lost");
            losses.forEach(loss -> lost.addObject().put("path", loss.path()).put("reason", loss.reason()));
            output.print(terminal, document);
            return;
        }
        terminal.out()
                .println("Wrote the consents of " + count + (count == 1 ? " simulated person" : " simulated people")
                        + " to " + file);
        ConsentLosses.print(terminal, "The format cannot say", losses);
    }
}
