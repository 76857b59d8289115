package org.wayleave.workspace;

import java.util.Locale;

/** What a person may do in a workspace. */
public enum Role {
    /** Designs journeys. */
    MARKETER,
    /** Builds and measures models, reads data and runs. */
    ANALYST,
    /** Writes policies, completes and approves assessments. */
    PRIVACY_OFFICER,
    /** Signs off what others have written. */
    APPROVER,
    /** Reads and exports everything, changes nothing. */
    AUDITOR,
    /** Looks after the workspace and its users. */
    ADMINISTRATOR;

    /** The name in files and on the command line, for example {@code privacy-officer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name as shown to people, for example {@code Privacy officer}. */
    public String title() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether this role may save documents, start runs and change states. */
    public boolean mayWrite() {
        return this != AUDITOR;
    }

    /** Whether this role may set a document to {@link DocumentState#APPROVED}. */
    public boolean mayApprove() {
        return this == PRIVACY_OFFICER || this == APPROVER || this == ADMINISTRATOR;
    }

    /** Whether this role may add users and change roles. */
    public boolean mayAdminister() {
        return this == ADMINISTRATOR;
    }

    /**
     * The role with a wire name.
     *
     * @throws IllegalArgumentException when there is none; the message lists the known names
     */
    public static Role ofWireName(String wireName) {
        return WireNames.find(Role.class, wireName, Role::wireName, "role");
    }
}
