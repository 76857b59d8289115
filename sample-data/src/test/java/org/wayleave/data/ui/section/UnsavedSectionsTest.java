package org.wayleave.data.ui.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.junit.jupiter.api.Test;
import org.wayleave.ui.page.UnsavedWork;

class UnsavedSectionsTest {
    private final List<String> done = new ArrayList<>();
    private final Part first = new Part("first", true);
    private final Part second = new Part("second", true);
    private final Part third = new Part("third", true);
    private final UnsavedSections all = new UnsavedSections(List.of(first, second, third));

    @Test
    void thereIsUnsavedWorkAsLongAsOneSectionHasSome() {
        assertFalse(all.present().get());
        second.present.set(true);
        assertTrue(all.present().get());
        third.present.set(true);
        assertEquals("second; third", all.describe());
        second.present.set(false);
        third.present.set(false);
        assertFalse(all.present().get());
    }

    @Test
    void onlyWhatIsUnsavedIsSavedOneAfterTheOther() {
        first.present.set(true);
        third.present.set(true);
        assertTrue(saved());
        assertEquals(List.of("save first", "save third"), done);
    }

    @Test
    void aSectionThatCannotBeSavedStopsTheOthers() {
        first.present.set(true);
        Part stubborn = new Part("stubborn", false);
        stubborn.present.set(true);
        third.present.set(true);
        boolean[] worked = {true};
        new UnsavedSections(List.of(first, stubborn, third)).save(well -> worked[0] = well);
        assertFalse(worked[0]);
        assertEquals(List.of("save first", "save stubborn"), done);
    }

    @Test
    void discardingDropsWhatIsUnsaved() {
        second.present.set(true);
        all.discard();
        assertEquals(List.of("discard second"), done);
    }

    private boolean saved() {
        boolean[] worked = {false};
        all.save(well -> worked[0] = well);
        return worked[0];
    }

    private final class Part implements UnsavedWork {
        private final String name;
        private final boolean works;
        private final BooleanProperty present = new SimpleBooleanProperty(false);

        Part(String name, boolean works) {
            this.name = name;
            this.works = works;
        }

        @Override
        public ObservableBooleanValue present() {
            return present;
        }

        @Override
        public String describe() {
            return name;
        }

        @Override
        public void save(Consumer<Boolean> saved) {
            done.add("save " + name);
            saved.accept(works);
        }

        @Override
        public void discard() {
            done.add("discard " + name);
        }
    }
}
