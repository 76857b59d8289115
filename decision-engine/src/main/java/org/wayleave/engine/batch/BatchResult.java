package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * What a batch decided, row by row: whether the action is allowed, which rules object, and the consent. Belongs to one
 * thread at a time; to be used again and again.
 */
public final class BatchResult {
    static final int ALLOWED = 1;
    static final int LEFT = 2;
    static final int CONSENT_SHIFT = 2;

    private static final RegoString RULE = RegoString.of("rule");

    private final List<String> rules;
    private final List<String> consents;
    private final int words;
    private final long[] fired;
    private final int[] verdicts;
    private final @Nullable RegoValue[] answers;
    private final @Nullable PolicyException[] failures;
    private final int firstNeed;
    private final int[] asked;
    private int left;

    BatchResult(List<String> rules, List<String> consents, int asks, int capacity) {
        this.rules = rules;
        this.consents = consents;
        this.firstNeed = words(rules.size(), 0);
        this.words = words(rules.size(), asks);
        this.asked = new int[asks];
        this.fired = new long[capacity * words];
        this.verdicts = new int[capacity];
        this.answers = new RegoValue[capacity];
        this.failures = new PolicyException[capacity];
    }

    /** Words a row: bits of rules that object, then bits of rules to be asked for. */
    static int words(int rules, int asks) {
        return Math.max(1, (rules + Long.SIZE - 1) / Long.SIZE) + (asks + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Whether the action is allowed.
     *
     * @param row the row, from 0
     * @return true when the policy allows it
     */
    public boolean allowed(int row) {
        return (verdicts[row] & ALLOWED) != 0;
    }

    /**
     * The rules that object, bit {@code i} for the rule {@code i} of {@link BatchPolicy#rules()}, up to the 64th.
     *
     * @param row the row, from 0
     * @return the bits
     */
    public long fired(int row) {
        return fired[row * words];
    }

    /**
     * The ids of the rules that object, sorted.
     *
     * @param row the row, from 0
     * @return the ids
     */
    public List<String> firedRules(int row) {
        RegoValue answer = answers[row];
        if (answer != null) {
            return rules(answer);
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if ((fired[row * words + i / 64] >>> i & 1) != 0) {
                ids.add(rules.get(i));
            }
        }
        return ids;
    }

    /**
     * The consent of the decision, null when it says nothing of it.
     *
     * @param row the row, from 0
     * @return the consent, such as {@code granted}
     */
    public @Nullable String consent(int row) {
        RegoValue answer = answers[row];
        if (answer != null) {
            return consent(answer);
        }
        int number = verdicts[row] >>> CONSENT_SHIFT;
        return number == 0 ? null : consents.get(number - 1);
    }

    /**
     * Whether the decision of a row is what the whole policy answers, null when that is undefined.
     *
     * @param row the row, from 0
     * @param answer what the whole policy answers
     * @return true when both say the same
     */
    public boolean agrees(int row, @Nullable RegoValue answer) {
        if (failures[row] != null) {
            return false;
        }
        if (answer == null) {
            return isLeft(row) && answers[row] == null;
        }
        return allowed(row) == allows(answer)
                && firedRules(row).equals(rules(answer))
                && Objects.equals(consent(row), consent(answer));
    }

    private static boolean allows(RegoValue answer) {
        return answer instanceof RegoObject o && o.get("allow") instanceof RegoBoolean b && b.value();
    }

    private static @Nullable String consent(RegoValue answer) {
        return answer instanceof RegoObject o && o.get("consent") instanceof RegoString s ? s.value() : null;
    }

    private static List<String> rules(RegoValue answer) {
        TreeSet<String> ids = new TreeSet<>();
        denials(answer).forEach(denial -> ids.add(rule(denial)));
        return List.copyOf(ids);
    }

    /**
     * Whether the compiled policy decided this row, because columns could not.
     *
     * @param row the row, from 0
     * @return true when the compiled policy decided
     */
    public boolean isLeft(int row) {
        return (verdicts[row] & LEFT) != 0;
    }

    /**
     * How many rows the compiled policy decided.
     *
     * @return a number of rows
     */
    public int left() {
        return left;
    }

    /**
     * In how many rows the compiled policy was asked for a rule; rows that it decided as a whole are not among them.
     *
     * @param rule its place in {@link BatchPolicy#leftRules()}
     * @return a number of rows
     */
    public int asked(int rule) {
        return asked[rule];
    }

    /**
     * The compiled policy's answer for a row that {@link #isLeft}; null when it is undefined or failed.
     *
     * @param row the row, from 0
     * @return the answer
     */
    public @Nullable RegoValue answer(int row) {
        return answers[row];
    }

    /**
     * Why there is no decision for a row, null when there is one.
     *
     * @param row the row, from 0
     * @return the failure
     */
    public @Nullable PolicyException failure(int row) {
        return failures[row];
    }

    void begin(int from, int to, long[] always, int verdict) {
        if (left > 0) {
            Arrays.fill(answers, null);
            Arrays.fill(failures, null);
        }
        for (int word = 0; word < words; word++) {
            if (words == 1) {
                Arrays.fill(fired, from, to, always[0]);
            } else {
                for (int row = from; row < to; row++) {
                    fired[row * words + word] = always[word];
                }
            }
        }
        Arrays.fill(verdicts, from, to, verdict);
    }

    long[] fired() {
        return fired;
    }

    int[] verdicts() {
        return verdicts;
    }

    /** Whether rules have to be asked for before a row is decided. */
    boolean hasNeeds(int row) {
        for (int word = firstNeed; word < words; word++) {
            if (fired[row * words + word] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a rule has to be asked for before a row is decided. */
    boolean needs(int row, int ask) {
        return (fired[row * words + firstNeed + ask / Long.SIZE] >>> ask & 1) != 0;
    }

    void count(int rows, int[] rowsAsked) {
        left = rows;
        System.arraycopy(rowsAsked, 0, asked, 0, asked.length);
    }

    void fail(int row, PolicyException failure) {
        verdicts[row] = LEFT;
        Arrays.fill(fired, row * words, (row + 1) * words, 0);
        failures[row] = failure;
    }

    void answer(int row, @Nullable RegoValue answer) {
        Arrays.fill(fired, row * words, (row + 1) * words, 0);
        int verdict = LEFT;
        if (answer != null) {
            verdict |= allows(answer) ? ALLOWED : 0;
            for (RegoValue denial : denials(answer)) {
                int i = rules.indexOf(rule(denial));
                if (i >= 0) {
                    fired[row * words + i / 64] |= 1L << i;
                }
            }
        }
        verdicts[row] = verdict;
        answers[row] = answer;
    }

    private static Iterable<RegoValue> denials(RegoValue answer) {
        RegoValue deny = answer instanceof RegoObject o ? o.get("deny") : null;
        if (deny instanceof RegoSet set) {
            return set;
        }
        return deny instanceof RegoArray array ? array : List.of();
    }

    private static String rule(RegoValue denial) {
        return denial.get(RULE) instanceof RegoString s ? s.value() : denial.toString();
    }
}
