package org.wayleave.journey.canvas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Step;

/**
 * The journey as a tree, the canvas's twin for screen readers and the keyboard: every step stands below the one that first
 * leads to it; selecting here selects there and the other way round.
 */
public final class JourneyOutline extends TreeView<JourneyOutline.Item> {

    /**
     * One row.
     *
     * @param step id of the step
     * @param port title of the port that leads here; empty when there is only one
     * @param seen whether the step stands elsewhere in the tree with what follows it
     */
    public record Item(String step, String port, boolean seen) {}

    private static final int DEEPEST = 60;

    private final Board board;
    private final Texts texts;
    private final StepWords words;
    private final Map<String, TreeItem<Item>> items = new HashMap<>();
    private boolean syncing;

    /** Creates the outline of a board. */
    public JourneyOutline(Board board, Texts texts) {
        this.board = board;
        this.texts = texts;
        this.words = new StepWords(texts);
        getStyleClass().add("journey-outline");
        setShowRoot(false);
        setAccessibleText(texts.get("outline.text"));
        setCellFactory(view -> new Cell());
        board.editor().journeyProperty().addListener((o, old, now) -> rebuild(now));
        board.editor().focusProperty().addListener((o, old, now) -> follow(now));
        getSelectionModel().selectedItemProperty().addListener((o, old, now) -> {
            if (!syncing && now != null) {
                board.jumpTo(now.getValue().step());
            }
        });
        rebuild(board.editor().current());
    }

    private void rebuild(Journey journey) {
        syncing = true;
        items.clear();
        TreeItem<Item> root = new TreeItem<>();
        Set<String> seen = new HashSet<>();
        for (Step entry : journey.entries()) {
            add(journey, root, entry.id(), "", seen, 0);
        }
        for (Step step : journey.steps()) {
            if (!seen.contains(step.id())) {
                add(journey, root, step.id(), "", seen, 0);
            }
        }
        setRoot(root);
        syncing = false;
        follow(board.editor().focusProperty().get());
    }

    /** Adds a step and, below it, what follows; a chain of single steps stays level so that it does not run off to the right. */
    private void add(Journey journey, TreeItem<Item> parent, String first, String port, Set<String> seen, int depth) {
        String id = first;
        String through = port;
        while (true) {
            boolean again = !seen.add(id);
            TreeItem<Item> item = new TreeItem<>(new Item(id, through, again));
            item.setExpanded(true);
            parent.getChildren().add(item);
            if (again) {
                return;
            }
            items.put(id, item);
            var out = journey.outgoing(id);
            int ports = journey.step(id).map(step -> step.ports().size()).orElse(0);
            if (out.size() == 1 && ports == 1) {
                id = out.getFirst().to();
                through = "";
                continue;
            }
            for (Edge edge : out) {
                // Deeper than this the tree goes on level: nobody reads so far to the right.
                TreeItem<Item> below = depth < DEEPEST ? item : parent;
                add(journey, below, edge.to(), portTitle(journey, edge), seen, depth + 1);
            }
            return;
        }
    }

    private static String portTitle(Journey journey, Edge edge) {
        return journey.step(edge.from()).stream()
                .flatMap(step -> step.ports().stream())
                .filter(port -> port.name().equals(edge.port()))
                .map(Port::title)
                .findFirst()
                .orElse(edge.port());
    }

    private void follow(@Nullable String step) {
        TreeItem<Item> item = step == null ? null : items.get(step);
        syncing = true;
        if (item == null) {
            getSelectionModel().clearSelection();
        } else if (!item.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(item);
            scrollTo(getRow(item));
        }
        syncing = false;
    }

    private final class Cell extends TreeCell<Item> {
        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            Step step = item == null
                    ? null
                    : board.editor().current().step(item.step()).orElse(null);
            if (empty || item == null || step == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String title = item.seen() ? texts.get("outline.seen", step.title()) : step.title();
            setText(item.port().isEmpty() ? title : texts.get("outline.through", item.port(), title));
            setGraphic(new KindIcon(StepLook.of(step)));
            setAccessibleText(words.describe(board, step));
        }
    }
}
