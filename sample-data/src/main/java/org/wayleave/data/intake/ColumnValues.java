package org.wayleave.data.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.DirectIdentifiers;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.token.IdentifierException;
import org.wayleave.data.token.IdentifierKind;
import org.wayleave.data.token.Tokeniser;

/** The values of one column as they come, checked against its plan. For one thread. */
final class ColumnValues {
    private static final int FIRST = 1024;
    private static final int EPOCH = 1;
    private static final int SHORTEST_CARD = 13;

    private final ColumnPlan plan;
    private final int number;
    private final @Nullable Tokeniser tokeniser;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private double[] numbers = new double[0];
    private int[] codes = new int[0];
    private int rows;

    /**
     * Begins a column.
     *
     * @param number of the column in the file, 1 for the first
     * @param tokeniser null where no column is replaced by tokens
     */
    ColumnValues(ColumnPlan plan, int number, @Nullable Tokeniser tokeniser) {
        this.plan = plan;
        this.number = number;
        this.tokeniser = tokeniser;
    }

    private boolean numeric() {
        return plan.treatment() == Treatment.KEEP
                && (plan.kind() == ColumnKind.NUMBER
                        || plan.kind() == ColumnKind.WHOLE
                        || plan.kind() == ColumnKind.DAY);
    }

    /** Adds the value of the next row. */
    void add(String text, long line) {
        if (numeric()) {
            put(Cells.missing(text) ? Double.NaN : number(text, line));
        } else {
            put(Cells.missing(text) ? CategoryColumn.MISSING : code(text.strip(), line));
        }
    }

    /** Adds a value that was checked when it was taken in. */
    void stored(ResultSet row, int at) throws SQLException {
        if (numeric()) {
            double value = row.getDouble(at);
            put(row.wasNull() ? Double.NaN : value);
        } else {
            String text = row.getString(at);
            put(text == null ? CategoryColumn.MISSING : newest(text));
        }
    }

    private void put(double value) {
        if (rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(FIRST, rows + (rows >> 1)));
        }
        numbers[rows++] = value;
    }

    private void put(int code) {
        if (rows == codes.length) {
            codes = Arrays.copyOf(codes, Math.max(FIRST, rows + (rows >> 1)));
        }
        codes[rows++] = code;
    }

    private int newest(String text) {
        Integer known = codeOf.putIfAbsent(text, codeOf.size());
        return known == null ? codeOf.size() - 1 : known;
    }

    private double number(String text, long line) {
        if (plan.kind() == ColumnKind.DAY) {
            if (!Cells.day(text)) {
                throw at(line, "\"" + shown(text) + "\" is no date of the form 2026-03-02, as the values before are.");
            }
            try {
                return Cells.toDay(text);
            } catch (DateTimeException wrong) {
                throw at(
                        line,
                        "\"" + shown(text)
                                + "\" is no day of the Gregorian calendar between 1850 and 2150; dates of other"
                                + " calendars have to be converted first.");
            }
        }
        if (Cells.noNumber(text)) {
            throw at(
                    line, "\"" + shown(text) + "\" is not a finite number. Leave the value empty where it is missing.");
        }
        if (!Cells.number(text)) {
            throw at(
                    line,
                    "\"" + shown(text)
                            + "\" is no number, as the values before are. Correct it, or take the column as a"
                            + " category.");
        }
        if (plan.kind() == ColumnKind.WHOLE && !Cells.whole(text)) {
            throw at(
                    line,
                    "\"" + shown(text)
                            + "\" is no whole number, as the values before are. Take the column as numbers.");
        }
        if (text.strip().length() >= SHORTEST_CARD) {
            refuseIdentifier(text, line);
        }
        OptionalDouble value = Cells.toNumber(text);
        return value.orElseThrow(() -> at(line, "\"" + shown(text) + "\" is too large for a number."));
    }

    private int code(String text, long line) {
        Integer known = codeOf.get(text);
        if (known != null) {
            return known;
        }
        if (plan.treatment() != Treatment.TOKENISE) {
            refuseIdentifier(text, line);
            if (Cells.calculates(text)) {
                throw at(
                        line,
                        "a spreadsheet would calculate \"" + shown(text)
                                + "\". Remove the first character, or leave the column out.");
            }
        } else {
            check(text, line);
        }
        return newest(text);
    }

    private void refuseIdentifier(String text, long line) {
        List<String> found = DirectIdentifiers.in(text);
        if (!found.isEmpty()) {
            throw at(
                    line,
                    "the value looks like a direct identifier (" + String.join(", ", found)
                            + "). Leave the column out, or replace its values by tokens.");
        }
    }

    private void check(String text, long line) {
        try {
            token(text);
        } catch (IdentifierException wrong) {
            throw at(line, "no token can be made: " + wrong.getMessage());
        }
    }

    private String token(String text) {
        IdentifierKind kind = plan.identifier();
        if (tokeniser == null || kind == null) {
            throw new IllegalStateException("column " + plan.name() + " has no kind of identifier");
        }
        return tokeniser.token(kind, text, EPOCH).text();
    }

    /** Returns the column of the values so far. */
    Column column() {
        if (numeric()) {
            NumberColumn.Unit unit = switch (plan.kind()) {
                case DAY -> NumberColumn.Unit.DAY;
                case WHOLE -> NumberColumn.Unit.WHOLE;
                default -> NumberColumn.Unit.NUMBER;
            };
            return new NumberColumn(plan.name(), unit, Arrays.copyOf(numbers, rows));
        }
        TreeMap<String, List<Integer>> sorted = new TreeMap<>();
        codeOf.forEach((text, code) -> sorted.computeIfAbsent(
                        plan.treatment() == Treatment.TOKENISE ? token(text) : text, level -> new ArrayList<>(1))
                .add(code));
        int[] position = new int[codeOf.size()];
        int next = 0;
        for (List<Integer> same : sorted.values()) {
            for (int code : same) {
                position[code] = next;
            }
            next++;
        }
        int[] placed = new int[rows];
        for (int row = 0; row < rows; row++) {
            placed[row] = codes[row] == CategoryColumn.MISSING ? CategoryColumn.MISSING : position[codes[row]];
        }
        return new CategoryColumn(plan.name(), List.copyOf(sorted.keySet()), placed);
    }

    private IntakeException at(long line, String message) {
        return new IntakeException(line, number, "(" + plan.name() + ") " + message);
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
