package org.wayleave.data.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks the names of columns. */
final class Header {
    private static final int LONGEST = 200;

    private Header() {}

    /** Returns the names without blanks around them, or says what is wrong with one. */
    static List<String> checked(List<String> names, IntakeLimits limits) {
        if (names.size() > limits.columns()) {
            throw new IntakeException(
                    1,
                    limits.columns() + 1,
                    "the table has " + names.size() + " columns, more than the " + limits.columns()
                            + " that are read. Leave out what is not needed.");
        }
        List<String> checked = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            int column = i + 1;
            if (name.isEmpty()) {
                throw new IntakeException(1, column, "the column has no name; give it one in the first line.");
            }
            if (name.length() > LONGEST) {
                throw new IntakeException(
                        1, column, "the name of the column has more than " + LONGEST + " characters; shorten it.");
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                throw new IntakeException(1, column, "the name of the column holds a control character; remove it.");
            }
            if (Cells.calculates(name)) {
                throw new IntakeException(
                        1, column, "a spreadsheet would calculate the name \"" + name + "\"; rename the column.");
            }
            Integer before = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), column);
            if (before != null) {
                throw new IntakeException(
                        1, column, "\"" + name + "\" is also the name of column " + before + "; rename one of them.");
            }
            checked.add(name);
        }
        return List.copyOf(checked);
    }
}
