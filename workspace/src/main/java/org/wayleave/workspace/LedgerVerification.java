package org.wayleave.workspace;

import static org.wayleave.workspace.schema.Tables.AUDIT_ENTRY;
import static org.wayleave.workspace.schema.Tables.CONSENT_IMPORT;
import static org.wayleave.workspace.schema.Tables.DOCUMENT_STATE;
import static org.wayleave.workspace.schema.Tables.DOCUMENT_VERSION;
import static org.wayleave.workspace.schema.Tables.PRIVACY_LIMIT;
import static org.wayleave.workspace.schema.Tables.PRIVACY_SPEND;
import static org.wayleave.workspace.schema.Tables.RUN;
import static org.wayleave.workspace.schema.Tables.WORKSPACE_USER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.AuditHeadFile.Head;
import org.wayleave.workspace.AuditProblem.Kind;
import org.wayleave.workspace.json.JsonProblem;
import org.wayleave.workspace.schema.tables.records.AuditEntryRecord;

/**
 * One walk over the audit ledger: each row against its own hash, against the row before it, the last against both stored heads,
 * and every stored document version, state, run, user, privacy budget and import of consents against what the rows say of it.
 */
final class LedgerVerification {

    private static final int MOST_PROBLEMS = 1_000;
    private static final int NEAR_BY = 3;

    private final DSLContext context;
    private final @Nullable Head onFile;
    private final List<AuditProblem> problems = new ArrayList<>();
    private final StoredFacts facts = new StoredFacts();

    /** Number of the row with a given hash, to tell a moved row from an edited one. */
    private final Map<String, Long> numberByHash = new HashMap<>();

    LedgerVerification(DSLContext context, @Nullable Head onFile) {
        this.context = context;
        this.onFile = onFile;
    }

