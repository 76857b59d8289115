package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.quality.ExaminationJson;
import org.wayleave.app.quality.ExaminedTable;
import org.wayleave.app.quality.NamedTable;
import org.wayleave.app.quality.TableFile;
import org.wayleave.app.report.QualityPage;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.quality.TableExaminer;
import org.wayleave.data.quality.profile.Finding;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wayleave quality}: examines a table, alone or beside the one it stands for. */
@Command(
        name = "quality",
        description = "Say what a table holds, how it differs from another, and what it gives away about the people of"
                + " that one. Exit code 1 when a column shifted much or an attack succeeds.",
        mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Parameters(index = "0", paramLabel = "DIR|FILE", description = "Folder of a workspace, or a CSV or Parquet file.")
    private Path place = Path.of("");

    @Mixin
    private final WorkspaceAccess access = new WorkspaceAccess();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--dataset",
            paramLabel = "ID",
            description = "Data set of the workspace; without it the only one, or the synthetic people where none is.")
    private @Nullable String dataset;

    @Option(
            names = "--people",
            paramLabel = "N",
            description = "Examine the features of so many synthetic people of the workspace, 10 to 1,000,000.")
    private @Nullable Integer people;

    @Option(
            names = "--against",
            paramLabel = "FILE|ID",
            description = "The table it stands for, or an earlier one of its kind: a file, or a data set of the"
                    + " workspace.")
    private @Nullable String against;

    @Option(
            names = "--holdout",
            paramLabel = "FILE|ID",
            description = "People of the same population who were held out when the table was made. Without them the"
                    + " risk of disclosure cannot be measured; --split-to sets some aside.")
    private @Nullable String holdout;

    @Option(
            names = "--split-to",
            paramLabel = "FOLDER",
            description = "Instead: divide the rows of the file by chance into kept.csv, to make a synthetic table of,"
                    + " and held.csv, to attack it with.")
    private @Nullable Path splitTo;

    @Option(
            names = "--share",
            paramLabel = "S",
            defaultValue = "0.2",
            description = "Share of the rows that --split-to holds out, 0.01 to 0.5; ${DEFAULT-VALUE}.")
    private double share = 0.2;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of samples, attacks and splits; ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--encoding", paramLabel = "NAME", description = "Encoding of CSV files, such as ISO-8859-1.")
    private @Nullable String encoding;

    @Option(names = "--leave-out", paramLabel = "COLUMN", split = ",", description = "Columns that are not looked at.")
    private List<String> leftOut = List.of();

    @Option(
            names = "--category",
            paramLabel = "COLUMN",
            split = ",",
            description = "Columns that are categories whatever they look like.")
    private List<String> categories = List.of();

    @Option(names = "-o", paramLabel = "REPORT.html", description = "Write the report there, one file of HTML.")
    private @Nullable Path report;

    QualityCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        refuse();
        if (Files.isDirectory(place)) {
            try (Workspace workspace = access.open(place, terminal, clock, OpenMode.READ_ONLY)) {
                return examine(subject(workspace), new WorkspaceDatasets(workspace, clock));
            }
        }
        NamedTable table = file(place);
        if (splitTo != null) {
            return split(table, splitTo);
        }
        return examine(table, null);
    }

    private void refuse() {
        if (holdout != null && against == null) {
            throw new CommandFailure(
                    "--holdout needs --against, the table whose people are compared with those held" + " out.");
        }
        if (splitTo != null && (against != null || report != null || Files.isDirectory(place))) {
            throw new CommandFailure("--split-to only divides a file; use it without --against and -o.");
        }
        if (!Files.isDirectory(place) && (dataset != null || people != null)) {
            throw new CommandFailure("--dataset and --people need the folder of a workspace instead of " + place + ".");
        }
        if (dataset != null && people != null) {
            throw new CommandFailure("Choose --dataset or --people, not both.");
        }
        if (people != null && (people < 10 || people > 1_000_000)) {
            throw new CommandFailure("--people must be 10 to 1,000,000.");
        }
        if (!(share >= 0.01 && share <= 0.5)) {
            throw new CommandFailure("--share must be 0.01 to 0.5.");
        }
        if (report != null) {
            refuseReport(report);
        }
    }

    private void refuseReport(Path target) {
        if (Files.isDirectory(target)) {
            throw new CommandFailure(target + " is a folder; name the file of the report.");
        }
        for (String input : inputs()) {
            if (target.toAbsolutePath()
                    .normalize()
                    .equals(Path.of(input).toAbsolutePath().normalize())) {
                throw new CommandFailure("The report would overwrite " + target + "; choose another name.");
            }
        }
    }

    private List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        inputs.add(place.toString());
        if (against != null) {
            inputs.add(against);
        }
        if (holdout != null) {
            inputs.add(holdout);
        }
        return inputs;
    }

    private NamedTable subject(Workspace workspace) throws IOException {
        WorkspaceDatasets datasets = new WorkspaceDatasets(workspace, clock);
        List<Dataset> all = datasets.list();
        if (people != null || (dataset == null && all.isEmpty())) {
            int count = people == null ? 10_000 : people;
            terminal.err().println(Figures.count(count) + " synthetic people");
            return new NamedTable(
                    Figures.count(count) + " synthetic people",
                    PeopleTable.of(WorkspacePeople.of(workspace), count),
                    List.of());
        }
        if (dataset == null && all.size() > 1) {
            throw new CommandFailure("The workspace has several data sets; choose one with --dataset: "
                    + String.join(", ", all.stream().map(Dataset::id).toList()) + ". --people N looks at its synthetic"
                    + " people.");
        }
        Dataset chosen = dataset == null ? all.getFirst() : datasets.get(dataset);
        return named(datasets, chosen);
    }

    private static NamedTable named(WorkspaceDatasets datasets, Dataset chosen) throws IOException {
        return new NamedTable(chosen.id(), datasets.table(chosen), List.of());
    }

    private NamedTable other(String name, @Nullable WorkspaceDatasets datasets) throws IOException {
        if (datasets != null) {
            for (Dataset each : datasets.list()) {
                if (each.id().equals(name)) {
                    return named(datasets, each);
                }
            }
            if (!Files.exists(Path.of(name))) {
                throw new CommandFailure("There is no data set and no file " + name + ".");
            }
        }
        return file(Path.of(name));
    }

    private NamedTable file(Path file) throws IOException {
        terminal.err().println("Reading " + file);
        return new TableFile(charset(), leftOut, categories)
                .read(file, rows -> {}, () -> Thread.currentThread().isInterrupted());
    }

    private int examine(NamedTable table, @Nullable WorkspaceDatasets datasets) throws IOException {
        NamedTable other = against == null ? null : other(against, datasets);
        NamedTable held = holdout == null ? null : other(holdout, datasets);
        ExaminedTable examined = new ExaminedTable(
                table,
                other,
                held,
                seed,
                new TableExaminer(seed)
                        .examine(
                                table.table(),
                                other == null ? null : other.table(),
                                held == null ? null : held.table(),
                                stage -> terminal.err().println(stage),
                                () -> Thread.currentThread().isInterrupted()));
        if (report != null) {
            new QualityPage("Wayleave " + ProductVersion.current()).write(examined, report);
        }
        if (output.json()) {
            ObjectNode json = ExaminationJson.node(examined);
            json.put("report", report == null ? null : report.toString());
            output.print(terminal, json);
        } else {
            print(examined);
        }
        return examined.examination().failed() ? Exit.CHECK_FAILED : Exit.FINE;
    }

    private void print(ExaminedTable examined) {
        NamedTable table = examined.table();
        terminal.out()
                .println(table.name() + ": " + Figures.count(table.table().rows()) + " rows, "
                        + table.table().columns().size() + " columns");
        table.leftOut()
                .forEach(column ->
                        terminal.out().println("  not looked at: " + column.column() + " (" + column.reason() + ")"));
        examined.examination()
                .verdict()
                .forEach(statement -> terminal.out().println(statement.level().wire() + "  " + statement.sentence()));
        for (Finding finding : examined.examination().profile().findings()) {
            terminal.out()
                    .println("  " + (finding.column().isEmpty() ? "the table" : finding.column()) + ": "
                            + finding.sentence());
        }
        if (report != null) {
            terminal.out().println("Report " + report);
        } else {
            terminal.out().println("-o REPORT.html writes all that was measured.");
        }
    }

    private int split(NamedTable table, Path folder) throws IOException {
        TableSplit.Counts counts = TableSplit.write(table.table(), share, seed, folder);
        if (output.json()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("kept", folder.resolve(TableSplit.KEPT).toString()).put("keptRows", counts.kept());
            json.put("held", folder.resolve(TableSplit.HELD).toString()).put("heldRows", counts.held());
            output.print(terminal, json);
        } else {
            terminal.out()
                    .println(folder.resolve(TableSplit.KEPT) + ": " + Figures.count(counts.kept())
                            + " rows to make a synthetic table of; " + folder.resolve(TableSplit.HELD) + ": "
                            + Figures.count(counts.held()) + " rows held out");
        }
        return Exit.FINE;
    }

    private @Nullable Charset charset() {
        if (encoding == null) {
            return null;
        }
        try {
            return Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new CommandFailure(
                    "There is no encoding " + encoding
                            + "; common ones are UTF-8, UTF-16LE, ISO-8859-1 and windows-1252.",
                    unknown);
        }
    }
}
