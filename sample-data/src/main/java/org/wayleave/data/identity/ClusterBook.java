package org.wayleave.data.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wayleave.data.identity.IdentityOperation.What;
import org.wayleave.data.token.IdentifierKind;

/**
 * The clusters of a resolution as people change them. A cluster is a tree of links: those the rules made and those made by
 * hand. To merge is to add a link, to split is to cut one; each can be undone, and every change stands in a log. For one
 * thread.
 */
public final class ClusterBook {
    private final Resolution resolution;
    private final InstantSource clock;
    private final int[] clusters;
    private final int[] byCluster;
    private final int[] clusterStart;
    private final Map<Integer, Set<Integer>> changed = new HashMap<>();
    private final Map<Integer, Set<Integer>> added = new HashMap<>();
    private final Set<Long> cut = new HashSet<>();
    private final Set<Long> byHand = new HashSet<>();
    private final List<IdentityOperation> log = new ArrayList<>();
    private final Deque<IdentityOperation> undoable = new ArrayDeque<>();
    private final Deque<IdentityOperation> redoable = new ArrayDeque<>();

    /**
     * Opens the book of a resolution, with nothing changed.
     *
     * @param clock dates the operations
     */
    public ClusterBook(Resolution resolution, InstantSource clock) {
        this.resolution = resolution;
        this.clock = clock;
        clusters = resolution.clusters();
        clusterStart = new int[clusters.length + 1];
        for (int cluster : clusters) {
            clusterStart[cluster + 1]++;
        }
        for (int i = 0; i < clusters.length; i++) {
            clusterStart[i + 1] += clusterStart[i];
        }
        int[] next = Arrays.copyOf(clusterStart, clusters.length);
        byCluster = new int[clusters.length];
        for (int i = 0; i < clusters.length; i++) {
            byCluster[next[clusters[i]]++] = i;
        }
    }

    /** Returns the resolution below. */
    public Resolution resolution() {
        return resolution;
    }

    /** Returns the cluster of an identifier, named by the smallest number in it. */
    public int cluster(int identifier) {
        return clusters[identifier];
    }

    /** Returns the identifiers of a cluster in ascending order; none if there is no cluster of that number. */
    public List<Integer> members(int cluster) {
        Set<Integer> now = changed.get(cluster);
        if (now != null) {
            return List.copyOf(now);
        }
        List<Integer> members = new ArrayList<>();
        for (int i = clusterStart[cluster]; i < clusterStart[cluster + 1]; i++) {
            members.add(byCluster[i]);
        }
        return members;
    }

    /** Returns the identifiers to which one is linked, in ascending order. */
    public List<Integer> linked(int identifier) {
        Set<Integer> linked = new TreeSet<>(added.getOrDefault(identifier, Set.of()));
        Evidence evidence = resolution.evidence();
        for (int pair : resolution.pairs(identifier)) {
            if (resolution.verdict(pair) == Verdict.MERGED
                    && !cut.contains(key(evidence.low(pair), evidence.high(pair)))) {
                linked.add(evidence.low(pair) == identifier ? evidence.high(pair) : evidence.low(pair));
            }
        }
        return List.copyOf(linked);
    }

    /** Returns whether a link was made by hand. */
    public boolean byHand(int a, int b) {
        return byHand.contains(key(a, b));
    }

    /**
     * Merges the clusters of two identifiers.
     *
     * @throws IdentityRefused if they are one already, or would hold two identifiers of an exclusive kind
     */
    public IdentityOperation merge(int a, int b, String author, String reason) {
        checkReason(reason);
        refuseMerge(a, b);
        IdentityOperation operation = note(What.MERGE, a, b, author, reason, 0);
        byHand.add(key(a, b));
        join(a, b);
        done(operation);
        return operation;
    }

    /**
     * Splits a cluster by cutting the link between two identifiers.
     *
     * @throws IdentityRefused if there is no such link
     */
    public IdentityOperation split(int a, int b, String author, String reason) {
        checkReason(reason);
        if (!linked(a).contains(b)) {
            throw new IdentityRefused("the two identifiers are not linked; choose a link of the cluster");
        }
        IdentityOperation operation = note(What.SPLIT, a, b, author, reason, 0);
        cut(a, b);
        done(operation);
        return operation;
    }

