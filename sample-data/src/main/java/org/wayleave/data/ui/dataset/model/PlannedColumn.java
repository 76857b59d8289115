package org.wayleave.data.ui.dataset.model;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.intake.ColumnKind;
import org.wayleave.data.intake.ColumnPlan;
import org.wayleave.data.intake.Treatment;

/**
 * A column of the file that is to be taken in: what it was taken for, and what is planned.
 *
 * @param index position in the file, 0 for the first
 * @param guess what it was taken for
 * @param plan what is planned
 */
public record PlannedColumn(int index, ColumnPlan guess, ColumnPlan plan) {
    /** Returns what its values may be taken for: what they look like, or something more general. */
    public List<ColumnKind> kinds() {
        List<ColumnKind> kinds = new ArrayList<>(List.of(guess.kind()));
        if (guess.kind() == ColumnKind.WHOLE) {
            kinds.add(ColumnKind.NUMBER);
        }
        if (guess.kind() != ColumnKind.CATEGORY && guess.kind() != ColumnKind.EMPTY) {
            kinds.add(ColumnKind.CATEGORY);
        }
        return kinds;
    }

    /** Returns what may be done with it. A direct identifier is never taken in as it is. */
    public List<Treatment> treatments() {
        List<Treatment> treatments = new ArrayList<>();
        if (plan.kind() != ColumnKind.IDENTIFIER) {
            treatments.add(Treatment.KEEP);
        }
        if (plan.identifier() != null) {
            treatments.add(Treatment.TOKENISE);
        }
        treatments.add(Treatment.LEAVE_OUT);
        return treatments;
    }

    /** Whether its values point at a person, so that they are not shown. */
    public boolean pointsAtAPerson() {
        return guess.kind() == ColumnKind.IDENTIFIER;
    }

    PlannedColumn planned(ColumnPlan other) {
        return new PlannedColumn(index, guess, other);
    }

    PlannedColumn of(ColumnKind kind) {
        if (kind == guess.kind()) {
            return planned(guess.mapped(plan.dataElement()));
        }
        return planned(plan.of(kind).treated(Treatment.KEEP));
    }

    /** Replaces an identifier by tokens where they can be made, and leaves it out otherwise. */
    PlannedColumn protectedFromRecognition() {
        return planned(plan.treated(plan.identifier() == null ? Treatment.LEAVE_OUT : Treatment.TOKENISE));
    }
}
