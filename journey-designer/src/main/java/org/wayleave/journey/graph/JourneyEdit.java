package org.wayleave.journey.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A named change of a journey: a pure function from the journey before to the journey after. */
public sealed interface JourneyEdit {

    /** What the edit does, as the history lists it: “Add step Reminder”. */
    String description();

    /**
     * The journey after the edit.
     *
     * @throws EditRefused when the edit does not fit; the journey before stays what it was
     */
    Journey apply(Journey journey);

    /** Adds a step without edges. */
    record AddStep(Step step) implements JourneyEdit {
        @Override
        public String description() {
            return "Add step “" + step.title() + "”";
        }

        @Override
        public Journey apply(Journey journey) {
            List<Step> steps = new ArrayList<>(journey.steps());
            steps.add(step);
            return Rebuild.graph(journey, steps, journey.edges());
        }
    }

    /** Adds steps with the edges between them, and edges that join them to steps already there: a paste. */
    record AddSteps(List<Step> steps, List<Edge> edges) implements JourneyEdit {
        public AddSteps {
            steps = List.copyOf(steps);
            edges = List.copyOf(edges);
        }

        @Override
        public String description() {
            return steps.size() == 1 ? "Add step “" + steps.getFirst().title() + "”" : "Add " + steps.size() + " steps";
        }

        @Override
        public Journey apply(Journey journey) {
            List<Step> allSteps = new ArrayList<>(journey.steps());
            allSteps.addAll(steps);
            List<Edge> allEdges = new ArrayList<>(journey.edges());
            allEdges.addAll(edges);
            return Rebuild.graph(journey, allSteps, allEdges);
        }
    }

    /**
     * Removes a step and its edges.
     *
     * @param heal whether the steps before it are joined to the step behind it, when there is exactly one behind it
     */
    record RemoveStep(String id, boolean heal) implements JourneyEdit {
        @Override
        public String description() {
            return "Remove step “" + id + "”";
        }

        @Override
        public Journey apply(Journey journey) {
            return new RemoveSteps(Set.of(id), heal).apply(journey);
        }
    }

    /**
     * Removes steps and their edges.
     *
     * @param heal whether, for each of them, the steps before it are joined to the one behind it
     */
    record RemoveSteps(Set<String> ids, boolean heal) implements JourneyEdit {
        public RemoveSteps {
            ids = Set.copyOf(ids);
        }

        @Override
        public String description() {
            return ids.size() == 1 ? "Remove step “" + ids.iterator().next() + "”" : "Remove " + ids.size() + " steps";
        }

        @Override
        public Journey apply(Journey journey) {
            for (String id : ids) {
                Rebuild.existing(journey, id);
            }
            List<Step> steps = journey.steps().stream()
                    .filter(step -> !ids.contains(step.id()))
                    .toList();
            List<Edge> edges = new ArrayList<>();
            for (Edge edge : journey.edges()) {
                if (ids.contains(edge.from())) {
                    continue;
                }
                String to = heal ? survivor(journey, edge.to()) : ids.contains(edge.to()) ? "" : edge.to();
                if (!to.isEmpty() && !to.equals(edge.from())) {
                    edges.add(new Edge(edge.from(), edge.port(), to, edge.extras()));
                }
            }
            return Rebuild.graph(journey, steps, edges);
        }

        private String survivor(Journey journey, String start) {
            Set<String> passed = new HashSet<>();
            String id = start;
            while (ids.contains(id)) {
                List<String> behind =
                        journey.outgoing(id).stream().map(Edge::to).distinct().toList();
                if (behind.size() != 1 || !passed.add(id)) {
                    return "";
                }
                id = behind.getFirst();
            }
            return id;
        }
    }

    /** Moves steps to new places. */
    record MoveSteps(Map<String, Position> positions) implements JourneyEdit {
        public MoveSteps {
            positions = java.util.Collections.unmodifiableMap(new TreeMap<>(positions));
        }

        @Override
        public String description() {
            return positions.size() == 1
                    ? "Move step “" + positions.keySet().iterator().next() + "”"
                    : "Move " + positions.size() + " steps";
        }

        @Override
        public Journey apply(Journey journey) {
            for (String id : positions.keySet()) {
                Rebuild.existing(journey, id);
            }
            List<Step> steps = new ArrayList<>(journey.steps().size());
            for (Step step : journey.steps()) {
                Position elsewhere = positions.get(step.id());
                steps.add(elsewhere == null ? step : step.withPosition(elsewhere));
            }
            return Rebuild.graph(journey, steps, journey.edges());
        }
    }

    /** Draws an edge; one that leaves through the same port is replaced. */
    record Connect(String from, String port, String to) implements JourneyEdit {
        @Override
        public String description() {
            return "Connect “" + from + "” to “" + to + "”";
        }

