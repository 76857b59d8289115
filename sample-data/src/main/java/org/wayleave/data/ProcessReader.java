package org.wayleave.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wayleave.data.process.Delay;
import org.wayleave.data.process.Emission;
import org.wayleave.data.process.Joining;
import org.wayleave.data.process.LifeProcess;
import org.wayleave.data.process.Recurring;
import org.wayleave.data.process.Sessions;
import org.wayleave.data.process.States;
import org.wayleave.data.process.Subject;

/** Reads what goes on in people's lives. */
final class ProcessReader {
    private static final int STEADY_ROUNDS = 20_000;

    private final EmissionReader emissions;
    private final int categories;

    ProcessReader(EmissionReader emissions, int categories) {
        this.emissions = emissions;
        this.categories = categories;
    }

    List<LifeProcess> read(Map<String, RecipeNode> nodes) {
        List<LifeProcess> processes = new ArrayList<>();
        nodes.forEach((id, node) -> processes.add(
                switch (node.text("kind")) {
                    case "sessions" -> sessions(id, node);
                    case "recurring" -> recurring(id, node);
                    case "states" -> states(id, node);
                    case "joining" -> joining(id, node);
                    default ->
                        throw new RecipeException(node.path()
                                + ".kind must be sessions, recurring, states or joining, is " + node.text("kind"));
                }));
        if (processes.size() > 40) {
            throw new RecipeException("recipe.processes may hold at most 40 processes");
        }
        return List.copyOf(processes);
    }

    private Sessions sessions(String id, RecipeNode node) {
        node.only(
                "kind", "title", "perYear", "spread", "months", "hours", "opening", "step", "steps", "gap", "closing");
        return new Sessions(
                id,
                node.text("title"),
                emissions.bySegment(node, "perYear", 0, 2000),
                node.number("spread", 0, 2, 0),
                node.has("months") ? node.numbers("months", 12, 0.01, 100) : new double[0],
                node.has("hours") ? node.numbers("hours", 24, 0, 1000) : new double[0],
                emissions.list(node, "opening", Subject.Kind.SAME),
                emissions.one(node.object("step"), categories > 0 ? Subject.Kind.AFFINITY : Subject.Kind.NONE),
                node.number("steps", 1, 100, 1),
                node.has("gap") ? EmissionReader.delay(node, "gap") : Delay.NONE,
                emissions.list(node, "closing", Subject.Kind.SAME));
    }

    private Recurring recurring(String id, RecipeNode node) {
        node.only("kind", "title", "share", "everyDays", "spread", "monthDay", "keep", "step");
        if (node.has("everyDays") == node.has("monthDay")) {
            throw new RecipeException(node.path() + " must have either everyDays or monthDay");
        }
        Emission step = emissions.one(node.object("step"), Subject.Kind.NONE);
        if (step.stock() != null) {
            throw new RecipeException(
                    node.path() + ".step.stock: only the step of sessions can find a product sold out");
        }
        return new Recurring(
                id,
                node.text("title"),
                node.has("share") ? emissions.bySegment(node, "share", 0, 1) : emissions.bySegment(1),
                node.number("everyDays", 3, 3650, 0),
                node.number("spread", 0, 1, 0),
                node.has("monthDay") ? node.integer("monthDay", 1, 28) : 0,
                node.number("keep", 0, 1, 1),
                step);
    }

    private Joining joining(String id, RecipeNode node) {
        node.only("kind", "title", "then");
        return new Joining(id, node.text("title"), emissions.list(node, "then", Subject.Kind.NONE));
    }

    private States states(String id, RecipeNode node) {
        node.only("kind", "title", "share", "stepDays", "states", "initial");
        Map<String, RecipeNode> entries = node.entries("states");
        List<String> ids = List.copyOf(entries.keySet());
        if (ids.size() > 12) {
            throw new RecipeException(node.path() + ".states may hold at most 12 states");
        }
        List<States.State> states = new ArrayList<>();
        entries.forEach((state, entry) -> {
            entry.only("title", "rates", "leave", "enter");
            states.add(new States.State(
                    state,
                    entry.text("title"),
                    entry.has("rates") ? entry.table("rates", 0, 100) : Map.of(),
                    leaves(entry, ids),
                    emissions.list(entry, "enter", Subject.Kind.NONE)));
        });
        double[] initial = node.has("initial") ? initial(node, ids) : steady(states);
        return new States(
                id,
                node.text("title"),
                node.has("share") ? emissions.bySegment(node, "share", 0, 1) : emissions.bySegment(1),
                node.integer("stepDays", 1, 365),
                states,
                initial);
    }

