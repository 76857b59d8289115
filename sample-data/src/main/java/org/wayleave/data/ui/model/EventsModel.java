package org.wayleave.data.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.conformance.Mistakes;
import org.wayleave.data.conformance.PopulationConformance;
import org.wayleave.data.token.CanonicalForm;
import org.wayleave.data.token.DictionaryAttack;
import org.wayleave.data.token.IdentifierKind;
import org.wayleave.data.token.KeyEpochs;
import org.wayleave.data.token.RotationDrill;
import org.wayleave.data.token.SimulatedKeys;
import org.wayleave.data.token.Token;
import org.wayleave.data.token.Tokeniser;

/** How events keep to their contracts as they are edited, and rehearsals of tokenisation. For one thread. */
public final class EventsModel {
    /** People whose events are checked at most. */
    public static final int MOST = 5_000;

    /** Share of the events that are spoilt in a rehearsal. */
    public static final double SPOILT = 0.01;

    private static final int DRILL_LOGINS = 5_000;
    private static final int PHONE_RANGE = 100_000;
    private static final int PHONES = 500;

    private final PeopleModel people;
    private final CatalogueEditing editing;
    private final Steps checking;
    private final Steps rehearsing;
    private final ReadOnlyObjectWrapper<PopulationConformance.@Nullable Outcome> outcome =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TokenRehearsal> rehearsal = new ReadOnlyObjectWrapper<>();

    /**
     * What a rehearsal of tokenisation showed.
     *
     * @param epochs how keys changed in it
     * @param plain attack on unkeyed hashes
     * @param keyed attack on tokens without their key
     */
    public record TokenRehearsal(
            KeyEpochs epochs,
            RotationDrill.Outcome drill,
            DictionaryAttack.Outcome plain,
            DictionaryAttack.Outcome keyed) {}

    /**
     * Makes a model.
     *
     * @param editing the catalogue whose contracts are meant
     */
    public EventsModel(PeopleModel people, CatalogueEditing editing, Background background) {
        this.people = people;
        this.editing = editing;
        checking = new Steps(background, "data.conformance");
        rehearsing = new Steps(background, "data.tokens");
    }

    /** How events keep to the contracts; null before a check. */
    public ReadOnlyObjectProperty<PopulationConformance.@Nullable Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** What the rehearsal of tokenisation showed; null before. */
    public ReadOnlyObjectProperty<@Nullable TokenRehearsal> rehearsalProperty() {
        return rehearsal.getReadOnlyProperty();
    }

    /** Returns the check that goes on. */
    public Steps checking() {
        return checking;
    }

    /** Returns the rehearsal that goes on. */
    public Steps rehearsing() {
        return rehearsing;
    }

    /** Checks the events of the people that are shown; in a rehearsal a share of them is spoilt first. */
    public void check(boolean withMistakes) {
        ObservedPopulation population = people.population();
        Catalogue contracts = editing.catalogueProperty().get();
        if (population != null && contracts != null) {
            int wanted = Math.min(MOST, population.people());
            PopulationConformance check = new PopulationConformance(
                    population.generator(),
                    contracts,
                    new Mistakes(population.generator().seed(), withMistakes ? SPOILT : 0));
            checking.start(
                    "Check events",
                    "people",
                    progress -> check.check(wanted, done -> progress.count(done, wanted), progress::cancelled),
                    found -> {
                        outcome.set(found);
                        return words(found);
                    });
        }
    }

    private static String words(PopulationConformance.Outcome found) {
        long made = found.made().values().stream().mapToLong(Long::longValue).sum();
        long caught =
                found.caught().values().stream().mapToLong(Long::longValue).sum();
        String checked = Words.count(found.report().checked()) + " events of " + Words.people(found.people()) + ": "
                + Words.count(found.report().broken()) + " break their contract";
        return made == 0
                ? checked + "."
                : checked + "; of " + Words.count(made) + " spoilt on purpose, " + Words.count(caught)
                        + " were caught for their reason, with " + Words.count(found.falseAlarms()) + " false alarms.";
    }

    /** Rehearses a change of keys and an attack on pseudonyms, on synthetic identifiers. */
    public void rehearseTokens() {
        ObservedPopulation population = people.population();
        if (population != null) {
            Instant start = population.generator().asOf();
            long seed = population.generator().seed();
            KeyEpochs epochs = new KeyEpochs(start, Duration.ofDays(90), Duration.ofDays(14));
            int total = 2;
            rehearsing.start(
                    "Rehearse tokens",
                    "parts",
                    progress -> {
                        RotationDrill.Outcome drill = new RotationDrill(seed, epochs, Duration.ofDays(20))
                                .run(DRILL_LOGINS, progress::cancelled);
                        progress.count(1, total);
                        TokenRehearsal shown = attack(epochs, seed, drill);
                        progress.count(total, total);
                        return shown;
                    },
                    shown -> {
                        rehearsal.set(shown);
                        return shown.drill().passed()
                                ? "The change of keys joins what it should, and nothing else."
                                : "The change of keys does not keep its promise; see the figures.";
                    });
        }
    }

    private static TokenRehearsal attack(KeyEpochs epochs, long seed, RotationDrill.Outcome drill) {
        CanonicalForm forms = new CanonicalForm(null);
        DictionaryAttack attack = new DictionaryAttack(forms, IdentifierKind.PHONE, PHONE_RANGE, EventsModel::phone);
        Tokeniser ours = new Tokeniser(new SimulatedKeys("rehearsal|" + seed), epochs, forms);
        Tokeniser theirs = new Tokeniser(new SimulatedKeys("attacker|" + seed), epochs, forms);
        Set<Token> tokens = IntStream.range(0, PHONES)
                .mapToObj(i -> ours.token(IdentifierKind.PHONE, phone(i * (PHONE_RANGE / PHONES)), 1))
                .collect(Collectors.toSet());
        return new TokenRehearsal(
                epochs,
                drill,
                attack.onPlainHashes(IntStream.range(0, PHONES)
                        .mapToObj(i -> phone(i * (PHONE_RANGE / PHONES)))
                        .toList()),
                attack.onTokens(tokens, theirs));
    }

    private static String phone(int number) {
        return String.format(Locale.ROOT, "+4915%08d", number);
    }
}
