package org.wayleave.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.data.random.Draws;

/** Draws what a person tells about themselves; people of value tell more. */
final class AnswerSheet {
    /** From this leaning on, a person names a category. */
    private static final double NAMED = 0.2;

    private static final int LONGEST_AGO_DAYS = 900;

    private AnswerSheet() {}

    static Answers draw(Population population, Profile profile, long personKey, double[] affinity) {
        RecipeContent.AnswerTable table = population.content.answers();
        long key = Draws.subKey(personKey, Streams.ANSWERS);
        double score = table.value() * profile.value + population.answerResidual * Draws.normal(key, 0);
        if (score < population.answerThreshold) {
            return Answers.NONE;
        }
        long longest = LONGEST_AGO_DAYS * SeasonCalendar.DAY;
        double ago = Draws.uniform(key, 1) * Math.min(longest, population.asOf() - profile.joined);
        List<Category> categories = population.content.categories();
        List<String> preferences = new ArrayList<>();
        if (Draws.uniform(key, 2) < table.preferencesShare()) {
            for (int i = 0; i < affinity.length; i++) {
                if (affinity[i] >= NAMED) {
                    preferences.add(categories.get(i).id());
                }
            }
        }
        Map<String, String> sizes = new LinkedHashMap<>();
        if (Draws.uniform(key, 3) < table.sizesShare()) {
            for (Category category : categories) {
                if (!category.sizes().isEmpty()) {
                    sizes.put(
                            category.id(),
                            category.sizes().get(profile.size(category.sizes().size())));
                }
            }
        }
        List<String> goals = new ArrayList<>();
        if (Draws.uniform(key, 4) < table.goalsShare()) {
            goals.add(table.goals()
                    .get(Draws.categorical(key, 5, population.goals))
                    .id());
        }
        return new Answers(
                population.asOf() - (long) ago,
                List.copyOf(preferences),
                Collections.unmodifiableMap(sizes),
                List.copyOf(goals));
    }
}
