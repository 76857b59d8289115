package org.wayleave.data.intake;

import org.jspecify.annotations.Nullable;
import org.wayleave.data.token.IdentifierKind;

/**
 * What a column is taken for and what is done with it.
 *
 * @param name as in the file
 * @param kind what its values are
 * @param treatment what is done with it
 * @param identifier which identifier its values are, where tokens can be made of them; null otherwise
 * @param dataElement id of the data element of the catalogue that it holds; empty for none
 * @param reason why it is taken for that, in words
 */
public record ColumnPlan(
        String name,
        ColumnKind kind,
        Treatment treatment,
        @Nullable IdentifierKind identifier,
        String dataElement,
        String reason) {

    /** Returns the plan with another treatment. */
    public ColumnPlan treated(Treatment other) {
        return new ColumnPlan(name, kind, other, identifier, dataElement, reason);
    }

    /** Returns the plan with another data element. */
    public ColumnPlan mapped(String element) {
        return new ColumnPlan(name, kind, treatment, identifier, element, reason);
    }

    /** Returns the plan with another kind, such as a number of a shop that is a category. */
    public ColumnPlan of(ColumnKind other) {
        return new ColumnPlan(name, other, treatment, identifier, dataElement, reason);
    }
}
