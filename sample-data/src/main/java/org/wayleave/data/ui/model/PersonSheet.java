package org.wayleave.data.ui.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wayleave.data.Answers;
import org.wayleave.data.Category;
import org.wayleave.data.EventFields;
import org.wayleave.data.Person;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.LawfulBasis;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.export.EventRecord;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.feature.Features;

/** What is known of one person at the moment of observation, in words; neither the future nor the truth is in it. Immutable. */
public final class PersonSheet {
    private final Person person;
    private final Recipe recipe;
    private final Catalogue catalogue;
    private final Instant asOf;

    /**
     * Something known, with a sentence that explains it.
     *
     * @param value in words, empty where nothing is known
     */
    public record Fact(String label, String value, String explanation) {}

    /**
     * An event.
     *
     * @param time epoch milliseconds
     * @param amount paid or refunded, NaN where no money moves
     * @param discount share of the full price, NaN where there is none
     */
    public record EventRow(
            long time,
            EventType type,
            String event,
            String category,
            String product,
            String size,
            double amount,
            double discount) {}

    /**
     * A feature.
     *
     * @param value in words, "–" where the person has none
     * @param age days since the newest record behind it, -1 where there is none
     */
    public record FeatureRow(
            String name,
            String title,
            String value,
            String explanation,
            String dataElement,
            String basis,
            int age,
            int retentionDays) {}

    /** Makes the sheet of a person. */
    public PersonSheet(ObservedPopulation population, int index) {
        person = population.generator().person(index);
        recipe = population.recipe();
        catalogue = population.catalogue();
        asOf = population.generator().asOf();
    }

    /** Returns the person. */
    public Person person() {
        return person;
    }

    /** Returns the moment of observation. */
    public Instant asOf() {
        return asOf;
    }

    /** Returns the person's own time zone, in which times are shown. */
    public ZoneId zone() {
        return person.zone();
    }

    /** Returns the ISO 4217 code of the amounts. */
    public String currency() {
        return recipe.currency();
    }

    /** Returns one line that describes the person. */
    public String portrait() {
        return Words.ageBand(person.ageBand()) + " · " + person.city() + ", "
                + Words.country(recipe, person.country()) + " · "
                + person.device().wire() + " · customer since " + Words.day(person.joined());
    }

    /** Returns the titles of the person's flags. */
    public List<String> flags() {
        Map<String, String> titles = recipe.flagTitles();
        return person.flags().stream()
                .map(flag -> titles.getOrDefault(flag, flag))
                .toList();
    }

    /** Returns the profile. */
    public List<Fact> profile() {
        return List.of(
                new Fact("Age", Words.ageBand(person.ageBand()), "Age in bands; no date of birth is kept."),
                new Fact(
                        "Country",
                        Words.country(recipe, person.country()),
                        "Country of the delivery address (" + person.country() + ")."),
                new Fact("City", person.city(), "City of the delivery address; nothing finer is known."),
                new Fact("Time zone", person.zone().getId(), "Quiet hours and send windows follow these clocks."),
                new Fact("Main device", Words.title(person.device().wire()), "What the person mostly uses."),
                new Fact("Customer since", Words.day(person.joined()), "When the person became a customer."));
    }

