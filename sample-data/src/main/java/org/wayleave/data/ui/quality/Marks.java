package org.wayleave.data.ui.quality;

import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.feature.FeatureKind;
import org.wayleave.data.quality.ConsentRate;
import org.wayleave.data.quality.FeatureProfile;
import org.wayleave.ui.theme.Glyph;
import org.wayleave.ui.theme.Theme;
import org.wayleave.ui.theme.Token;

/** Small drawings in table cells; the columns beside them say the same in figures. */
final class Marks {
    private static final double WIDTH_EM = 11.5;
    private static final double HEIGHT_EM = 1.3;
    private static final List<ConsentState.State> ORDER = List.of(
            ConsentState.State.GRANTED,
            ConsentState.State.EXPIRED,
            ConsentState.State.UNKNOWN,
            ConsentState.State.DENIED);

    private final Theme theme;

    Marks(Theme theme) {
        this.theme = theme;
    }

    /** The shares of the states side by side. */
    Canvas states(ConsentRate rate) {
        Canvas canvas = canvas(WIDTH_EM);
        GraphicsContext g = canvas.getGraphicsContext2D();
        double x = 0;
        for (ConsentState.State state : ORDER) {
            double width = rate.share(state) * canvas.getWidth();
            g.setFill(theme.tokens().color(Glyph.of(state.wire()).token()).deriveColor(0, 1, 1, 0.75));
            g.fillRect(x, canvas.getHeight() * 0.28, Math.max(0, width - 1), canvas.getHeight() * 0.44);
            x += width;
        }
        canvas.setAccessibleText("Shares of the states");
        return canvas;
    }

    /** The granted share over the months, the newest with a dot. */
    Canvas course(ConsentRate rate) {
        Canvas canvas = canvas(WIDTH_EM * 0.9);
        GraphicsContext g = canvas.getGraphicsContext2D();
        int observations = rate.times().size();
        double least = 1;
        double most = 0;
        for (int i = 0; i < observations; i++) {
            double share = rate.share(ConsentState.State.GRANTED, i);
            least = Math.min(least, share);
            most = Math.max(most, share);
        }
        double margin = theme.em() * 0.25;
        double span = Math.max(1e-9, most - least);
        g.setStroke(theme.tokens().color(Token.CHART_1));
        g.setLineWidth(1.5);
        g.beginPath();
        double x = 0;
        double y = 0;
        for (int i = 0; i < observations; i++) {
            x = margin + (canvas.getWidth() - 2 * margin) * i / Math.max(1, observations - 1);
            y = canvas.getHeight()
                    - margin
                    - (canvas.getHeight() - 2 * margin) * (rate.share(ConsentState.State.GRANTED, i) - least) / span;
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        g.setFill(theme.tokens().color(Token.CHART_1));
        g.fillOval(x - 2.5, y - 2.5, 5, 5);
        canvas.setAccessibleText("Granted share over the months");
        return canvas;
    }

    /** A bar for each value, from the least to the greatest. */
    Canvas spread(FeatureProfile profile) {
        Canvas canvas = canvas(WIDTH_EM);
        GraphicsContext g = canvas.getGraphicsContext2D();
        List<FeatureProfile.ValueCount> values = profile.spec().kind() == FeatureKind.NUMBER
                ? profile.values().stream()
                        .sorted(Comparator.comparingDouble(value -> Double.parseDouble(value.value())))
                        .toList()
                : profile.values();
        int most = values.stream()
                .mapToInt(FeatureProfile.ValueCount::people)
                .max()
                .orElse(1);
        double step = Math.min(theme.em() * 1.6, canvas.getWidth() / Math.max(1, values.size()));
        Color color = theme.tokens().color(Token.CHART_1).deriveColor(0, 1, 1, 0.7);
        for (int i = 0; i < values.size(); i++) {
            double height = Math.max(1, canvas.getHeight() * values.get(i).people() / most);
            g.setFill(color);
            g.fillRect(i * step, canvas.getHeight() - height, Math.max(1, step - 1), height);
        }
        canvas.setAccessibleText("Spread of the values");
        return canvas;
    }

    private Canvas canvas(double widthEm) {
        return new Canvas(widthEm * theme.em(), HEIGHT_EM * theme.em());
    }
}
