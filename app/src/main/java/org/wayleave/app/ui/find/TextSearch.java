package org.wayleave.app.ui.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.app.ui.shell.PaletteEntry;
import org.wayleave.app.ui.shell.PaletteSource;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.json.JsonMappers;

/** Searches the words in the newest version of every document. */
public final class TextSearch implements PaletteSource {
    private static final ObjectMapper MAPPER = JsonMappers.hardened();
    /** The compiled form of a policy: nobody reads it. */
    private static final String COMPILED = "plan";

    private static final int SHORTEST = 2;
    private static final int AROUND = 36;
    private static final int MOST_PER_DOCUMENT = 5;

    private final Workspace workspace;
    private final DocumentPlaces places;
    private final Navigator navigator;

    public TextSearch(Workspace workspace, DocumentPlaces places, Navigator navigator) {
        this.workspace = workspace;
        this.places = places;
        this.navigator = navigator;
    }

    @Override
    public Finder capture() {
        return query -> query.length() < SHORTEST
                ? List.of()
                : find(Pattern.compile(Pattern.quote(query), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private List<PaletteEntry> find(Pattern wanted) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (DocumentSummary document : workspace.documents().list()) {
            places.of(document.kind(), document.id())
                    .ifPresent(place -> workspace
                            .documents()
                            .latest(document.kind(), document.id())
                            .ifPresent(version -> {
                                List<String> found = new ArrayList<>();
                                collect(parse(version.json()), wanted, found);
                                found.forEach(text -> entries.add(entry(document, place, text)));
                            }));
        }
        return entries;
    }

    private PaletteEntry entry(DocumentSummary document, Place place, String text) {
        return new PaletteEntry(
                DocumentIcons.of(document.kind()),
                DocumentIcons.word(document.kind()),
                document.title(),
                text,
                true,
                () -> navigator.go(place));
    }

    /** Every text of the document that says it, in document order, shortened to what stands around. */
    private static void collect(JsonNode node, Pattern wanted, List<String> found) {
        if (found.size() >= MOST_PER_DOCUMENT) {
            return;
        }
        if (node.isTextual()) {
            String text = node.textValue();
            Matcher matcher = wanted.matcher(text);
            if (matcher.find()) {
                found.add(around(text, matcher.start(), matcher.end()));
            }
        } else if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !field.getKey().equals(COMPILED))
                    .forEach(field -> collect(field.getValue(), wanted, found));
        } else {
            node.forEach(child -> collect(child, wanted, found));
        }
    }

    private static String around(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String cut = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "…" : "") + cut + (to < text.length() ? "…" : "");
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document is not JSON", e);
        }
    }
}
