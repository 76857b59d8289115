package org.wayleave.engine.batch;

import java.util.Arrays;

/** Where a block was left: the condition for each number of further blocks that are left with it. */
final class Exits {
    private final Conditions conditions;
    private int[] byLevel = new int[4];

    Exits(Conditions conditions) {
        this.conditions = conditions;
    }

    void add(int level, int condition) {
        if (condition != Conditions.FALSE) {
            if (level >= byLevel.length) {
                byLevel = Arrays.copyOf(byLevel, Math.max(level + 1, byLevel.length * 2));
            }
            byLevel[level] = conditions.or(byLevel[level], condition);
        }
    }

    /** Where this block alone was left. */
    int here() {
        return byLevel[0];
    }

    /** Where any block was left. */
    int all() {
        int all = Conditions.FALSE;
        for (int condition : byLevel) {
            all = conditions.or(all, condition);
        }
        return all;
    }

    /** Hands on what leaves further blocks, seen from the block around. */
    void outer(Exits around) {
        for (int level = 1; level < byLevel.length; level++) {
            around.add(level - 1, byLevel[level]);
        }
    }

    /** Adds all of this to another. */
    void addTo(Exits other) {
        for (int level = 0; level < byLevel.length; level++) {
            other.add(level, byLevel[level]);
        }
    }
}
