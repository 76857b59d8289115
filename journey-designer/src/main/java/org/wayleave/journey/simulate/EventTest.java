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
        return new EventTest(recipe.events().named(match.event()), category);
    }

    /** The events that contacts of a vertical are for. */
    static EventTest outcome(Recipe recipe) {
        return new EventTest(recipe.outcome().event(), -1);
    }

    boolean accepts(EventType other, int otherCategory) {
        return other.equals(type) && (category == -1 || category == otherCategory);
    }
}
