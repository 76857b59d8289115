package org.wayleave.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** One-sentence explanations of rules, metrics and criteria, on hover and for screen readers. */
public final class Explain {
    private Explain() {}

    /**
     * Attaches a sentence to a node and returns the node.
     *
     * @param sentence one sentence that says what the thing means
     */
    public static <N extends Node> N with(N node, String sentence) {
        Tooltip tooltip = new Tooltip(sentence);
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.seconds(30));
        Tooltip.install(node, tooltip);
        node.setAccessibleHelp(sentence);
        return node;
    }
}
