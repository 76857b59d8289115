package org.wayleave.workspace;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.AuditHeadFile.Head;
import org.wayleave.workspace.WorkspaceException.Reason;

/**
 * One folder with everything that people write and a register of what runs produce: {@code workspace.mv.db} with documents, users,
 * runs and the audit ledger, {@code audit.head} with how far the ledger reaches, {@code runs/} with one decision ledger per run
 * and {@code attachments/}.
 *
 * <p>One process writes at a time. Reading works beside it, on a snapshot. Every change is on disk when its method returns.
 * Methods may be called from any thread; they wait for each other and must not be called from a thread that draws.
 *
 * <p>Encryption covers {@code workspace.mv.db}. The decision ledgers below {@code runs/} hold synthetic people only and are not
 * encrypted, nor are attachments.
 */
public final class Workspace implements AutoCloseable {

    private final WorkspaceFolder folder;
    private final Store store;
    private final Session session;
    private final ChainedLedger ledger;
    private final StoredDocuments documents;
    private final StoredRuns runs;
    private final StoredPreferences preferences;
    private final StoredUsers users;
    private final StoredPrivacy privacy;
    private final StoredConsents consents;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    private final @Nullable Snapshot snapshot;

    /**
     * A workspace over an open store.
     *
     * @param head what the file audit.head said before the database was opened, null when it was missing
     * @param snapshot the copy that the store reads, closed after it; null when it is the database itself
     */
    Workspace(WorkspaceFolder folder, Store store, Session session, @Nullable Head head, @Nullable Snapshot snapshot) {
        this.snapshot = snapshot;
        this.folder = folder;
        this.store = store;
        this.session = session;
        this.ledger = new ChainedLedger(store, session, new AuditHeadFile(folder.auditHead()), head);
        this.documents = new StoredDocuments(store, session, ledger);
        this.runs = new StoredRuns(store, session, ledger);
        this.preferences = new StoredPreferences(store);
        this.users = new StoredUsers(store, session, ledger);
        this.privacy = new StoredPrivacy(store, session, ledger);
        this.consents = new StoredConsents(store, session, ledger);
        if (snapshot != null) {
            resources.push(snapshot);
        }
    }

    /** Something to be closed after the store. */
    void closeAfterwards(AutoCloseable resource) {
        resources.push(resource);
    }

    /** The ledger with what opening needs. */
    ChainedLedger ledger() {
        return ledger;
    }

    /** The users with what opening needs. */
    StoredUsers storedUsers() {
        return users;
    }

    /**
     * Makes a workspace and opens it for writing.
     *
     * @param folder must be absent or empty; parents are made
     * @throws WorkspaceException NOT_EMPTY, INVALID_FOLDER, NO_ACCESS, DISK_FULL, or WRONG_PASSPHRASE when the passphrase is
     *     shorter than 8 characters; what was made is then removed again
     */
    public static Workspace create(Path folder, WorkspaceOptions options) {
        return create(folder, options, workspace -> {});
    }

    /**
     * Makes a workspace, puts its first documents into it and opens it for writing.
     *
     * @param folder must be absent or empty; parents are made
     * @param beginning saves what the workspace begins with; what it throws is thrown on, and what was made is then removed
     *     again, so that the same can be tried once more
     * @throws WorkspaceException as {@link #create(Path, WorkspaceOptions)}
     */
    public static Workspace create(Path folder, WorkspaceOptions options, Consumer<Workspace> beginning) {
        return new WorkspaceOpening(options).create(folder, beginning);
    }

    /**
     * Makes a workspace, puts its first documents into it in the name of somebody else than the person who then works in it, and
     * opens it for writing.
     *
     * @param folder must be absent or empty; parents are made
     * @param beginner in whose name the beginning is made, such as {@link Author#SAMPLE}; is not entered as a user
     * @param beginning saves what the workspace begins with; what it throws is thrown on, and what was made is then removed
     * @throws WorkspaceException as {@link #create(Path, WorkspaceOptions)}
     */
    public static Workspace create(
            Path folder, WorkspaceOptions options, Author beginner, Consumer<Workspace> beginning) {
        return new WorkspaceOpening(options).create(folder, beginner, beginning);
    }

    /**
     * Opens a workspace. One of an older schema is brought up to date; when it is opened read-only, only the snapshot is.
     *
     * @throws WorkspaceException MISSING, NOT_A_WORKSPACE, NEWER_SCHEMA, IN_USE, NEEDS_PASSPHRASE, WRONG_PASSPHRASE,
     *     NOT_ENCRYPTED, NO_ACCESS, DAMAGED or DISK_FULL; nothing was changed then
     */
    public static Workspace open(Path folder, OpenMode mode, WorkspaceOptions options) {
        WorkspaceOpening opening = new WorkspaceOpening(options);
        return mode == OpenMode.READ_ONLY ? opening.openSnapshot(folder) : opening.openForWriting(folder);
    }

