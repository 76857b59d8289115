package org.wayleave.journey.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.Journey;

/** Problems of expectations: what they name must exist, or they hold for want of anybody they concern. */
final class ExpectationRules {

    private final Journey journey;
    private final Catalogue catalogue;
    private final FactNames facts;
    private final List<Problem> problems = new ArrayList<>();

    ExpectationRules(Journey journey, Catalogue catalogue, @Nullable FeatureSchema features) {
        this.journey = journey;
        this.catalogue = catalogue;
        this.facts = new FactNames(catalogue, features);
    }

    List<Problem> problems() {
        journey.expectations().forEach(this::expectation);
        return problems;
    }

    private void expectation(Expectation expectation) {
        for (String step : expectation.steps()) {
            if (journey.indexOf(step) < 0) {
                add(
                        expectation,
                        "expectation-step",
                        "there is no step “" + step + "” in this journey",
                        "Choose a step of the journey, or remove the expectation");
            }
        }
        for (Condition condition : expectation.people()) {
            add(expectation, facts.fault(condition));
        }
        ConsentStanding consent = expectation.consent();
        if (consent != null) {
            add(
                    expectation,
                    switch (consent.about()) {
                        case CHANNEL -> channel(consent.key());
                        case PURPOSE -> purpose(consent.key());
                        case TOPIC -> topic(consent.key());
                    });
        }
        if (expectation.what() instanceof Happening.Gets gets) {
            add(expectation, gets.channel().isEmpty() ? Optional.empty() : channel(gets.channel()));
            add(expectation, gets.purpose().isEmpty() ? Optional.empty() : purpose(gets.purpose()));
            add(expectation, gets.topic().isEmpty() ? Optional.empty() : topic(gets.topic()));
        }
    }

    private Optional<FactNames.Fault> channel(String name) {
        return FactNames.missing("channel", name, catalogue.channels().keySet());
    }

    private Optional<FactNames.Fault> purpose(String name) {
        return FactNames.missing("purpose", name, catalogue.purposes().keySet());
    }

    private Optional<FactNames.Fault> topic(String name) {
        return FactNames.missing("topic", name, catalogue.topics().keySet());
    }

    private void add(Expectation expectation, Optional<FactNames.Fault> fault) {
        fault.ifPresent(f -> add(
                expectation,
                f.code(),
                f.reason().substring(0, 1).toLowerCase(Locale.ROOT) + f.reason().substring(1),
                f.fix()));
    }

    private void add(Expectation expectation, String code, String reason, String fix) {
        problems.add(
                new Problem(code, Severity.ERROR, null, "Expectation “" + expectation.name() + "”: " + reason, fix));
    }
}