    /**
     * Undoes the newest operation that is not undone.
     *
     * @throws IdentityRefused if there is none
     */
    public IdentityOperation undo(String author) {
        IdentityOperation last = undoable.peek();
        if (last == null) {
            throw new IdentityRefused("there is nothing to undo");
        }
        IdentityOperation operation =
                note(What.UNDO, last.first(), last.second(), author, last.reason(), last.number());
        undoable.pop();
        redoable.push(last);
        if (last.what() == What.MERGE) {
            cut(last.first(), last.second());
        } else {
            join(last.first(), last.second());
        }
        return operation;
    }

    /**
     * Does again what was undone last.
     *
     * @throws IdentityRefused if nothing was undone since the last change
     */
    public IdentityOperation redo(String author) {
        IdentityOperation last = redoable.peek();
        if (last == null) {
            throw new IdentityRefused("there is nothing to do again");
        }
        IdentityOperation operation =
                note(What.REDO, last.first(), last.second(), author, last.reason(), last.number());
        redoable.pop();
        undoable.push(last);
        if (last.what() == What.MERGE) {
            join(last.first(), last.second());
        } else {
            cut(last.first(), last.second());
        }
        return operation;
    }

    /** Returns whether something can be undone. */
    public boolean canUndo() {
        return !undoable.isEmpty();
    }

    /** Returns whether something can be done again. */
    public boolean canRedo() {
        return !redoable.isEmpty();
    }

    /** Returns all operations, oldest first. */
    public List<IdentityOperation> log() {
        return List.copyOf(log);
    }

    /** Returns a copy of the clusters. */
    public int[] clusters() {
        return clusters.clone();
    }

    private void refuseMerge(int a, int b) {
        if (clusters[a] == clusters[b]) {
            throw new IdentityRefused("the two identifiers are in one cluster already");
        }
        IdentityEvents events = resolution.events();
        for (IdentifierKind kind : resolution.rules().exclusive()) {
            boolean inFirst = members(clusters[a]).stream().anyMatch(one -> events.kind(one) == kind);
            boolean inSecond = members(clusters[b]).stream().anyMatch(one -> events.kind(one) == kind);
            if (inFirst && inSecond) {
                throw new IdentityRefused("each of the two clusters has a " + kind.wire()
                        + " of its own, so that they are two people; split the wrong one off first");
            }
        }
    }

    private static void checkReason(String reason) {
        if (reason.isBlank()) {
            throw new IdentityRefused("say why; the reason stays with the change");
        }
    }

    private IdentityOperation note(What what, int a, int b, String author, String reason, int about) {
        Instant now = clock.instant();
        IdentityOperation operation = new IdentityOperation(log.size() + 1, now, author, what, a, b, reason, about);
        log.add(operation);
        return operation;
    }

    private void done(IdentityOperation operation) {
        undoable.push(operation);
        redoable.clear();
    }

    private void join(int a, int b) {
        if (!cut.remove(key(a, b))) {
            added.computeIfAbsent(a, member -> new TreeSet<>()).add(b);
            added.computeIfAbsent(b, member -> new TreeSet<>()).add(a);
        }
        Set<Integer> all = new TreeSet<>(members(clusters[a]));
        all.addAll(members(clusters[b]));
        changed.put(clusters[a], Set.of());
        changed.put(clusters[b], Set.of());
        settle(all);
    }

    private void cut(int a, int b) {
        Set<Integer> ofA = added.get(a);
        Set<Integer> ofB = added.get(b);
        if (ofA != null && ofB != null && ofA.remove(b)) {
            ofB.remove(a);
        } else {
            cut.add(key(a, b));
        }
        Set<Integer> rest = new TreeSet<>(members(clusters[a]));
        changed.put(clusters[a], Set.of());
        Set<Integer> part = reach(a);
        rest.removeAll(part);
        settle(part);
        settle(rest);
    }

    private void settle(Set<Integer> cluster) {
        int smallest = Integer.MAX_VALUE;
        for (int one : cluster) {
            smallest = Math.min(smallest, one);
        }
        for (int one : cluster) {
            clusters[one] = smallest;
        }
        changed.put(smallest, cluster);
    }

    private Set<Integer> reach(int from) {
        Set<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(from);
        found.add(from);
        while (!open.isEmpty()) {
            for (int next : linked(open.remove())) {
                if (found.add(next)) {
                    open.add(next);
                }
            }
        }
        return found;
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }
}
