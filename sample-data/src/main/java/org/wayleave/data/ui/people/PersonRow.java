package org.wayleave.data.ui.people;

import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;

/** A person in the list; two rows are equal if they are about the same position of the population. */
final class PersonRow {
    private final Person person;

    PersonRow(Person person) {
        this.person = person;
    }

    Person person() {
        return person;
    }

    int index() {
        return person.index();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonRow row && row.index() == index();
    }

    @Override
    public int hashCode() {
        return index();
    }
}
