package org.wayleave.journey.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A journey: an immutable graph. Two journeys with the same content are equal.
 *
 * <p>Always true: step ids are well formed and unique; an edge joins two steps of the journey, leaves through a port that its
 * step has, and never leads into an entry or back into its own step; a port has at most one edge. Edges stand in the order of
 * their steps and ports, whatever order they came in. A journey may well be unfinished: {@code JourneyLint} says what is missing.
 */
public final class Journey {

    private final String id;
    private final String title;
    private final String vertical;
    private final String goal;
    private final List<Step> steps;
    private final List<Edge> edges;
    private final List<Expectation> expectations;
    private final Extras extras;
    private final Map<String, Integer> indexes;
    private final Map<String, List<Edge>> outgoing;
    private volatile @Nullable Map<String, List<Edge>> incoming;

    /**
     * A journey.
     *
     * @param id stable name, well formed like a step's
     * @param title what people read
     * @param vertical the industry whose catalogue it uses
     * @param goal what it is for, in a sentence
     * @param expectations what is tried on every simulation; no two of an id
     * @throws IllegalArgumentException with one clear line when the graph is not sound
     */
    public Journey(
            String id,
            String title,
            String vertical,
            String goal,
            List<Step> steps,
            List<Edge> edges,
            List<Expectation> expectations,
            Extras extras) {
        if (!Names.wellFormed(id)) {
            throw new IllegalArgumentException(
                    "“" + id + "” is no journey id; it takes lower-case letters, digits and hyphens, at most 64");
        }
        this.id = id;
        this.title = title;
        this.vertical = vertical;
        this.goal = goal;
        this.steps = List.copyOf(steps);
        this.expectations = List.copyOf(expectations);
        Set<String> named = new HashSet<>();
        for (Expectation expectation : this.expectations) {
            if (!named.add(expectation.id())) {
                throw new IllegalArgumentException("two expectations have the id “" + expectation.id() + "”");
            }
        }
        this.extras = extras;
        this.indexes = indexes(this.steps);
        this.outgoing = new HashMap<>();
        this.edges = sound(edges);
    }

    public Journey(String id, String title, String vertical, String goal, List<Step> steps, List<Edge> edges) {
        this(id, title, vertical, goal, steps, edges, List.of(), Extras.NONE);
    }

