package org.wayleave.workspace;

import static org.jooq.impl.DSL.max;
import static org.wayleave.workspace.schema.Tables.CONSENT_IMPORT;
import static org.wayleave.workspace.schema.Tables.CONSENT_RECORD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.WorkspaceException.Reason;
import org.wayleave.workspace.schema.tables.records.ConsentImportRecord;
import org.wayleave.workspace.schema.tables.records.ConsentRecordRecord;

/** Imported consents in the database. */
final class StoredConsents implements ConsentImports {
    /** Type of the ledger row of an import that is kept. */
    static final String KEPT = "consent-import.kept";

    /** Type of the ledger row of an import that is deleted. */
    static final String DELETED = "consent-import.deleted";

    private static final int AT_ONCE = 2_000;
    private static final String SUBJECT = "consent-import/";

    private final Store store;
    private final Session session;
    private final ChainedLedger ledger;

    StoredConsents(Store store, Session session, ChainedLedger ledger) {
        this.store = store;
        this.session = session;
        this.ledger = ledger;
    }

    @Override
    public ConsentImport keep(
            ConsentImport.Origin origin, List<ConsentEntry> entries, IntConsumer progress, BooleanSupplier cancelled) {
        String what = "Cannot keep the consents of " + Names.shortened(origin.fileName());
        session.requireWriter(what);
        Names.requireDocumentId(origin.catalogue());
        check(what, origin, entries);
        return ledger.change(what, context -> {
            ConsentImportRecord same = context.selectFrom(CONSENT_IMPORT)
                    .where(CONSENT_IMPORT.FILE_HASH.eq(origin.fileHash()))
                    .and(CONSENT_IMPORT.CATALOGUE.eq(origin.catalogue()))
                    .fetchAny();
            if (same != null) {
                throw new WorkspaceException(
                        Reason.CONFLICT, what + ": the same file is kept already, as import " + same.getNumber() + ".");
            }
            ConsentImportRecord row = context.newRecord(CONSENT_IMPORT);
            row.setNumber(nextNumber(context));
            row.setCatalogue(origin.catalogue());
            row.setFileName(origin.fileName());
            row.setFileHash(origin.fileHash());
            row.setFormat(origin.format());
            row.setPeople(
                    (int) entries.stream().map(ConsentEntry::subject).distinct().count());
            row.setRecords(entries.size());
            row.setLosses(origin.losses());
            row.setAuthor(session.author().id());
            row.setImported(session.now());
            ContentHash hash = new ContentHash();
            entries.forEach(hash::add);
            row.setContentHash(hash.text());
            row.insert();
            write(context, row.getNumber(), entries, progress, cancelled);
            ledger.append(context, KEPT, SUBJECT + row.getNumber(), facts(row));
            return imported(row);
        });
    }

