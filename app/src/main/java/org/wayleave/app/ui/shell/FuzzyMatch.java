package org.wayleave.app.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Finds by the letters of a query in their order: whole parts first, then starts of words, then scattered letters. */
public final class FuzzyMatch {
    private FuzzyMatch() {}

    private record Scored<T>(T item, int score, int order) {}

    /** The items that match, best first; equally good ones in their given order. */
    public static <T> List<T> best(String query, List<T> items, Function<T, String> text) {
        if (query.isEmpty()) {
            return items;
        }
        var scored = new java.util.ArrayList<Scored<T>>();
        for (int i = 0; i < items.size(); i++) {
            int score = score(query, text.apply(items.get(i)));
            if (score > 0) {
                scored.add(new Scored<>(items.get(i), score, i));
            }
        }
        scored.sort(Comparator.<Scored<T>>comparingInt(s -> -s.score()).thenComparingInt(Scored::order));
        return scored.stream().map(Scored::item).toList();
    }

    /** 0 when the letters of the query do not occur in order, else higher for a better match. */
    static int score(String query, String text) {
        String q = query.toLowerCase(Locale.ROOT);
        String t = text.toLowerCase(Locale.ROOT);
        int whole = t.indexOf(q);
        if (whole == 0) {
            return 1000 - Math.min(200, t.length());
        }
        if (whole > 0) {
            boolean startsWord = !Character.isLetterOrDigit(t.charAt(whole - 1));
            return (startsWord ? 800 : 500) - Math.min(200, t.length());
        }
        int at = 0;
        int score = 200;
        for (int i = 0; i < q.length(); i++) {
            char wanted = q.charAt(i);
            if (wanted == ' ') {
                continue;
            }
            int found = t.indexOf(wanted, at);
            if (found < 0) {
                return 0;
            }
            boolean startsWord = found == 0 || !Character.isLetterOrDigit(t.charAt(found - 1));
            score -= startsWord ? 0 : Math.min(20, found - at);
            at = found + 1;
        }
        return Math.max(1, score);
    }
}
