package org.wayleave.data.feature;

import java.time.Duration;
import java.util.List;
import org.wayleave.data.event.EventHistory;

/** The one definition of all features of a vertical: the same for a moment in the past, now, and in a simulated future. */
public final class FeatureTable {
    /** The days of events that features look back on. */
    public static final int WINDOW_DAYS = 365;

    /** The stages of {@link Calculation#LIFECYCLE}. */
    public static final List<String> LIFECYCLE = List.of("prospect", "new", "active", "cooling", "lapsed");

    /** The texts of {@link Calculation#INFERRED_INTEREST}. */
    public static final List<String> INFERRED = List.of("not-likely", "likely");

    static final long DAY = Duration.ofDays(1).toMillis();

    private final FeatureSchema schema;
    private final FeatureDefinition[] definitions;
    private final ElementAge[] elements;
    private final boolean[] consumable;
    private final int affinityWindowDays;

    /**
     * Makes a table.
     *
     * @param consumable per category whether it is used up and bought again
     */
    public FeatureTable(List<FeatureDefinition> definitions, List<ElementAge> elements, boolean[] consumable) {
        this.definitions = definitions.toArray(FeatureDefinition[]::new);
        this.elements = elements.toArray(ElementAge[]::new);
        this.consumable = consumable.clone();
        schema = new FeatureSchema(
                definitions.stream().map(FeatureDefinition::spec).toList(),
                elements.stream().map(ElementAge::element).toList());
        affinityWindowDays = definitions.stream()
                .filter(definition -> definition.calculation() == Calculation.AFFINITY)
                .mapToInt(FeatureDefinition::windowDays)
                .findFirst()
                .orElse(WINDOW_DAYS);
    }

    /** Returns the names and kinds. */
    public FeatureSchema schema() {
        return schema;
    }

    /** Returns how each feature is computed, in the order of the schema. */
    public List<FeatureDefinition> definitions() {
        return List.of(definitions);
    }

    /**
     * Computes the features of a person at an instant.
     *
     * @param events any events; those of the 365 days before the instant count
     * @param now epoch milliseconds
     */
    public Features compute(EventHistory events, long now, ProfileTimes profile) {
        EventSummary summary = new EventSummary(
                events.between(now - WINDOW_DAYS * DAY, now), now, consumable, affinityWindowDays * DAY);
        double[] values = new double[definitions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(definitions[i], summary, now, profile);
        }
        int[] ages = new int[elements.length];
        for (int i = 0; i < ages.length; i++) {
            long newest = newest(elements[i], summary, profile);
            ages[i] = newest == 0 || newest > now ? -1 : (int) ((now - newest) / DAY);
        }
        return new Features(schema, values, ages);
    }

    private static double value(FeatureDefinition definition, EventSummary s, long now, ProfileTimes profile) {
        return switch (definition.calculation()) {
            case RECENCY -> s.purchases == 0 ? Double.NaN : definition.quantise(days(now - s.lastPurchase));
            case FREQUENCY -> definition.quantise(s.purchases);
            case MONETARY -> definition.quantise((s.paidCents - s.refundedCents) / 100.0);
            case LATENCY ->
                s.purchaseDays < 2
                        ? Double.NaN
                        : definition.quantise(days(s.lastPurchase - s.firstPurchase) / (s.purchaseDays - 1));
            case DISCOUNT_SHARE ->
                s.purchases == 0 ? Double.NaN : definition.quantise((double) s.discounted / s.purchases);
            case DIVERSITY -> definition.quantise(s.categoriesBought());
            case RETURN_SHARE -> s.purchases == 0 ? Double.NaN : definition.quantise((double) s.returns / s.purchases);
            case LIFECYCLE -> lifecycle(definition.edges(), s, now, profile);
            case TOP_CATEGORY -> s.topCategory();
            case AFFINITY -> s.affinityTotal == 0 ? Double.NaN : definition.quantise(s.affinity(definition.category()));
            case VISIT_RECENCY -> s.lastVisit == 0 ? Double.NaN : definition.quantise(days(now - s.lastVisit));
            case VIEWS -> definition.quantise(s.views(definition.windowDays() * DAY));
            case ABANDONED_CARTS -> s.lastCart > Math.max(s.lastPurchase, now - definition.windowDays() * DAY) ? 1 : 0;
            case STOCK_INTEREST -> definition.quantise(s.stockViews(definition.windowDays() * DAY));
            case REPLENISHMENT_DUE -> {
                double due = s.replenishmentDue();
                yield Double.isNaN(due) ? due : definition.quantise(due);
            }
            case SUPPORT -> definition.quantise(s.supportRequests(definition.windowDays() * DAY));
            case INFERRED_INTEREST ->
                s.viewShare(definition.category(), definition.windowDays() * DAY)
                                >= definition.edges()[0]
                        ? 1
                        : 0;
        };
    }

    private static double lifecycle(double[] edges, EventSummary s, long now, ProfileTimes profile) {
        if (s.purchases == 0) {
            return 0;
        }
        if (days(now - s.firstPurchase) <= edges[0] && days(now - profile.joined()) <= WINDOW_DAYS) {
            return 1;
        }
        double recency = days(now - s.lastPurchase);
        if (recency <= edges[1]) {
            return 2;
        }
        return recency <= edges[2] ? 3 : 4;
    }

    private static long newest(ElementAge element, EventSummary summary, ProfileTimes profile) {
        return switch (element.origin()) {
            case EVENTS -> summary.newest(element.events(), element.category());
            case PROFILE -> profile.joined();
            case PREFERENCES -> profile.preferences();
            case SIZES -> profile.sizes();
            case GOALS -> profile.goals();
        };
    }

    private static double days(long millis) {
        return (double) millis / DAY;
    }
}
