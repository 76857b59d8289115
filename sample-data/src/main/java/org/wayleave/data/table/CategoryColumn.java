package org.wayleave.data.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Texts out of a set of levels, which are sorted; what is missing is -1 inside. Immutable. */
public final class CategoryColumn implements Column {
    /** The code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final List<String> levels;
    private final int[] codes;

    /**
     * Makes a column.
     *
     * @param levels each once
     * @param codes positions in the levels, {@link #MISSING} where missing; copied
     */
    public CategoryColumn(String name, List<String> levels, int[] codes) {
        for (int code : codes) {
            if (code < MISSING || code >= levels.size()) {
                throw new IllegalArgumentException("column " + name + " has no level " + code);
            }
        }
        this.name = name;
        this.levels = List.copyOf(levels);
        this.codes = codes.clone();
    }

    /** Returns a column of texts, null where missing; its levels are those that occur, sorted. */
    public static CategoryColumn of(String name, List<? extends @Nullable String> texts) {
        TreeSet<String> occurring = new TreeSet<>();
        for (String text : texts) {
            if (text != null) {
                occurring.add(text);
            }
        }
        List<String> levels = new ArrayList<>(occurring);
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < levels.size(); i++) {
            positions.put(levels.get(i), i);
        }
        int[] codes = new int[texts.size()];
        for (int row = 0; row < codes.length; row++) {
            String text = texts.get(row);
            codes[row] = text == null ? MISSING : positions.getOrDefault(text, MISSING);
        }
        return new CategoryColumn(name, levels, codes);
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the levels. */
    public List<String> levels() {
        return levels;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    /** Returns the position of a row's level, {@link #MISSING} where it has none. */
    public int code(int row) {
        return codes[row];
    }

    @Override
    public boolean missing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public String text(int row) {
        return missing(row) ? "" : levels.get(codes[row]);
    }

    /** Returns how many rows have each level, in the order of the levels. */
    public int[] counts() {
        int[] counts = new int[levels.size()];
        for (int code : codes) {
            if (code != MISSING) {
                counts[code]++;
            }
        }
        return counts;
    }

    @Override
    public CategoryColumn rows(int... rows) {
        int[] chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = codes[rows[i]];
        }
        return new CategoryColumn(name, levels, chosen);
    }
}