    private static void write(
            DSLContext context,
            int number,
            List<ConsentEntry> entries,
            IntConsumer progress,
            BooleanSupplier cancelled) {
        List<ConsentRecordRecord> rows = new ArrayList<>(AT_ONCE);
        for (int i = 0; i < entries.size(); i++) {
            rows.add(row(context, number, i + 1, entries.get(i)));
            if (rows.size() == AT_ONCE || i == entries.size() - 1) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the import was cancelled; nothing of it is kept");
                }
                context.batchInsert(rows).execute();
                rows.clear();
                progress.accept(i + 1);
            }
        }
    }

    private static int nextNumber(DSLContext context) {
        // The ledger remembers the imports that were deleted.
        Integer last =
                context.select(max(CONSENT_IMPORT.NUMBER)).from(CONSENT_IMPORT).fetchOne(max(CONSENT_IMPORT.NUMBER));
        int before = ChainedLedger.subjects(context, KEPT).stream()
                .mapToInt(subject -> Integer.parseInt(subject.substring(SUBJECT.length())))
                .max()
                .orElse(0);
        return Math.max(before, last == null ? 0 : last) + 1;
    }

    private static void check(String what, ConsentImport.Origin origin, List<ConsentEntry> entries) {
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT,
                    what + ": an import has 1 to " + MOST_ENTRIES + " entries, this one has " + entries.size() + ".");
        }
        if (!origin.fileHash().matches("[0-9a-f]{64}")) {
            throw new WorkspaceException(Reason.INVALID_DOCUMENT, what + ": the hash of the file is none.");
        }
        require(what, "the name of the file", origin.fileName(), 1, 400);
        require(what, "the format", origin.format(), 1, 80);
        for (int i = 0; i < entries.size(); i++) {
            ConsentEntry entry = entries.get(i);
            String where = "entry " + (i + 1) + ": ";
            require(what, where + "the subject", entry.subject(), 1, 120);
            require(what, where + "the event", entry.event(), 1, 400);
            require(what, where + "the dimension", entry.dimension(), 1, 20);
            require(what, where + "the consent", entry.consent(), 1, 120);
            require(what, where + "the kind", entry.kind(), 1, 20);
            require(what, where + "the version of the text", entry.policyVersion(), 0, 200);
            require(what, where + "the source", entry.source(), 0, 200);
            require(what, where + "the evidence", entry.evidence(), 0, 400);
            require(what, where + "the hash of the evidence", entry.evidenceHash(), 0, 64);
        }
    }

    private static void require(String what, String part, String value, int least, int most) {
        if (value.length() < least || value.length() > most || Names.hasLoneSurrogate(value)) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT,
                    what + ": " + part + " must have " + least + " to " + most + " characters, has " + value.length()
                            + ".");
        }
    }

    @Override
    public List<ConsentImport> list() {
        return store.read(
                "Cannot list the imported consents",
                context -> context.selectFrom(CONSENT_IMPORT)
                        .orderBy(CONSENT_IMPORT.NUMBER)
                        .fetch(StoredConsents::imported));
    }

    @Override
    public List<String> subjects(String catalogue) {
        return store.read(
                "Cannot list the people of imported consents",
                context -> context.selectDistinct(CONSENT_RECORD.SUBJECT)
                        .from(CONSENT_RECORD)
                        .join(CONSENT_IMPORT)
                        .on(CONSENT_IMPORT.NUMBER.eq(CONSENT_RECORD.IMPORT_NUMBER))
                        .where(CONSENT_IMPORT.CATALOGUE.eq(catalogue))
                        .orderBy(CONSENT_RECORD.SUBJECT)
                        .fetch(CONSENT_RECORD.SUBJECT));
    }

    @Override
    public List<ConsentEntry> entries(String catalogue, String subject) {
        return entries(CONSENT_IMPORT.CATALOGUE.eq(catalogue).and(CONSENT_RECORD.SUBJECT.eq(subject)));
    }

    @Override
    public List<ConsentEntry> entries(String catalogue) {
        return entries(CONSENT_IMPORT.CATALOGUE.eq(catalogue));
    }

    private List<ConsentEntry> entries(Condition condition) {
        return store.read(
                "Cannot read the imported consents",
                context -> context.select(CONSENT_RECORD.fields())
                        .from(CONSENT_RECORD)
                        .join(CONSENT_IMPORT)
                        .on(CONSENT_IMPORT.NUMBER.eq(CONSENT_RECORD.IMPORT_NUMBER))
                        .where(condition)
                        .orderBy(CONSENT_RECORD.SUBJECT, CONSENT_RECORD.IMPORT_NUMBER, CONSENT_RECORD.ORDINAL)
                        .fetch(row -> entry(row.into(CONSENT_RECORD))));
    }

    @Override
    public void delete(int number, String reason) {
        String what = "Cannot delete consent import " + number;
        session.requireApprover(what);
        Names.requireTitle("reason of a deletion", reason);
        ledger.change(what, context -> {
            ConsentImportRecord row = context.selectFrom(CONSENT_IMPORT)
                    .where(CONSENT_IMPORT.NUMBER.eq(number))
                    .fetchOne();
            if (row == null) {
                throw new WorkspaceException(Reason.MISSING, what + ": there is no such import.");
            }
            context.deleteFrom(CONSENT_RECORD)
                    .where(CONSENT_RECORD.IMPORT_NUMBER.eq(number))
                    .execute();
            row.delete();
            ObjectNode detail = facts(row);
            detail.put("reason", reason);
            ledger.append(context, DELETED, SUBJECT + number, detail);
            return row;
        });
    }

    static String subject(ConsentImportRecord row) {
        return SUBJECT + row.getNumber();
    }

    /** What the ledger says of an import; the hash covers its entries. */
    static ObjectNode facts(ConsentImportRecord row) {
        ObjectNode facts = ChainedLedger.detail();
        facts.put("catalogue", row.getCatalogue());
        facts.put("file", Names.wellFormed(row.getFileName()));
        facts.put("sha256", row.getFileHash());
        facts.put("format", row.getFormat());
        facts.put("people", row.getPeople());
        facts.put("records", row.getRecords());
        facts.put("losses", row.getLosses());
        facts.put("contentHash", row.getContentHash());
        facts.put("imported", row.getImported().toString());
        return facts;
    }

    /** The hash of the entries of an import as they are stored now. */
    static String storedHash(DSLContext context, int number) {
        ContentHash hash = new ContentHash();
        try (var cursor = context.selectFrom(CONSENT_RECORD)
                .where(CONSENT_RECORD.IMPORT_NUMBER.eq(number))
                .orderBy(CONSENT_RECORD.ORDINAL)
                .fetchLazy()) {
            cursor.forEach(row -> hash.add(entry(row)));
        }
        return hash.text();
    }

    private static ConsentRecordRecord row(DSLContext context, int number, int ordinal, ConsentEntry entry) {
        ConsentRecordRecord row = context.newRecord(CONSENT_RECORD);
        row.setImportNumber(number);
        row.setOrdinal(ordinal);
        row.setSubject(entry.subject());
        row.setEvent(entry.event());
        row.setDimension(entry.dimension());
        row.setConsent(entry.consent());
        row.setKind(entry.kind());
        row.setHappened(entry.time());
        row.setPolicyVersion(entry.policyVersion());
        row.setSource(entry.source());
        row.setEvidence(entry.evidence());
        row.setEvidenceHash(entry.evidenceHash());
        row.setValidUntil(entry.until());
        return row;
    }

    private static ConsentEntry entry(ConsentRecordRecord row) {
        return new ConsentEntry(
                row.getSubject(),
                row.getEvent(),
                row.getDimension(),
                row.getConsent(),
                row.getKind(),
                row.getHappened(),
                row.getPolicyVersion(),
                row.getSource(),
                row.getEvidence(),
                row.getEvidenceHash(),
                row.getValidUntil());
    }

    private static ConsentImport imported(ConsentImportRecord row) {
        return new ConsentImport(
                row.getNumber(),
                new ConsentImport.Origin(
                        row.getCatalogue(), row.getFileName(), row.getFileHash(), row.getFormat(), row.getLosses()),
                row.getPeople(),
                row.getRecords(),
                row.getAuthor(),
                row.getImported());
    }

    /** SHA-256 over entries, each field with its length before it. */
    private static final class ContentHash {
        private final MessageDigest digest = sha256();

        void add(ConsentEntry entry) {
            field(entry.subject());
            field(entry.event());
            field(entry.dimension());
            field(entry.consent());
            field(entry.kind());
            field(entry.time().toString());
            field(entry.policyVersion());
            field(entry.source());
            field(entry.evidence());
            field(entry.evidenceHash());
            @Nullable Instant until = entry.until();
            field(until == null ? "" : until.toString());
        }

        private void field(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) ':');
            digest.update(bytes);
        }

        String text() {
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
