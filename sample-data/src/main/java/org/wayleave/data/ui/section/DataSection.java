package org.wayleave.data.ui.section;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.page.UnsavedWork;

/**
 * One section of the Data page. Its node is made when it is first shown; what it measures or reads starts when it is shown, so that
 * opening the page costs only the section in front. For the FX thread.
 *
 * @param <N> its node
 */
public final class DataSection<N extends Node> {
    private final String id;
    private final String title;
    private final Ikon icon;
    private final String sentence;
    private final Supplier<? extends N> maker;
    private Set<String> details = Set.of();
    private BiConsumer<N, Place> opener = (node, place) -> {};
    private Runnable shown = () -> {};
    private boolean ofThePeople = true;
    private boolean simulated = true;
    private @Nullable Command primary;
    private @Nullable UnsavedWork unsaved;
    private @Nullable N node;

    /**
     * A section.
     *
     * @param id its name in places, such as "opt-outs"
     * @param title what it is called in the list
     * @param sentence what there is to see, in one sentence
     * @param maker makes its node, once
     */
    public DataSection(String id, String title, Ikon icon, String sentence, Supplier<? extends N> maker) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.sentence = sentence;
        this.maker = maker;
    }

    /** Says what happens when the section comes to the front, and when the people are read anew while it is there. */
    public DataSection<N> whenShown(Runnable action) {
        shown = action;
        return this;
    }

    /**
     * Says how a place within the section is opened.
     *
     * @param names details of places without a document that belong to this section, besides its id
     * @param action opens a place, which may be one of those or one with a document
     */
    public DataSection<N> opening(Set<String> names, BiConsumer<N, Place> action) {
        details = Set.copyOf(names);
        opener = action;
        return this;
    }

    /** Names the edits that closing the window would lose. */
    public DataSection<N> withUnsaved(UnsavedWork work) {
        unsaved = work;
        return this;
    }

    /** Gives the one primary action of the page while the section is in front. */
    public DataSection<N> withPrimary(Command command) {
        primary = command;
        return this;
    }

    /** Says that what is shown is written by people rather than simulated. */
    public DataSection<N> notSimulated() {
        simulated = false;
        return this;
    }

    /** Says that the section has nothing to do with the simulated people, and is there without them. */
    public DataSection<N> withoutPeople() {
        ofThePeople = false;
        simulated = false;
        return this;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Ikon icon() {
        return icon;
    }

    /** Returns what there is to see, in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether the section needs the simulated people to be read. */
    public boolean needsPeople() {
        return ofThePeople;
    }

    /** Whether what is shown is simulated, which is marked. */
    public boolean simulated() {
        return simulated;
    }

    /** Returns the primary action while the section is in front; null for none. */
    public @Nullable Command primary() {
        return primary;
    }

    /** Returns the edits that closing the window would lose; null where there is nothing to edit. */
    public @Nullable UnsavedWork unsaved() {
        return unsaved;
    }

    /** Whether a place without a document belongs to the section. */
    public boolean answers(String detail) {
        return id.equals(detail) || details.contains(detail);
    }

    /** Returns the node, which is made now if the section was never shown. */
    public N node() {
        N made = node;
        if (made == null) {
            made = maker.get();
            node = made;
        }
        return made;
    }

    /** The section comes to the front, or the people were read anew while it is there. */
    public void show() {
        shown.run();
    }

    /** Opens a place within the section. */
    public void open(Place place) {
        opener.accept(node(), place);
    }
}
