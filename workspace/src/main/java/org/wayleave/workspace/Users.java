package org.wayleave.workspace;

import java.util.List;
import java.util.Optional;

/**
 * The people of a workspace and their roles. Whoever first opens a workspace for writing is entered with the role given; from
 * then on the entered role counts. While a workspace has no active administrator, everybody may change users.
 */
public interface Users {

    /** All users, by id. */
    List<User> list();

    /** One user. */
    Optional<User> find(String id);

    /**
     * Adds a user.
     *
     * @throws WorkspaceException CONFLICT when the id is taken, FORBIDDEN when the author is no administrator, READ_ONLY
     */
    User add(Author user);

    /** Gives a user another role. */
    User changeRole(String id, Role role);

    /** Lets a user in again, or keeps them out from the next opening on. What they have written stays. */
    User setActive(String id, boolean active);
}
