package org.wayleave.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The sample cards of each vertical. */
public final class SampleCards {

    private static final Map<String, List<String>> BUNDLED =
            Map.of("retail", List.of("category-affinity", "replenishment-due"));

    private SampleCards() {}

    /**
     * A sample document.
     *
     * @param id id of the document
     * @param title its title
     * @param json its content
     */
    public record Sample(String id, String title, String json) {}

    /** The retail samples: the rule-based scores that the retail journeys draw on. */
    public static List<Sample> retail() {
        return of("retail");
    }

    /** The samples of a vertical; empty when there are none. */
    public static List<Sample> of(String vertical) {
        return BUNDLED.getOrDefault(vertical, List.of()).stream()
                .map(id -> ModelCard.parse(text(vertical + "/" + id + ".json")))
                .map(card -> new Sample(card.id(), card.title(), card.json()))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = SampleCards.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the sample card " + resource + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
