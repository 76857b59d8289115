package org.wayleave.policy.ui;

import java.util.Objects;
import javafx.scene.Parent;

/** The page's style sheet; the shell shows work area, inspector and drawer in different places, so each carries it. */
final class PolicyStyles {

    private PolicyStyles() {}

    static void on(Parent node) {
        node.getStylesheets()
                .add(Objects.requireNonNull(PolicyStyles.class.getResource("policies.css"))
                        .toExternalForm());
    }
}
