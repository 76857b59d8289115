package org.wayleave.workspace;

/**
 * The person in whose name changes are made.
 *
 * @param id stable short name, 1 to 80 letters, digits, {@code . _ - @}
 * @param name name as shown to people, 1 to 200 characters
 * @param role what the person may do
 */
public record Author(String id, String name, Role role) {

    /**
     * The sample that a workspace begins with, in whose name its documents are saved and approved: no person has looked at
     * them.
     */
    public static final Author SAMPLE = new Author("wayleave-sample", "The sample itself", Role.ADMINISTRATOR);

    /** Checks the lengths and characters. */
    public Author {
        Names.requireUserId(id);
        Names.requireTitle("name of a user", name);
    }
}
