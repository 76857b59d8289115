package org.wayleave.journey.imports.foreign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.SourceFragment;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.imports.source.SourceNode;

/**
 * Puts a journey together from the parts of a file of another tool. Steps are known by the keys that they have there; ways between them
 * are drawn at the end, when all steps are known, and those that cannot be drawn are losses.
 */
public final class Assembly {

    /** The most steps that an imported journey may have. */
    public static final int MOST_STEPS = 2_000;

    /** The most ways between steps that an imported journey may have. */
    public static final int MOST_WAYS = 8_000;

    private static final Journey NAMES = new Journey("names", "", "", "", List.of(), List.of());
    private static final String END = "End";

    private final SourceFormat format;
    private final Losses losses = new Losses();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Map<String, List<Way>> ways = new LinkedHashMap<>();
    private final Map<String, Position> places = new HashMap<>();
    private @Nullable String end;
    private @Nullable SourceNode placesPart;

    /** A way out of a step through a port; the target is the key of a step in the file, or an id that was made here. */
    private record Way(String from, String port, String title, String target, boolean made, SourceNode at) {}

    /** Begins a journey. */
    public Assembly(SourceFormat format) {
        this.format = format;
    }

    /** Takes down what is lost. */
    public Losses losses() {
        return losses;
    }

    /** An id that no step has yet, made of a title. */
    public String id(String title) {
        if (ids.size() >= MOST_STEPS) {
            throw new JourneyFormatException("", "the journey would have more than " + MOST_STEPS + " steps");
        }
        String stem = NAMES.freeId(SourceTexts.title(title));
        String free = stem;
        for (int n = 2; !ids.add(free); n++) {
            free = stem + "-" + n;
        }
        return free;
    }

    /** Adds a step that the file does not name. */
    public void add(Step step) {
        steps.put(step.id(), step);
    }

    /**
     * Adds a step that the file names; ways to that key lead to it.
     *
     * @return whether the key is new; when it is not, nothing is added and the part of the file is a loss
     */
    public boolean add(String key, Step step, SourceNode at) {
        if (heads.containsKey(key) || aliases.containsKey(key)) {
            losses.leftOut(at, "Another step has the same key “" + key + "”.");
            return false;
        }
        heads.put(key, step.id());
        steps.put(step.id(), step);
        return true;
    }

    /** Lets ways to a key lead to a step that was added for it under no key. */
    public void head(String key, String id) {
        heads.put(key, id);
    }

    /** Lets ways to a key lead where another key leads: the part of the file is no step of its own. */
    public void alias(String key, String target) {
        if (!heads.containsKey(key)) {
            aliases.putIfAbsent(key, target);
        }
    }

    /** Whether a step of the file has that key. */
    public boolean knows(String key) {
        return heads.containsKey(key) || aliases.containsKey(key);
    }

    /** The id of the step to which ways to a key lead, when it is a step of its own. */
    public Optional<String> headOf(String key) {
        return Optional.ofNullable(heads.get(key));
    }

    /** Draws a way to the step of a key. A second one through the same port makes both run in parallel. */
    public void way(String from, String port, String title, String key, SourceNode at) {
        ways.computeIfAbsent(from + "\n" + port, name -> new ArrayList<>(1))
                .add(new Way(from, port, title, key, false, at));
    }

    /** Draws a way between two steps that were made here. */
    public void join(String from, String port, String to, SourceNode at) {
        ways.computeIfAbsent(from + "\n" + port, name -> new ArrayList<>(1)).add(new Way(from, port, "", to, true, at));
    }

    /** Draws a way to the end of the journey. */
    public void end(String from, String port, SourceNode at) {
        String exit = end;
        if (exit == null) {
            exit = id(END);
            end = exit;
            steps.put(exit, new ExitStep(exit, END, Position.ORIGIN, ""));
        }
        join(from, port, exit, at);
    }

    /** The id of the end of the journey, when a way leads there. */
    public Optional<String> endId() {
        return Optional.ofNullable(end);
    }

    /** Says which part of the file holds the places of steps. */
    public void placesAt(SourceNode part) {
        placesPart = part;
    }

    /** Gives the step of an id a place on the canvas. */
    public void place(String id, Position position) {
        places.put(id, position);
    }

    /** A step that has no meaning here, with its source; takes down that it is kept. */
    public OpaqueStep opaque(String id, String title, String kind, SourceNode at, String source, List<OpaqueArm> arms) {
        losses.kept(
                at,
                "Has no meaning here (" + (kind.isEmpty() ? "no kind" : kind)
                        + "); stands in the journey as an imported step with its source.");
        return new OpaqueStep(
                id, title, Position.ORIGIN, new SourceFragment(format.wire(), kind, at.path(), source), arms);
    }