    /** Returns what the person told about themselves; empty if nothing. */
    public List<Fact> answers() {
        Answers answers = person.answers();
        if (answers.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        if (!answers.preferences().isEmpty()) {
            facts.add(new Fact(
                    "Likes",
                    String.join(
                            ", ",
                            answers.preferences().stream()
                                    .map(id -> Words.category(recipe, id))
                                    .toList()),
                    "Categories the person said they like."));
        }
        if (!answers.sizes().isEmpty()) {
            facts.add(new Fact(
                    "Sizes",
                    String.join(
                            ", ",
                            answers.sizes().entrySet().stream()
                                    .map(size -> Words.category(recipe, size.getKey()) + " " + size.getValue())
                                    .toList()),
                    "Sizes the person saved."));
        }
        if (!answers.goals().isEmpty()) {
            facts.add(new Fact(
                    "Goals",
                    Words.titles(recipe.goalTitles(), answers.goals()),
                    "What the person said they want to achieve."));
        }
        facts.add(new Fact("Told on", Words.day(answers.time()), "When the answers were given."));
        return List.copyOf(facts);
    }

    /** Returns the pseudonyms that stand for the person's addresses. */
    public List<Fact> tokens() {
        return person.tokens().all().entrySet().stream()
                .map(token -> new Fact(
                        Words.consent(catalogue, org.wayleave.data.consent.Dimension.CHANNEL, token.getKey()),
                        token.getValue(),
                        "Pseudonym of the address; only the gateway of the channel can turn it into the address."))
                .toList();
    }

    /** Returns the consents. */
    public ConsentSheet consents() {
        return new ConsentSheet(person.consents(), catalogue, asOf);
    }

    /** Returns the events of the 12 months before the moment of observation, newest first. */
    public List<EventRow> events() {
        EventHistory history = person.history();
        List<EventRow> rows = new ArrayList<>(history.size());
        for (int i = history.size() - 1; i >= 0; i--) {
            int position = history.category(i);
            Category category = position < 0 ? null : recipe.categories().get(position);
            EventType type = history.type(i);
            boolean money = recipe.eventFields().has(type, EventFields.Column.AMOUNT);
            boolean reduced = recipe.eventFields().has(type, EventFields.Column.DISCOUNT) && history.discount(i) > 0;
            rows.add(new EventRow(
                    history.time(i),
                    type,
                    type.title(),
                    Words.category(recipe, position),
                    category == null || history.product(i) < 0
                            ? ""
                            : EventRecord.productId(category, history.product(i)),
                    category == null || history.productSize(i) < 0
                            ? ""
                            : category.sizes().get(history.productSize(i)),
                    money ? history.value(i) : Double.NaN,
                    reduced ? history.discount(i) : Double.NaN));
        }
        return rows;
    }

    /** Returns the features at the moment of observation. */
    public List<FeatureRow> features() {
        Features features = person.features();
        List<FeatureRow> rows = new ArrayList<>();
        List<FeatureSpec> specs = features.schema().features();
        for (int i = 0; i < specs.size(); i++) {
            FeatureSpec spec = specs.get(i);
            DataElement element = catalogue.dataElements().get(spec.dataElement());
            int at = features.schema().elementPosition(spec.dataElement());
            rows.add(new FeatureRow(
                    spec.name(),
                    spec.title(),
                    value(features, i, spec),
                    spec.description(),
                    element == null ? spec.dataElement() : element.title(),
                    element == null ? "not declared" : basis(element),
                    at < 0 ? -1 : features.dataAge(at),
                    element == null ? 0 : element.retentionDays()));
        }
        return rows;
    }

    private String basis(DataElement element) {
        LawfulBasis basis = catalogue.lawfulBases().get(element.lawfulBasis());
        return basis == null ? "not declared" : basis.title();
    }

    private String value(Features features, int i, FeatureSpec spec) {
        if (!features.present(i)) {
            return "–";
        }
        return switch (spec.kind()) {
            case FLAG -> features.raw(i) == 1 ? "yes" : "no";
            case TEXT -> {
                String text = features.text(i);
                yield text == null ? "–" : textValue(text);
            }
            case NUMBER -> number(features.raw(i), spec.unit());
        };
    }

    private static String number(double value, String unit) {
        if (unit.equals("share")) {
            return Words.number(100 * value) + " %";
        }
        return Words.number(value) + (unit.isEmpty() ? "" : " " + (value == 1 ? Words.one(unit) : unit));
    }

    private String textValue(String text) {
        return recipe.categories().stream()
                .filter(category -> category.id().equals(text))
                .map(Category::title)
                .findFirst()
                .orElse(text.replace('-', ' '));
    }
}
