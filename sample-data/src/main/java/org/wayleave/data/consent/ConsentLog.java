package org.wayleave.data.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The consent events of one person, from which the state at any instant follows; immutable. Events may arrive in any order and
 * more than once: the states depend on the set of events alone. A granted consent runs out when its lifetime is over, whether or not
 * somebody reports that.
 */
public final class ConsentLog {
    private final ConsentRegistry registry;
    private final List<ConsentEvent> events;
    private final int repeated;
    private final List<String> conflicting;

    private ConsentLog(ConsentRegistry registry, List<ConsentEvent> events, int repeated, List<String> conflicting) {
        this.registry = registry;
        this.events = List.copyOf(events);
        this.repeated = repeated;
        this.conflicting = List.copyOf(conflicting);
    }

    /**
     * Makes a log. Events with the same id are the same event; if they differ, the one that takes effect last among them holds
     * (the weakest, where they are of one instant) and the id is listed as conflicting.
     *
     * @throws IllegalArgumentException if an event speaks of a consent that is not registered
     */
    public static ConsentLog of(ConsentRegistry registry, Collection<ConsentEvent> reported) {
        Map<String, ConsentEvent> byId = new TreeMap<>();
        TreeMap<String, Boolean> conflicts = new TreeMap<>();
        int repeated = 0;
        for (ConsentEvent event : reported) {
            if (registry.position(event.dimension(), event.key()) < 0) {
                throw new IllegalArgumentException("event " + event.id() + " speaks of the "
                        + event.dimension().wire() + " " + event.key() + ", which is not registered");
            }
            ConsentEvent known = byId.get(event.id());
            if (known == null) {
                byId.put(event.id(), event);
                continue;
            }
            repeated++;
            if (!known.equals(event)) {
                conflicts.put(event.id(), true);
                byId.put(event.id(), ConsentEvent.EFFECT.compare(known, event) >= 0 ? known : event);
            }
        }
        List<ConsentEvent> ordered = new ArrayList<>(byId.values());
        ordered.sort(ConsentEvent.EFFECT);
        return new ConsentLog(registry, ordered, repeated, List.copyOf(conflicts.keySet()));
    }

    /**
     * Returns the log of a history: each change but the expiries, which follow from the lifetimes, as an event with its proof.
     *
     * @param person whose history it is; part of the events' ids
     * @param before only changes before this instant are taken, epoch milliseconds
     */
    public static ConsentLog of(String person, ConsentHistory history, long before) {
        List<ConsentEvent> events = new ArrayList<>();
        int[] counts = new int[history.registry().size()];
        for (int i = 0; i < history.changes(); i++) {
            ConsentChange change = history.change(i);
            if (change.kind() == ConsentChange.Kind.EXPIRED || change.time() >= before) {
                continue;
            }
            String id =
                    person + "/" + change.dimension().wire() + "/" + change.key() + "/" + ++counts[history.position(i)];
            ConsentEvent bare = new ConsentEvent(
                    id,
                    Instant.ofEpochMilli(change.time()),
                    change.dimension(),
                    change.key(),
                    change.kind(),
                    change.policyVersion(),
                    change.source(),
                    Evidence.NONE,
                    null);
            events.add(new ConsentEvent(
                    id,
                    bare.time(),
                    bare.dimension(),
                    bare.key(),
                    bare.kind(),
                    bare.policyVersion(),
                    bare.source(),
                    Evidence.of("urn:wayleave:consent:" + id.replace('/', ':'), bare.proof()),
                    null));
        }
        return of(history.registry(), events);
    }

    /** Returns the consents that the events may speak of. */
    public ConsentRegistry registry() {
        return registry;
    }

    /** Returns the events in the order in which they take effect, each once. */
    public List<ConsentEvent> events() {
        return events;
    }

    /** Returns how many of the reported events had been reported before. */
    public int repeated() {
        return repeated;
    }

    /** Returns the ids under which different events were reported, in order. */
    public List<String> conflicting() {
        return conflicting;
    }

    /** Returns this log with another event. */
    public ConsentLog with(ConsentEvent event) {
        List<ConsentEvent> more = new ArrayList<>(events);
        more.add(event);
        ConsentLog added = of(registry, more);
        List<String> all = new ArrayList<>(conflicting);
        added.conflicting.stream().filter(id -> !all.contains(id)).forEach(all::add);
        return new ConsentLog(registry, added.events, repeated + added.repeated, all);
    }

    /** Returns the event that gives the state of a consent at an instant; null if nobody was ever asked. */
    public @Nullable ConsentEvent deciding(Dimension dimension, String key, Instant at) {
        for (int i = events.size() - 1; i >= 0; i--) {
            ConsentEvent event = events.get(i);
            if (event.dimension() == dimension
                    && event.key().equals(key)
                    && !event.time().isAfter(at)) {
                return event;
            }
        }
        return null;
    }

    /** Returns a consent as it stands at an instant. */
    public ConsentState state(Dimension dimension, String key, Instant at) {
        ConsentEvent event = deciding(dimension, key, at);
        if (event == null) {
            return ConsentState.NEVER_ASKED;
        }
        Instant end = end(event);
        if (end != null && !at.isBefore(end)) {
            return new ConsentState(ConsentState.State.EXPIRED, end.toEpochMilli(), event.policyVersion(), "lifetime");
        }
        return new ConsentState(
                event.kind().state(), event.time().toEpochMilli(), event.policyVersion(), event.source());
    }

    /** Returns when the consent that an event gives runs out; null if the event gives none. */
    public @Nullable Instant end(ConsentEvent event) {
        if (event.kind().state() != ConsentState.State.GRANTED) {
            return null;
        }
        ConsentRegistry.Key key = registry.key(registry.position(event.dimension(), event.key()));
        Instant lifetime = event.time().plusMillis(key.lifetimeMillis());
        Instant until = event.until();
        return until != null && until.isBefore(lifetime) ? until : lifetime;
    }

    /** Returns the consents that are granted at an instant and run out by another one, or ran out since the third; soonest first. */
    public List<Renewal> renewals(Instant at, Instant until, Instant ranOutSince) {
        List<Renewal> due = new ArrayList<>();
        for (ConsentRegistry.Key key : registry.keys()) {
            ConsentEvent event = deciding(key.dimension(), key.id(), at);
            Instant end = event == null ? null : end(event);
            if (end != null && !end.isAfter(until) && !end.isBefore(ranOutSince)) {
                due.add(new Renewal(key.dimension(), key.id(), end, !end.isAfter(at)));
            }
        }
        due.sort(java.util.Comparator.comparing(Renewal::runsOut));
        return due;
    }

    /**
     * A consent to be asked for again.
     *
     * @param runsOut when it runs out, or ran out
     * @param ranOut whether it did so already
     */
    public record Renewal(Dimension dimension, String key, Instant runsOut, boolean ranOut) {}
}
