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
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.registry.WorkspaceUse;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.registry.PrivacyNotice;
import org.wayleave.data.registry.ProcessingRecord;
import org.wayleave.data.registry.ProcessingRecordFile;
import org.wayleave.data.registry.UseComparison;
import org.wayleave.data.registry.UseDifference;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave ropa}: the record of processing activities and what differs from it. */
@Command(
        name = "ropa",
        description =
                "Write the record of processing activities (GDPR Article 30) or the privacy notice that follow from"
                        + " the catalogue, and list where journeys, features, models and policies read otherwise than it"
                        + " declares.",
        mixinStandardHelpOptions = true)
final class RopaCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final CatalogueChoice choice = new CatalogueChoice();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where to write; its ending says how: .html, .csv or .json. Without it only the differences are"
                            + " listed.")
    private @Nullable Path file;

    @Option(
            names = "--notice",
            description = "Write the privacy notice (Articles 13 and 14), .html or .json, instead of the record.")
    private boolean notice;

    @Option(names = "--strict", description = "End with exit code 1 where something is missing or differs.")
    private boolean strict;

    RopaCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue;
        List<UseDifference> differences;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            catalogue = choice.read(workspace);
            differences = UseComparison.of(catalogue, new WorkspaceUse(workspace, catalogue).reads());
        }
        ProcessingRecord record = ProcessingRecord.of(catalogue);
        if (file != null) {
            Files.writeString(file, text(catalogue, record, file), StandardCharsets.UTF_8);
        }
        if (output.json()) {
            output.print(terminal, json(record, differences));
        } else {
            print(record, differences);
        }
        return strict && !(record.gaps().isEmpty() && differences.isEmpty()) ? Exit.CHECK_FAILED : Exit.FINE;
    }

    private String text(Catalogue catalogue, ProcessingRecord record, Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "html" -> notice ? PrivacyNotice.of(catalogue).html() : ProcessingRecordFile.html(record);
            case "json" -> notice ? PrivacyNotice.of(catalogue).json() : ProcessingRecordFile.json(record);
            case "csv" -> {
                if (notice) {
                    throw new CommandFailure("A privacy notice is written as .html or .json, not as .csv.");
                }
                yield ProcessingRecordFile.csv(record);
            }
            default ->
                throw new CommandFailure("The ending of " + target + " says no format; use .html, .csv or .json.");
        };
    }

    private ObjectNode json(ProcessingRecord record, List<UseDifference> differences) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("catalogue", record.title())
                .put("activities", record.activities().size());
        document.put("file", file == null ? null : file.toString());
        ArrayNode gaps = document.putArray("missing");
        record.gaps()
                .forEach(gap -> gaps.addObject()
                        .put("path", gap.path())
                        .put("article", gap.article())
                        .put("sentence", gap.sentence()));
        ArrayNode found = document.putArray("differences");
        for (UseDifference difference : differences) {
            ObjectNode node = found.addObject()
                    .put("kind", difference.kind().wire())
                    .put("id", difference.id())
                    .put("sentence", difference.sentence());
            if (difference.reader() != null) {
                node.putObject("reader")
                        .put("kind", difference.reader().kind().name().toLowerCase(Locale.ROOT))
                        .put("document", difference.reader().document())
                        .put("place", difference.reader().place());
            }
        }
        return document;
    }

    private void print(ProcessingRecord record, List<UseDifference> differences) {
        if (file != null) {
            terminal.out()
                    .println("Wrote the " + (notice ? "privacy notice" : "record of processing activities") + " of "
                            + record.title() + " to " + file);
        }
        terminal.out().println(record.gaps().isEmpty() ? "Nothing is missing." : "Missing");
        record.gaps()
                .forEach(gap -> terminal.out()
                        .println("  " + gap.path() + ": " + gap.sentence() + " (Article " + gap.article() + ")"));
        terminal.out()
                .println(
                        differences.isEmpty()
                                ? "Declared and observed use agree."
                                : "Declared and observed use differ");
        for (UseDifference difference : differences) {
            terminal.out()
                    .println("  " + difference.kind().title() + ": " + difference.title()
                            + (difference.reader() == null
                                    ? ""
                                    : " (" + difference.reader().title() + ")") + ". "
                            + difference.sentence());
        }
    }
}
