package org.wayleave.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Appearance, type and text size of all scenes.
 *
 * <p>Text is 13 px at 100 % and every size of the style sheets is in em, so that the whole window scales from 75 to
 * 200 %. Fonts are those of the machine: the first installed family of a short list. All methods are for the FX thread.
 */
public final class Theme {
    /** Body text in pixels at 100 %. */
    public static final double BODY_PX = 13;

    private static final List<String> SANS =
            List.of("Inter", "Inter Display", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "DejaVu Sans");
    private static final List<String> MONO = List.of(
            "JetBrains Mono", "Cascadia Code", "SF Mono", "Menlo", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono");

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final ReadOnlyObjectWrapper<Tokens> tokens = new ReadOnlyObjectWrapper<>(Tokens.light());
    private final String sans;
    private final String mono;
    private final Tokens light = Tokens.light();
    private final Tokens dark = Tokens.dark();
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();

    public Theme() {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        sans = first(SANS, installed, "System");
        mono = first(MONO, installed, "Monospaced");
        appearance.subscribe(value -> refresh());
        zoom.subscribe(value -> refresh());
        Platform.getPreferences().colorSchemeProperty().subscribe(scheme -> refresh());
    }

    /** What the user wants; light, dark or as the system. */
    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    /** Text and control size, 0.75 to 2; values outside are clamped when used. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** The colours now in force, for what is drawn on a canvas. */
    public ReadOnlyObjectProperty<Tokens> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /** The colours now in force. */
    public Tokens tokens() {
        return tokens.get();
    }

    /** Name of the sans family in use, for what is drawn on a canvas. */
    public String sansFamily() {
        return sans;
    }

    /** Name of the fixed-width family in use. */
    public String monoFamily() {
        return mono;
    }

    /** One em in pixels at the present zoom. */
    public double em() {
        return BODY_PX * scale();
    }

    /** Dresses a scene now and whenever the appearance or size changes, for as long as the scene lives. */
    public void install(Scene scene) {
        scenes.add(new WeakReference<>(Objects.requireNonNull(scene)));
        dress(scene);
    }

    private void refresh() {
        boolean wantsDark = switch (appearance.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        tokens.set(wantsDark ? dark : light);
        scenes.removeIf(reference -> reference.get() == null);
        for (WeakReference<Scene> reference : scenes) {
            Scene scene = reference.get();
            if (scene != null) {
                dress(scene);
            }
        }
    }

    private void dress(Scene scene) {
        boolean isDark = tokens().isDark();
        String base = isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!base.equals(scene.getUserAgentStylesheet())) {
            scene.setUserAgentStylesheet(base);
        }
        // The application's own sheets stay behind ours in the order in which they were added.
        List<String> sheets = new ArrayList<>();
        sheets.add(url(Tokens.resource(isDark)));
        sheets.add(url("kit.css"));
        sheets.add(typeSheet());
        for (String sheet : scene.getStylesheets()) {
            if (!isOurs(sheet)) {
                sheets.add(sheet);
            }
        }
        if (!sheets.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    private static boolean isOurs(String sheet) {
        return sheet.startsWith("data:text/css")
                || sheet.equals(url(Tokens.resource(true)))
                || sheet.equals(url(Tokens.resource(false)))
                || sheet.equals(url("kit.css"));
    }

    private String typeSheet() {
        // The icon font resolves em against itself, so that icon sizes are worked out here.
        String css = String.format(
                Locale.ROOT,
                """
                .root { -fx-font-family: "%1$s"; -fx-font-size: %2$.2fpx; }
                .mono, .code-editor .code-area, .code-editor .line-number { -fx-font-family: "%3$s"; -fx-font-size: %2$.2fpx; }
                .ikonli-font-icon { -fx-icon-size: %4$.2fpx; }
                .empty-state > .ikonli-font-icon, .ikonli-font-icon.icon-hero { -fx-icon-size: %5$.2fpx; }
                .ikonli-font-icon.icon-large { -fx-icon-size: %6$.2fpx; }
                .ikonli-font-icon.icon-small { -fx-icon-size: %7$.2fpx; }
                """,
                sans,
                em(),
                mono,
                em() * 16 / BODY_PX,
                em() * 40 / BODY_PX,
                em() * 20 / BODY_PX,
                em() * 13 / BODY_PX);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private double scale() {
        return Math.clamp(zoom.get(), 0.75, 2);
    }

    private static String url(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    private static String first(List<String> wanted, Set<String> installed, String otherwise) {
        for (String family : wanted) {
            if (installed.contains(family)) {
                return family;
            }
        }
        return otherwise;
    }
}