    private static double[] initial(RecipeNode node, List<String> ids) {
        Map<String, Double> table = node.table("initial", Set.copyOf(ids), 0, 1);
        double[] initial = ids.stream().mapToDouble(table::get).toArray();
        RecipeNode.sumsToOne(node.path() + ".initial", initial);
        return initial;
    }

    private static List<States.Leave> leaves(RecipeNode state, List<String> ids) {
        Map<String, RecipeNode> nodes = state.has("leave") ? state.objects("leave") : new LinkedHashMap<>();
        List<States.Leave> leaves = new ArrayList<>();
        double sum = 0;
        for (Map.Entry<String, RecipeNode> entry : nodes.entrySet()) {
            RecipeNode node = entry.getValue().only("probability", "tenure");
            int to = ids.indexOf(entry.getKey());
            if (to < 0) {
                throw new RecipeException(
                        node.path() + ": there is no state of that name; there are: " + String.join(", ", ids));
            }
            List<RecipeNode> tenure = node.has("tenure") ? node.list("tenure") : List.of();
            int[] days = new int[tenure.size()];
            double[] factors = new double[tenure.size()];
            double most = 1;
            for (int i = 0; i < days.length; i++) {
                tenure.get(i).only("upToDays", "factor");
                days[i] = tenure.get(i).integer("upToDays", 1, 36500);
                factors[i] = tenure.get(i).number("factor", 0, 100);
                most = Math.max(most, factors[i]);
                if (i > 0 && days[i] <= days[i - 1]) {
                    throw new RecipeException(tenure.get(i).path() + ".upToDays must be ascending");
                }
            }
            double probability = node.share("probability");
            sum += probability * most;
            leaves.add(new States.Leave(to, probability, days, factors));
        }
        if (sum > 1) {
            throw new RecipeException(state.path() + ".leave: the probabilities, with their greatest factors by tenure,"
                    + " must not add up to more than 1");
        }
        return leaves;
    }

    /** Returns the distribution that the chain, without tenure, comes to from its first state. */
    private static double[] steady(List<States.State> states) {
        double[] at = new double[states.size()];
        at[0] = 1;
        for (int round = 0; round < STEADY_ROUNDS; round++) {
            double[] next = new double[at.length];
            for (int s = 0; s < at.length; s++) {
                double stays = 1;
                for (States.Leave leave : states.get(s).leave()) {
                    next[leave.to()] += at[s] * leave.probability();
                    stays -= leave.probability();
                }
                next[s] += at[s] * stays;
            }
            at = next;
        }
        return at;
    }

    /** States and flags may only speed up or slow down processes that there are. */
    static void checkRates(List<LifeProcess> processes, List<RecipeContent.Flag> flags) {
        Set<String> paced = new HashSet<>();
        for (LifeProcess process : processes) {
            if (process instanceof Sessions || process instanceof Recurring) {
                paced.add(process.id());
            }
        }
        for (LifeProcess process : processes) {
            if (process instanceof States states) {
                for (States.State state : states.states()) {
                    checkRates(
                            "recipe.processes." + states.id() + ".states." + state.id(),
                            state.rates().keySet(),
                            paced);
                }
            }
        }
        for (RecipeContent.Flag flag : flags) {
            checkRates("recipe.flags." + flag.id(), flag.rates().keySet(), paced);
        }
    }

    private static void checkRates(String path, Set<String> rates, Set<String> paced) {
        for (String id : rates) {
            if (!paced.contains(id)) {
                throw new RecipeException(path + ".rates: there are no sessions and nothing recurring named " + id);
            }
        }
    }
}
