package org.wayleave.ui.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.Pictures;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.ui.theme.Glyph;
import org.wayleave.ui.theme.Theme;

/** Draws every shared control in both appearances to {@code target/gallery}, to be looked at. */
@FxTest
class GalleryTest {
    private record Row(String rule, String outlet, int people, double share) {}

    @Test
    void everyControlIsDrawnInBothAppearances() throws Exception {
        for (Appearance appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            Theme theme = new Theme();
            theme.appearanceProperty().set(appearance);
            Scene scene = new Scene(gallery(theme), 1100, 900);
            theme.install(scene);
            Path png = Path.of("target", "gallery", appearance.id() + ".png");
            Pictures.write(scene, png);
            assertTrue(Files.size(png) > 20_000);
        }
    }

    private static HBox gallery(Theme theme) {
        HBox box = new HBox(24, left(theme), right());
        box.setPadding(new Insets(24));
        return box;
    }

    private static VBox left(Theme theme) {
        Command run = Command.of("run.start", "Run 100,000 people", () -> {}).withIcon(Feather.PLAY);
        Command undo = Command.of("run.undo", "Undo", () -> {}).withIcon(Feather.CORNER_UP_LEFT);
        HBox buttons =
                new HBox(8, CommandButtons.primary(run), CommandButtons.labelled(undo), CommandButtons.iconOnly(undo));
        HBox chips = new HBox(
                8,
                StateChip.ofDocument("DRAFT"),
                StateChip.ofDocument("IN_REVIEW"),
                StateChip.ofDocument("APPROVED"),
                StateChip.ofDocument("PAUSED"),
                new StateChip("2 errors", Tone.BAD));
        HBox glyphs = new HBox(10);
        Canvas canvas = new Canvas(8 * 28, 24);
        int i = 0;
        for (Glyph glyph : Glyph.values()) {
            glyphs.getChildren().addAll(glyph.node(14), new Label(glyph.word()));
            glyph.paint(canvas.getGraphicsContext2D(), theme.tokens(), 14 + 28 * i++, 12, 16);
        }
        ComboBox<String> channel = new ComboBox<>();
        channel.getItems().addAll("Email", "Push");
        channel.getSelectionModel().selectFirst();
        Forms.Field days =
                Forms.field("Send window", new TextField("25"), "Local hours in which people get the message.");
        days.setError("Give an hour from 0 to 23.");
        VBox form = Forms.column(
                Forms.field("Channel", channel, "How the message travels."),
                days,
                Forms.field("Purpose of the processing", new TextArea("Win back customers"), ""));
        form.setMaxWidth(420);
        Toasts toasts = new Toasts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        toasts.bad("Win-back was not saved: the disk is full. Free some space and save again.");
        toasts.good("Run 18 of Win-back is done: 100,000 people.");
        VBox box = new VBox(
                16,
                Texts.title("Win-back with discount"),
                Texts.secondary("needs approval by a privacy officer"),
                buttons,
                chips,
                glyphs,
                canvas,
                form,
                toasts.layer());
        box.setPrefWidth(500);
        return box;
    }

    private static VBox right() {
        FilterTable<Row> table = new FilterTable<>("rule", "rules");
        table.text("Rule", 14, Row::rule);
        table.text("Outlet", 8, Row::outlet).showing(row -> {
            Label label = new Label(row.outlet(), Glyph.of(row.outlet()).node(12));
            label.setGraphicTextGap(6);
            return label;
        });
        table.number("People", 7, 0, Row::people).sorted(false);
        table.number("Share %", 6, 1, Row::share);
        table.setRows(List.of(
                new Row("Consent by purpose", "expired", 9870, 9.87),
                new Row("Consent by channel", "denied", 6240, 6.24),
                new Row("Consent by category", "unknown", 890, 0.89)));
        table.filteringProperty().set(true);
        table.setMinHeight(210);
        CodeEditor editor = CodeEditor.create();
        editor.setText("package wayleave.send\n\n# METADATA\ndefault allow := false\n\nallow if count(deny) == 0\n");
        editor.setHighlighter((line, state) -> new Highlighter.Line(
                line.startsWith("package")
                        ? List.of(new Highlighter.Span(0, 7, Highlighter.Kind.KEYWORD))
                        : line.startsWith("#")
                                ? List.of(new Highlighter.Span(0, line.length(), Highlighter.Kind.COMMENT))
                                : List.of(),
                0));
        editor.problems().add(new CodeProblem(6, 10, 5, Tone.BAD, "undefined function count"));
        editor.node().setMinHeight(150);
        VBox box = new VBox(
                16,
                table,
                editor.node(),
                new Note(
                        Tone.WARNING,
                        "Email not sent on 12 March, 10:20",
                        Texts.body("Consent to marketing expired on 4 March.")),
                new EmptyState(
                        Feather.PLAY_CIRCLE,
                        "No runs yet",
                        "A run lets synthetic people walk through a journey and shows whom it reaches.",
                        Command.of("x.y", "Open journeys", () -> {})));
        box.setPrefWidth(540);
        return box;
    }
}