    /** Lets people leave a message by each of its outlets to the step of a key, or to the end when there is no key. */
    public void outlets(String id, @Nullable String key, SourceNode at, Set<Outlet> outlets) {
        for (Outlet outlet : Outlet.values()) {
            if (outlets.contains(outlet)) {
                if (key == null) {
                    end(id, outlet.wire(), at);
                } else {
                    way(id, outlet.wire(), outlet.title(), key, at);
                }
            }
        }
    }

    /** Lets people go on to the step of a key, or to the end when there is no key. */
    public void next(String id, String port, @Nullable String key, SourceNode at) {
        if (key == null) {
            end(id, port, at);
        } else {
            way(id, port, "", key, at);
        }
    }

    /** Puts the journey together. */
    public ForeignJourney journey(String title, String vertical, String goal) {
        String shown = title.isBlank() ? format.title() : SourceTexts.title(title);
        String id = NAMES.freeId(shown);
        List<Edge> edges = new ArrayList<>();
        if (ways.size() > MOST_WAYS) {
            throw new JourneyFormatException(
                    "", "the journey would have more than " + MOST_WAYS + " ways between steps");
        }
        for (List<Way> together : List.copyOf(ways.values())) {
            draw(together, edges);
        }
        List<Step> all = new ArrayList<>(steps.values());
        all.sort(Comparator.comparing(step -> !(step instanceof EntryStep)));
        boolean fit = Placing.fit(all, places);
        if (!fit && placesPart != null) {
            losses.changed(placesPart, "The places of the steps do not fit the cards here; they are laid out anew.");
        }
        List<Step> placed = fit ? Placing.placed(all, places) : Placing.laidOut(all, edges);
        return new ForeignJourney(format, new Journey(id, shown, vertical, goal, placed, edges), losses.inOrder());
    }

    private void draw(List<Way> together, List<Edge> edges) {
        List<Way> found = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (Way way : together) {
            Optional<String> target = target(way);
            if (target.isEmpty()) {
                continue;
            }
            if (targets.contains(target.get())) {
                losses.changed(way.at, "Leads where another way through the same port leads; the two are one here.");
            } else {
                found.add(way);
                targets.add(target.get());
            }
        }
        if (found.isEmpty()) {
            return;
        }
        Way first = found.getFirst();
        if (found.size() == 1) {
            edges.add(new Edge(first.from, first.port, targets.getFirst()));
            return;
        }
        String split = id("In parallel");
        List<OpaqueArm> arms = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < found.size(); i++) {
            Way way = found.get(i);
            String port = "way-" + (i + 1);
            arms.add(new OpaqueArm(port, way.title.isEmpty() ? "Way " + (i + 1) : way.title));
            edges.add(new Edge(split, port, targets.get(i)));
            source.append(i == 0 ? "" : "\n")
                    .append(way.at.path())
                    .append(" → ")
                    .append(targets.get(i));
            losses.changed(
                    way.at,
                    "One of " + found.size()
                            + " ways that people take at once; here a person is in one place at a time,"
                            + " so they leave an imported step “In parallel”.");
        }
        steps.put(
                split,
                new OpaqueStep(
                        split,
                        "In parallel",
                        Position.ORIGIN,
                        new SourceFragment(format.wire(), "parallel", first.at.path(), source.toString()),
                        arms));
        edges.add(new Edge(first.from, first.port, split));
    }

    private Optional<String> target(Way way) {
        String id = way.made ? way.target : resolved(way.target);
        Step step = id == null ? null : steps.get(id);
        if (step == null) {
            losses.leftOut(way.at, "Leads to “" + SourceTexts.title(way.target) + "”, which is not in the file.");
        } else if (!step.hasInput()) {
            losses.leftOut(way.at, "Leads back to an entry; people come into an entry only from outside.");
        } else if (id != null && id.equals(way.from)) {
            losses.leftOut(way.at, "Leads straight back to its own step, which is not possible here.");
        } else {
            return Optional.ofNullable(id);
        }
        return Optional.empty();
    }

    private @Nullable String resolved(String key) {
        Set<String> passed = new HashSet<>();
        String here = key;
        while (here != null && !heads.containsKey(here)) {
            if (!passed.add(here)) {
                return null;
            }
            here = aliases.get(here);
        }
        return here == null ? null : heads.get(here);
    }
}
