package org.wayleave.data.ui.people;

import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.theme.Glyph;
import org.wayleave.ui.theme.Theme;

/** All consents of a person as a row of glyphs, channels, purposes and topics apart; hover names them. */
final class ConsentStripCell extends TableCell<PersonRow, PersonRow> {
    private static final double GLYPH_EM = 0.85;
    private static final double STEP_EM = 1.08;
    private static final double GAP_EM = 0.7;

    private final ObservedPopulation population;
    private final List<Integer> positions;
    private final Theme theme;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();

    ConsentStripCell(ObservedPopulation population, Theme theme) {
        this.population = population;
        positions = population.consents();
        this.theme = theme;
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.seconds(30));
        tooltip.setOnShowing(event -> {
            PersonRow row = getItem();
            tooltip.setText(row == null ? "" : words(row.person().consents()));
        });
        theme.tokensProperty().subscribe((before, now) -> redraw());
    }

    /** Width of a number of glyphs in em. */
    static double widthEm(int consents) {
        return consents * STEP_EM + (Dimension.values().length - 1) * GAP_EM;
    }

    @Override
    protected void updateItem(@Nullable PersonRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setGraphic(canvas);
        setTooltip(tooltip);
        redraw();
    }

    /** Put into words only when somebody listens: while the list is scrolled every cell passes many people. */
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        PersonRow row = getItem();
        return attribute == AccessibleAttribute.TEXT && row != null && !isEmpty()
                ? "Consents. " + words(row.person().consents()).replace('\n', '.')
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void redraw() {
        PersonRow row = getItem();
        if (row == null || isEmpty()) {
            return;
        }
        ConsentHistory consents = row.person().consents();
        double em = theme.em();
        double height = 1.3 * em;
        canvas.setWidth(widthEm(positions.size()) * em);
        canvas.setHeight(height);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), height);
        double x = STEP_EM / 2 * em;
        Dimension before = null;
        for (int i : positions) {
            Dimension dimension = consents.registry().key(i).dimension();
            if (before != null && before != dimension) {
                x += GAP_EM * em;
            }
            before = dimension;
            Glyph.of(state(consents, i).wire()).paint(g, theme.tokens(), x, height / 2, GLYPH_EM * em);
            x += STEP_EM * em;
        }
    }

    private String words(ConsentHistory consents) {
        StringBuilder text = new StringBuilder();
        Dimension before = null;
        for (int i : positions) {
            ConsentRegistry.Key key = consents.registry().key(i);
            if (key.dimension() != before) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(Words.dimension(key.dimension()))
                        .append(": ");
            } else {
                text.append(", ");
            }
            before = key.dimension();
            text.append(Words.consent(population.catalogue(), key.dimension(), key.id())
                            .toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(state(consents, i).wire());
        }
        return text.toString();
    }

    private ConsentState.State state(ConsentHistory consents, int position) {
        return consents.status(position, population.generator().asOf().toEpochMilli());
    }
}
