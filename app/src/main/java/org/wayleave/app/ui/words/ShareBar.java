package org.wayleave.app.ui.words;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.report.svg.Figures;

/** A name, a count, and below them a bar as long as the count's share of the whole. */
public final class ShareBar extends VBox {
    private final double share;
    private final Region bar = new Region();

    /**
     * A bar.
     *
     * @param barClass style class of the bar, which gives its colour
     * @param sign a sign before the name, or null
     */
    public ShareBar(String name, long count, long whole, String barClass, @Nullable Node sign) {
        this.share = whole == 0 ? 0 : Math.clamp((double) count / whole, 0, 1);
        Label title = new Label(name);
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label figure = new Label(Figures.count(count) + "  ·  " + Figures.share(count, whole));
        figure.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8);
        line.setAlignment(Pos.CENTER_LEFT);
        if (sign != null) {
            line.getChildren().add(sign);
        }
        line.getChildren().addAll(title, gap, figure);
        bar.getStyleClass().addAll("share-bar", barClass);
        setSpacing(3);
        getChildren().addAll(line, bar);
        setAccessibleText(name + " " + figure.getText());
    }

    @Override
    protected void layoutChildren() {
        bar.setMaxWidth(Math.max(1, share * getWidth()));
        super.layoutChildren();
    }
}
