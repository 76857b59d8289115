package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;

/**
 * The words that a form offers.
 *
 * @param channels of the catalogue
 * @param purposes of the catalogue
 * @param topics of the catalogue
 * @param events of the catalogue
 * @param dataElements of the catalogue
 * @param facts about people that conditions may test
 */
record Vocabulary(
        List<Choice> channels,
        List<Choice> purposes,
        List<Choice> topics,
        List<Choice> events,
        List<Choice> dataElements,
        List<Choice> facts) {

    /**
     * One thing to choose.
     *
     * @param id as files name it
     * @param title as people read it
     */
    record Choice(String id, String title) {}

    private static final List<String> PLAIN_FACTS =
            List.of("ageBand", "country", "city", "device", "flags", "answer.preferences", "answer.goals");

    static Vocabulary of(Catalogue catalogue, FeatureSchema features) {
        List<Choice> facts = new ArrayList<>();
        PLAIN_FACTS.forEach(fact -> facts.add(new Choice(fact, fact)));
        features.features().forEach(feature -> facts.add(new Choice("feature." + feature.name(), feature.title())));
        return new Vocabulary(
                catalogue.channels().values().stream()
                        .map(c -> new Choice(c.id(), c.title()))
                        .toList(),
                catalogue.purposes().values().stream()
                        .map(p -> new Choice(p.id(), p.title()))
                        .toList(),
                catalogue.topics().values().stream()
                        .map(t -> new Choice(t.id(), t.title()))
                        .toList(),
                catalogue.events().values().stream()
                        .map(e -> new Choice(e.id(), e.title()))
                        .toList(),
                catalogue.dataElements().values().stream()
                        .map(d -> new Choice(d.id(), d.title()))
                        .toList(),
                List.copyOf(facts));
    }
}
