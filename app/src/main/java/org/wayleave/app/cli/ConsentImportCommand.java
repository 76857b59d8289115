package org.wayleave.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.StrictJson;
import org.wayleave.data.consent.ConsentEvent;
import org.wayleave.data.consent.ConsentLog;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Evidence;
import org.wayleave.data.consent.exchange.ConsentRecords27560;
import org.wayleave.data.consent.exchange.ExchangeException;
import org.wayleave.data.consent.exchange.ImportedConsents;
import org.wayleave.data.consent.exchange.KantaraReceipts;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code wayleave consent import}: reads consents of another system. The states follow from all files together; what was read is
 * noted in the audit ledger by file, hash and counts. The people themselves are not stored: a workspace holds synthetic people only.
 */
@Command(
        name = "import",
        description =
                "Check files of consent records (27560) or receipts (Kantara), work out the states they give now, and"
                        + " note in the audit ledger which files were read. The people in them are not stored.",
        mixinStandardHelpOptions = true)
final class ConsentImportCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 16L << 20;

    private final Terminal terminal;
    private final InstantSource clock;

    @Mixin
    private final WorkspaceFolder folder = new WorkspaceFolder();

    @Mixin
    private final CatalogueChoice choice = new CatalogueChoice();

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files of records or receipts.")
    private List<Path> files = List.of();

    private record Read(Path file, String sha256, ImportedConsents consents) {}

    ConsentImportCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        try (Workspace workspace = folder.open(terminal, clock, OpenMode.READ_WRITE)) {
            Catalogue catalogue = choice.read(workspace);
            ConsentRegistry registry = Recipe.bundled(catalogue.vertical()).consentRegistry();
            List<Read> reads = new ArrayList<>();
            for (Path file : files) {
                reads.add(read(file, catalogue, registry));
            }
            // Only when every file could be read is any of them noted.
            for (Read read : reads) {
                ObjectNode detail = JsonNodeFactory.instance.objectNode();
                detail.put("format", read.consents().format())
                        .put("sha256", read.sha256())
                        .put("people", read.consents().events().size())
                        .put("events", read.consents().size())
                        .put("lost", read.consents().losses().size());
                workspace.audit().record("consent.imported", name(read.file()), detail.toString());
            }
            said(reads, registry);
        }
        return Exit.FINE;
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        String text = name == null ? file.toString() : name.toString();
        return text.length() > 400 ? text.substring(0, 400) : text;
    }

    private static Read read(Path file, Catalogue catalogue, ConsentRegistry registry) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file " + file + ".");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new CommandFailure(file + " is larger than a file of consents may be (16 MiB); split it.");
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            JsonNode root = StrictJson.read(text);
            ImportedConsents consents;
            if (KantaraReceipts.recognises(root)) {
                consents = new KantaraReceipts(catalogue, registry).read(text);
            } else if (ConsentRecords27560.recognises(root)) {
                consents = new ConsentRecords27560(catalogue, registry).read(text);
            } else {
                throw new CommandFailure(file
                        + " holds neither consent records (dpv:ConsentRecord) nor Kantara receipts (version KI-CR-…).");
            }
            return new Read(file, Evidence.of("", text).sha256(), consents);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(file + " is not UTF-8 text; save it as UTF-8.", e);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(
                    file + " is not readable as JSON (" + StrictJson.place(e) + "): " + e.getOriginalMessage() + ".",
                    e);
        } catch (ExchangeException e) {
            throw new CommandFailure(file + ": " + e.getMessage() + ".", e);
        }
    }

    private void said(List<Read> reads, ConsentRegistry registry) {
        Map<String, List<ConsentEvent>> events = new java.util.TreeMap<>();
        List<ImportedConsents.Loss> losses = new ArrayList<>();
        for (Read read : reads) {
            read.consents()
                    .events()
                    .forEach((person, list) -> events.computeIfAbsent(person, key -> new ArrayList<>())
                            .addAll(list));
            losses.addAll(read.consents().losses());
        }
        Instant now = clock.instant();
        Map<ConsentState.State, Integer> states = new EnumMap<>(ConsentState.State.class);
        int repeated = 0;
        List<String> conflicting = new ArrayList<>();
        for (List<ConsentEvent> list : events.values()) {
            ConsentLog log = ConsentLog.of(registry, list);
            repeated += log.repeated();
            conflicting.addAll(log.conflicting());
            for (ConsentRegistry.Key key : registry.keys()) {
                ConsentState.State state =
                        log.state(key.dimension(), key.id(), now).state();
                if (state != ConsentState.State.UNKNOWN) {
                    states.merge(state, 1, Integer::sum);
                }
            }
        }
        int count = reads.stream().mapToInt(read -> read.consents().size()).sum();
        if (output.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("files", reads.size())
                    .put("people", events.size())
                    .put("events", count)
                    .put("repeated", repeated);
            ArrayNode conflicts = document.putArray("conflicting");
            conflicting.forEach(conflicts::add);
            ObjectNode counts = document.putObject("states");
            states.forEach((state, number) -> counts.put(state.wire(), number));
            ArrayNode lost = document.putArray("lost");
            losses.forEach(loss -> lost.addObject().put("path", loss.path()).put("reason", loss.reason()));
            output.print(terminal, document);
            return;
        }
        terminal.out()
                .println(String.format(
                        Locale.ROOT,
                        "Read %d events of %d people from %d files; %d were repeated.",
                        count,
                        events.size(),
                        reads.size(),
                        repeated));
        states.forEach((state, number) -> terminal.out().println("  " + state.wire() + ": " + number));
        conflicting.forEach(
                id -> terminal.out().println("  Different events have the id " + id + "; the latest holds."));
        ConsentLosses.print(terminal, "Not taken over", losses);
    }
}
