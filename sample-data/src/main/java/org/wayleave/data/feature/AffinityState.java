package org.wayleave.data.feature;

/** The weight of each category in the events of a window, updated with each event that comes in or falls out. */
final class AffinityState {
    private final AffinityWeights weights;
    private final int[] byCategory;
    private int start;

    AffinityState(AffinityWeights weights, int categories) {
        this.weights = weights;
        byCategory = new int[categories + 1];
    }

    void enter(EventBuffer buffer, int at) {
        if (at < start) {
            start++;
        } else {
            tally(buffer, at, 1);
        }
    }

    int slide(EventBuffer buffer, int end, long now) {
        while (start < end && buffer.time(start) < now - weights.windowMillis()) {
            tally(buffer, start, -1);
            start++;
        }
        return start;
    }

    void dropped(int events) {
        start -= events;
    }

    /** Returns the weight of each category and, in one more place, their sum; not to be changed. */
    int[] byCategory() {
        return byCategory;
    }

    private void tally(EventBuffer buffer, int at, int sign) {
        int category = buffer.category(at);
        if (category >= 0) {
            int weight = sign * weights.weight(buffer.code(at));
            byCategory[category] += weight;
            byCategory[byCategory.length - 1] += weight;
        }
    }
}
