package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether some text fits two small patterns: characters, {@code .}, {@code [a-z]}, each optionally with {@code +} or
 * {@code *}. Answered as OPA answers it, which is not for every pair of patterns what is so: OPA's search never lets a
 * starred element stand for nothing at the end, and finds no text that fits both {@code a.*} and {@code a}.
 */
final class GlobIntersection {
    private static final char ONCE = ' ';

    /**
     * One element.
     *
     * @param members the characters it stands for, null for any
     * @param bracketed whether they stand in brackets
     * @param times {@code +}, {@code *} or a blank
     */
    private record Element(@Nullable Set<Integer> members, boolean bracketed, char times) {
        boolean meets(Element other) {
            if (members == null || other.members == null) {
                return true;
            }
            return members.stream().anyMatch(other.members::contains);
        }

        boolean isOnce() {
            return times == ONCE;
        }

        /** Whether both are repeated and the same but for how often. */
        boolean repeatsAs(Element other) {
            return !isOnce()
                    && !other.isOnce()
                    && bracketed == other.bracketed
                    && Objects.equals(members, other.members);
        }
    }

    private final Runnable step;

    private final Map<Rests, Boolean> known = new HashMap<>();

    /** Where two patterns have come to, and whether it is the first one whose element repeats. */
    private record Rests(boolean first, int from, int otherFrom) {}

    private GlobIntersection(Runnable step) {
        this.step = step;
    }

    /** Answers for two patterns; {@code step} is called for each pair of elements looked at. */
    static boolean isNotEmpty(String first, String second, Runnable step) {
        List<Element> a = elements(first);
        List<Element> b = elements(second);
        int same = 0;
        while (same < a.size()
                && same < b.size()
                && a.get(same).isOnce()
                && b.get(same).isOnce()) {
            if (!a.get(same).meets(b.get(same))) {
                return false;
            }
            same++;
        }
        same = Math.max(0, same - 1); // one element stays, as in OPA
        int i = a.size() - 1;
        int j = b.size() - 1;
        while (i >= same && j >= same && a.get(i).isOnce() && b.get(j).isOnce()) {
            if (!a.get(i).meets(b.get(j))) {
                return false;
            }
            i--;
            j--;
        }
        int kept = i < a.size() - 1 ? 1 : 0;
        Part left = new Part(true, a.subList(0, i + 1 + kept), same);
        Part right = new Part(false, b.subList(0, j + 1 + kept), same);
        return new GlobIntersection(step).meet(left, right);
    }

    /** The elements of one of the patterns from one of them on. */
    private record Part(boolean isFirst, List<Element> all, int from) {
        boolean isEmpty() {
            return from >= all.size();
        }

        Element first() {
            return all.get(from);
        }

        Part rest() {
            return new Part(isFirst, all, from + 1);
        }
    }

    /** Whether the rests of two patterns have a text in common. */
    private boolean meet(Part left, Part right) {
        Part a = left;
        Part b = right;
        while (!a.isEmpty() && !b.isEmpty()) {
            step.run();
            if (!a.first().isOnce()) {
                return repeats(a, b);
            }
            if (!b.first().isOnce()) {
                return repeats(b, a);
            }
            if (!a.first().meets(b.first())) {
                return false;
            }
            a = a.rest();
            b = b.rest();
        }
        return a.isEmpty() && b.isEmpty();
    }

    private boolean repeats(Part repeating, Part other) {
        Rests rests = new Rests(repeating.isFirst(), repeating.from(), other.from());
        Boolean before = known.get(rests);
        if (before != null) {
            return before;
        }
        boolean result;
        if (repeating.first().times() == '*') {
            result = takes(repeating, other);
        } else {
            result = repeating.first().meets(other.first())
                    && (takes(repeating, other.rest()) || (!other.first().isOnce() && meet(repeating.rest(), other)));
        }
        known.put(rests, result);
        return result;
    }

    /** Lets an element take elements of the other pattern until what follows on both sides meets. */
    private boolean takes(Part repeating, Part other) {
        Part next = repeating.rest();
        for (Part rest = other; !rest.isEmpty(); rest = rest.rest()) {
            step.run();
            if (!next.isEmpty() && rest.first().meets(next.first()) && meet(next, rest)) {
                return true;
            }
            if (!rest.first().meets(repeating.first())) {
                return false;
            }
        }
        return next.isEmpty();
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
            char flag = i < text.length && (text[i] == '*' || text[i] == '+') ? (char) text[i] : ONCE;
            Element element = new Element(members, c == '[', flag);
            Element last = result.isEmpty() ? element : result.getLast();
            if (!result.isEmpty() && element.repeatsAs(last)) {
                char both = flag == '+' || last.times() == '+' ? '+' : '*';
                result.set(result.size() - 1, new Element(members, last.bracketed(), both));
            } else {
                result.add(element);
            }
            i += flag == ONCE ? 0 : 1;
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