    AuditVerification run() {
        Head inDatabase = ChainedLedger.head(context);
        context.select(AUDIT_ENTRY.NUMBER, AUDIT_ENTRY.HASH)
                .from(AUDIT_ENTRY)
                .fetch()
                .forEach(row -> numberByHash.put(row.value2(), row.value1()));
        Walk walk = walk();
        compareHead(walk, inDatabase);
        compareFile(walk);
        int documents = compareContents();
        return new AuditVerification(
                walk.rows,
                documents,
                walk.lastHash,
                problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)),
                limits());
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>();
        limits.add(
                "Whoever rewrites the ledger, the stored documents and both stored heads together leaves no trace here;"
                        + " compare the head with one noted elsewhere, such as in a report.");
        if (problems.size() > MOST_PROBLEMS) {
            limits.add("Only the first " + MOST_PROBLEMS + " of " + problems.size() + " problems are listed.");
        }
        return limits;
    }

    private void add(Kind kind, long number, String subject, String message) {
        problems.add(new AuditProblem(kind, number, subject, message));
    }

    /** What a walk over the rows has come to. */
    private static final class Walk {
        private long rows;
        private long lastNumber;
        private String lastHash = AuditEvent.START;
        private @Nullable String hashAtFile;
    }

    private Walk walk() {
        Walk walk = new Walk();
        try (Cursor<AuditEntryRecord> cursor =
                context.selectFrom(AUDIT_ENTRY).orderBy(AUDIT_ENTRY.NUMBER).fetchLazy()) {
            for (AuditEntryRecord row : cursor) {
                AuditEntry entry = ChainedLedger.entry(row);
                checkRow(walk, entry);
                facts.learn(entry);
                walk.rows++;
                walk.lastNumber = entry.number();
                walk.lastHash = entry.hash();
                if (onFile != null && entry.number() == onFile.entries()) {
                    walk.hashAtFile = entry.hash();
                }
            }
        }
        return walk;
    }

    private void checkRow(Walk walk, AuditEntry entry) {
        long expected = walk.lastNumber + 1;
        if (entry.number() < 1) {
            add(Kind.INSERTED_ROW, entry.number(), entry.subject(), row(entry) + " stands before the first row.");
            return;
        }
        if (entry.number() > expected) {
            String missing = entry.number() - expected == 1
                    ? "Row " + expected + " is missing."
                    : "Rows " + expected + " to " + (entry.number() - 1) + " are missing.";
            add(Kind.REMOVED_ROW, expected, "ledger", missing);
        }
        if (!hashes(entry, entry.number())) {
            Long writtenAs = writtenAs(entry);
            if (writtenAs != null) {
                add(
                        Kind.MOVED_ROW,
                        entry.number(),
                        entry.subject(),
                        row(entry) + " was written as row " + writtenAs + " and has been moved.");
            } else {
                add(
                        Kind.EDITED_ROW,
                        entry.number(),
                        entry.subject(),
                        row(entry) + " does not have the hash of what it says; it was edited.");
            }
        }
        if (entry.number() == expected && !entry.previousHash().equals(walk.lastHash)) {
            add(
                    Kind.BROKEN_LINK,
                    entry.number(),
                    entry.subject(),
                    row(entry) + " does not follow from the row before it.");
        }
    }

    /** The number under which a row has its hash: the one after the row it follows, or one near by; null when there is none. */
    private @Nullable Long writtenAs(AuditEntry entry) {
        Long before = entry.previousHash().equals(AuditEvent.START)
                ? Long.valueOf(0)
                : numberByHash.get(entry.previousHash());
        if (before != null && before + 1 != entry.number() && hashes(entry, before + 1)) {
            return before + 1;
        }
        for (long distance = 1; distance <= NEAR_BY; distance++) {
            for (long number : new long[] {entry.number() + distance, entry.number() - distance}) {
                if (hashes(entry, number)) {
                    return number;
                }
            }
        }
        return null;
    }

    private static boolean hashes(AuditEntry entry, long number) {
        try {
            return AuditEvent.of(entry).at(number).hash(entry.previousHash()).equals(entry.hash());
        } catch (JsonProblem | IllegalArgumentException e) {
            return false; // what cannot be hashed was not written by the ledger
        }
    }

    private static String row(AuditEntry entry) {
        return "Row " + entry.number() + " (" + Names.shortened(entry.type()) + ", " + Names.shortened(entry.subject())
                + ")";
    }

    private void compareHead(Walk walk, Head head) {
        if (walk.rows == 0 && head.entries() == 0) {
            add(Kind.TRUNCATED, 0, "ledger", "The ledger is empty, although creating a workspace writes to it.");
        } else if (head.entries() > walk.lastNumber) {
            add(Kind.TRUNCATED, walk.lastNumber + 1, "ledger", missingAtEnd(walk.lastNumber, head.entries()));
        } else if (head.entries() < walk.lastNumber) {
            add(
                    Kind.INSERTED_ROW,
                    head.entries() + 1,
                    "ledger",
                    "The ledger was written up to row " + head.entries() + ", but reaches row " + walk.lastNumber
                            + "; the rows between were inserted.");
        } else if (!head.hash().equals(walk.lastHash)) {
            add(
                    Kind.EDITED_ROW,
                    walk.lastNumber,
                    "ledger",
                    "The last row, " + walk.lastNumber + ", does not have the hash that the stored head gives.");
        }
    }

    private static String missingAtEnd(long last, long written) {
        return "The ledger ends at row " + last + ", but was written up to row " + written
                + "; the rows after are missing.";
    }

    private void compareFile(Walk walk) {
        if (onFile == null) {
            add(
                    Kind.HEAD_MISSING,
                    0,
                    "audit.head",
                    "The file audit.head is missing or unreadable, so that rows missing at the"
                            + " end could not be told from outside the database.");
        } else if (onFile.entries() > walk.lastNumber) {
            add(
                    Kind.TRUNCATED,
                    walk.lastNumber + 1,
                    "audit.head",
                    "By the file audit.head: " + missingAtEnd(walk.lastNumber, onFile.entries()));
        } else if (onFile.entries() > 0 && !onFile.hash().equals(walk.hashAtFile)) {
            add(
                    Kind.EDITED_ROW,
                    onFile.entries(),
                    "audit.head",
                    "Row " + onFile.entries()
                            + " does not have the hash that the file audit.head gives; the ledger was rewritten.");
        }
    }

    private int compareContents() {
        int documents = 0;
        try (var cursor = context.selectFrom(DOCUMENT_VERSION)
                .orderBy(DOCUMENT_VERSION.KIND, DOCUMENT_VERSION.ID, DOCUMENT_VERSION.VERSION)
                .fetchLazy()) {
            for (var row : cursor) {
                documents++;
                facts.compareVersion(row, this::add);
            }
        }
        try (var cursor = context.selectFrom(DOCUMENT_STATE)
                .orderBy(DOCUMENT_STATE.KIND, DOCUMENT_STATE.ID, DOCUMENT_STATE.VERSION, DOCUMENT_STATE.ORDINAL)
                .fetchLazy()) {
            for (var row : cursor) {
                facts.compareState(row, this::add);
            }
        }
        context.selectFrom(RUN).orderBy(RUN.NUMBER).forEach(row -> facts.compareRun(row, this::add));
        context.selectFrom(WORKSPACE_USER).orderBy(WORKSPACE_USER.ID).forEach(row -> facts.compareUser(row, this::add));
        context.selectFrom(PRIVACY_LIMIT)
                .orderBy(PRIVACY_LIMIT.DATASET, PRIVACY_LIMIT.PURPOSE, PRIVACY_LIMIT.ORDINAL)
                .forEach(row -> facts.compareLimit(row, this::add));
        context.selectFrom(PRIVACY_SPEND)
                .orderBy(PRIVACY_SPEND.NUMBER)
                .forEach(row -> facts.compareSpend(row, this::add));
        context.selectFrom(CONSENT_IMPORT)
                .orderBy(CONSENT_IMPORT.NUMBER)
                .forEach(row ->
                        facts.compareConsents(row, StoredConsents.storedHash(context, row.getNumber()), this::add));
        facts.reportMissing(this::add);
        return documents;
    }
}
