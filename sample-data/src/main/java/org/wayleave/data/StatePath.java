package org.wayleave.data;

import java.util.List;
import org.wayleave.data.process.States;
import org.wayleave.data.random.Draws;

/** Which state of a chain a person is in on each day from the start of history to the horizon. */
final class StatePath {
    private final int stepDays;
    private final byte[] states;
    private final int firstStep;

    private final double tenureAtStart;
    private final boolean concerned;

    private StatePath(int stepDays, byte[] states, int firstStep, double tenureAtStart, boolean concerned) {
        this.tenureAtStart = tenureAtStart;
        this.concerned = concerned;
        this.stepDays = stepDays;
        this.states = states;
        this.firstStep = firstStep;
    }

    /**
     * Draws a path; each step has a number of its own, so that a longer horizon changes no earlier step.
     *
     * @param days days that are followed
     * @param firstDay the day on which the person is first there
     * @param tenureAtStart days since joining on day 0, negative for who joins later
     */
    static StatePath draw(States chain, int segment, long key, int days, int firstDay, double tenureAtStart) {
        byte[] states = new byte[days / chain.stepDays() + 1];
        int first = firstDay / chain.stepDays();
        if (Draws.uniform(key, 0) >= chain.share()[segment]) {
            return new StatePath(chain.stepDays(), states, first, tenureAtStart, false);
        }
        StatePath path = new StatePath(chain.stepDays(), states, first, tenureAtStart, true);
        int state = tenureAtStart < 0 ? 0 : start(chain.initial(), Draws.uniform(key, 1));
        for (int step = first; step < states.length; step++) {
            states[step] = (byte) state;
            state = next(chain.states().get(state).leave(), state, path.tenure(step), Draws.uniform(key, step + 2));
        }
        return path;
    }

    private static int start(double[] initial, double u) {
        double reached = 0;
        for (int i = 0; i < initial.length - 1; i++) {
            reached += initial[i];
            if (u < reached) {
                return i;
            }
        }
        return initial.length - 1;
    }

    private static int next(List<States.Leave> leaves, int state, double tenure, double u) {
        double reached = 0;
        for (int i = 0; i < leaves.size(); i++) {
            reached += leaves.get(i).at(tenure);
            if (u < reached) {
                return leaves.get(i).to();
            }
        }
        return state;
    }

    /** Returns the state on a day. */
    int on(int day) {
        return states[Math.min(states.length - 1, day / stepDays)];
    }

    /** Returns the days since joining at the end of a step. */
    double tenure(int step) {
        return tenureAtStart + (step + 1.0) * stepDays;
    }

    /** Returns whether the chain concerns the person; otherwise they stay in its first state. */
    boolean concerned() {
        return concerned;
    }

    /** Returns the number of steps. */
    int steps() {
        return states.length;
    }

    /** Returns the first step at which the person was there. */
    int firstStep() {
        return firstStep;
    }

    /** Returns the state at a step. */
    int at(int step) {
        return states[step];
    }
}
