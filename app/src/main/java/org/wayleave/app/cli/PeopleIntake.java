package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.intake.ColumnKind;
import org.wayleave.data.intake.ColumnPlan;
import org.wayleave.data.intake.Dataset;
import org.wayleave.data.intake.DatasetFolder;
import org.wayleave.data.intake.DatasetJson;
import org.wayleave.data.intake.IntakePreview;
import org.wayleave.data.intake.Treatment;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Option;

/** Takes in a table of people: the part of {@code wayleave import} that follows {@code --as people}. */
final class PeopleIntake {
    /** What {@code --as} says. */
    static final String KIND = "people";

    @Option(
            names = "--name",
            paramLabel = "ID",
            description = "People: name of the data set; the file's when left out.")
    private @Nullable String name;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "People: encoding of a CSV file, such as ISO-8859-1.")
    private @Nullable String encoding;

    @Option(
            names = "--catalogue",
            paramLabel = "ID",
            description = "People: catalogue whose data elements the columns hold.")
    private @Nullable String catalogue;

    @Option(
            names = "--leave-out",
            paramLabel = "COLUMN",
            split = ",",
            description = "People: columns that are not taken in.")
    private List<String> leftOut = List.of();

    @Option(
            names = "--tokenise",
            paramLabel = "COLUMN",
            split = ",",
            description = "People: columns of direct identifiers whose values are replaced by keyed tokens.")
    private List<String> tokenised = List.of();

    @Option(
            names = "--category",
            paramLabel = "COLUMN",
            split = ",",
            description = "People: columns that are taken as categories whatever they look like.")
    private List<String> categories = List.of();

    @Option(names = "--map", paramLabel = "COLUMN=ELEMENT", description = "People: data element that a column holds.")
    private Map<String, String> mapped = new TreeMap<>();

    @Option(names = "--preview", description = "People: say what each column is taken for, and take nothing in.")
    private boolean preview;

    /** Refuses options that are about people where documents are imported. */
    void refuse() {
        if (name != null
                || encoding != null
                || catalogue != null
                || preview
                || !leftOut.isEmpty()
                || !tokenised.isEmpty()
                || !categories.isEmpty()
                || !mapped.isEmpty()) {
            throw new CommandFailure("--name, --encoding, --catalogue, --leave-out, --tokenise, --category, --map and"
                    + " --preview need --as people.");
        }
    }

    int run(WorkspaceFolder folder, List<Path> files, Terminal terminal, Output output, InstantSource clock)
            throws IOException {
        if (files.size() != 1) {
            throw new CommandFailure("--as people takes one file at a time.");
        }
        Path file = files.getFirst();
        try (Workspace workspace = folder.open(terminal, clock, preview ? OpenMode.READ_ONLY : OpenMode.READ_WRITE)) {
            WorkspaceDatasets datasets = new WorkspaceDatasets(workspace, clock);
            WorkspaceDatasets.Source source = new WorkspaceDatasets.Source(file, charset());
            Catalogue elements = datasets.catalogue(catalogue);
            IntakePreview looked = datasets.preview(source, elements);
            List<ColumnPlan> plans = decided(looked.columns(), elements);
            if (preview) {
                say(file, plans, looked, terminal, output);
                return Exit.FINE;
            }
            Dataset dataset = datasets.take(
                    source, name == null ? DatasetFolder.idOf(file) : name, plans, rows -> {}, () -> false);
            List<ColumnPlan> kept = dataset.columns();
            if (output.json()) {
                output.print(terminal, DatasetJson.node(dataset));
            } else {
                terminal.out()
                        .println(file + " → data set " + dataset.id() + ": "
                                + Figures.count(dataset.rows()) + " rows, " + kept.size() + " of " + plans.size()
                                + " columns" + unmapped(kept));
            }
        }
        return Exit.FINE;
    }

    private static String unmapped(List<ColumnPlan> kept) {
        List<String> none = kept.stream()
                .filter(plan -> plan.dataElement().isEmpty())
                .map(ColumnPlan::name)
                .toList();
        return none.isEmpty()
                ? ""
                : "; no data element of the catalogue for " + String.join(", ", none) + " (use --map COLUMN=ELEMENT)";
    }

    private void say(Path file, List<ColumnPlan> plans, IntakePreview looked, Terminal terminal, Output output) {
        if (output.json()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("file", file.toString()).put("looked", looked.looked()).put("whole", looked.whole());
            json.set("columns", DatasetJson.columns(plans));
            output.print(terminal, json);
            return;
        }
        for (ColumnPlan plan : plans) {
            terminal.out()
                    .println(plan.name() + ": " + plan.kind().title() + ", "
                            + (plan.treatment() == Treatment.UNDECIDED
                                    ? "to be left out or replaced by tokens"
                                    : plan.treatment().title().toLowerCase(java.util.Locale.ROOT))
                            + " (" + plan.reason() + ")"
                            + (plan.dataElement().isEmpty() ? "" : " → " + plan.dataElement()));
        }
    }

    private List<ColumnPlan> decided(List<ColumnPlan> guessed, Catalogue elements) {
        List<String> names = guessed.stream().map(ColumnPlan::name).toList();
        for (List<String> named : List.of(leftOut, tokenised, categories, List.copyOf(mapped.keySet()))) {
            for (String column : named) {
                if (!names.contains(column)) {
                    throw new CommandFailure(
                            "The file has no column " + column + "; there are " + String.join(", ", names) + ".");
                }
            }
        }
        List<ColumnPlan> plans = new ArrayList<>();
        for (ColumnPlan plan : guessed) {
            ColumnPlan decided = plan;
            String element = mapped.get(plan.name());
            if (element != null) {
                if (!elements.dataElements().containsKey(element)) {
                    throw new CommandFailure(
                            "Catalogue " + elements.id() + " has no data element " + element + "; there are "
                                    + String.join(", ", elements.dataElements().keySet()) + ".");
                }
                decided = decided.mapped(element);
            }
            if (categories.contains(plan.name())) {
                decided = decided.of(ColumnKind.CATEGORY).treated(Treatment.KEEP);
            }
            if (tokenised.contains(plan.name())) {
                decided = decided.treated(Treatment.TOKENISE);
            }
            if (leftOut.contains(plan.name())) {
                decided = decided.treated(Treatment.LEAVE_OUT);
            }
            plans.add(decided);
        }
        return plans;
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
