package org.wayleave.data.identity;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Merges identifiers into clusters, conservatively. The rules are applied one after the other. Within a rule, an
 * identifier that must be loyal has its evidence added up by cluster as the clusters stood before the rule; it may join the
 * one with at least the least share, if that pair also has enough days and confidence. An identifier whose evidence is
 * spread over several clusters with enough days each is shared: it stays a cluster of its own, also for the rules that
 * follow. No cluster ever holds two identifiers of an exclusive kind.
 */
public final class Resolver {
    private final IdentityRules rules;

    /** Makes a resolver. */
    public Resolver(IdentityRules rules) {
        this.rules = rules;
    }

    /**
     * Resolves the identities as they are at an instant.
     *
     * @param asOf epoch milliseconds; later events are not seen, earlier ones count less with their age
     */
    public Resolution resolve(IdentityEvents events, long asOf) {
        return resolve(events, asOf, () -> false);
    }

    /**
     * Resolves the identities as they are at an instant.
     *
     * @param cancelled asked between the rules; once true, the rules that are left are not applied
     */
    public Resolution resolve(IdentityEvents events, long asOf, BooleanSupplier cancelled) {
        Evidence evidence = Evidence.collect(events, rules, asOf);
        Round round = new Round(events, evidence);
        boolean complete = true;
        for (int r = 0; r < rules.rules().size() && complete; r++) {
            if (cancelled.getAsBoolean()) {
                complete = false;
            } else {
                round.apply(r);
            }
        }
        return new Resolution(events, rules, evidence, asOf, round.verdicts, round.clusters(), round.shared, complete);
    }

    /** The state while rules are applied. */
    private final class Round {
        private final IdentityEvents events;
        private final Evidence evidence;
        private final Verdict[] verdicts;
        private final boolean[] shared;
        private final int[] parent;
        private final int[][] exclusive;

        private Round(IdentityEvents events, Evidence evidence) {
            this.events = events;
            this.evidence = evidence;
            int nodes = events.identifiers();
            verdicts = new Verdict[evidence.size()];
            Arrays.fill(verdicts, Verdict.TOO_WEAK);
            shared = new boolean[nodes];
            parent = new int[nodes];
            exclusive = new int[IdentityEvents.KINDS][];
            for (int i = 0; i < nodes; i++) {
                parent[i] = i;
            }
            rules.exclusive().stream()
                    .filter(kind -> kind.code() < IdentityEvents.KINDS)
                    .forEach(kind -> {
                        int[] held = new int[nodes];
                        for (int i = 0; i < nodes; i++) {
                            held[i] = events.kindCode(i) == kind.code() ? i : -1;
                        }
                        exclusive[kind.code()] = held;
                    });
        }

        private void apply(int r) {
            IdentityRules.Rule rule = rules.rules().get(r);
            int[] pairs = pairs(r);
            int[] favourite = new int[events.identifiers()];
            Arrays.fill(favourite, -1);
            Loyalty loyalty = new Loyalty(rule, pairs);
            rule.loyal().forEach(kind -> loyalty.judge(kind.code(), favourite));
            long[] order = new long[pairs.length];
            int accepted = 0;
            for (int pair : pairs) {
                verdicts[pair] = verdict(pair, rule, favourite);
                if (verdicts[pair] == Verdict.MERGED) {
                    // Surest first; pairs of equal confidence in the order of their identifiers.
                    long doubt = (long) ((1 - evidence.confidence(pair)) * (1L << 30));
                    order[accepted++] = doubt << 32 | pair;
                }
            }
            Arrays.sort(order, 0, accepted);
            for (int i = 0; i < accepted; i++) {
                int pair = (int) order[i];
                verdicts[pair] = join(evidence.low(pair), evidence.high(pair));
            }
        }

        private int[] pairs(int r) {
            int count = 0;
            for (int p = 0; p < evidence.size(); p++) {
                count += evidence.ruleIndex(p) == r ? 1 : 0;
            }
            int[] pairs = new int[count];
            int at = 0;
            for (int p = 0; p < evidence.size(); p++) {
                if (evidence.ruleIndex(p) == r) {
                    pairs[at++] = p;
                }
            }
            return pairs;
        }