    /**
     * Encrypts a workspace that is not encrypted and that nobody has open. The unencrypted file is replaced; what a deleted
     * file leaves on a disk is beyond a program's reach.
     *
     * @param passphrase at least 8 characters; overwritten with zeros
     * @param options without a passphrase
     */
    public static void encrypt(Path folder, char[] passphrase, WorkspaceOptions options) {
        new WorkspaceEncryption(WorkspaceFolder.of(folder)).encrypt(passphrase, options);
    }

    /** The folder, as an absolute path. */
    public Path folder() {
        return folder.root();
    }

    /** Whether the workspace was opened read-only. */
    public boolean readOnly() {
        return store.readOnly();
    }

    /** Whether the database is encrypted. */
    public boolean encrypted() {
        return folder.encrypted();
    }

    /** In whose name changes are made, with the role entered in the workspace. */
    public Author author() {
        return session.author();
    }

    /** The documents. */
    public Documents documents() {
        return documents;
    }

    /** The audit ledger. */
    public AuditLedger audit() {
        return ledger;
    }

    /** The register of runs. */
    public Runs runs() {
        return runs;
    }

    /** What the workspace remembers for the desktop. */
    public Preferences preferences() {
        return preferences;
    }

    /** The people and their roles. */
    public Users users() {
        return users;
    }

    /** Privacy budgets and what was spent of them. */
    public PrivacyLedger privacy() {
        return privacy;
    }

    /** Consents of real people that were imported, by tokens. */
    public ConsentImports consents() {
        return consents;
    }

    /** Folder for files attached to documents. */
    public Path attachments() {
        return folder.attachments();
    }

    /**
     * Where the decision ledger of a run belongs.
     *
     * @throws WorkspaceException INVALID_DOCUMENT when the id is none that {@link Runs#start} gives
     */
    public Path runLedger(String runId) {
        if (!runId.matches("run-[0-9]{4,9}")) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT,
                    "\"" + Names.shortened(runId) + "\" is no run id; run ids look like run-0001.");
        }
        return folder.runs().resolve(runId + ".duckdb");
    }

    /**
     * Copies the workspace as it is now, with its passphrase when it has one. Decision ledgers of incomplete runs are left
     * out, because they may be being written.
     *
     * @param target must be absent or empty
     * @throws WorkspaceException NOT_EMPTY, NO_ACCESS or DISK_FULL; what was copied so far is then removed again
     */
    public void copyTo(Path target) {
        new WorkspaceCopy(folder, store, ledger, runs, snapshot).to(WorkspaceFolder.of(target));
        if (!readOnly()) {
            ledger.change(
                    "Cannot write the audit ledger",
                    context -> ledger.append(
                            context,
                            "workspace.copied",
                            "workspace",
                            ChainedLedger.detail()
                                    .put(
                                            "folder",
                                            Names.wellFormed(
                                                    target.getFileName().toString()))));
        }
    }

    /**
     * Gives an encrypted workspace another passphrase. Copies made before keep the old one.
     *
     * @param current the passphrase now; overwritten with zeros
     * @param next at least 8 characters; overwritten with zeros
     * @throws WorkspaceException WRONG_PASSPHRASE, NOT_ENCRYPTED, READ_ONLY
     */
    public void changePassphrase(char[] current, char[] next) {
        if (readOnly()) {
            throw new WorkspaceException(
                    Reason.READ_ONLY, "Cannot change the passphrase: the workspace is open read-only.");
        }
        new WorkspaceEncryption(folder).changePassphrase(current, next);
        ledger.change(
                "Cannot write the audit ledger",
                context -> ledger.append(context, "workspace.passphrase-changed", "workspace", ChainedLedger.detail()));
    }

    /** Closes the store and lets others write. May be called more than once. */
    @Override
    public void close() {
        WorkspaceException failure = null;
        try {
            store.close();
        } catch (WorkspaceException e) {
            failure = e;
        }
        AutoCloseable resource;
        while ((resource = nextResource()) != null) {
            try {
                resource.close();
            } catch (Exception e) {
                failure = failure == null ? Failures.of("Cannot close the workspace", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized @Nullable AutoCloseable nextResource() {
        return resources.poll();
    }
}
