package org.wayleave.data.process;

import java.util.List;
import java.util.Map;

/**
 * A Markov chain in a person's life: active and lapsed, subscribed and cancelled, well and ill.
 *
 * @param share share of people it concerns, by segment; the others stay in the first state
 * @param stepDays days from one chance of leaving a state to the next
 * @param initial probability of each state at the start of history for people who had joined by then; who joins later begins in
 *     the first state
 */
@SuppressWarnings("ArrayRecordComponent") // tables read in loops over people; never compared
public record States(String id, String title, double[] share, int stepDays, List<State> states, double[] initial)
        implements LifeProcess {
    /** Copies the list. */
    public States {
        states = List.copyOf(states);
    }

    /**
     * A state.
     *
     * @param rates factor on the rate of other processes while it holds, by their id; 1 where nothing is said
     * @param leave ways out of it
     * @param enter what happens when it is entered, each on its own
     */
    public record State(String id, String title, Map<String, Double> rates, List<Leave> leave, List<Emission> enter) {
        /** Copies the collections. */
        public State {
            rates = Map.copyOf(rates);
            leave = List.copyOf(leave);
            enter = List.copyOf(enter);
        }
    }

    /**
     * A way out of a state.
     *
     * @param to position of the next state
     * @param probability at each step
     * @param tenureDays days since joining up to which a factor holds, ascending; empty if tenure does not matter
     * @param factors on the probability up to each of those days; after the last it is 1
     */
    public record Leave(int to, double probability, int[] tenureDays, double[] factors) {
        /**
         * Returns the probability of leaving at a step.
         *
         * @param tenure days since joining
         */
        public double at(double tenure) {
            for (int i = 0; i < tenureDays.length; i++) {
                if (tenure <= tenureDays[i]) {
                    return Math.min(1, probability * factors[i]);
                }
            }
            return probability;
        }
    }
}
