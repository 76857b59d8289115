package org.wayleave.journey.imports.mautic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.imports.foreign.Assembly;
import org.wayleave.journey.imports.source.JsonSource;

/** The drawing of a campaign: where its events stand, and lines that repeat what the events say. */
final class CampaignCanvas {

    /** Cards here are higher than in Mautic, and a card of the end stands below the others. */
    private static final double STRETCH = 1.5;

    private static final double BELOW = 140;
    private static final double FARTHEST = 1e6;

    private final Optional<JsonSource> settings;
    private final Map<String, CampaignEvent> events = new HashMap<>();
    private final Assembly assembly;

    CampaignCanvas(JsonSource campaign, List<CampaignEvent> events, Assembly assembly) {
        this.settings = campaign.field("canvas_settings");
        events.forEach(event -> this.events.put(event.id(), event));
        this.assembly = assembly;
    }

    void read(List<String> entries) {
        settings.ifPresent(canvas -> {
            canvas.items("connections").forEach(this::line);
            canvas.field("nodes").filter(nodes -> !nodes.isEmpty()).ifPresent(nodes -> places(nodes, entries));
        });
    }

    private void line(JsonSource line) {
        if (!repeats(line)) {
            assembly.losses().leftOut(line, "Is a line of the drawing that no event speaks of.");
        }
        line.text("sourceId");
        line.text("targetId");
        line.field("anchors").ifPresent(anchors -> {
            anchors.text("source");
            if (anchors.holds("target", "top") || anchors.holds("target", "leadsourceleft")) {
                anchors.text("target");
            }
        });
    }

    private boolean repeats(JsonSource line) {
        String source = peek(line, "sourceId");
        String target = peek(line, "targetId");
        String anchor =
                line.field("anchors").map(anchors -> peek(anchors, "source")).orElse("");
        CampaignEvent event = events.get(target);
        if (event == null) {
            return isSource(source) && isSource(target) && anchor.equals("leadsourceright");
        }
        return isSource(source)
                ? event.parent().isEmpty() && anchor.equals("leadsource")
                : event.parent().equals(source)
                        && (event.path().equals(anchor) || (event.path().isEmpty() && anchor.equals("bottom")));
    }

    private static String peek(JsonSource json, String field) {
        return json.field(field).map(value -> value.compact().replace("\"", "")).orElse("");
    }

    private static boolean isSource(String id) {
        return id.equals("lists") || id.equals("forms");
    }

    private void places(JsonSource nodes, List<String> entries) {
        assembly.placesAt(nodes);
        double lowest = 0;
        double sum = 0;
        int count = 0;
        for (JsonSource node : nodes.items()) {
            OptionalDouble x = node.number("positionX");
            OptionalDouble y = node.number("positionY");
            String id = node.text("id").orElse("");
            if (x.isEmpty()
                    || y.isEmpty()
                    || Math.abs(x.getAsDouble()) > FARTHEST
                    || Math.abs(y.getAsDouble()) > FARTHEST) {
                continue;
            }
            Position place = new Position(Math.rint(x.getAsDouble()), Math.rint(y.getAsDouble() * STRETCH));
            if (isSource(id)) {
                entries.stream()
                        .filter(entry -> entry.startsWith(id.equals("lists") ? "segments" : "form"))
                        .findFirst()
                        .ifPresent(entry -> assembly.place(entry, place));
            } else {
                assembly.headOf(CampaignEvent.key(id)).ifPresent(step -> assembly.place(step, place));
            }
            lowest = Math.max(lowest, place.y());
            sum += place.x();
            count++;
        }
        double below = lowest + BELOW;
        double middle = count == 0 ? 0 : Math.rint(sum / count);
        assembly.endId().ifPresent(end -> assembly.place(end, new Position(middle, below)));
    }
}
