package org.wayleave.workspace;

import static org.wayleave.workspace.schema.Tables.WORKSPACE_IDENTITY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.workspace.AuditHeadFile.Head;
import org.wayleave.workspace.WorkspaceException.Reason;

/** Creates and opens workspaces; wipes the passphrase of its options when done. */
final class WorkspaceOpening {

    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceOpening.class);
    private static final int SNAPSHOT_TRIES = 5;

    private final WorkspaceOptions options;
    private final Schema schema;
    private final String fileSystem;
    private final long largestSnapshotInMemory;

    WorkspaceOpening(WorkspaceOptions options) {
        this(options, Schema.CURRENT, "", Snapshot.LARGEST_IN_MEMORY);
    }

    /** @param fileSystem prefix of the H2 file system that holds the database, empty for the default one */
    WorkspaceOpening(WorkspaceOptions options, Schema schema, String fileSystem, long largestSnapshotInMemory) {
        this.options = options;
        this.schema = schema;
        this.fileSystem = fileSystem;
        this.largestSnapshotInMemory = largestSnapshotInMemory;
        quietenJooq();
    }

    /** jOOQ greets on the log; a program that speaks to people does not pass that on. */
    private static void quietenJooq() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** Makes a workspace whose beginning is made by the person who then works in it. */
    Workspace create(Path path, Consumer<Workspace> beginning) {
        return create(path, options.author(), beginning);
    }

    /**
     * Makes a workspace.
     *
     * @param beginner in whose name it is filled
     * @param beginning what the workspace begins with; when it fails, what was made is removed again
     */
    Workspace create(Path path, Author beginner, Consumer<Workspace> beginning) {
        WorkspaceFolder folder = WorkspaceFolder.of(path);
        char[] passphrase = options.passphrase();
        Workspace created = null;
        boolean madeFolder = false;
        try {
            folder.requireFree();
            if (passphrase != null) {
                KeyFile.requireUsable(passphrase);
            }
            madeFolder = !Files.exists(folder.root());
            Files.createDirectories(folder.root());
            created = createIn(folder, passphrase, beginner, beginning);
            return created;
        } catch (IOException e) {
            throw Failures.of("Cannot make a workspace in " + folder.root(), e);
        } finally {
            wipe(passphrase);
            if (created == null && madeFolder) {
                removeEmpty(folder.root());
            }
        }
    }

    private Workspace createIn(
            WorkspaceFolder folder, char @Nullable [] passphrase, Author beginner, Consumer<Workspace> beginning) {
        String what = "Cannot make a workspace in " + folder.root();
        FolderLock lock = FolderLock.take(folder, options.clock().instant(), options.author());
        Connection connection = null;
        Workspace workspace = null;
        boolean complete = false;
        byte[] key = passphrase == null ? null : KeyFile.newKey();
        DatabaseAccess access = new DatabaseAccess(fileSystem + folder.databaseName(), true, key);
        try {
            if (key != null && passphrase != null) {
                new KeyFile(folder.key()).lock(key, passphrase);
            }
            connection = access.getConnection();
            schema.migrate(access);
            Session session = session();
            connection.setAutoCommit(false);
            workspace =
                    new Workspace(folder, new Store(connection, false), session, new Head(0, AuditEvent.START), null);
            workspace.closeAfterwards(lock);
            enterBeginning(workspace, session);
            Files.createDirectories(folder.runs());
            Files.createDirectories(folder.attachments());
            Author person = session.author();
            session.actAs(beginner.id().equals(person.id()) ? person : beginner);
            beginning.accept(workspace);
            session.actAs(person);
            complete = true;
            return workspace;
        } catch (SQLException | FlywayException | IOException e) {
            throw Failures.of(what, e);
        } finally {
            access.wipe();
            if (!complete) {
                abandon(workspace, connection, lock);
                removeCreated(folder);
            }
        }
    }

    private static void enterBeginning(Workspace workspace, Session session) {
        String id = UUID.randomUUID().toString();
        ChainedLedger ledger = workspace.ledger();
        ledger.change("Cannot make a workspace in " + workspace.folder(), context -> {
            context.insertInto(WORKSPACE_IDENTITY)
                    .set(WORKSPACE_IDENTITY.ID, id)
                    .set(WORKSPACE_IDENTITY.FORMAT, Schema.FORMAT)
                    .set(WORKSPACE_IDENTITY.CREATED, session.now())
                    .execute();
            return ledger.append(
                    context,
                    "workspace.created",
                    "workspace",
                    ChainedLedger.detail().put("id", id));
        });
        workspace.storedUsers().signIn();
    }

    private static void abandon(@Nullable Workspace workspace, @Nullable Connection connection, FolderLock lock) {
        try {
            if (workspace != null) {
                workspace.close();
            } else if (connection != null) {
                Store.shutDown(connection, true);
            }
        } catch (WorkspaceException e) {
            // The failure that led here is the one to tell.
        } finally {
            lock.close();
        }
    }

    private static void removeCreated(WorkspaceFolder folder) {
        for (Path made : new Path[] {
            folder.database(),
            folder.key(),
            folder.lock(),
            folder.auditHead(),
            folder.auditHead().resolveSibling("audit.head.new"),
            folder.key().resolveSibling(folder.key().getFileName() + ".new"),
            folder.runs(),
            folder.attachments()
        }) {
            removeEmpty(made);
        }
    }

    /** Removes a file or an empty folder; one that cannot be removed stays, and creating again will say that it is there. */
    private static void removeEmpty(Path made) {
        try {
            Files.deleteIfExists(made);
        } catch (IOException e) {
            LOG.warn("Cannot remove {}", made, e);
        }
    }

    Workspace openForWriting(Path path) {
        char[] passphrase = options.passphrase();
        FolderLock lock = null;
        DatabaseAccess access = null;
        Connection connection = null;
        Workspace workspace = null;
        boolean complete = false;
        WorkspaceFolder folder = WorkspaceFolder.of(path);
        try {
            folder.requireWorkspace();
            requirePassphrase(folder, passphrase);
            lock = FolderLock.take(folder, options.clock().instant(), options.author());
            access = new DatabaseAccess(fileSystem + folder.databaseName(), false, unlocked(folder, passphrase));
            Head head = new AuditHeadFile(folder.auditHead()).read();
            connection = connect(folder, access);
            connection = schema.bringUpToDate(folder, access, connection);
            connection.setAutoCommit(false);
            workspace = new Workspace(folder, new Store(connection, false), session(), head, null);
            workspace.closeAfterwards(lock);
            workspace.ledger().takeUp();
            workspace.storedUsers().signIn();
            Files.createDirectories(folder.runs());
            Files.createDirectories(folder.attachments());
            complete = true;
            return workspace;
        } catch (SQLException | IOException e) {
            throw Failures.of("Cannot open the workspace " + folder.root(), e);
        } finally {
            wipe(passphrase);
            if (access != null) {
                access.wipe();
            }
            if (!complete && lock != null) {
                abandon(workspace, connection, lock);
            }
        }
    }

    Workspace openSnapshot(Path path) {
        char[] passphrase = options.passphrase();
        WorkspaceFolder folder = WorkspaceFolder.of(path);
        DatabaseAccess access = null;
        try {
            folder.requireWorkspace();
            requirePassphrase(folder, passphrase);
            byte[] key = unlocked(folder, passphrase);
            for (int attempt = 1; ; attempt++) {
                // Before the snapshot: the file may lag behind the ledger it belongs to, but not lead.
                Head head = new AuditHeadFile(folder.auditHead()).read();
                Snapshot snapshot = Snapshot.of(folder.database(), largestSnapshotInMemory);
                access = new DatabaseAccess(snapshot.name(), false, key);
                Workspace workspace = null;
                try {
                    workspace = readFrom(folder, head, snapshot, access);
                    return workspace;
                } catch (WorkspaceException e) {
                    // A copy taken while the writer tidies its file may not be whole; the next one will be.
                    if (e.reason() != Reason.DAMAGED || attempt == SNAPSHOT_TRIES) {
                        throw e;
                    }
                } finally {
                    if (workspace == null) {
                        snapshot.close();
                    }
                }
            }
        } finally {
            wipe(passphrase);
            if (access != null) {
                access.wipe();
            }
        }
    }

    private Workspace readFrom(WorkspaceFolder folder, @Nullable Head head, Snapshot snapshot, DatabaseAccess access) {
        Connection connection = null;
        Workspace workspace = null;
        boolean complete = false;
        try {
            connection = connect(folder, access);
            if (schema.check(folder, connection) < schema.version()) {
                schema.migrate(access);
            }
            connection.setAutoCommit(false);
            workspace = new Workspace(folder, new Store(connection, true), session(), head, snapshot);
            workspace.storedUsers().signIn();
            complete = true;
            return workspace;
        } catch (SQLException | FlywayException e) {
            throw Failures.of("Cannot open the workspace " + folder.root(), e);
        } finally {
            if (!complete) {
                if (workspace != null) {
                    workspace.close();
                } else if (connection != null) {
                    Store.shutDown(connection, true);
                }
            }
        }
    }

    private Session session() {
        return new Session(options.clock(), options.author());
    }

    private static Connection connect(WorkspaceFolder folder, DatabaseAccess access) {
        try {
            return access.getConnection();
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD) {
                throw folder.notOurs();
            }
            throw Failures.of("Cannot open the workspace " + folder.root(), e);
        }
    }

    private static void requirePassphrase(WorkspaceFolder folder, char @Nullable [] passphrase) {
        boolean encrypted = folder.encrypted();
        if (encrypted && passphrase == null) {
            throw new WorkspaceException(
                    Reason.NEEDS_PASSPHRASE, "The workspace " + folder.root() + " is encrypted. Give its passphrase.");
        }
        if (!encrypted && passphrase != null) {
            throw new WorkspaceException(
                    Reason.NOT_ENCRYPTED,
                    "The workspace " + folder.root()
                            + " is not encrypted. Open it without a passphrase, or encrypt it first.");
        }
    }

    private static byte @Nullable [] unlocked(WorkspaceFolder folder, char @Nullable [] passphrase) {
        return passphrase == null ? null : new KeyFile(folder.key()).unlock(passphrase);
    }

    private static void wipe(char @Nullable [] passphrase) {
        if (passphrase != null) {
            Arrays.fill(passphrase, '\0');
        }
    }
}
