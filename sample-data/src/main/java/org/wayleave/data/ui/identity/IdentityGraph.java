package org.wayleave.data.ui.identity;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.token.IdentifierKind;
import org.wayleave.data.ui.model.IdentityModel;
import org.wayleave.data.ui.model.IdentityModel.PairRow;
import org.wayleave.ui.theme.Theme;
import org.wayleave.ui.theme.Token;

/**
 * A cluster and what occurs together with it: its identifiers on an inner circle, others on an outer one, each with the letter of its kind. A line that holds the
 * cluster together is solid, any other dashed; the surer the pair, the thicker. The table of pairs says the same in words.
 */
final class IdentityGraph extends Region {
    private final IdentityModel model;
    private final Theme theme;
    private final Canvas canvas = new Canvas();
    private List<Integer> members = List.of();
    private List<Integer> around = List.of();
    private List<PairRow> pairs = List.of();
    private @Nullable PairRow chosen;

    IdentityGraph(IdentityModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
        getChildren().add(canvas);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        theme.tokensProperty().subscribe(this::paint);
    }

    void show(List<Integer> clusterMembers, List<Integer> shown, List<PairRow> shownPairs, @Nullable PairRow choice) {
        members = clusterMembers;
        around = shown;
        pairs = shownPairs;
        chosen = choice;
        setAccessibleText(
                "Graph of " + members.size() + " identifiers of a cluster and " + (around.size() - members.size())
                        + " that occur together with them; the table of pairs lists the same");
        paint();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (around.isEmpty()) {
            return;
        }
        for (PairRow pair : pairs) {
            line(g, pair);
        }
        for (int i = 0; i < around.size(); i++) {
            node(g, i);
        }
    }

    private void line(GraphicsContext g, PairRow pair) {
        int a = around.indexOf(pair.first());
        int b = around.indexOf(pair.second());
        if (a < 0 || b < 0) {
            return;
        }
        boolean isChosen = pair.equals(chosen);
        g.setStroke(theme.tokens().color(isChosen ? Token.ACCENT : pair.linked() ? Token.EDGE_ACTIVE : Token.EDGE));
        g.setLineWidth((isChosen ? 1.5 : 0.5) + 4 * pair.confidence());
        g.setLineDashes(pair.linked() ? new double[0] : new double[] {3, 5});
        g.strokeLine(x(a), y(a), x(b), y(b));
        g.setLineDashes();
    }

    private void node(GraphicsContext g, int at) {
        double em = theme.em();
        double radius = 1.05 * em;
        boolean member = at < members.size();
        int identifier = around.get(at);
        g.setFill(theme.tokens().color(member ? Token.ACCENT_SUBTLE : Token.BG_INSET));
        g.setStroke(theme.tokens().color(member ? Token.ACCENT : Token.BORDER));
        g.setLineWidth(1.2);
        g.fillRoundRect(x(at) - radius, y(at) - radius, 2 * radius, 2 * radius, em, em);
        g.strokeRoundRect(x(at) - radius, y(at) - radius, 2 * radius, 2 * radius, em, em);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Font.font(theme.sansFamily(), em));
        g.setFill(theme.tokens().color(member ? Token.ACCENT_TEXT : Token.TEXT_MUTED));
        g.fillText(letter(model.kind(identifier)), x(at), y(at));
        g.setFont(Font.font(theme.sansFamily(), 0.85 * em));
        g.setFill(theme.tokens().color(Token.TEXT));
        g.fillText(model.token(identifier), x(at), y(at) + radius + 0.75 * em);
    }

    private static String letter(IdentifierKind kind) {
        return switch (kind) {
            case LOGIN -> "L";
            case CUSTOMER_ID -> "N";
            case INSTALL_ID -> "A";
            case LOYALTY_CARD -> "C";
            case EMAIL -> "E";
            case PHONE -> "P";
        };
    }

    private double angle(int at) {
        boolean member = at < members.size();
        int size = member ? members.size() : around.size() - members.size();
        int position = member ? at : at - members.size();
        return 2 * Math.PI * (position + (member ? 0 : 0.5)) / Math.max(1, size) - Math.PI / 2;
    }

    private double reach(int at) {
        return at < members.size() ? members.size() == 1 ? 0 : 0.5 : 1;
    }

    private double x(int at) {
        return canvas.getWidth() / 2 + reach(at) * (canvas.getWidth() / 2 - 5 * theme.em()) * Math.cos(angle(at));
    }

    private double y(int at) {
        return canvas.getHeight() / 2
                - 0.6 * theme.em()
                + reach(at) * (canvas.getHeight() / 2 - 1.6 * theme.em()) * Math.sin(angle(at));
    }
}