        private Verdict verdict(int pair, IdentityRules.Rule rule, int[] favourite) {
            int u = evidence.low(pair);
            int v = evidence.high(pair);
            if (shared[u] || shared[v]) {
                return Verdict.SHARED;
            }
            if (evidence.days(pair) < rule.leastDays()) {
                return Verdict.TOO_FEW_DAYS;
            }
            if (evidence.confidence(pair) < rule.leastConfidence()) {
                return Verdict.TOO_WEAK;
            }
            boolean decided =
                    (!loyal(rule, u) || favourite[u] == find(v)) && (!loyal(rule, v) || favourite[v] == find(u));
            return decided ? Verdict.MERGED : Verdict.UNDECIDED;
        }

        private boolean loyal(IdentityRules.Rule rule, int node) {
            return rule.loyal().contains(events.kind(node));
        }

        private Verdict join(int u, int v) {
            int a = find(u);
            int b = find(v);
            if (a == b) {
                return Verdict.AGREES;
            }
            for (int[] held : exclusive) {
                if (held != null && held[a] >= 0 && held[b] >= 0) {
                    return Verdict.CONTRADICTION;
                }
            }
            // The smaller number is the root, so that a cluster's number does not depend on the order of joining.
            int root = Math.min(a, b);
            int other = Math.max(a, b);
            parent[other] = root;
            for (int[] held : exclusive) {
                if (held != null && held[root] < 0) {
                    held[root] = held[other];
                }
            }
            return Verdict.MERGED;
        }

        private int find(int node) {
            int at = node;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        private int[] clusters() {
            int[] clusters = new int[parent.length];
            for (int i = 0; i < clusters.length; i++) {
                clusters[i] = find(i);
            }
            return clusters;
        }

        /** Adds up evidence by identifier and cluster, as the clusters stand before the rule. */
        private final class Loyalty {
            private final IdentityRules.Rule rule;
            private final int[] pairs;

            private Loyalty(IdentityRules.Rule rule, int[] pairs) {
                this.rule = rule;
                this.pairs = pairs;
            }

            private void judge(int kind, int[] favourite) {
                long[] keys = new long[pairs.length];
                int size = 0;
                for (int i = 0; i < pairs.length; i++) {
                    int node = node(pairs[i], kind);
                    if (!shared[node]) {
                        keys[size++] = (long) node << 32 | i;
                    }
                }
                Arrays.sort(keys, 0, size);
                int from = 0;
                while (from < size) {
                    int to = from;
                    int node = (int) (keys[from] >> 32);
                    while (to < size && (int) (keys[to] >> 32) == node) {
                        to++;
                    }
                    judge(node, keys, from, to, favourite);
                    from = to;
                }
            }

            private void judge(int node, long[] keys, int from, int to, int[] favourite) {
                long[] byCluster = new long[to - from];
                for (int i = from; i < to; i++) {
                    int pair = pairs[(int) keys[i]];
                    int other = evidence.low(pair) == node ? evidence.high(pair) : evidence.low(pair);
                    byCluster[i - from] = (long) find(other) << 32 | pair;
                }
                Arrays.sort(byCluster);
                double total = 0;
                double best = 0;
                int bestCluster = -1;
                int corroborated = 0;
                int i = 0;
                while (i < byCluster.length) {
                    int cluster = (int) (byCluster[i] >> 32);
                    double sum = 0;
                    int days = 0;
                    while (i < byCluster.length && (int) (byCluster[i] >> 32) == cluster) {
                        int pair = (int) byCluster[i];
                        sum += evidence.weight(pair);
                        days = Math.max(days, evidence.days(pair));
                        i++;
                    }
                    total += sum;
                    corroborated += days >= rule.leastDays() ? 1 : 0;
                    if (sum > best) {
                        best = sum;
                        bestCluster = cluster;
                    }
                }
                if (best >= rule.leastShare() * total) {
                    favourite[node] = bestCluster;
                } else if (corroborated > 1) {
                    shared[node] = true;
                }
            }

            private int node(int pair, int kind) {
                return events.kindCode(evidence.low(pair)) == kind ? evidence.low(pair) : evidence.high(pair);
            }
        }
    }
}
