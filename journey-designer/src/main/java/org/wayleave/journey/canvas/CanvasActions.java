package org.wayleave.journey.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.CardShape;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.Step;

/** What a person can do on a board, whatever key, button or menu asks for it. Needs no toolkit. */
public final class CanvasActions {

    /** The text of the system clipboard. */
    public interface TextClipboard {
        /** Puts a text on it. */
        void put(String text);

        /** Returns its text, if it holds one. */
        Optional<String> get();
    }

    private static final double PASTE_SHIFT = 32;
    private static final double BELOW = 56;

    private final Board board;
    private final JourneyEditor editor;
    private final NewSteps newSteps;
    private final TextClipboard clipboard;

    /** Creates the actions on a board. */
    public CanvasActions(Board board, NewSteps newSteps, TextClipboard clipboard) {
        this.board = board;
        this.editor = board.editor();
        this.newSteps = newSteps;
        this.clipboard = clipboard;
    }

    /**
     * Removes what is selected, steps or an edge.
     *
     * @param heal whether what led into a removed step then leads to the one behind it
     */
    public void delete(boolean heal) {
        EdgeKey edge = editor.selectedEdgeProperty().get();
        if (edge != null) {
            editor.edit(new JourneyEdit.Disconnect(edge.from(), edge.port()));
        } else if (!editor.selection().isEmpty()) {
            editor.edit(new JourneyEdit.RemoveSteps(Set.copyOf(editor.selection()), heal));
        }
    }

    /** Puts the selected steps and the edges between them on the clipboard. */
    public void copy() {
        if (!editor.selection().isEmpty()) {
            clipboard.put(Fragments.write(editor.current(), Set.copyOf(editor.selection())));
        }
    }

    /** Puts the selected steps on the clipboard and removes them. */
    public void cut() {
        copy();
        if (!editor.selection().isEmpty()) {
            delete(false);
        }
    }

    /** Adds the steps on the clipboard, in the middle of the screen unless they fit beside their originals there. */
    public void paste() {
        clipboard.get().flatMap(Fragments::read).ifPresent(part -> {
            Set<String> ids = ids(part.steps());
            List<Box> boxes =
                    part.steps().stream().map(step -> Card.of(step).box()).toList();
            Box extent = Box.around(boxes);
            double dx = PASTE_SHIFT;
            double dy = PASTE_SHIFT;
            if (!board.visible().intersects(extent.moved(dx, dy))) {
                dx = Math.rint(board.middle().x() - extent.centreX());
                dy = Math.rint(board.middle().y() - extent.centreY());
            }
            while (isTaken(extent, dx, dy)) {
                dx += PASTE_SHIFT;
                dy += PASTE_SHIFT;
            }
            add(JourneyEdit.copyOf(part, ids, editor.current(), dx, dy));
        });
    }

    /** Adds a copy of the selected steps and the edges between them. */
    public void duplicate() {
        if (!editor.selection().isEmpty()) {
            Set<String> ids = Set.copyOf(editor.selection());
            add(JourneyEdit.copyOf(editor.current(), ids, editor.current(), PASTE_SHIFT, PASTE_SHIFT));
        }
    }

    /** Selects all steps. */
    public void selectAll() {
        editor.selectAll(editor.current().steps().stream().map(Step::id).toList());
    }

    /** Moves the selected steps. */
    public void nudge(double dx, double dy) {
        Map<String, Position> positions = new HashMap<>();
        for (String id : editor.selection()) {
            editor.current()
                    .step(id)
                    .ifPresent(step -> positions.put(id, step.position().plus(dx, dy)));
        }
        if (!positions.isEmpty()) {
            editor.edit(new JourneyEdit.MoveSteps(positions));
        }
    }

    /** Goes from the focused step to its neighbour. */
    public void walk(Walk.Direction direction) {
        Walk.next(
                        board.diagram(),
                        editor.current(),
                        Optional.ofNullable(editor.focusProperty().get()),
                        direction)
                .ifPresent(board::jumpTo);
    }

    /**
     * Adds a step behind another: through its first free port, or into the edge of its first port when none is free.
     *
     * @return whether it was added
     */
    public boolean append(String from, StepKind kind) {
        Step source = editor.current().step(from).orElse(null);
        if (source == null) {
            return false;
        }
        List<Port> ports = source.ports();
        for (Port port : ports) {
            if (editor.current().edge(from, port.name()).isEmpty()) {
                return append(from, port.name(), kind, Optional.empty());
            }
        }
        if (ports.isEmpty()) {
            return addAt(kind, placeBelow(source, 0, 1));
        }
        return insert(source, ports.getFirst().name(), kind);
    }