        @Override
        public Journey apply(Journey journey) {
            List<Edge> edges = new ArrayList<>(journey.edges());
            edges.removeIf(edge -> edge.from().equals(from) && edge.port().equals(port));
            edges.add(new Edge(from, port, to));
            return Rebuild.graph(journey, journey.steps(), edges);
        }
    }

    /** Removes the edge that leaves a step through a port. */
    record Disconnect(String from, String port) implements JourneyEdit {
        @Override
        public String description() {
            return "Disconnect “" + port + "” of “" + from + "”";
        }

        @Override
        public Journey apply(Journey journey) {
            List<Edge> edges = new ArrayList<>(journey.edges());
            if (!edges.removeIf(edge -> edge.from().equals(from) && edge.port().equals(port))) {
                throw new EditRefused("No edge leaves step “" + from + "” through “" + port + "”");
            }
            return Rebuild.graph(journey, journey.steps(), edges);
        }
    }

    /** Replaces a step by one of the same id; edges of ports that it no longer has, or into an entry, go. */
    record ChangeStep(Step step) implements JourneyEdit {
        @Override
        public String description() {
            return "Change step “" + step.title() + "”";
        }

        @Override
        public Journey apply(Journey journey) {
            Rebuild.existing(journey, step.id());
            List<Step> steps = new ArrayList<>(journey.steps());
            steps.set(journey.indexOf(step.id()), step);
            Set<String> ports = new HashSet<>();
            step.ports().forEach(port -> ports.add(port.name()));
            List<Edge> edges = journey.edges().stream()
                    .filter(edge -> !edge.from().equals(step.id()) || ports.contains(edge.port()))
                    .filter(edge -> !edge.to().equals(step.id()) || step.hasInput())
                    .toList();
            return Rebuild.graph(journey, steps, edges);
        }
    }

    /** Changes the title and the stated goal of the journey. */
    record ChangeTexts(String title, String goal) implements JourneyEdit {
        @Override
        public String description() {
            return "Rename the journey";
        }

        @Override
        public Journey apply(Journey journey) {
            return journey.withTexts(title, goal);
        }
    }

    /**
     * Changes what is expected of the journey.
     *
     * @param what what the edit does, as the history lists it
     */
    record ChangeExpectations(String what, List<Expectation> expectations) implements JourneyEdit {
        public ChangeExpectations {
            expectations = List.copyOf(expectations);
        }

        @Override
        public String description() {
            return what;
        }

        @Override
        public Journey apply(Journey journey) {
            try {
                return journey.withExpectations(expectations);
            } catch (IllegalArgumentException unsound) {
                throw new EditRefused(String.valueOf(unsound.getMessage()), unsound);
            }
        }
    }

    /** Puts a step into the middle of an edge. */
    record InsertStep(Step step, String port, String from, String fromPort) implements JourneyEdit {
        @Override
        public String description() {
            return "Insert step “" + step.title() + "”";
        }

        @Override
        public Journey apply(Journey journey) {
            Edge edge = journey.edge(from, fromPort)
                    .orElseThrow(
                            () -> new EditRefused("No edge leaves step “" + from + "” through “" + fromPort + "”"));
            Journey with = new AddStep(step).apply(journey);
            Journey half = new Connect(from, fromPort, step.id()).apply(with);
            return new Connect(step.id(), port, edge.to()).apply(half);
        }
    }

    /** Replaces the whole journey, as an import or a restored version does; the id stays. */
    record Replace(Journey other, String what) implements JourneyEdit {
        @Override
        public String description() {
            return what;
        }

        @Override
        public Journey apply(Journey journey) {
            return other.withId(journey.id());
        }
    }

    /** Several edits that are one for the person who makes them. */
    record Together(String what, List<JourneyEdit> edits) implements JourneyEdit {
        public Together {
            edits = List.copyOf(edits);
        }

        @Override
        public String description() {
            return what;
        }

        @Override
        public Journey apply(Journey journey) {
            Journey result = journey;
            for (JourneyEdit edit : edits) {
                result = edit.apply(result);
            }
            return result;
        }
    }

    /** Copies of steps and the edges between them under free ids, moved by an offset, ready to be added. */
    static AddSteps copyOf(Journey source, Set<String> ids, Journey target, double dx, double dy) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> given = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (Step step : source.steps()) {
            if (ids.contains(step.id())) {
                String name = target.freeId(step.id());
                for (int n = 2; !given.add(name); n++) {
                    name = target.freeId(step.id() + "-copy-" + n);
                }
                names.put(step.id(), name);
                steps.add(step.withId(name).withPosition(step.position().plus(dx, dy)));
            }
        }
        List<Edge> edges = new ArrayList<>();
        for (Edge edge : source.edges()) {
            String from = names.get(edge.from());
            String to = names.get(edge.to());
            if (from != null && to != null) {
                edges.add(new Edge(from, edge.port(), to, edge.extras()));
            }
        }
        return new AddSteps(steps, edges);
    }
}
