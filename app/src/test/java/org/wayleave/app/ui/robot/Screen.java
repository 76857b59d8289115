package org.wayleave.app.ui.robot;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.testing.Pictures;

/** The window as a person sees it: what can be read on it, clicked and typed. Everything else is hidden behind this class. */
final class Screen {
    private static final long PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();

    /** Clicks the node of an id as soon as it can be seen and pressed. */
    void click(String id) {
        click("the node " + id, found -> id.equals(found.getId()) && !found.isDisabled());
    }

    /** Clicks the text that stands on the screen. */
    void clickText(String text) {
        click("the text " + text, found -> text.equals(text(found)) && !found.isDisabled());
    }

    /** Clicks a point of the screen. */
    void clickAt(double x, double y) {
        robot.clickOn(x, y, MouseButton.PRIMARY);
    }

    /** Clicks the first node of a style class. */
    void clickFirst(String styleClass) {
        click("a " + styleClass, found -> found.getStyleClass().contains(styleClass));
    }

    /** Clicks the middle of a node once it has stood at one place for a moment. */
    private void click(String what, Predicate<Node> wanted) {
        Point2D before = null;
        Point2D now = middle(what, wanted);
        while (!now.equals(before)) {
            pause();
            before = now;
            now = middle(what, wanted);
        }
        clickAt(now.getX(), now.getY());
    }

    private static Point2D middle(String what, Predicate<Node> wanted) {
        return seek(what, wanted, node -> {
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Presses keys together. */
    void press(KeyCode... keys) {
        robot.push(keys);
    }

    /** Waits until the field of an id has the keyboard. */
    void awaitKeyboardIn(String field) {
        seek("the keyboard in " + field, found -> field.equals(found.getId()) && found.isFocused(), found -> found);
    }

    /** Types text where the keyboard is, and waits until it stands in a field. */
    void type(String text) {
        robot.write(text, 1);
        seek(
                "a field with " + text,
                found -> found instanceof TextInputControl input && text.equals(input.getText()),
                found -> found);
    }

    /** Waits until a text stands on the screen that holds this one, and returns it. */
    String read(String part) {
        return seek("a text with “" + part + "”", found -> text(found).contains(part), Screen::text);
    }

    /** The node of a class, when it can be seen. */
    <N extends Node> N find(Class<N> type) {
        return seek(type.getSimpleName(), type::isInstance, type::cast);
    }

    /** Waits until a condition holds on the thread of the window. */
    void await(String what, java.util.function.BooleanSupplier condition) {
        FxThread.await(what, condition);
    }

    /** Writes a picture of the whole window. */
    void picture(Path png) throws Exception {
        FxThread.call(() -> {
            Stage stage = (Stage) Window.getWindows().getFirst();
            Pictures.write(stage.getScene(), png);
            return png;
        });
    }

    /** Waits for a node and says something of it, both at one moment of the thread of the window. */
    private static <T> T seek(String what, Predicate<Node> wanted, Function<Node, T> answer) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        TimeoutException busy = null;
        while (System.nanoTime() < end) {
            try {
                Optional<T> found = FxThread.call(() -> Window.getWindows().stream()
                        .filter(Window::isShowing)
                        .flatMap(window -> below(window.getScene().getRoot()))
                        .filter(Screen::visible)
                        .filter(wanted)
                        .findFirst()
                        .map(answer));
                if (found.isPresent()) {
                    return found.get();
                }
                pause();
            } catch (TimeoutException e) {
                // The window is busy; asked again until the patience is over.
                busy = e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Waited " + PATIENCE_SECONDS + " s in vain for " + what, busy);
    }

    private static Stream<Node> below(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Screen::below))
                : Stream.of(node);
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getBoundsInLocal().getWidth() > 0;
    }

    private static String text(Node node) {
        if (node instanceof Labeled labeled) {
            return labeled.getText() == null ? "" : labeled.getText();
        }
        return node instanceof javafx.scene.text.Text text ? text.getText() : "";
    }
}
