package org.wayleave.workspace;

import static org.wayleave.workspace.schema.Tables.WORKSPACE_USER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.schema.tables.records.WorkspaceUserRecord;

/** Users in the database. */
final class StoredUsers implements Users {

    private final Store store;
    private final Session session;
    private final ChainedLedger ledger;

    StoredUsers(Store store, Session session, ChainedLedger ledger) {
        this.store = store;
        this.session = session;
        this.ledger = ledger;
    }

    /** Enters whoever opens the workspace for the first time, and lets the entered role count from then on. */
    void signIn() {
        Author author = session.author();
        User known = find(author.id()).orElse(null);
        if (known == null) {
            if (!store.readOnly()) {
                ledger.change("Cannot enter the user " + author.id(), context -> insert(context, author));
            }
            return;
        }
        if (!known.active() && !store.readOnly()) {
            throw new WorkspaceException(
                    Reason.FORBIDDEN,
                    "The user " + known.name() + " may no longer change this workspace. Open it read-only, or ask an"
                            + " administrator.");
        }
        session.actAs(new Author(known.id(), known.name(), known.role()));
    }

    static String subject(String userId) {
        return "user/" + userId;
    }

    static ObjectNode facts(User user) {
        ObjectNode facts = ChainedLedger.detail();
        facts.put("name", user.name());
        facts.put("role", user.role().wireName());
        facts.put("active", user.active());
        return facts;
    }

    private User insert(DSLContext context, Author author) {
        WorkspaceUserRecord row = context.newRecord(WORKSPACE_USER);
        row.setId(author.id());
        row.setName(author.name());
        row.setRole(author.role().wireName());
        row.setActive(true);
        row.insert();
        User user = user(row);
        ledger.append(context, "user.added", subject(user.id()), facts(user));
        return user;
    }

    static User user(WorkspaceUserRecord row) {
        return new User(row.getId(), row.getName(), role(row.getRole()), row.getActive());
    }

    /** A role that is none was put there past this program: it counts as the one that may change nothing. */
    private static Role role(String wireName) {
        try {
            return Role.ofWireName(wireName);
        } catch (IllegalArgumentException e) {
            return Role.AUDITOR;
        }
    }

    @Override
    public List<User> list() {
        return store.read(
                "Cannot list the users",
                context -> context.selectFrom(WORKSPACE_USER)
                        .orderBy(WORKSPACE_USER.ID)
                        .fetch(StoredUsers::user));
    }

    @Override
    public Optional<User> find(String id) {
        return store.read(
                "Cannot read the user " + Names.shortened(id),
                context -> Optional.ofNullable(context.selectFrom(WORKSPACE_USER)
                                .where(WORKSPACE_USER.ID.eq(id))
                                .fetchOne())
                        .map(StoredUsers::user));
    }

    @Override
    public User add(Author user) {
        String what = "Cannot add the user " + user.id();
        return ledger.change(what, context -> {
            requireAdministrator(context, what);
            if (context.fetchExists(WORKSPACE_USER, WORKSPACE_USER.ID.eq(user.id()))) {
                throw new WorkspaceException(Reason.CONFLICT, what + ": the id is taken.");
            }
            return insert(context, user);
        });
    }

    @Override
    public User changeRole(String id, Role role) {
        return change(id, user -> new User(user.id(), user.name(), role, user.active()));
    }

    @Override
    public User setActive(String id, boolean active) {
        return change(id, user -> new User(user.id(), user.name(), user.role(), active));
    }

    private User change(String id, UnaryOperator<User> edit) {
        String what = "Cannot change the user " + Names.shortened(id);
        User changed = ledger.change(what, context -> {
            requireAdministrator(context, what);
            WorkspaceUserRecord row = context.selectFrom(WORKSPACE_USER)
                    .where(WORKSPACE_USER.ID.eq(id))
                    .fetchOne();
            if (row == null) {
                throw new WorkspaceException(Reason.MISSING, what + ": there is no such user.");
            }
            User user = edit.apply(user(row));
            row.setRole(user.role().wireName());
            row.setActive(user.active());
            row.update();
            ledger.append(context, "user.changed", subject(id), facts(user));
            return user;
        });
        if (changed.id().equals(session.author().id())) {
            session.actAs(new Author(changed.id(), changed.name(), changed.role()));
        }
        return changed;
    }

    private void requireAdministrator(DSLContext context, String what) {
        boolean administered = context.fetchExists(
                WORKSPACE_USER,
                WORKSPACE_USER.ROLE.eq(Role.ADMINISTRATOR.wireName()).and(WORKSPACE_USER.ACTIVE.isTrue()));
        if (administered && !session.author().role().mayAdminister()) {
            throw session.forbidden(what);
        }
    }
}
