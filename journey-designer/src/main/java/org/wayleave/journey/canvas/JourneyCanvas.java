package org.wayleave.journey.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.geometry.DetailLevel;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.canvas.geometry.Viewport;
import org.wayleave.journey.canvas.input.CanvasEvents;
import org.wayleave.journey.canvas.input.KeyController;
import org.wayleave.journey.canvas.input.PointerController;
import org.wayleave.journey.canvas.paint.BoardPainter;
import org.wayleave.journey.canvas.paint.InkedRegion;
import org.wayleave.journey.canvas.paint.Lettering;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.Step;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Icons;

/**
 * Draws a board and edits it in place. One canvas of the size of the view draws what is visible; real nodes stand only for
 * what is edited and for the controls that lie over it.
 */
public final class JourneyCanvas extends InkedRegion {

    private static final double EDGE = 12;

    private final Board board;
    private final Texts texts;
    private final CanvasActions actions;
    private final BackgroundTasks tasks;
    private final BoardPainter painter;
    private final StepWords words;
    private final Surface surface = new Surface((g, width, height) -> paint(g));
    private final PointerController pointers;
    private final KeyController keys;
    private final Minimap minimap;
    private final ZoomBar zoomBar;
    private final FindBar findBar;
    private final RenameField renameField;
    private final AppendPalette palette;
    private final Button appendButton = new Button();
    private final Label tip = new Label();
    private final Glide glide;
    private Lettering letters;
    private boolean fitPending;

    /**
     * Creates a canvas.
     *
     * @param board what it shows
     * @param texts of the canvas
     * @param tasks runs the automatic layout
     */
    public JourneyCanvas(Board board, Texts texts, BackgroundTasks tasks) {
        this.board = board;
        this.texts = texts;
        this.tasks = tasks;
        this.actions = new CanvasActions(board, new NewSteps(texts), new SystemTextClipboard());
        this.painter = new BoardPainter(texts);
        this.words = new StepWords(texts);
        this.letters = new Lettering(font().getFamily());
        this.minimap = new Minimap(board, texts);
        this.zoomBar = new ZoomBar(board, texts, this::tidy);
        this.findBar = new FindBar(board, actions, texts, this::requestFocus);
        this.renameField = new RenameField(board, actions, texts, this::requestFocus);
        this.palette = new AppendPalette(texts);
        this.glide = new Glide(board);
        this.pointers = new PointerController(board, new PointerRequests());
        this.keys = new KeyController(board, actions, new KeyRequests());
        getStyleClass().add("journey-canvas");
        getStylesheets()
                .add(Objects.requireNonNull(JourneyCanvas.class.getResource("canvas.css"))
                        .toExternalForm());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleHelp(texts.get("canvas.help"));
        setMinSize(120, 120);
        setPrefSize(900, 560);
        appendButton.setGraphic(Icons.of(Feather.PLUS));
        appendButton.getStyleClass().add("canvas-append");
        appendButton.setAccessibleText(texts.get("append.button"));
        appendButton.setTooltip(new Tooltip(texts.get("append.button") + "  (A)"));
        appendButton.setManaged(false);
        appendButton.setFocusTraversable(false);
        appendButton.setOnAction(event -> askAppend());
        tip.getStyleClass().add("canvas-tip");
        tip.setManaged(false);
        tip.setMouseTransparent(true);
        tip.setVisible(false);
        getChildren().addAll(surface, zoomBar, minimap, findBar, appendButton, renameField, tip);
        clipToSize();
        board.watch(this::boardChanged);
        board.editor().focusProperty().addListener((o, old, now) -> describe());
        board.editor().journeyProperty().addListener((o, old, now) -> describe());
        focusedProperty().addListener((o, old, now) -> surface.repaint());
        CanvasMenu menu = new CanvasMenu(board, actions, texts, this::askAppend, this::rename, this::tidy);
        new CanvasEvents(this, board, pointers, keys, menu).attach();
        describe();
    }

    /** Returns what the canvas shows. */
    public Board board() {
        return board;
    }

    /** Returns what can be done here. */
    public CanvasActions actions() {
        return actions;
    }

    /** Returns what the pointer does, in pixels of this region. */
    public PointerController pointers() {
        return pointers;
    }

    /** Returns what keys do. */
    public KeyController keys() {
        return keys;
    }

    /** Shows the whole journey as soon as the canvas has its size. */
    public void fitWhenShown() {
        fitPending = true;
        requestLayout();
    }

    /** Lays the selected steps out anew, or all when fewer than two are selected; the cards glide to their places. */
    public void tidy() {
        if (board.editor().readOnlyProperty().get()) {
            return;
        }
        var captured = board.editor().current();
        Tidying tidying = new Tidying(captured, board.editor().selection());
        boolean all = board.editor().selection().size() < 2;
        tasks.lookUp("canvas.tidy", texts.get("edit.tidy"), progress -> tidying.compute())
                .onDone(edit -> {
                    if (board.editor().current().equals(captured)) {
                        apply(edit, all);
                    }
                });
    }

    /** Asks for a step to find. */
    public void find() {
        findBar.open();
    }

