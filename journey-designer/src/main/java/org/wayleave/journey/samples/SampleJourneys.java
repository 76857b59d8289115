package org.wayleave.journey.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.workspace.json.JsonRecord;

/** The sample journeys of each vertical. */
public final class SampleJourneys {

    private static final String LIST = "samples.json";

    private SampleJourneys() {}

    /** The retail samples: win-back with a discount code, back in stock by size, replenishment. */
    public static List<Journey> retail() {
        return of("retail");
    }

    /** The samples of a vertical; empty when there are none. */
    public static List<Journey> of(String vertical) {
        return JsonRecord.bundled(SampleJourneys.class, LIST).texts(vertical).stream()
                .map(id -> JourneyJson.read(text(vertical + "/" + id + ".json")))
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = SampleJourneys.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the sample journey " + resource + " is not in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
