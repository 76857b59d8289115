package org.wayleave.data.ui.people;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.search.PeopleSelection;

/** The rows of a selection, each made when it is asked for; a few hundred are remembered. */
final class PersonRows extends ObservableListBase<PersonRow> {
    private static final int REMEMBERED = 400;

    private final PersonGenerator generator;
    private final PeopleSelection selection;
    private final Map<Integer, PersonRow> recent = new LinkedHashMap<>(REMEMBERED * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PersonRow> eldest) {
            return size() > REMEMBERED;
        }
    };

    PersonRows(PersonGenerator generator, PeopleSelection selection) {
        this.generator = generator;
        this.selection = selection;
    }

    @Override
    public PersonRow get(int place) {
        int index = selection.index(place);
        return recent.computeIfAbsent(index, person -> new PersonRow(generator.person(person)));
    }

    @Override
    public int size() {
        return selection.size();
    }

    // A search through the rows would draw every person of the population.
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof PersonRow known ? selection.placeOf(known.index()) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }
}