    @Override
    protected void inksChanged() {
        // Called by the superclass's constructor too, before there is anything to paint.
        if (surface != null) {
            letters = new Lettering(font().getFamily());
            surface.repaint();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        board.resize(width, height);
        if (fitPending && width > 0 && height > 0) {
            fitPending = false;
            board.fit();
        }
        surface.fill(width, height);
        place(zoomBar, EDGE, height - EDGE - zoomBar.prefHeight(-1));
        boolean room = width > 420 && height > 260;
        minimap.setVisible(room);
        place(minimap, width - EDGE - minimap.prefWidth(-1), height - EDGE - minimap.prefHeight(-1));
        place(findBar, width - EDGE - findBar.prefWidth(-1), EDGE);
        placeAppendButton();
    }

    private static void place(javafx.scene.layout.Region region, double x, double y) {
        region.resizeRelocate(Math.rint(x), Math.rint(y), region.prefWidth(-1), region.prefHeight(-1));
    }

    private void paint(javafx.scene.canvas.GraphicsContext g) {
        painter.paint(g, this, letters, board, isFocused());
    }

    private void boardChanged() {
        surface.repaint();
        placeAppendButton();
        Feedback.Connection connection = board.feedbackProperty().get().connection();
        String reason = connection == null ? "" : connection.reason();
        tip.setVisible(!reason.isEmpty());
        if (connection != null && !reason.isEmpty()) {
            tip.setText(reason);
            Point end = connection.route().points().getLast();
            Point at = board.viewportProperty().get().toScreen(end.x(), end.y());
            tip.autosize();
            double x = Math.clamp(at.x() + 14, 4, Math.max(4, getWidth() - tip.getWidth() - 4));
            tip.relocate(x, at.y() + 14);
        }
    }

    private void placeAppendButton() {
        Viewport view = board.viewportProperty().get();
        Optional<Card> card = board.editor()
                .selectedStep()
                .flatMap(step -> board.diagram().card(step.id()))
                .filter(found -> !found.ports().isEmpty());
        boolean shown = card.isPresent()
                && !board.editor().readOnlyProperty().get()
                && DetailLevel.at(view.scale()) == DetailLevel.CARDS
                && board.feedbackProperty().get().connection() == null;
        appendButton.setVisible(shown);
        if (shown) {
            var box = card.get().box();
            Point at = view.toScreen(box.right(), box.centreY());
            appendButton.autosize();
            appendButton.relocate(Math.rint(at.x() + 8), Math.rint(at.y() - appendButton.getHeight() / 2));
        }
    }

    private void apply(JourneyEdit.MoveSteps edit, boolean all) {
        Map<String, Point> before = new HashMap<>();
        for (Card card : board.diagram().cards()) {
            before.put(card.id(), new Point(card.box().x(), card.box().y()));
        }
        JourneyEdit named = new JourneyEdit.Together(texts.get("edit.tidy"), java.util.List.of(edit));
        if (board.editor().edit(named)) {
            if (all) {
                board.fit();
            }
            if (!Platform.getPreferences().isReducedMotion()) {
                glide.from(before);
            }
        }
    }

    private void rename() {
        String focus = board.editor().focusProperty().get();
        if (focus != null) {
            renameField.open(focus);
        }
    }

    private void askAppend() {
        Optional<Step> step = board.editor().selectedStep();
        if (step.isEmpty()) {
            Point2D middle = localToScreen(getWidth() / 2, getHeight() / 2);
            if (middle != null) {
                palette.show(this, middle.getX(), middle.getY(), kind -> actions.addAt(kind, board.middle()));
            }
            return;
        }
        String id = step.get().id();
        Bounds at = appendButton.localToScreen(appendButton.getBoundsInLocal());
        if (at != null) {
            palette.show(this, at.getMaxX() + 6, at.getMinY(), kind -> actions.append(id, kind));
        }
    }

    private void describe() {
        setAccessibleText(board.focused()
                .map(step -> texts.get("canvas.text.focused", words.describe(board, step)))
                .orElseGet(() -> texts.get("canvas.text")));
    }

    private void clipToSize() {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    private final class PointerRequests implements PointerController.Requests {
        @Override
        public void append(String from, String port, Point place) {
            Point at = board.viewportProperty().get().toScreen(place.x(), place.y());
            Point2D screen = localToScreen(at.x(), at.y());
            if (screen != null) {
                palette.show(
                        JourneyCanvas.this,
                        screen.getX(),
                        screen.getY(),
                        kind -> actions.append(from, port, kind, Optional.of(place)));
            }
        }

        @Override
        public void rename(String step) {
            renameField.open(step);
        }
    }

    private final class KeyRequests implements KeyController.Requests {
        @Override
        public void append() {
            askAppend();
        }

        @Override
        public void rename() {
            JourneyCanvas.this.rename();
        }

        @Override
        public void find() {
            JourneyCanvas.this.find();
        }

        @Override
        public void tidy() {
            JourneyCanvas.this.tidy();
        }

        @Override
        public boolean cancel() {
            return pointers.cancel() || findBar.close() || palette.hide();
        }
    }
}
