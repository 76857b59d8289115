package org.wayleave.data.ui.people;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.person.PersonView;
import org.wayleave.ui.theme.Theme;

/** The people that pass a filter, beside the one that is looked at. */
public final class PeoplePane extends BorderPane {
    private final FilterBar filters;
    private final PersonView person;

    /** Makes the pane. */
    public PeoplePane(PeopleModel model, Theme theme) {
        filters = new FilterBar(model);
        person = new PersonView(model, theme);
        SplitPane split = new SplitPane(new PeopleList(model, theme), person);
        split.setDividerPositions(0.46);
        setTop(filters);
        setCenter(split);
    }

    /** Shows a part of the person: profile, consents, events or features. */
    public void select(String part) {
        person.select(part);
    }

    /** Says what is wrong with a person that was asked for. */
    public void say(String problem) {
        filters.say(problem);
    }

    /** Gives the keyboard to the field that goes to a person. */
    public void askForPerson() {
        filters.focusGoTo();
    }
}
