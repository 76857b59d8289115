package org.wayleave.data.ui.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.search.PeopleFilter;
import org.wayleave.data.search.PeopleSearch;
import org.wayleave.data.search.PeopleSelection;

/** The population, the filter on it, the people that pass, and the one that is looked at. For one thread. */
public final class PeopleModel {
    private static final Pattern PERSON = Pattern.compile("[pP]?([0-9]{1,9})");

    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable ObservedPopulation> population = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<PeopleFilter> filter = new SimpleObjectProperty<>(PeopleFilter.ALL);
    private final ReadOnlyObjectWrapper<PeopleSelection> selection =
            new ReadOnlyObjectWrapper<>(PeopleSelection.all(0));
    private final ReadOnlyIntegerWrapper person = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyDoubleWrapper scanned = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private Background.@Nullable Ticket search;

    /** Makes a model without people. */
    public PeopleModel(Background background) {
        this.background = background;
        filter.subscribe((before, now) -> search());
    }

    /** The people there are; null until they are known. */
    public ReadOnlyObjectProperty<@Nullable ObservedPopulation> populationProperty() {
        return population.getReadOnlyProperty();
    }

    /** The people there are; null until they are known. */
    public @Nullable ObservedPopulation population() {
        return population.get();
    }

    /** Which people are wanted; a change starts a search. */
    public ObjectProperty<PeopleFilter> filterProperty() {
        return filter;
    }

    /** The people that pass the filter; those of the search before while a search goes on. */
    public ReadOnlyObjectProperty<PeopleSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Index of the person that is looked at, -1 for none. */
    public ReadOnlyIntegerProperty personProperty() {
        return person.getReadOnlyProperty();
    }

    /** Share of the population that the search has looked at, 0 to 1; 1 when no search goes on. */
    public ReadOnlyDoubleProperty scannedProperty() {
        return scanned.getReadOnlyProperty();
    }

    /** How many people are shown, or how far the search is, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Shows a population; keeps filter and person where they still make sense. */
    public void show(ObservedPopulation next) {
        ObservedPopulation before = population.get();
        if (before != null && before.sameAs(next)) {
            return;
        }
        boolean otherRecipe = before != null
                && !before.recipe().reference().equals(next.recipe().reference());
        population.set(next);
        person.set(person.get() < 0 ? 0 : Math.min(person.get(), next.people() - 1));
        if (otherRecipe && !filter.get().isAll()) {
            filter.set(PeopleFilter.ALL);
        } else {
            search();
        }
    }

    /** Looks at a person; ignored where there is none of that index. */
    public void look(int index) {
        ObservedPopulation known = population.get();
        if (known != null && index >= 0 && index < known.people()) {
            person.set(index);
        }
    }

    /**
     * Goes to a person by number or id, such as "42", "p42" or "p000042". A filter that hides the person is lifted.
     *
     * @return what is wrong, empty if the person is shown
     */
    public String goTo(String text) {
        ObservedPopulation known = population.get();
        if (known == null) {
            return "The people are not read yet. Try again in a moment.";
        }
        Matcher matcher = PERSON.matcher(text.strip());
        if (!matcher.matches()) {
            return "“" + text.strip() + "” is no person. Write a number from 0 to " + (known.people() - 1) + ".";
        }
        int index = Integer.parseInt(matcher.group(1));
        if (index >= known.people()) {
            return "There is no person " + Person.idOf(index) + ". The last one is " + Person.idOf(known.people() - 1)
                    + ".";
        }
        person.set(index);
        if (!filter.get().isAll() && selection.get().placeOf(index) < 0) {
            filter.set(PeopleFilter.ALL);
        }
        return "";
    }

    /** Stops the search and keeps what it found. */
    public void cancelSearch() {
        Background.Ticket running = search;
        if (running != null) {
            running.cancel();
        }
    }

    private void search() {
        ObservedPopulation known = population.get();
        if (known == null) {
            return;
        }
        PeopleFilter wanted = filter.get();
        if (wanted.isAll()) {
            // The whole population needs no search; one that goes on must not come back afterwards.
            cancelSearch();
            search = null;
            publish(PeopleSelection.all(known.people()));
            return;
        }
        PeopleSearch work = new PeopleSearch(known.generator(), known.people());
        int people = known.people();
        scanned.set(0);
        status.set("Looking through " + Words.people(people) + "…");
        search = background.start(
                "data.search",
                "Find people",
                progress -> work.find(wanted, done -> progress.count(done, people), progress::cancelled),
                (done, total) -> at(wanted, done, total),
                found -> {
                    if (wanted.equals(filter.get())) {
                        publish(found);
                    }
                },
                failure -> {
                    scanned.set(1);
                    status.set("The people could not be searched: " + failure.getMessage());
                });
    }

    private void at(PeopleFilter of, long done, long total) {
        if (of.equals(filter.get()) && total > 0 && scanned.get() < 1) {
            scanned.set(Math.min(0.999, (double) done / total));
            status.set("Looked at " + Words.count(done) + " of " + Words.people(total));
        }
    }

    private void publish(PeopleSelection found) {
        search = null;
        scanned.set(1);
        selection.set(found);
        String all = Words.people(found.people());
        if (!found.complete()) {
            status.set(String.format(
                    Locale.ROOT,
                    "%s found among the first %s of %s; the search was cancelled",
                    Words.count(found.size()),
                    Words.count(found.scanned()),
                    all));
        } else if (found.size() == found.people()) {
            status.set(all);
        } else {
            status.set(Words.count(found.size()) + " of " + all);
        }
    }
}
