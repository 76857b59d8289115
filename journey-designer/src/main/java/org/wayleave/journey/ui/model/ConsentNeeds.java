package org.wayleave.journey.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;

/** Which consents and which data each rung of a message needs, as the catalogue says. */
public final class ConsentNeeds {

    /** What a consent is about. */
    public enum Dimension {
        CHANNEL,
        PURPOSE,
        TOPIC
    }

    /**
     * One consent.
     *
     * @param dimension what it is about
     * @param title of the channel, purpose or topic
     * @param known whether the catalogue has it
     */
    public record Need(Dimension dimension, String title, boolean known) {}

    /**
     * One data element.
     *
     * @param title as the catalogue has it, or its id
     * @param basis title of its lawful basis; empty when the catalogue has none
     * @param sensitive whether it is more than ordinary
     * @param allowed whether the catalogue allows the action's purpose for it
     */
    public record Use(String title, String basis, boolean sensitive, boolean allowed) {}

    /**
     * What one rung needs.
     *
     * @param kind which rung
     * @param consents that must be granted; none needed when empty
     * @param data used to choose, fill or send it
     */
    public record RungNeeds(RungKind kind, List<Need> consents, List<Use> data) {}

    private ConsentNeeds() {}

    /** Returns the needs of each rung, top down. */
    public static List<RungNeeds> of(MessageStep step, Catalogue catalogue) {
        List<RungNeeds> all = new ArrayList<>();
        for (Rung rung : step.ladder()) {
            Action action = rung.action();
            all.add(
                    action == null
                            ? new RungNeeds(rung.kind(), List.of(), List.of())
                            : new RungNeeds(rung.kind(), consents(action, catalogue), data(action, catalogue)));
        }
        return all;
    }

    private static List<Need> consents(Action action, Catalogue catalogue) {
        Map<Dimension, Need> needs = new LinkedHashMap<>();
        var channel = catalogue.channels().get(action.channel());
        if (channel == null || channel.consentRequired()) {
            needs.put(
                    Dimension.CHANNEL,
                    new Need(Dimension.CHANNEL, channel == null ? action.channel() : channel.title(), channel != null));
        }
        var purpose = catalogue.purposes().get(action.purpose());
        if (purpose == null || purpose.consentRequired()) {
            needs.put(
                    Dimension.PURPOSE,
                    new Need(Dimension.PURPOSE, purpose == null ? action.purpose() : purpose.title(), purpose != null));
        }
        var topic = catalogue.topics().get(action.topic());
        if (topic == null || topic.consentRequired()) {
            needs.put(
                    Dimension.TOPIC,
                    new Need(Dimension.TOPIC, topic == null ? action.topic() : topic.title(), topic != null));
        }
        return List.copyOf(needs.values());
    }

    private static List<Use> data(Action action, Catalogue catalogue) {
        List<Use> uses = new ArrayList<>();
        for (String id : action.dataElements()) {
            DataElement element = catalogue.dataElements().get(id);
            if (element == null) {
                uses.add(new Use(id, "", false, false));
                continue;
            }
            var basis = catalogue.lawfulBases().get(element.lawfulBasis());
            uses.add(new Use(
                    element.title(),
                    basis == null ? element.lawfulBasis() : basis.title(),
                    element.sensitivity() != DataElement.Sensitivity.NORMAL,
                    element.purposes().contains(action.purpose())));
        }
        return uses;
    }
}
