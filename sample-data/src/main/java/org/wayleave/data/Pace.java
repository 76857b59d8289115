package org.wayleave.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.process.LifeProcess;
import org.wayleave.data.process.States;

/** How the states of people speed up or slow down one process. */
final class Pace {
    private final int[] chains;
    private final double[][] factors;
    private final double[] byFlag;

    /**
     * Finds the states that matter to a process.
     *
     * @param processes all processes of a recipe; a chain of states is known by its position
     */
    Pace(String process, List<LifeProcess> processes, List<RecipeContent.Flag> flags) {
        List<Integer> positions = new ArrayList<>();
        List<double[]> tables = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i) instanceof States states
                    && states.states().stream().anyMatch(state -> state.rates().containsKey(process))) {
                positions.add(i);
                tables.add(states.states().stream()
                        .mapToDouble(state -> state.rates().getOrDefault(process, 1.0))
                        .toArray());
            }
        }
        chains = positions.stream().mapToInt(Integer::intValue).toArray();
        factors = tables.toArray(double[][]::new);
        byFlag = flags.stream()
                .mapToDouble(flag -> flag.rates().getOrDefault(process, 1.0))
                .toArray();
    }

    /** Returns the factor of a person's flags, given as bits. */
    double of(int flags) {
        double factor = 1;
        for (int i = 0; i < byFlag.length && flags != 0; i++) {
            factor *= (flags >> i & 1) == 1 ? byFlag[i] : 1;
        }
        return factor;
    }

    /** Returns the factor of the states on a day of a life. */
    double on(int day, @Nullable StatePath[] paths) {
        double factor = 1;
        for (int i = 0; i < chains.length; i++) {
            StatePath path = paths[chains[i]];
            if (path != null) {
                factor *= factors[i][path.on(day)];
            }
        }
        return factor;
    }
}