    /**
     * Adds a step behind a port.
     *
     * @param place world place of the upper middle of the new card; without it the card stands below the port
     */
    public boolean append(String from, String port, StepKind kind, Optional<Point> place) {
        Step source = editor.current().step(from).orElse(null);
        if (source == null) {
            return false;
        }
        if (kind == StepKind.ENTRY) {
            return addAt(kind, place.orElseGet(board::middle));
        }
        List<String> names = source.ports().stream().map(Port::name).toList();
        Point at = place.orElseGet(() -> placeBelow(source, Math.max(0, names.indexOf(port)), names.size()));
        Step added = newSteps.make(kind, editor.current(), cornerOf(at));
        boolean made = editor.edit(new JourneyEdit.AddSteps(List.of(added), List.of(new Edge(from, port, added.id()))));
        // A port that is taken already keeps its edge until the new one takes its place.
        if (!made && editor.current().edge(from, port).isPresent()) {
            made = editor.edit(new JourneyEdit.Together(
                    new JourneyEdit.AddStep(added).description(),
                    List.of(new JourneyEdit.AddStep(added), new JourneyEdit.Connect(from, port, added.id()))));
        }
        return made && show(added);
    }

    /** Adds a step that nothing leads to yet. */
    public boolean addAt(StepKind kind, Point place) {
        Step added = newSteps.make(kind, editor.current(), cornerOf(place));
        return editor.edit(new JourneyEdit.AddStep(added)) && show(added);
    }

    /** Gives a step another title; a blank one changes nothing. */
    public void rename(String id, String title) {
        String clean = title.strip();
        if (!clean.isEmpty()) {
            editor.current()
                    .step(id)
                    .filter(step -> !step.title().equals(clean))
                    .ifPresent(step -> editor.edit(new JourneyEdit.ChangeStep(step.withTitle(clean))));
        }
    }

    /** Returns the steps whose title, meaning or id holds the text, in the journey's order; none for a blank text. */
    public List<Step> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return editor.current().steps().stream()
                .filter(step -> (step.title() + "\n" + step.summary() + "\n" + step.id())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    private boolean insert(Step source, String port, StepKind kind) {
        Point at = placeBelow(source, 0, source.ports().size());
        Step added = newSteps.make(kind, editor.current(), cornerOf(at));
        if (added.ports().isEmpty() || !added.hasInput()) {
            return addAt(kind, at);
        }
        String through = added.ports().getFirst().name();
        return editor.edit(new JourneyEdit.InsertStep(added, through, source.id(), port)) && show(added);
    }

    private boolean show(Step added) {
        board.jumpTo(added.id());
        return true;
    }

    private void add(JourneyEdit.AddSteps copies) {
        if (!copies.steps().isEmpty() && editor.edit(copies)) {
            editor.selectAll(copies.steps().stream().map(Step::id).toList());
        }
    }

    private static Set<String> ids(List<Step> steps) {
        return Set.copyOf(steps.stream().map(Step::id).toList());
    }

    private boolean isTaken(Box extent, double dx, double dy) {
        Box wanted = extent.moved(dx, dy);
        return board.diagram().cardsIn(wanted).stream()
                .anyMatch(card -> card.box().x() == wanted.x() && card.box().y() == wanted.y());
    }

    /** The nearest free room below a port, going to the right until there is some. */
    private Point placeBelow(Step source, int port, int ports) {
        Box card = board.diagram()
                .card(source.id())
                .map(Card::box)
                .orElseGet(() -> Card.of(source).box());
        double spread = ports <= 1 ? 0 : (port - (ports - 1) / 2.0) * (CardShape.WIDTH + 24);
        Point place = new Point(card.centreX() + spread, card.bottom() + BELOW);
        List<Box> taken = new ArrayList<>();
        board.diagram().cards().forEach(other -> taken.add(other.box()));
        while (true) {
            Box wanted =
                    CardShape.box(place.x() - CardShape.WIDTH / 2, place.y()).grown(8);
            if (taken.stream().noneMatch(wanted::intersects)) {
                return place;
            }
            place = place.plus(CardShape.WIDTH + 24, 0);
        }
    }

    private static Position cornerOf(Point upperMiddle) {
        return new Position(Math.rint(upperMiddle.x() - CardShape.WIDTH / 2), Math.rint(upperMiddle.y()));
    }

    /** Returns the journey as it stands. */
    public Journey journey() {
        return editor.current();
    }
}
