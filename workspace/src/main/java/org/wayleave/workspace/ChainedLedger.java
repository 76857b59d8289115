package org.wayleave.workspace;

import static org.wayleave.workspace.schema.Tables.AUDIT_ENTRY;
import static org.wayleave.workspace.schema.Tables.AUDIT_HEAD;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.workspace.AuditHeadFile.Head;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.json.CanonicalJson;
import org.wayleave.workspace.json.JsonMappers;
import org.wayleave.workspace.json.JsonProblem;
import org.wayleave.workspace.schema.tables.records.AuditEntryRecord;

/** The audit ledger in the database, with its head kept beside it in a file. */
final class ChainedLedger implements AuditLedger {

    private static final Logger LOG = LoggerFactory.getLogger(ChainedLedger.class);
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9.-]{0,79}");
    private static final int LONGEST_SUBJECT = 400;
    private static final int LONGEST_DETAIL = 1024 * 1024;
    private static final int MOST_ROWS = 10_000;
    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    private final Store store;
    private final Session session;
    private final AuditHeadFile headFile;

    /** What the file said at opening or was last written with; null when it is missing. Used on the store's thread only. */
    private @Nullable Head published;

    /** Set when file and ledger contradict each other: the file is then evidence and is not overwritten. */
    private boolean disputed;

    /** @param found what the file said before the database was opened, null when it was missing */
    ChainedLedger(Store store, Session session, AuditHeadFile headFile, @Nullable Head found) {
        this.store = store;
        this.session = session;
        this.headFile = headFile;
        this.published = found;
    }

    /** What the file says that belongs to this ledger: as found before a snapshot, as it is now while writing. */
    @Nullable
    Head headOnFile() {
        return store.readOnly() ? published : headFile.read();
    }

    static ObjectNode detail() {
        return MAPPER.createObjectNode();
    }

    /** Runs changes that append to the ledger as one transaction, and then brings the file up to date. */
    <T extends @Nullable Object> T change(String what, Function<DSLContext, T> work) {
        return store.write(what, work, this::publish);
    }

    /** Adds a row; called inside {@link #change}. */
    AuditEntry append(DSLContext context, String type, String subject, ObjectNode detail) {
        return append(context, type, subject, CanonicalJson.text(detail.toString()));
    }

    private AuditEntry append(DSLContext context, String type, String subject, String canonicalDetail) {
        Head head = head(context);
        AuditEvent event = new AuditEvent(
                head.entries() + 1, session.now(), session.author().id(), type, subject, canonicalDetail);
        String hash = event.hash(head.hash());
        context.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.NUMBER, event.number())
                .set(AUDIT_ENTRY.ENTERED, event.time())
                .set(AUDIT_ENTRY.AUTHOR, event.author())
                .set(AUDIT_ENTRY.TYPE, type)
                .set(AUDIT_ENTRY.SUBJECT, subject)
                .set(AUDIT_ENTRY.DETAIL, canonicalDetail)
                .set(AUDIT_ENTRY.PREVIOUS_HASH, head.hash())
                .set(AUDIT_ENTRY.HASH, hash)
                .execute();
        moveHead(context, event.number(), hash);
        return new AuditEntry(
                event.number(), event.time(), event.author(), type, subject, canonicalDetail, head.hash(), hash);
    }

    /** The subjects of all rows of a type; called inside {@link #change}. */
    static List<String> subjects(DSLContext context, String type) {
        return context.select(AUDIT_ENTRY.SUBJECT)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.TYPE.eq(type))
                .fetch(AUDIT_ENTRY.SUBJECT);
    }

    private static void moveHead(DSLContext context, long entries, String hash) {
        int moved = context.update(AUDIT_HEAD)
                .set(AUDIT_HEAD.ENTRIES, entries)
                .set(AUDIT_HEAD.HASH, hash)
                .where(AUDIT_HEAD.ID.eq(1))
                .execute();
        if (moved == 0) {
            context.insertInto(AUDIT_HEAD)
                    .set(AUDIT_HEAD.ID, 1)
                    .set(AUDIT_HEAD.ENTRIES, entries)
                    .set(AUDIT_HEAD.HASH, hash)
                    .execute();
        }
    }

    /**
     * Compares the file with the ledger after opening for writing. A missing file is made again, and a row of the ledger says
     * so for good; a file that contradicts the ledger is left as it is, and {@link #verify()} keeps reporting it.
     */
    void takeUp() {
        Head onFile = published;
        if (onFile == null) {
            change(
                    "Cannot write the audit ledger",
                    context -> head(context).entries() == 0
                            ? null
                            : append(context, "ledger.head-missing", "audit.head", detail().put("restored", true)));
            return;
        }
        disputed = store.read("Cannot read the audit ledger", context -> contradicts(context, onFile));
        if (disputed) {
            LOG.warn("The file audit.head contradicts the audit ledger; verify the ledger");
        }
    }

    static boolean contradicts(DSLContext context, Head onFile) {
        if (onFile.entries() == 0) {
            return !onFile.hash().equals(AuditEvent.START);
        }
        String hash = context.select(AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.NUMBER.eq(onFile.entries()))
                .fetchOne(AUDIT_ENTRY.HASH);
        return !onFile.hash().equals(hash);
    }

    private void publish() {
        if (disputed) {
            return;
        }
        Head head = head(store.context());
        if (head.equals(published)) {
            return;
        }
        try {
            headFile.write(head);
            published = head;
        } catch (IOException e) {
            // The change itself is on disk. A file that lags behind is allowed, and the next change brings it up to
            // date.
            LOG.warn("The file audit.head could not be brought up to date", e);
        }
    }

    /** What the table of heads says; the start when there are no rows yet. */
    static Head head(DSLContext context) {
        Record2<Long, String> head = context.select(AUDIT_HEAD.ENTRIES, AUDIT_HEAD.HASH)
                .from(AUDIT_HEAD)
                .where(AUDIT_HEAD.ID.eq(1))
                .fetchOne();
        return head == null ? new Head(0, AuditEvent.START) : new Head(head.value1(), head.value2());
    }

    static AuditEntry entry(AuditEntryRecord row) {
        return new AuditEntry(
                row.getNumber(),
                row.getEntered(),
                row.getAuthor(),
                row.getType(),
                row.getSubject(),
                row.getDetail(),
                row.getPreviousHash(),
                row.getHash());
    }

    @Override
    public List<AuditEntry> entries(long from, int limit) {
        if (from < 1 || limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("Rows are read from 1 on, at most " + MOST_ROWS + " at a time");
        }
        return store.read(
                "Cannot read the audit ledger",
                context -> context.selectFrom(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.NUMBER.ge(from))
                        .orderBy(AUDIT_ENTRY.NUMBER)
                        .limit(limit)
                        .fetch(ChainedLedger::entry));
    }

    @Override
    public long size() {
        return store.read("Cannot read the audit ledger", ChainedLedger::head).entries();
    }

    @Override
    public String head() {
        return store.read("Cannot read the audit ledger", ChainedLedger::head).hash();
    }

    @Override
    public AuditVerification verify() {
        return store.read("Cannot verify the audit ledger", context -> {
            // While this workspace writes, the file on disk is what counts, whoever changed it; a snapshot keeps what
            // it found.
            return new LedgerVerification(context, headOnFile()).run();
        });
    }

    @Override
    public AuditEntry record(String type, String subject, String detailJson) {
        AuditNote checked = checked(new AuditNote(type, subject, detailJson));
        return change("Cannot write the audit ledger", context -> append(context, checked));
    }

    /** Checks a row now and returns what adds it inside {@link #change}. */
    Consumer<DSLContext> noting(AuditNote note) {
        AuditNote checked = checked(note);
        return context -> append(context, checked);
    }

    private AuditEntry append(DSLContext context, AuditNote checked) {
        return append(context, checked.type(), checked.subject(), checked.detailJson());
    }

    /** Returns the note with its detail in the form in which it is hashed. */
    private static AuditNote checked(AuditNote note) {
        String type = note.type();
        String subject = note.subject();
        String detailJson = note.detailJson();
        if (!TYPE.matcher(type).matches()) {
            throw invalid("The type of a ledger row must be 1 to 80 lower-case letters, digits, dots and dashes, not \""
                    + Names.shortened(type) + "\".");
        }
        if (StoredFacts.STATED.contains(type)) {
            throw invalid("Ledger rows of type " + type + " are written by the workspace itself.");
        }
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || Names.hasLoneSurrogate(subject)) {
            throw invalid("The subject of a ledger row must have 1 to " + LONGEST_SUBJECT + " characters.");
        }
        if (detailJson.length() > LONGEST_DETAIL) {
            throw invalid("The detail of a ledger row has " + detailJson.length() + " characters; the most is "
                    + LONGEST_DETAIL + ".");
        }
        String canonical;
        try {
            canonical = CanonicalJson.text(detailJson);
        } catch (JsonProblem e) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT, "The detail of the ledger row is not usable: " + e.getMessage(), e);
        }
        return new AuditNote(type, subject, canonical);
    }

    private static WorkspaceException invalid(String message) {
        return new WorkspaceException(Reason.INVALID_DOCUMENT, message);
    }
}
