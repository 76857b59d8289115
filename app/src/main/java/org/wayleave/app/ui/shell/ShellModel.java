package org.wayleave.app.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.ui.memory.Memory;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.Place;

/** Which page is shown, how the user came there, and what is folded. For the FX thread. */
public final class ShellModel implements Navigator {
    /** Least and most height of the drawer in em. */
    static final double DRAWER_LEAST = 8;

    static final double DRAWER_MOST = 48;

    private final CommandRegistry commands;
    private final Memory memory;
    private final Trail trail = new Trail();
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty inspectorOpen = new SimpleBooleanProperty(true);
    private final BooleanProperty drawerOpen = new SimpleBooleanProperty(true);
    private final DoubleProperty drawerHeight = new SimpleDoubleProperty(17);
    private final ListChangeListener<Command> headerListener = this::headerChanged;
    private final ChangeListener<@Nullable Command> primaryListener =
            (value, before, after) -> primaryChanged(before, after);
    private final ReadOnlyBooleanWrapper inspecting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper drawerFilled = new ReadOnlyBooleanWrapper();
    private final ListChangeListener<DrawerTab> drawerListener =
            change -> drawerFilled.set(!change.getList().isEmpty());
    private Subscription inspectorWatch = Subscription.EMPTY;
    private List<Page> pages = List.of();
    private @Nullable Command shownPrimary;

    public ShellModel(CommandRegistry commands, Memory memory) {
        this.commands = commands;
        this.memory = memory;
        inspectorOpen.set(!memory.get("inspector").equals(java.util.Optional.of("folded")));
        drawerOpen.set(!memory.get("drawer").equals(java.util.Optional.of("folded")));
        drawerHeight.set(Math.clamp(memory.number("drawer.height", 17), DRAWER_LEAST, DRAWER_MOST));
        inspectorOpen.subscribe((before, open) -> memory.put("inspector", open ? "open" : "folded"));
        drawerOpen.subscribe((before, open) -> memory.put("drawer", open ? "open" : "folded"));
    }

    /** Gives the model its pages, once; pages need the navigator when they are made. */
    public void setPages(List<Page> all) {
        pages = List.copyOf(all);
    }

    public List<Page> pages() {
        return pages;
    }

    /** The page shown; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public BooleanProperty inspectorOpenProperty() {
        return inspectorOpen;
    }

    public BooleanProperty drawerOpenProperty() {
        return drawerOpen;
    }

    /** Whether the page shown has something in the inspector now. */
    ReadOnlyBooleanProperty inspectingProperty() {
        return inspecting.getReadOnlyProperty();
    }

    /** Whether the page shown has something in the drawer now. */
    ReadOnlyBooleanProperty drawerFilledProperty() {
        return drawerFilled.getReadOnlyProperty();
    }

    /** Height of the open drawer in em. */
    public DoubleProperty drawerHeightProperty() {
        return drawerHeight;
    }

    /** The drawer was dragged to its new height. */
    void rememberDrawerHeight() {
        memory.put("drawer.height", String.format(java.util.Locale.ROOT, "%.1f", drawerHeight.get()));
    }

    Trail trail() {
        return trail;
    }

    @Override
    public void go(Place place) {
        trail.arrive(place);
        show(place);
    }

    @Override
    public void arrived(Place place) {
        Page shown = page.get();
        if (shown != null && shown.id().equals(place.page())) {
            trail.arrive(place);
            remember(place);
        }
    }

    void back() {
        trail.back().ifPresent(this::show);
    }

    void forward() {
        trail.forward().ifPresent(this::show);
    }

    /** Shows the place where the user was last, else {@code first}. */
    public void start(Place first) {
        String last = memory.get("place").orElse("");
        String[] parts = last.split("\t", -1);
        boolean known = pages.stream().anyMatch(p -> p.id().equals(parts[0]));
        go(known ? new Place(parts[0], part(parts, 1), part(parts, 2)) : first);
    }

    private static @Nullable String part(String[] parts, int index) {
        return parts.length > index && !parts[index].isEmpty() ? parts[index] : null;
    }

    private void show(Place place) {
        Page next = pages.stream()
                .filter(p -> p.id().equals(place.page()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No page " + place.page()));
        Page before = page.get();
        if (!next.equals(before)) {
            if (before != null) {
                before.hidden();
                detach(before);
            }
            page.set(next);
            attach(next);
            next.shown();
        }
        if (place.document() != null || place.detail() != null) {
            next.open(place);
        }
        remember(place);
    }

    private void remember(Place place) {
        String document = place.document() == null ? "" : place.document();
        String detail = place.detail() == null ? "" : place.detail();
        memory.put("place", place.page() + "\t" + document + "\t" + detail);
    }

    /** The commands of a page's header are reachable by key and palette while the page is shown. */
    private void attach(Page shown) {
        inspectorWatch = shown.inspector().subscribe(node -> inspecting.set(node != null));
        drawerFilled.set(!shown.drawer().isEmpty());
        shown.drawer().addListener(drawerListener);
        register(shown.header().secondary());
        shown.header().secondary().addListener(headerListener);
        register(shown.header().more());
        shown.header().more().addListener(headerListener);
        shownPrimary = shown.header().primaryProperty().get();
        if (shownPrimary != null) {
            commands.register(shownPrimary);
        }
        shown.header().primaryProperty().addListener(primaryListener);
    }

    private void detach(Page left) {
        inspectorWatch.unsubscribe();
        left.drawer().removeListener(drawerListener);
        left.header().secondary().removeListener(headerListener);
        left.header().more().removeListener(headerListener);
        left.header().primaryProperty().removeListener(primaryListener);
        unregister(left.header().secondary());
        unregister(left.header().more());
        if (shownPrimary != null) {
            commands.unregister(List.of(shownPrimary));
            shownPrimary = null;
        }
    }

    private void headerChanged(ListChangeListener.Change<? extends Command> change) {
        while (change.next()) {
            unregister(change.getRemoved());
            register(change.getAddedSubList());
        }
    }

    private void primaryChanged(@Nullable Command before, @Nullable Command after) {
        if (before != null) {
            commands.unregister(List.of(before));
        }
        if (after != null) {
            commands.register(after);
        }
        shownPrimary = after;
    }

    private void register(List<? extends Command> added) {
        commands.register(List.copyOf(added));
    }

    private void unregister(List<? extends Command> removed) {
        commands.unregister(List.copyOf(removed));
    }
}
