package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.export.CsvCell;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.DatasetFolder;
import org.wayleave.data.intake.IntakeException;
import org.wayleave.data.privacy.BudgetExceededException;
import org.wayleave.data.privacy.DatasetCounts;
import org.wayleave.data.privacy.RandomBits;
import org.wayleave.data.privacy.WorkspacePrivacyBudget;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wayleave release}: counts about the people of an imported data set that may leave the team. */
@Command(
        name = "release",
        description = "Count the people of an imported data set by a column, with differential privacy, and pay for it"
                + " from the privacy budget. Each row counts as one person.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "1", paramLabel = "DATASET", description = "Id of the data set.")
    private String dataset = "";

    @Option(names = "--by", required = true, paramLabel = "COLUMN", description = "Column of categories.")
    private String by = "";

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "ID",
            description = "Purpose that the counts serve; its budget pays.")
    private String purpose = "";

    @Option(names = "--epsilon", required = true, paramLabel = "E", description = "What it may cost, such as 0.2.")
    private double epsilon;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the counts as CSV; the file must not exist.")
    private @Nullable Path target;

    ReleaseCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        // Asked before anything is paid for.
        if (target != null && Files.exists(target)) {
            throw new CommandFailure("The file " + target + " exists already; name another one.");
        }
        DatasetCounts.Release release;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_WRITE)) {
            DatasetFolder datasets = new DatasetFolder(workspace.folder().resolve("datasets"), clock);
            Dataset known = datasets.get(dataset);
            release = new DatasetCounts(new WorkspacePrivacyBudget(workspace.privacy()), RandomBits.secure())
                    .release(dataset, purpose, datasets.table(known), by, epsilon);
        } catch (BudgetExceededException | IntakeException | IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
        if (target != null) {
            write(target, release);
        }
        if (output.json()) {
            output.print(terminal, json(release));
        } else {
            print(release);
        }
        return Exit.FINE;
    }

    private void write(Path file, DatasetCounts.Release release) throws IOException {
        StringBuilder csv = new StringBuilder();
        csv.append(CsvCell.of(by)).append(",people\r\n");
        release.counts()
                .forEach((group, count) ->
                        csv.append(CsvCell.of(group)).append(',').append(count).append("\r\n"));
        try {
            Files.writeString(file, csv, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure("The file " + file + " exists already; the counts are below and paid for.", e);
        }
    }

    private void print(DatasetCounts.Release release) {
        release.counts()
                .forEach((group, count) ->
                        terminal.out().println(String.format(Locale.ROOT, "%-32s %,12d", group, count)));
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "Each count is within %.0f of the truth with 95 %% probability; groups of fewer than about %d"
                                + " people are not shown. Cost epsilon %.3f; %.3f is left of %s for %s.",
                        release.margin(),
                        release.threshold(),
                        release.cost().epsilon(release.balance().limit().delta()),
                        release.balance().epsilonLeft(),
                        dataset,
                        purpose));
    }

    private ObjectNode json(DatasetCounts.Release release) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dataset", dataset).put("by", by).put("purpose", purpose);
        ObjectNode counts = json.putObject("counts");
        release.counts().forEach(counts::put);
        json.put("standardDeviation", release.sigma());
        json.put("threshold", release.threshold());
        json.put("epsilon", release.cost().epsilon(release.balance().limit().delta()));
        json.put("delta", release.balance().limit().delta());
        json.put("epsilonLeft", release.balance().epsilonLeft());
        return json;
    }
}
