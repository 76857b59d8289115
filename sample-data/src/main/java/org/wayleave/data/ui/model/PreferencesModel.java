package org.wayleave.data.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentLog;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.consent.OptInOffers;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.preference.MessageChange;
import org.wayleave.data.preference.MessagePreview;
import org.wayleave.data.preference.WithdrawalEffect;

/** A person's preference centre in a preview: toggles, and what each choice changes. Nothing is stored. For one thread. */
public final class PreferencesModel {
    private final PeopleModel people;
    private final Neighbours neighbours;
    private final Background background;
    private final Map<String, Boolean> choices = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private int person = -1;

    /**
     * A consent as the person sees it.
     *
     * @param state as it stands, choices included
     * @param chosen whether it was toggled here
     */
    public record Toggle(
            Dimension dimension, String key, String title, String note, ConsentState.State state, boolean chosen) {
        /** Returns the name used in documents, such as "purpose:marketing". */
        public String name() {
            return dimension.wire() + ":" + key;
        }
    }

    /**
     * What is shown for a person.
     *
     * @param offers every opt-in rule looked at, none if the catalogue declares none
     * @param due consents that run out soon or ran out lately
     */
    public record Preview(
            String person,
            List<Toggle> toggles,
            List<MessageChange> messages,
            WithdrawalEffect effect,
            List<OptInOffers.Trial> offers,
            List<ConsentLog.Renewal> due) {
        /** Copies the lists. */
        public Preview {
            toggles = List.copyOf(toggles);
            messages = List.copyOf(messages);
            offers = List.copyOf(offers);
            due = List.copyOf(due);
        }
    }

    /** Makes a model; {@link #show()} fills it. */
    public PreferencesModel(PeopleModel people, Neighbours neighbours, Background background) {
        this.people = people;
        this.neighbours = neighbours;
        this.background = background;
    }

    /** What is shown; null before. */
    public ReadOnlyObjectProperty<@Nullable Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** What goes on or went wrong; empty when there is nothing to say. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Shows the person chosen on the page; choices made for another person are dropped. */
    public void show() {
        int chosen = Math.max(0, people.personProperty().get());
        if (chosen != person) {
            choices.clear();
            person = chosen;
        }
        work();
    }

    /** Goes to the next or an earlier person. */
    public void step(int by) {
        ObservedPopulation population = people.population();
        if (population != null) {
            choices.clear();
            person = Math.floorMod(Math.max(0, person) + by, population.people());
            work();
        }
    }

    /** Sets a toggle; setting it back to what it was takes the choice away. */
    public void choose(Toggle toggle, boolean granted) {
        if (toggle.chosen()) {
            choices.remove(toggle.name());
        } else {
            choices.put(toggle.name(), granted);
        }
        work();
    }

    /** Withdraws every consent that is granted. */
    public void withdrawAll() {
        Preview shown = preview.get();
        if (shown != null) {
            for (Toggle toggle : shown.toggles()) {
                if (toggle.state() == ConsentState.State.GRANTED) {
                    if (toggle.chosen()) {
                        choices.remove(toggle.name());
                    } else {
                        choices.put(toggle.name(), false);
                    }
                }
            }
            work();
        }
    }

    /** Drops all choices. */
    public void reset() {
        choices.clear();
        work();
    }

    private void work() {
        ObservedPopulation population = people.population();
        if (population == null) {
            return;
        }
        int index = Math.min(person, population.people() - 1);
        Map<String, Boolean> chosen = new LinkedHashMap<>(choices);
        status.set("Deciding…");
        background.start(
                "data.preferences",
                "Preview the preferences",
                progress -> of(population, neighbours.messages(population.catalogue()), index, chosen),
                (done, total) -> {},
                made -> {
                    status.set("");
                    preview.set(made);
                },
                failure -> status.set("The messages cannot be decided: " + failure.getMessage()));
    }

    private static Preview of(
            ObservedPopulation population, MessagePreview messages, int index, Map<String, Boolean> chosen) {
        Person person = population.generator().person(index);
        Instant asOf = population.generator().asOf();
        long now = asOf.toEpochMilli();
        ConsentHistory before = person.consents();
        ConsentHistory after = before;
        Set<String> touched = new HashSet<>();
        for (Map.Entry<String, Boolean> choice : chosen.entrySet()) {
            int colon = choice.getKey().indexOf(':');
            Dimension dimension = Dimension.ofWire(choice.getKey().substring(0, colon));
            String key = choice.getKey().substring(colon + 1);
            touched.add(choice.getKey());
            after = choice.getValue()
                    ? after.withRenewal(dimension, key, now, "preference-centre")
                    : after.withWithdrawal(dimension, key, now, "preference-centre");
        }
        Catalogue catalogue = population.catalogue();
        ConsentLog log = ConsentLog.of(person.id(), before, now);
        return new Preview(
                person.id(),
                toggles(population, after, touched, now),
                MessageChange.between(messages.messages(person, before), messages.messages(person, after)),
                WithdrawalEffect.of(catalogue, population.recipe().featureSchema(), person, before, after, now),
                new OptInOffers(catalogue.optIn())
                        .trials(log, (events, from, to) -> count(person.history(), events, from, to), asOf),
                log.renewals(
                        asOf,
                        asOf.plus(Duration.ofDays(catalogue.optIn().renewBeforeDays())),
                        asOf.minus(Duration.ofDays(catalogue.optIn().renewBeforeDays()))));
    }

    private static List<Toggle> toggles(
            ObservedPopulation population, ConsentHistory consents, Set<String> touched, long now) {
        List<Toggle> toggles = new ArrayList<>();
        ConsentRegistry registry = consents.registry();
        for (int position : population.consents()) {
            ConsentRegistry.Key key = registry.key(position);
            String name = key.dimension().wire() + ":" + key.id();
            ConsentState state = consents.state(position, now);
            toggles.add(new Toggle(
                    key.dimension(),
                    key.id(),
                    Words.consent(population.catalogue(), key.dimension(), key.id()),
                    note(state),
                    state.state(),
                    touched.contains(name)));
        }
        return toggles;
    }

    private static String note(ConsentState state) {
        return state.state() == ConsentState.State.UNKNOWN
                ? "never asked"
                : state.state().wire() + " " + Words.day(state.time())
                        + (state.source().isEmpty() ? "" : ", " + Words.title(state.source()));
    }

    private static int count(EventHistory events, List<String> kinds, Instant from, Instant to) {
        EventHistory window = events.between(from.toEpochMilli(), to.toEpochMilli());
        int count = 0;
        for (int i = 0; i < window.size(); i++) {
            count += kinds.contains(window.type(i).wire()) ? 1 : 0;
        }
        return count;
    }
}
