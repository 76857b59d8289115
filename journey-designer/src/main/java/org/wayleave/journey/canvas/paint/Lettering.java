package org.wayleave.journey.canvas.paint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The fonts of the canvas in one family, and texts cut to the room there is. For the FX thread. */
public final class Lettering {

    private static final int REMEMBERED = 4_000;
    private static final String ELLIPSIS = "…";

    private record Cut(String text, Font font, double width) {}

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    private final Map<Cut, String> cuts = new Recent<>();
    private final Map<Cut, Double> widths = new Recent<>();
    private final Map<Cut, List<String>> lines = new Recent<>();
    private final Text ruler = new Text();
    private final Font name;
    private final Font meaning;
    private final Font figure;
    private final Font badge;

    /** Creates the fonts of a family. */
    public Lettering(String family) {
        name = Font.font(family, FontWeight.BOLD, 12.5);
        meaning = Font.font(family, 11.5);
        figure = Font.font(family, 12);
        badge = Font.font(family, FontWeight.BOLD, 10);
    }

    /** For the names of steps. */
    public Font name() {
        return name;
    }

    /** For the line below a name and for labels of edges. */
    public Font meaning() {
        return meaning;
    }

    /** For counts. */
    public Font figure() {
        return figure;
    }

    /** For the number in a badge. */
    public Font badge() {
        return badge;
    }

    /** Returns the width of a text in world units. */
    public double width(String text, Font font) {
        return widths.computeIfAbsent(new Cut(text, font, 0), cut -> {
            ruler.setFont(font);
            ruler.setText(text);
            return ruler.getLayoutBounds().getWidth();
        });
    }

    /**
     * Returns the text in one line where it fits, else in two: broken at the last space that leaves the first line short enough,
     * the second cut off with an ellipsis where it must be. Without such a space there is one line, cut off.
     */
    public List<String> lines(String text, Font font, double room) {
        return lines.computeIfAbsent(new Cut(text, font, room), cut -> {
            if (width(text, font) <= room) {
                return List.of(text);
            }
            int space = text.lastIndexOf(' ');
            while (space > 0 && width(text.substring(0, space), font) > room) {
                space = text.lastIndexOf(' ', space - 1);
            }
            return space <= 0
                    ? List.of(fit(text, font, room))
                    : List.of(text.substring(0, space), fit(text.substring(space + 1), font, room));
        });
    }

    /** Returns the text, or as much of its beginning as fits, with an ellipsis. */
    public String fit(String text, Font font, double room) {
        return cuts.computeIfAbsent(new Cut(text, font, room), cut -> {
            if (width(text, font) <= room) {
                return text;
            }
            int low = 0;
            int high = text.length();
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (width(text.substring(0, middle).stripTrailing() + ELLIPSIS, font) <= room) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low == 0 ? "" : text.substring(0, low).stripTrailing() + ELLIPSIS;
        });
    }
}
