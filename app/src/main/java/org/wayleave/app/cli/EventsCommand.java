package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.data.catalogue.Nonconformity.Reason;
import org.wayleave.data.conformance.ConformanceReport;
import org.wayleave.data.conformance.EventFileException;
import org.wayleave.data.conformance.EventLines;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wayleave events}: compares a file of events with their contracts. */
@Command(
        name = "events",
        description =
                "Compare a file of events with their contracts: one JSON object a line with \"event\", \"arrived\""
                        + " and \"fields\". Exit code 1 when an event breaks its contract.",
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "1", paramLabel = "FILE.ndjson", description = "File of events, UTF-8.")
    private Path file = Path.of("");

    EventsCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(file + " is no file.");
        }
        WorkspacePeople data;
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_ONLY)) {
            data = WorkspacePeople.of(workspace);
        }
        ConformanceReport report;
        try {
            report = new EventLines(data.catalogue(), clock.instant()).check(file, line -> {}, () -> false);
        } catch (EventFileException e) {
            throw new CommandFailure(file + ": " + e.getMessage() + ".", e);
        }
        if (output.json()) {
            output.print(terminal, json(report));
        } else {
            print(report);
        }
        return report.broken() == 0 ? Exit.FINE : Exit.CHECK_FAILED;
    }

    private void print(ConformanceReport report) {
        terminal.out()
                .println(Figures.count(report.checked()) + " events, " + Figures.count(report.broken())
                        + " break their contract");
        for (Reason reason : Reason.values()) {
            if (report.count(reason) > 0) {
                terminal.out()
                        .println(String.format(
                                Locale.ROOT, "  %-42s %s", reason.title(), Figures.count(report.count(reason))));
            }
        }
        report.contracts()
                .forEach(row -> row.samples()
                        .forEach(sample -> terminal.out()
                                .println(sample.place() + ", " + row.event() + ": " + sample.sentence())));
    }

    private static ObjectNode json(ConformanceReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("checked", report.checked()).put("broken", report.broken());
        ObjectNode reasons = json.putObject("reasons");
        for (Reason reason : Reason.values()) {
            reasons.put(reason.wire(), report.count(reason));
        }
        ArrayNode events = json.putArray("events");
        report.contracts().stream().filter(row -> row.checked() > 0).forEach(row -> {
            ObjectNode node = events.addObject()
                    .put("event", row.event())
                    .put("owner", row.owner())
                    .put("checked", row.checked())
                    .put("broken", row.broken());
            ArrayNode samples = node.putArray("samples");
            row.samples()
                    .forEach(sample -> samples.addObject()
                            .put("reason", sample.reason().wire())
                            .put("place", sample.place())
                            .put("sentence", sample.sentence()));
        });
        return json;
    }
}
