package org.wayleave.data.feature;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a feature is computed from events. */
public enum Calculation {
    /** Days since the last purchase. */
    RECENCY("recency", FeatureKind.NUMBER),
    /** Purchases. */
    FREQUENCY("frequency", FeatureKind.NUMBER),
    /** Amount paid less refunds. */
    MONETARY("monetary", FeatureKind.NUMBER),
    /** Mean days between days with a purchase. */
    LATENCY("latency", FeatureKind.NUMBER),
    /** Share of purchases at a reduced price. */
    DISCOUNT_SHARE("discount-share", FeatureKind.NUMBER),
    /** Categories bought from. */
    DIVERSITY("diversity", FeatureKind.NUMBER),
    /** Returns per purchase. */
    RETURN_SHARE("return-share", FeatureKind.NUMBER),
    /** Stage of the relation, by the edges for new, active and cooling. */
    LIFECYCLE("lifecycle", FeatureKind.TEXT),
    /** Category with the highest affinity. */
    TOP_CATEGORY("top-category", FeatureKind.TEXT),
    /** Weighted share of a category in views and purchases. */
    AFFINITY("affinity", FeatureKind.NUMBER),
    /** Days since the last visit. */
    VISIT_RECENCY("visit-recency", FeatureKind.NUMBER),
    /** Product views in a window. */
    VIEWS("views", FeatureKind.NUMBER),
    /** Whether a cart of a window was left. */
    ABANDONED_CARTS("abandoned-carts", FeatureKind.FLAG),
    /** Views of sold-out sizes in a window. */
    STOCK_INTEREST("stock-interest", FeatureKind.NUMBER),
    /** Days until a consumable is used up. */
    REPLENISHMENT_DUE("replenishment-due", FeatureKind.NUMBER),
    /** Support requests in a window. */
    SUPPORT("support", FeatureKind.NUMBER),
    /** Whether the share of a category in the views of a window reaches the first edge. */
    INFERRED_INTEREST("inferred-interest", FeatureKind.TEXT);

    private final String wire;
    private final FeatureKind kind;

    Calculation(String wire, FeatureKind kind) {
        this.wire = wire;
        this.kind = kind;
    }

    /** Returns the name used in recipes. */
    public String wire() {
        return wire;
    }

    /** Returns the type of its values. */
    public FeatureKind kind() {
        return kind;
    }

    /** Returns the calculation of a name, null if there is none. */
    public static @Nullable Calculation named(String wire) {
        for (Calculation calculation : values()) {
            if (calculation.wire.equals(wire)) {
                return calculation;
            }
        }
        return null;
    }

    /** Returns all names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Calculation::wire).collect(Collectors.joining(", "));
    }
}
