package org.wayleave.journey.canvas.paint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** A region that is painted with inks and a font that come from the style sheet. */
// Properties only keep a reference to their bean while it is constructed; they read nothing from it.
@SuppressWarnings("this-escape")
public abstract class InkedRegion extends Region {

    private static final Map<Ink, CssMetaData<InkedRegion, Color>> INK_META = inkMeta();

    private static final FontCssMetaData<InkedRegion> FONT_META = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(InkedRegion region) {
            return !region.font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(InkedRegion region) {
            return region.font;
        }
    };

    private static final List<CssMetaData<? extends Styleable, ?>> META = meta();

    private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final StyleableObjectProperty<Font> font =
            new SimpleStyleableObjectProperty<>(FONT_META, this, "font", Font.getDefault());

    /** Creates a region with the fallback colours. */
    protected InkedRegion() {
        INK_META.forEach((ink, meta) -> {
            SimpleStyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(meta, this, ink.property(), Color.web(ink.fallback()));
            property.addListener((o, old, now) -> inksChanged());
            inks.put(ink, property);
        });
        font.addListener((o, old, now) -> inksChanged());
    }

    /** Called on the FX thread after a colour or the font changed. */
    protected abstract void inksChanged();

    /** Returns the colour to paint with now. */
    public final Color ink(Ink ink) {
        StyleableObjectProperty<Color> property = inks.get(ink);
        Color colour = property == null ? null : property.get();
        return colour == null ? Color.web(ink.fallback()) : colour;
    }

    /** Returns the font that the surroundings set. */
    public final Font font() {
        return font.get();
    }

    /** Returns the CSS properties of this class. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return META;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return META;
    }

    private static Map<Ink, CssMetaData<InkedRegion, Color>> inkMeta() {
        Map<Ink, CssMetaData<InkedRegion, Color>> all = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            all.put(
                    ink,
                    new CssMetaData<>(ink.property(), StyleConverter.getColorConverter(), Color.web(ink.fallback())) {
                        @Override
                        public boolean isSettable(InkedRegion region) {
                            StyleableObjectProperty<Color> property = region.inks.get(ink);
                            return property != null && !property.isBound();
                        }

                        @Override
                        @SuppressWarnings("NullAway") // Every ink has a property from the constructor on.
                        public StyleableProperty<Color> getStyleableProperty(InkedRegion region) {
                            return region.inks.get(ink);
                        }
                    });
        }
        return all;
    }

    private static List<CssMetaData<? extends Styleable, ?>> meta() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(INK_META.values());
        all.add(FONT_META);
        return List.copyOf(all);
    }
}
