package org.wayleave.data.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters of identifiers, and what became of every pair; immutable. A cluster is named by the smallest number of its
 * identifiers.
 */
public final class Resolution {
    private final IdentityEvents events;
    private final IdentityRules rules;
    private final Evidence evidence;
    private final long asOf;
    private final Verdict[] verdicts;
    private final int[] clusters;
    private final boolean[] shared;
    private final boolean complete;
    private final int[] pairStart;
    private final int[] pairsByNode;

    Resolution(
            IdentityEvents events,
            IdentityRules rules,
            Evidence evidence,
            long asOf,
            Verdict[] verdicts,
            int[] clusters,
            boolean[] shared,
            boolean complete) {
        this.events = events;
        this.rules = rules;
        this.evidence = evidence;
        this.asOf = asOf;
        this.verdicts = verdicts;
        this.clusters = clusters;
        this.shared = shared;
        this.complete = complete;
        pairStart = new int[clusters.length + 1];
        for (int p = 0; p < evidence.size(); p++) {
            pairStart[evidence.low(p) + 1]++;
            pairStart[evidence.high(p) + 1]++;
        }
        for (int i = 0; i < clusters.length; i++) {
            pairStart[i + 1] += pairStart[i];
        }
        int[] next = Arrays.copyOf(pairStart, clusters.length);
        pairsByNode = new int[2 * evidence.size()];
        for (int p = 0; p < evidence.size(); p++) {
            pairsByNode[next[evidence.low(p)]++] = p;
            pairsByNode[next[evidence.high(p)]++] = p;
        }
    }

    /** Returns the events that were looked at. */
    public IdentityEvents events() {
        return events;
    }

    /** Returns the rules that were applied. */
    public IdentityRules rules() {
        return rules;
    }

    /** Returns the evidence that was weighed. */
    public Evidence evidence() {
        return evidence;
    }

    /** Returns the moment for which it holds, epoch milliseconds. */
    public long asOf() {
        return asOf;
    }

    /** Returns whether all rules were applied. */
    public boolean complete() {
        return complete;
    }

    /** Returns the cluster of an identifier. */
    public int cluster(int identifier) {
        return clusters[identifier];
    }

    /** Returns whether an identifier is used by several people. */
    public boolean shared(int identifier) {
        return shared[identifier];
    }

    /** Returns what became of a pair. */
    public Verdict verdict(int pair) {
        return verdicts[pair];
    }

    /** Returns the pairs of an identifier, in their order. */
    public int[] pairs(int identifier) {
        return Arrays.copyOfRange(pairsByNode, pairStart[identifier], pairStart[identifier + 1]);
    }

    /** Returns the number of clusters, those of one identifier among them. */
    public int clusterCount() {
        int count = 0;
        for (int i = 0; i < clusters.length; i++) {
            count += clusters[i] == i ? 1 : 0;
        }
        return count;
    }

    /** Returns the number of identifiers used by several people. */
    public int sharedCount() {
        int count = 0;
        for (boolean one : shared) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Returns the number of pairs with a verdict. */
    public int count(Verdict verdict) {
        int count = 0;
        for (Verdict one : verdicts) {
            count += one == verdict ? 1 : 0;
        }
        return count;
    }

    /** Returns the events in which both identifiers of a pair occur, up to the moment, oldest first. */
    public List<Integer> eventsOf(int pair) {
        List<Integer> found = new ArrayList<>();
        int u = evidence.low(pair);
        int v = evidence.high(pair);
        int kindU = events.kindCode(u);
        int kindV = events.kindCode(v);
        for (int e = 0; e < events.size(); e++) {
            if (events.slot(e, kindU) == u && events.slot(e, kindV) == v && events.time(e) <= asOf) {
                found.add(e);
            }
        }
        found.sort((a, b) -> Long.compare(events.time(a), events.time(b)));
        return found;
    }

    /** Returns the number of each identifier's cluster; a copy. */
    public int[] clusters() {
        return clusters.clone();
    }
}
