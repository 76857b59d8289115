package org.wayleave.engine.builtin.yaml;

/**
 * In which styles a string can be written in a block (YAML 1.2, chapter 7, as libyaml decides it).
 *
 * @param plainAllowed without quotes
 * @param singleQuotedAllowed in single quotes
 * @param blockAllowed as a literal block
 */
record Traits(boolean plainAllowed, boolean singleQuotedAllowed, boolean blockAllowed) {
    private static final String NEVER_FIRST = "#,[]{}&*!|>'\"%@`";

    static Traits of(String text) {
        if (text.isEmpty()) {
            return new Traits(true, true, false);
        }
        boolean indicators = text.startsWith("---") || text.startsWith("...");
        boolean special = false;
        boolean tabs = false;
        boolean breakSpace = false;
        boolean spaceBreak = false;
        int[] c = text.codePoints().toArray();
        int last = c.length - 1;
        for (int i = 0; i <= last; i++) {
            boolean blankFollows = i == last || isBlank(c[i + 1]);
            boolean blankPrecedes = i == 0 || isBlank(c[i - 1]) || isBreak(c[i - 1]);
            if (i == 0) {
                indicators |=
                        NEVER_FIRST.indexOf(c[0]) >= 0 || ((c[0] == '?' || c[0] == ':' || c[0] == '-') && blankFollows);
            } else {
                indicators |= (c[i] == ':' && blankFollows) || (c[i] == '#' && blankPrecedes);
            }
            tabs |= c[i] == '\t';
            special |= c[i] != '\t' && !isPrintable(c[i]);
            breakSpace |= i > 0 && c[i] == ' ' && isBreak(c[i - 1]);
            spaceBreak |= i > 0 && isBreak(c[i]) && c[i - 1] == ' ';
        }
        boolean breaks = text.codePoints().anyMatch(Traits::isBreak);
        boolean edges = c[0] == ' ' || c[last] == ' ' || isBreak(c[0]) || isBreak(c[last]);
        boolean quotable = !breakSpace && !spaceBreak && !tabs && !special;
        return new Traits(
                quotable && !edges && !breaks && !indicators, quotable, c[last] != ' ' && !spaceBreak && !special);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(int c) {
        return c == '\r' || c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Whether a character stands for itself in quotes. */
    static boolean isPrintable(int c) {
        return c == '\n'
                || (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c < 0xD800)
                || (c >= 0xE000 && c <= 0xFFFD && c != 0xFEFF);
    }
}
