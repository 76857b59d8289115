package org.wayleave.journey.simulate;

import org.jspecify.annotations.Nullable;
import org.wayleave.data.Recipe;
import org.wayleave.data.event.EventType;
import org.wayleave.journey.graph.EventMatch;

/**
 * Which events of a person count, by type and category position.
 *
 * @param type the type; null when the vertical has no such event, so that none ever counts
 * @param category position in the recipe's list of categories, -1 for any, -2 for one that the recipe does not have
 */
record EventTest(@Nullable EventType type, int category) {

    static final EventTest PURCHASE = new EventTest(EventType.PURCHASE, -1);

    static EventTest of(EventMatch match, Recipe recipe) {
        int category = -1;
        if (match.category() != null) {
            category = -2;
            for (int i = 0; i < recipe.categories().size(); i++) {
                if (recipe.categories().get(i).id().equals(match.category())) {
                    category = i;
                }
            }
        }
        return new EventTest(type(match.event()), category);
    }

    static @Nullable EventType type(String wire) {
        for (EventType type : EventType.values()) {
            if (type.wire().equals(wire)) {
                return type;
            }
        }
        return null;
    }

    boolean accepts(EventType other, int otherCategory) {
        return other == type && (category == -1 || category == otherCategory);
    }
}
