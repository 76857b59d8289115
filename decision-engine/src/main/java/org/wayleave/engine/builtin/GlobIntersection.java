package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether some text fits two small patterns: characters, {@code .}, {@code [a-z]}, each optionally with {@code +} or
 * {@code *}. Answered by walking both patterns at once.
 */
final class GlobIntersection {
    /** One element; {@code members} is null for any character. */
    private record Element(@Nullable Set<Integer> members, boolean optional, boolean repeated) {
        boolean meets(Element other) {
            if (members == null || other.members == null) {
                return true;
            }
            return members.stream().anyMatch(other.members::contains);
        }
    }

    private GlobIntersection() {}

    static boolean isNotEmpty(String first, String second) {
        List<Element> a = elements(first);
        List<Element> b = elements(second);
        Deque<int[]> open = new ArrayDeque<>();
        Set<Long> seen = new HashSet<>();
        open.add(new int[] {0, 0});
        while (!open.isEmpty()) {
            int[] state = open.remove();
            int i = state[0];
            int j = state[1];
            if (!seen.add((long) i << 32 | j)) {
                continue;
            }
            if (i == a.size() && j == b.size()) {
                return true;
            }
            boolean left = i < a.size();
            boolean right = j < b.size();
            if (left && a.get(i).optional()) {
                open.add(new int[] {i + 1, j});
            }
            if (right && b.get(j).optional()) {
                open.add(new int[] {i, j + 1});
            }
            if (left && right && a.get(i).meets(b.get(j))) {
                open.add(new int[] {i + 1, j + 1});
                if (a.get(i).repeated()) {
                    open.add(new int[] {i, j + 1});
                }
                if (b.get(j).repeated()) {
                    open.add(new int[] {i + 1, j});
                }
            }
        }
        return false;
    }

    private static List<Element> elements(String pattern) {
        int[] text = pattern.codePoints().toArray();
        List<Element> result = new ArrayList<>();
        int i = 0;
        while (i < text.length) {
            Set<Integer> members;
            int c = text[i];
            if (c == '+' || c == '*') {
                throw failed("the flag " + Character.toString(c) + " must follow a character, a dot or a set");
            }
            if (c == ']') {
                throw failed("input:" + new String(text, 0, text.length) + ", pos:" + (i + 1)
                        + ", set-close ']' with no preceding '[': the input provided is invalid");
            }
            if (c == '[') {
                members = new HashSet<>();
                i = set(text, i + 1, members);
            } else if (c == '.') {
                members = null;
                i++;
            } else {
                if (c == '\\' && ++i == text.length) {
                    throw failed("there is nothing after the last \\");
                }
                members = Set.of(text[i]);
                i++;
            }
            int flag = i < text.length ? text[i] : 0;
            boolean star = flag == '*';
            boolean plus = flag == '+';
            // A plus is one element and a star of the same.
            if (plus) {
                result.add(new Element(members, false, false));
            }
            result.add(new Element(members, star || plus, star || plus));
            if (!star && !plus) {
                result.set(result.size() - 1, new Element(members, false, false));
            }
            i += star || plus ? 1 : 0;
        }
        return result;
    }

    private static int set(int[] text, int from, Set<Integer> members) {
        int i = from;
        int previous = -1;
        boolean range = false;
        while (i < text.length && text[i] != ']') {
            int c = text[i];
            if (c == '-' && !range && previous >= 0) {
                range = true;
                i++;
                continue;
            }
            if (c == '-' && (range || previous < 0)) {
                throw failed("a range in a set lacks an end");
            }
            if (c == '\\' && ++i < text.length) {
                c = text[i];
            }
            if (range) {
                if (c < previous) {
                    throw failed("a range in a set runs backwards");
                }
                for (int x = previous; x <= c; x++) {
                    members.add(x);
                }
                previous = -1;
                range = false;
            } else {
                members.add(c);
                previous = c;
            }
            i++;
        }
        if (i >= text.length || range) {
            throw failed("a set lacks its closing ]");
        }
        return i + 1;
    }
}
