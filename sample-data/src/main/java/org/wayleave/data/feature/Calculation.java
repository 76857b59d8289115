package org.wayleave.data.feature;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a feature is computed. "Events" are those its definition names, in its window; "per" are the
 * events it compares them with.
 */
public enum Calculation {
    /** Days since the newest event; absent without one. */
    RECENCY("recency", FeatureKind.NUMBER),
    /** Number of events less that of the events taken away. */
    COUNT("count", FeatureKind.NUMBER),
    /** Sum of the amounts of the events less that of the events taken away. */
    SUM("sum", FeatureKind.NUMBER),
    /** Mean days between days with an event; absent below two such days. */
    LATENCY("latency", FeatureKind.NUMBER),
    /** Number of events for each "per" event; absent without such. */
    SHARE("share", FeatureKind.NUMBER),
    /** The same sum for each unit of the amounts of the "per" events; absent without such. */
    RATIO("ratio", FeatureKind.NUMBER),
    /** Number of categories that the events are about. */
    DIVERSITY("diversity", FeatureKind.NUMBER),
    /** Stage of the relation by first and newest event and the edges for new, active and cooling. */
    LIFECYCLE("lifecycle", FeatureKind.TEXT),
    /** Weighted share of one category in the events; absent without any. One feature for each category. */
    AFFINITY("affinity", FeatureKind.NUMBER),
    /** Category with the highest affinity; absent without events. */
    TOP_CATEGORY("top-category", FeatureKind.TEXT),
    /** Category of the newest event; absent without one. */
    LAST_CATEGORY("last-category", FeatureKind.TEXT),
    /** Amount of the newest event; absent without one. */
    LAST_AMOUNT("last-amount", FeatureKind.NUMBER),
    /** Whether there is an event with no "per" event after it. */
    PENDING("pending", FeatureKind.FLAG),
    /** Days until the next event by the mean interval, in the category with most events; absent below two. */
    DUE("due", FeatureKind.NUMBER),
    /** Days until a fixed time after the newest event; absent without one and when that time is over. */
    UNTIL("until", FeatureKind.NUMBER),
    /**
     * Whether the number of events for each "per" event, or without such their weighted number, reaches the first edge: a guess
     * about the person.
     */
    LIKELY("likely", FeatureKind.TEXT),
    /** Days since the person joined. */
    TENURE("tenure", FeatureKind.NUMBER),
    /** The goal the person told; absent if they told none. */
    TOLD("told", FeatureKind.TEXT),
    /** A sum of terms in other features that stand before it. */
    SCORE("score", FeatureKind.NUMBER);

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

    /** Returns whether it reads events, rather than what is known beside them. */
    public boolean readsEvents() {
        return this != TENURE && this != TOLD && this != SCORE;
    }

    /** Returns whether it compares its events with others and is undefined without them. */
    public boolean needsPer() {
        return this == SHARE || this == RATIO;
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
