package org.wayleave.journey.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.feature.Features;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;

/**
 * The person part of the decision document of one person. What does not change is built once; consents are built again only when
 * one of them has changed. Not thread-safe: it goes with the person.
 */
public final class PersonDocument {

    private static final RegoObject.Layout PERSON =
            RegoObject.Layout.of("id", "ageBand", "country", "flags", "consent", "contacts", "features", "dataAge");
    private static final RegoObject.Layout CONSENT =
            RegoObject.Layout.of(Dimension.CHANNEL.wire(), Dimension.PURPOSE.wire(), Dimension.CATEGORY.wire());
    private static final RegoObject.Layout STATE = RegoObject.Layout.of("state", "time", "policyVersion", "source");
    private static final RegoObject NEVER_ASKED = state(ConsentState.NEVER_ASKED);

    private final Person person;
    private final RegoString id;
    private final RegoString ageBand;
    private final RegoString country;
    private final RegoArray flags;
    private @Nullable ConsentHistory built;
    private long builtFrom;
    private long builtUntil;
    private RegoObject consents = RegoObject.EMPTY;

    public PersonDocument(Person person) {
        this.person = person;
        this.id = RegoString.of(person.id());
        this.ageBand = RegoString.of(person.ageBand().wire());
        this.country = RegoString.of(person.country());
        List<RegoString> names = new ArrayList<>();
        person.flags().forEach(flag -> names.add(RegoString.of(flag)));
        this.flags = RegoArray.of(names);
    }

    /**
     * The document at an instant.
     *
     * @param time epoch milliseconds
     * @param history the person's consents as they stand in this walk
     * @param contacts the contacts already made
     * @param features the features at that instant
     */
    public RegoObject at(long time, ConsentHistory history, RegoObject contacts, Features features) {
        return PERSON.object(
                id, ageBand, country, flags, consents(history, time), contacts, features(features), dataAge(features));
    }

    /** The person. */
    public Person person() {
        return person;
    }

    private RegoObject consents(ConsentHistory history, long time) {
        if (history != built || time < builtFrom || time >= builtUntil) {
            builtFrom = Long.MIN_VALUE;
            builtUntil = Long.MAX_VALUE;
            for (int i = 0; i < history.changes(); i++) {
                long change = history.time(i);
                if (change <= time) {
                    builtFrom = Math.max(builtFrom, change);
                } else {
                    builtUntil = Math.min(builtUntil, change);
                }
            }
            built = history;
            consents = CONSENT.object(
                    dimension(history, Dimension.CHANNEL, time),
                    dimension(history, Dimension.PURPOSE, time),
                    dimension(history, Dimension.CATEGORY, time));
        }
        return consents;
    }

    private static RegoObject dimension(ConsentHistory history, Dimension dimension, long time) {
        ConsentRegistry registry = history.registry();
        RegoObject.Builder builder = RegoObject.builder();
        for (int i = 0; i < registry.size(); i++) {
            if (registry.key(i).dimension() == dimension) {
                ConsentState state = history.state(i, time);
                builder.put(
                        registry.key(i).id(), state.state() == ConsentState.State.UNKNOWN ? NEVER_ASKED : state(state));
            }
        }
        return builder.build();
    }

    private static RegoObject state(ConsentState state) {
        boolean asked = state.state() != ConsentState.State.UNKNOWN;
        return STATE.object(
                RegoString.of(state.state().wire()),
                RegoString.of(asked ? Instant.ofEpochMilli(state.time()).toString() : ""),
                RegoString.of(state.policyVersion()),
                RegoString.of(state.source()));
    }

    private static RegoObject features(Features features) {
        FeatureSchema schema = features.schema();
        RegoObject.Builder builder = RegoObject.builder();
        for (int i = 0; i < schema.features().size(); i++) {
            if (features.present(i)) {
                String name = schema.features().get(i).name();
                switch (schema.features().get(i).kind()) {
                    case NUMBER -> builder.put(name, RegoNumber.of(features.raw(i)));
                    case FLAG -> builder.put(name, RegoBoolean.of(features.raw(i) == 1));
                    case TEXT -> {
                        String text = features.text(i);
                        builder.put(name, RegoString.of(text == null ? "" : text));
                    }
                }
            }
        }
        return builder.build();
    }

    private static RegoObject dataAge(Features features) {
        List<String> elements = features.schema().elements();
        RegoObject.Builder builder = RegoObject.builder();
        for (int i = 0; i < elements.size(); i++) {
            if (features.dataAge(i) >= 0) {
                builder.put(elements.get(i), RegoNumber.of(features.dataAge(i)));
            }
        }
        return builder.build();
    }
}
