package org.wayleave.data.identity;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.token.IdentifierKind;

/**
 * What events say about pairs of identifiers: one row per pair that a rule is about and that occurs together, in the
 * order of the two numbers. Built in time linear in the events, up to sorting within an identifier.
 */
public final class Evidence {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int DAY_BITS = 20;
    private static final int DAY_MASK = (1 << DAY_BITS) - 1;

    private final IdentityEvents events;
    private final IdentityRules rules;
    private final byte[][] ruleOf;
    private int size;
    private int[] low = new int[0];
    private int[] high = new int[0];
    private byte[] rule = new byte[0];
    private int[] count = new int[0];
    private int[] days = new int[0];
    private int[] lastDay = new int[0];
    private double[] weight = new double[0];
    private int dayBefore;

    private Evidence(IdentityEvents events, IdentityRules rules) {
        this.events = events;
        this.rules = rules;
        ruleOf = new byte[IdentityEvents.KINDS][IdentityEvents.KINDS];
        for (int a = 0; a < IdentityEvents.KINDS; a++) {
            for (int b = 0; b < IdentityEvents.KINDS; b++) {
                ruleOf[a][b] = (byte) ruleAbout(IdentifierKind.ofCode(a), IdentifierKind.ofCode(b));
            }
        }
    }

    /** Collects the evidence at an instant; later events are not seen. */
    static Evidence collect(IdentityEvents events, IdentityRules rules, long asOf) {
        Evidence evidence = new Evidence(events, rules);
        evidence.fill(asOf);
        return evidence;
    }

    private int ruleAbout(@Nullable IdentifierKind a, @Nullable IdentifierKind b) {
        for (int r = 0; r < rules.rules().size(); r++) {
            if (a != null && b != null && rules.rules().get(r).about(a, b)) {
                return r;
            }
        }
        return -1;
    }

    private void fill(long asOf) {
        int nodes = events.identifiers();
        int today = Math.toIntExact(Math.floorDiv(asOf, DAY));
        int[] start = new int[nodes + 1];
        for (int e = 0; e < events.size(); e++) {
            if (events.time(e) <= asOf) {
                for (int a = 0; a < IdentityEvents.KINDS; a++) {
                    for (int b = a + 1; b < IdentityEvents.KINDS; b++) {
                        int u = events.slot(e, a);
                        int v = events.slot(e, b);
                        if (u >= 0 && v >= 0 && ruleOf[a][b] >= 0) {
                            start[Math.min(u, v) + 1]++;
                        }
                    }
                }
            }
        }
        for (int i = 0; i < nodes; i++) {
            start[i + 1] += start[i];
        }
        long[] packed = new long[start[nodes]];
        int[] next = Arrays.copyOf(start, nodes);
        for (int e = 0; e < events.size(); e++) {
            if (events.time(e) <= asOf) {
                // The age in days: a day of the far past stands for all before it.
                int age = (int) Math.min(DAY_MASK, today - Math.floorDiv(events.time(e), DAY));
                for (int a = 0; a < IdentityEvents.KINDS; a++) {
                    for (int b = a + 1; b < IdentityEvents.KINDS; b++) {
                        int u = events.slot(e, a);
                        int v = events.slot(e, b);
                        if (u >= 0 && v >= 0 && ruleOf[a][b] >= 0) {
                            packed[next[Math.min(u, v)]++] = (long) Math.max(u, v) << DAY_BITS | age;
                        }
                    }
                }
            }
        }
        int pairs = 0;
        for (int i = 0; i < nodes; i++) {
            Arrays.sort(packed, start[i], start[i + 1]);
            for (int p = start[i]; p < start[i + 1]; p++) {
                pairs += p == start[i] || packed[p] >> DAY_BITS != packed[p - 1] >> DAY_BITS ? 1 : 0;
            }
        }
        allocate(pairs);
        double[][] evidenceByAge = new double[rules.rules().size()][];
        for (int i = 0; i < nodes; i++) {
            for (int p = start[i]; p < start[i + 1]; p++) {
                add(i, (int) (packed[p] >> DAY_BITS), (int) (packed[p] & DAY_MASK), today, evidenceByAge);
            }
        }
    }

    private void allocate(int pairs) {
        low = new int[pairs];
        high = new int[pairs];
        rule = new byte[pairs];
        count = new int[pairs];
        days = new int[pairs];
        lastDay = new int[pairs];
        weight = new double[pairs];
    }

    private void add(int u, int v, int age, int today, double[][] evidenceByAge) {
        int at = size - 1;
        boolean fresh = at < 0 || low[at] != u || high[at] != v;
        if (fresh) {
            at = size++;
            low[at] = u;
            high[at] = v;
            rule[at] = ruleOf[events.kindCode(u)][events.kindCode(v)];
            lastDay[at] = today - age;
        }
        count[at]++;
        // Ages ascend within a pair, so that the days of a pair come one after the other.
        if (fresh || today - age != dayBefore) {
            days[at]++;
            weight[at] += evidence(rule[at], age, evidenceByAge);
            dayBefore = today - age;
        }
    }

    private double evidence(int r, int age, double[][] evidenceByAge) {
        double[] known = evidenceByAge[r];
        if (known == null) {
            known = new double[4096];
            for (int i = 0; i < known.length; i++) {
                known[i] = rules.rules().get(r).evidence(i);
            }
            evidenceByAge[r] = known;
        }
        return age < known.length ? known[age] : rules.rules().get(r).evidence(age);
    }

    /** Returns the number of pairs. */
    public int size() {
        return size;
    }

    /** Returns the smaller number of a pair's identifiers. */
    public int low(int pair) {
        return low[pair];
    }

    /** Returns the greater number of a pair's identifiers. */
    public int high(int pair) {
        return high[pair];
    }

    /** Returns the rule about a pair. */
    public IdentityRules.Rule rule(int pair) {
        return rules.rules().get(rule[pair]);
    }

    int ruleIndex(int pair) {
        return rule[pair];
    }

    /** Returns the number of events in which a pair occurs. */
    public int events(int pair) {
        return count[pair];
    }

    /** Returns the number of days (UTC) on which a pair occurs. */
    public int days(int pair) {
        return days[pair];
    }

    /** Returns the newest day on which a pair occurs, days since 1970-01-01. */
    public int lastDay(int pair) {
        return lastDay[pair];
    }

    /** Returns the sum of the decayed evidence of a pair's days: minus the logarithm of the doubt that is left. */
    public double weight(int pair) {
        return weight[pair];
    }

    /** Returns the confidence in a pair at the moment of the evidence, 0 to 1. */
    public double confidence(int pair) {
        return -StrictMath.expm1(-weight[pair]);
    }

    /** Returns the row of two identifiers, -1 if they never occur together or no rule is about them. */
    public int pair(int a, int b) {
        int u = Math.min(a, b);
        int v = Math.max(a, b);
        int from = 0;
        int to = size - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = low[middle] != u ? Integer.compare(low[middle], u) : Integer.compare(high[middle], v);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
