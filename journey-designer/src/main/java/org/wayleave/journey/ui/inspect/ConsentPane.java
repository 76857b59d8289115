package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ui.model.ConsentNeeds;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.ui.theme.Glyph;

/** Which consents and data each rung of the selected message needs, and where people go by the state of their consent. */
final class ConsentPane extends VBox {

    private final JourneysModel journeys;
    private final Texts texts;

    ConsentPane(JourneysModel journeys, Texts texts) {
        super(16);
        this.journeys = journeys;
        this.texts = texts;
    }

    void show(@Nullable Step step) {
        getChildren().clear();
        if (!(step instanceof MessageStep message)) {
            getChildren().add(Lines.quiet(texts.get("consent.none")));
            return;
        }
        journeys.opened()
                .ifPresent(opened -> ConsentNeeds.of(message, opened.catalogue())
                        .forEach(needs -> getChildren().add(rung(needs))));
        getChildren().add(Lines.section(texts.get("consent.outlets"), outlets(message)));
    }

    private Node rung(ConsentNeeds.RungNeeds needs) {
        Label title = new Label(needs.kind().title());
        title.getStyleClass().add("text-strong");
        HBox head = new HBox(8, Glyph.of(needs.kind().wire()).node(14), title);
        head.setAlignment(Pos.CENTER_LEFT);
        List<Node> lines = new ArrayList<>();
        lines.add(head);
        for (ConsentNeeds.Need need : needs.consents()) {
            String what = texts.get("consent.need." + need.dimension().name().toLowerCase(Locale.ROOT), need.title());
            Label line = new Label(need.title().isEmpty() ? texts.get("consent.unset") : what);
            line.setWrapText(true);
            HBox row = new HBox(8, Lines.mark("granted"), line);
            row.setAlignment(Pos.CENTER_LEFT);
            lines.add(row);
        }
        if (needs.consents().isEmpty()) {
            lines.add(
                    Lines.quiet(texts.get(needs.kind().wire().equals("silence") ? "consent.silence" : "consent.free")));
        }
        for (ConsentNeeds.Use use : needs.data()) {
            String basis = use.basis().isEmpty() ? texts.get("consent.no-basis") : use.basis();
            Label line = Lines.quiet(
                    texts.get(use.allowed() ? "consent.data" : "consent.data.not-allowed", use.title(), basis));
            if (!use.allowed() || use.basis().isEmpty()) {
                line.getStyleClass().add("text-error");
            }
            lines.add(line);
        }
        VBox card = new VBox(6, lines.toArray(Node[]::new));
        card.getStyleClass().addAll("form-block", "rung-card");
        return card;
    }

    private Node[] outlets(MessageStep step) {
        List<Node> lines = new ArrayList<>();
        for (Outlet outlet : Outlet.values()) {
            String target = journeys.editor()
                    .current()
                    .edge(step.id(), outlet.wire())
                    .flatMap(edge -> journeys.editor().current().step(edge.to()))
                    .map(Step::title)
                    .orElse("");
            Label words = new Label(
                    target.isEmpty()
                            ? texts.get("consent.outlet.open", outlet.title())
                            : texts.get("consent.outlet", outlet.title(), target));
            words.setWrapText(true);
            HBox line = new HBox(8, Lines.mark(outlet.wire()), words);
            line.setAlignment(Pos.CENTER_LEFT);
            lines.add(line);
        }
        return lines.toArray(Node[]::new);
    }
}
