package org.wayleave.data.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.PolicyText;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;

/** The consents of one person up to the moment of observation, ready to be drawn and read; immutable. */
public final class ConsentSheet {
    private final ConsentHistory history;
    private final Catalogue catalogue;
    private final long asOf;
    private final List<Lane> lanes;
    private final List<String> free = new ArrayList<>();

    /**
     * The course of one consent.
     *
     * @param position in the registry
     * @param title of the channel, purpose or topic
     * @param spans from the oldest to the newest, without gaps; before the first the state is unknown
     */
    public record Lane(int position, Dimension dimension, String title, List<Span> spans) {
        /** Copies the spans. */
        public Lane {
            spans = List.copyOf(spans);
        }
    }

    /**
     * A time in which a consent kept its state, from an instant (inclusive) to another (exclusive), epoch milliseconds.
     */
    public record Span(long from, long to, ConsentState.State state) {}

    /** A consent as it stands at an instant; the last five are empty where nobody ever asked. */
    public record Standing(
            Dimension dimension, String title, ConsentState.State state, String since, String source, String text) {}

    /** An entry of the history. */
    public record Entry(
            long time, Dimension dimension, String title, ConsentChange.Kind kind, String source, String text) {}

    /** Makes a sheet. */
    ConsentSheet(ConsentHistory history, Catalogue catalogue, Instant asOf) {
        this.history = history;
        this.catalogue = catalogue;
        this.asOf = asOf.toEpochMilli();
        List<Lane> courses = new ArrayList<>();
        for (int i = 0; i < history.registry().size(); i++) {
            ConsentRegistry.Key key = history.registry().key(i);
            if (Words.needsConsent(catalogue, key.dimension(), key.id())) {
                courses.add(lane(i));
            } else {
                free.add(Words.consent(catalogue, key.dimension(), key.id()));
            }
        }
        lanes = List.copyOf(courses);
    }

    /** Returns the titles of the channels, purposes and topics that need no consent. */
    public List<String> free() {
        return List.copyOf(free);
    }

    /** Returns the course of each consent that the catalogue asks for, in the order of the registry. */
    public List<Lane> lanes() {
        return lanes;
    }

    /** Returns the moment of observation, epoch milliseconds; nothing later is shown. */
    public long asOf() {
        return asOf;
    }

    /** Returns the time of the first entry, the moment of observation if there is none. */
    public long begin() {
        return history.changes() == 0 ? asOf : Math.min(asOf, history.time(0));
    }

    /** Returns each consent as it stood at an instant, in the order of the registry. */
    public List<Standing> at(long epochMilli) {
        List<Standing> standings = new ArrayList<>();
        for (Lane lane : lanes) {
            ConsentState state = history.state(lane.position(), epochMilli);
            boolean asked = state.state() != ConsentState.State.UNKNOWN;
            standings.add(new Standing(
                    lane.dimension(),
                    lane.title(),
                    state.state(),
                    asked ? Words.day(state.time()) : "",
                    asked ? Words.title(state.source()) : "",
                    asked ? text(state.policyVersion()) : ""));
        }
        return standings;
    }

    /** Returns the state of one consent at an instant. */
    public ConsentState.State state(int position, long epochMilli) {
        return history.status(position, epochMilli);
    }

    /** Returns the entries up to the moment of observation, newest first. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = history.changes() - 1; i >= 0; i--) {
            ConsentChange change = history.change(i);
            if (change.time() <= asOf) {
                entries.add(new Entry(
                        change.time(),
                        change.dimension(),
                        Words.consent(catalogue, change.dimension(), change.key()),
                        change.kind(),
                        Words.title(change.source()),
                        text(change.policyVersion())));
            }
        }
        return entries;
    }

    private Lane lane(int position) {
        ConsentRegistry.Key key = history.registry().key(position);
        List<Span> spans = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < history.changes() && history.time(i) <= asOf; i++) {
            if (history.position(i) == position) {
                close(spans, open, history.time(i));
                open = i;
            }
        }
        close(spans, open, asOf);
        return new Lane(position, key.dimension(), Words.consent(catalogue, key.dimension(), key.id()), spans);
    }

    private void close(List<Span> spans, int open, long to) {
        if (open >= 0) {
            spans.add(new Span(history.time(open), to, history.kind(open).state()));
        }
    }

    private String text(String version) {
        PolicyText text = catalogue.policyTexts().get(version);
        return text == null ? version : version + " · " + text.title();
    }
}
