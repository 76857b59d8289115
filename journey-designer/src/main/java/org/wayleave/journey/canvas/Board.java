package org.wayleave.journey.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.SetChangeListener;
import org.wayleave.journey.canvas.geometry.Box;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.geometry.Viewport;
import org.wayleave.journey.graph.Step;

/**
 * All that the canvas shows, without drawing it: the edited journey laid out as a diagram, the viewport, what lies over the
 * steps, and the feedback of the gesture that goes on. Needs no toolkit.
 */
public final class Board {
    /** What the controls take along the lower edge of the screen, in pixels. */
    private static final double CONTROLS = 36;

    private final JourneyEditor editor;
    private final Diagram diagram = new Diagram();
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.ORIGIN);
    private final ObjectProperty<RunOverlay> overlay = new SimpleObjectProperty<>(RunOverlay.NONE);
    private final ObjectProperty<Map<String, ProblemMark>> problems = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Trail> trail = new SimpleObjectProperty<>(Trail.NONE);
    private final ObjectProperty<Feedback> feedback = new SimpleObjectProperty<>(Feedback.NONE);
    private final List<Runnable> watchers = new ArrayList<>();
    private double width = 800;
    private double height = 600;

    /** Creates a board over an editor. */
    public Board(JourneyEditor editor) {
        this.editor = editor;
        diagram.show(editor.current());
        editor.journeyProperty().addListener((o, old, now) -> {
            diagram.show(now);
            changed();
        });
        editor.selection().addListener((SetChangeListener<String>) change -> changed());
        editor.selectedEdgeProperty().addListener((o, old, now) -> changed());
        editor.focusProperty().addListener((o, old, now) -> changed());
        viewport.addListener((o, old, now) -> changed());
        overlay.addListener((o, old, now) -> changed());
        problems.addListener((o, old, now) -> changed());
        trail.addListener((o, old, now) -> changed());
        feedback.addListener((o, old, now) -> changed());
    }

    /** Runs something whenever there is something else to draw; cheap, it may come many times between two frames. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Says that there is something else to draw. */
    public void changed() {
        for (Runnable watcher : watchers) {
            watcher.run();
        }
    }

    /** Says how large the screen is, in pixels. */
    public void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        changed();
    }

    /** Returns the width of the screen in pixels. */
    public double width() {
        return width;
    }

    /** Returns the height of the screen in pixels. */
    public double height() {
        return height;
    }

    /** Shows the whole journey, at 100 % at most. */
    public void fit() {
        if (!diagram.cards().isEmpty()) {
            viewport.set(Viewport.fitting(diagram.bounds(), width, Math.max(1, height - CONTROLS), 1));
        }
    }

    /** Shows the selected steps as large as they fit, at 150 % at most; the whole journey when none are. */
    public void fitSelection() {
        Set<String> selected = editor.selection();
        if (selected.isEmpty()) {
            fit();
        } else {
            viewport.set(Viewport.fitting(diagram.bounds(selected), width, Math.max(1, height - CONTROLS), 1.5));
        }
    }

    /** Zooms about the middle of the screen. */
    public void zoomTo(double scale) {
        viewport.set(viewport.get().zoomedTo(scale, width / 2, height / 2));
    }

    /** Zooms in (positive) or out (negative) by some presses about a place on screen. */
    public void zoomBy(double presses, double screenX, double screenY) {
        Viewport now = viewport.get();
        viewport.set(now.zoomedTo(now.scale() * Math.pow(Viewport.STEP, presses), screenX, screenY));
    }

    /** Moves the viewport just so far that a step is on screen. */
    public void reveal(String step) {
        diagram.card(step).ifPresent(card -> viewport.set(viewport.get().revealing(card.box(), width, height)));
    }

    /** Selects a step and brings it on screen. */
    public void jumpTo(String step) {
        if (editor.current().step(step).isPresent()) {
            editor.select(step);
            reveal(step);
        }
    }

    /** Returns the part of the world on screen. */
    public Box visible() {
        return viewport.get().visible(width, height);
    }

    /** Returns the world place in the middle of the screen. */
    public Point middle() {
        return viewport.get().toWorld(width / 2, height / 2);
    }

    /** Returns the step that has the keyboard focus. */
    public Optional<Step> focused() {
        String id = editor.focusProperty().get();
        return id == null ? Optional.empty() : editor.current().step(id);
    }

    /** Returns the edited journey. */
    public JourneyEditor editor() {
        return editor;
    }

    /** Returns where everything is drawn. */
    public Diagram diagram() {
        return diagram;
    }

    /** The part of the world on screen and its scale. */
    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /** Figures of a run on the steps. */
    public ObjectProperty<RunOverlay> overlayProperty() {
        return overlay;
    }

    /** Badges by step id. */
    public ObjectProperty<Map<String, ProblemMark>> problemsProperty() {
        return problems;
    }

    /** The way of one person. */
    public ObjectProperty<Trail> trailProperty() {
        return trail;
    }

    /** What the gesture that goes on shows. */
    public ObjectProperty<Feedback> feedbackProperty() {
        return feedback;
    }
}