    private static Map<String, Integer> indexes(List<Step> steps) {
        Map<String, Integer> indexes = HashMap.newHashMap(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i).id();
            if (!Names.wellFormed(step)) {
                throw new IllegalArgumentException(
                        "“" + step + "” is no step id; it takes lower-case letters, digits and hyphens, at most 64");
            }
            if (indexes.put(step, i) != null) {
                throw new IllegalArgumentException("two steps have the id “" + step + "”");
            }
        }
        return indexes;
    }

    private List<Edge> sound(List<Edge> unordered) {
        Set<String> taken = HashSet.newHashSet(unordered.size());
        for (Edge edge : unordered) {
            Optional<String> refusal = refusal(edge.from(), edge.port(), edge.to());
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(refusal.get());
            }
            if (!taken.add(edge.from() + "\n" + edge.port())) {
                throw new IllegalArgumentException(
                        "two edges leave step “" + edge.from() + "” through port “" + edge.port() + "”");
            }
            outgoing.computeIfAbsent(edge.from(), step -> new ArrayList<>(4)).add(edge);
        }
        List<Edge> ordered = new ArrayList<>(unordered.size());
        for (Step step : steps) {
            List<Edge> own = outgoing.get(step.id());
            if (own != null) {
                List<String> ports = step.ports().stream().map(Port::name).toList();
                own.sort(Comparator.comparingInt(edge -> ports.indexOf(edge.port())));
                outgoing.put(step.id(), Collections.unmodifiableList(own));
                ordered.addAll(own);
            }
        }
        return Collections.unmodifiableList(ordered);
    }

    /**
     * Why an edge may not be drawn, in a sentence for the person who tries; empty when it may. An edge that the port has
     * already is no reason: connecting replaces it.
     */
    public Optional<String> refusal(String from, String port, String to) {
        Integer source = indexes.get(from);
        Integer target = indexes.get(to);
        if (source == null || target == null) {
            return Optional.of("There is no step “" + (source == null ? from : to) + "” in this journey");
        }
        Step origin = steps.get(source);
        if (origin.ports().stream().noneMatch(known -> known.name().equals(port))) {
            return Optional.of("Step “" + from + "” has no way out “" + port + "”");
        }
        if (!steps.get(target).hasInput()) {
            return Optional.of("People come into an entry from outside; no step leads to “" + to + "”");
        }
        if (from.equals(to)) {
            return Optional.of("Step “" + from + "” cannot lead straight back to itself");
        }
        return Optional.empty();
    }

    /** Stable name. */
    public String id() {
        return id;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** The industry whose catalogue it uses. */
    public String vertical() {
        return vertical;
    }

    /** What it is for, in a sentence. */
    public String goal() {
        return goal;
    }

    /** The steps, in the order in which they were added. */
    public List<Step> steps() {
        return steps;
    }

    /** The edges, in the order of their steps and ports. */
    public List<Edge> edges() {
        return edges;
    }

    /** What is tried on every simulation. */
    public List<Expectation> expectations() {
        return expectations;
    }

    /** What the file holds beyond what this version knows. */
    public Extras extras() {
        return extras;
    }

    /** The step of that id. */
    public Optional<Step> step(String step) {
        Integer index = indexes.get(step);
        return index == null ? Optional.empty() : Optional.of(steps.get(index));
    }

    /** Where that step stands in {@link #steps()}; -1 when there is none. */
    public int indexOf(String step) {
        return indexes.getOrDefault(step, -1);
    }

    /** The edges that leave that step, in the order of its ports. */
    public List<Edge> outgoing(String step) {
        return outgoing.getOrDefault(step, List.of());
    }

    /** The edges that lead into that step. */
    public List<Edge> incoming(String step) {
        Map<String, List<Edge>> index = incoming;
        if (index == null) {
            index = new HashMap<>();
            for (Edge edge : edges) {
                index.computeIfAbsent(edge.to(), target -> new ArrayList<>(2)).add(edge);
            }
            index.replaceAll((target, in) -> Collections.unmodifiableList(in));
            incoming = index;
        }
        return index.getOrDefault(step, List.of());
    }

    /** The edge that leaves that step through that port. */
    public Optional<Edge> edge(String from, String port) {
        return outgoing(from).stream().filter(edge -> edge.port().equals(port)).findFirst();
    }

    /** The steps that bring people in. */
    public List<EntryStep> entries() {
        return steps.stream()
                .filter(EntryStep.class::isInstance)
                .map(EntryStep.class::cast)
                .toList();
    }

    /**
     * An id that no step has yet: the wished one if free, else with a number behind it.
     *
     * @param wish text of which the id is made, such as a title
     */
    public String freeId(String wish) {
        StringBuilder base = new StringBuilder();
        for (char c : wish.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                base.append(c);
            } else if (!base.isEmpty() && base.charAt(base.length() - 1) != '-') {
                base.append('-');
            }
        }
        base.setLength(Math.min(base.length(), 56));
        while (!base.isEmpty() && base.charAt(base.length() - 1) == '-') {
            base.setLength(base.length() - 1);
        }
        String stem = base.isEmpty() ? "step" : base.toString();
        String free = stem;
        for (int n = 2; indexes.containsKey(free); n++) {
            free = stem + "-" + n;
        }
        return free;
    }

    /** The same journey with other steps and edges. */
    public Journey withGraph(List<Step> otherSteps, List<Edge> otherEdges) {
        return new Journey(id, title, vertical, goal, otherSteps, otherEdges, expectations, extras);
    }

    /** The same journey under another title and with another purpose. */
    public Journey withTexts(String otherTitle, String otherGoal) {
        return new Journey(id, otherTitle, vertical, otherGoal, steps, edges, expectations, extras);
    }

    /** A copy under another id. */
    public Journey withId(String other) {
        return new Journey(other, title, vertical, goal, steps, edges, expectations, extras);
    }

    /** The same journey with other expectations. */
    public Journey withExpectations(List<Expectation> others) {
        return new Journey(id, title, vertical, goal, steps, edges, others, extras);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Journey that
                && id.equals(that.id)
                && title.equals(that.title)
                && vertical.equals(that.vertical)
                && goal.equals(that.goal)
                && steps.equals(that.steps)
                && edges.equals(that.edges)
                && expectations.equals(that.expectations)
                && extras.equals(that.extras);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, title, steps, edges);
    }

    @Override
    public String toString() {
        return "Journey " + id + " (" + steps.size() + " steps, " + edges.size() + " edges)";
    }
}
