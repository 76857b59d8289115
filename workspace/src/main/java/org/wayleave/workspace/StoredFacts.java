package org.wayleave.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.workspace.AuditProblem.Kind;
import org.wayleave.workspace.json.CanonicalJson;
import org.wayleave.workspace.json.JsonMappers;
import org.wayleave.workspace.schema.tables.records.ConsentImportRecord;
import org.wayleave.workspace.schema.tables.records.DocumentStateRecord;
import org.wayleave.workspace.schema.tables.records.DocumentVersionRecord;
import org.wayleave.workspace.schema.tables.records.PrivacyLimitRecord;
import org.wayleave.workspace.schema.tables.records.PrivacySpendRecord;
import org.wayleave.workspace.schema.tables.records.RunRecord;
import org.wayleave.workspace.schema.tables.records.WorkspaceUserRecord;

/** What the rows of the audit ledger say the tables must hold. A fact compared is a fact ticked off. */
final class StoredFacts {

    /** Types of rows that state what a table holds. */
    static final Set<String> STATED = Set.of(
            "document.saved",
            "document.state-changed",
            "run.started",
            "run.completed",
            "run.cancelled",
            "run.failed",
            "user.added",
            "user.changed",
            "privacy.limit-set",
            "privacy.spent",
            StoredConsents.KEPT,
            StoredConsents.DELETED);

    private static final ObjectMapper MAPPER = JsonMappers.hardened();

    /** Takes a disagreement. */
    @FunctionalInterface
    interface Report {
        void add(Kind kind, long number, String subject, String message);
    }

    /** A fact and the row that states it. */
    private record Fact(long number, String author, JsonNode detail) {}

    private final Map<String, Fact> versions = new TreeMap<>();
    private final Map<String, Fact> states = new TreeMap<>();
    private final Map<String, Integer> ordinals = new TreeMap<>();
    private final Map<String, Fact> runs = new TreeMap<>();
    private final Map<String, Fact> users = new TreeMap<>();
    private final Map<String, Fact> privacy = new TreeMap<>();
    private final Map<String, Fact> consents = new TreeMap<>();

    void learn(AuditEntry entry) {
        Fact fact = new Fact(entry.number(), entry.author(), detail(entry));
        switch (entry.type()) {
            case "document.saved" -> {
                versions.put(entry.subject(), fact);
                ordinals.put(entry.subject(), 1);
                states.put(entry.subject() + "#1", fact);
            }
            case "document.state-changed" -> {
                int ordinal = ordinals.merge(entry.subject(), 1, Integer::sum);
                states.put(entry.subject() + "#" + ordinal, fact);
            }
            case "run.started" -> runs.put(entry.subject(), fact);
            case "run.completed", "run.cancelled", "run.failed" ->
                runs.merge(
                        entry.subject(),
                        fact,
                        (started, ended) -> new Fact(ended.number, started.author, ended.detail));
            case "user.added", "user.changed" -> users.put(entry.subject(), fact);
            case "privacy.limit-set", "privacy.spent" -> privacy.put(entry.subject(), fact);
            case StoredConsents.KEPT -> consents.put(entry.subject(), fact);
            case StoredConsents.DELETED -> consents.remove(entry.subject());
            default -> {
                // other rows state nothing about the tables
            }
        }
    }

    private static JsonNode detail(AuditEntry entry) {
        try {
            return MAPPER.readTree(entry.detailJson());
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode(); // the row itself is reported as edited
        }
    }

    void compareVersion(DocumentVersionRecord row, Report report) {
        String subject = row.getKind() + "/" + row.getId() + "@" + row.getVersion();
        Fact fact = versions.remove(subject);
        if (fact == null) {
            report.add(Kind.CONTENT_INSERTED, 0, subject, subject + " is stored, but no row of the ledger saved it.");
            return;
        }
        String hash = CanonicalJson.hash(row.getContent().getBytes(StandardCharsets.UTF_8));
        if (!hash.equals(text(fact.detail, "contentHash"))) {
            report.add(
                    Kind.CONTENT_CHANGED,
                    fact.number,
                    subject,
                    "The content of " + subject + " is not what row " + fact.number + " saved.");
        } else if (!row.getContentHash().equals(hash)
                || !row.getTitle().equals(text(fact.detail, "title"))
                || !row.getAuthor().equals(fact.author)
                || !row.getSaved().toString().equals(text(fact.detail, "saved"))) {
            report.add(
                    Kind.CONTENT_CHANGED,
                    fact.number,
                    subject,
                    "Title, author, time or stored hash of " + subject + " is not what row " + fact.number + " says.");
        }
    }

    void compareState(DocumentStateRecord row, Report report) {
        String subject = row.getKind() + "/" + row.getId() + "@" + row.getVersion();
        Fact fact = states.remove(subject + "#" + row.getOrdinal());
        if (fact == null) {
            report.add(
                    Kind.CONTENT_INSERTED,
                    0,
                    subject,
                    "The state " + Names.shortened(row.getState()) + " of " + subject
                            + " is stored, but no row of the ledger set it.");
            return;
        }
        boolean first = row.getOrdinal() == 1;
        String state = first ? DocumentState.DRAFT.wireName() : text(fact.detail, "to");
        String time = text(fact.detail, first ? "saved" : "changed");
        if (!row.getState().equals(state)
                || !row.getAuthor().equals(fact.author)
                || !row.getChanged().toString().equals(time)) {
            report.add(
                    Kind.CONTENT_CHANGED,
                    fact.number,
                    subject,
                    "A state of " + subject + " is not what row " + fact.number + " says.");
        }
    }

    void compareRun(RunRecord row, Report report) {
        String subject = StoredRuns.subject(row.getId());
        Fact fact = runs.remove(subject);
        if (fact == null) {
            report.add(Kind.CONTENT_INSERTED, 0, subject, subject + " is stored, but no row of the ledger started it.");
            return;
        }
        ObjectNode stored;
        try {
            stored = StoredRuns.facts(StoredRuns.run(row));
        } catch (IllegalArgumentException | WorkspaceException e) {
            stored = MAPPER.createObjectNode(); // a value that no run can have is a changed value
        }
        if (!row.getAuthor().equals(fact.author) || !sameJson(stored, fact.detail)) {
            report.add(
                    Kind.CONTENT_CHANGED, fact.number, subject, subject + " is not what row " + fact.number + " says.");
        }
    }

    void compareUser(WorkspaceUserRecord row, Report report) {
        String subject = StoredUsers.subject(row.getId());
        Fact fact = users.remove(subject);
        if (fact == null) {
            report.add(Kind.CONTENT_INSERTED, 0, subject, subject + " is stored, but no row of the ledger added them.");
            return;
        }
        ObjectNode stored = MAPPER.createObjectNode();
        stored.put("name", row.getName());
        stored.put("role", row.getRole());
        stored.put("active", row.getActive());
        if (!sameJson(stored, fact.detail)) {
            report.add(
                    Kind.CONTENT_CHANGED, fact.number, subject, subject + " is not what row " + fact.number + " says.");
        }
    }

    void compareLimit(PrivacyLimitRecord row, Report report) {
        comparePrivacy(StoredPrivacy.subject(row), row.getAuthor(), StoredPrivacy.facts(row), report);
    }

    void compareSpend(PrivacySpendRecord row, Report report) {
        comparePrivacy(StoredPrivacy.subject(row), row.getAuthor(), StoredPrivacy.facts(row), report);
    }

    /**
     * Compares an import of consents.
     *
     * @param entriesHash hash of its entries as they are stored
     */
    void compareConsents(ConsentImportRecord row, String entriesHash, Report report) {
        String subject = StoredConsents.subject(row);
        if (consents.containsKey(subject) && !row.getContentHash().equals(entriesHash)) {
            report.add(
                    Kind.CONTENT_CHANGED,
                    consents.get(subject).number,
                    subject,
                    "The entries of " + subject + " are not what row " + consents.get(subject).number + " says.");
        }
        compare(consents, subject, row.getAuthor(), StoredConsents.facts(row), report);
    }

    private void comparePrivacy(String subject, String author, ObjectNode stored, Report report) {
        compare(privacy, subject, author, stored, report);
    }

    private static void compare(
            Map<String, Fact> facts, String subject, String author, ObjectNode stored, Report report) {
        Fact fact = facts.remove(subject);
        if (fact == null) {
            report.add(Kind.CONTENT_INSERTED, 0, subject, subject + " is stored, but no row of the ledger entered it.");
        } else if (!author.equals(fact.author) || !sameJson(stored, fact.detail)) {
            report.add(
                    Kind.CONTENT_CHANGED, fact.number, subject, subject + " is not what row " + fact.number + " says.");
        }
    }

    /** Reports what the ledger says and no table holds. */
    void reportMissing(Report report) {
        reportMissing(versions, "", report);
        reportMissing(states, "A state of ", report);
        reportMissing(runs, "", report);
        reportMissing(users, "", report);
        reportMissing(privacy, "", report);
        reportMissing(consents, "", report);
    }

    private static void reportMissing(Map<String, Fact> left, String prefix, Report report) {
        left.forEach((key, fact) -> {
            int hash = key.indexOf('#');
            String subject = hash < 0 ? key : key.substring(0, hash);
            report.add(
                    Kind.CONTENT_REMOVED,
                    fact.number,
                    subject,
                    prefix + subject + " was written by row " + fact.number + ", but is not stored any more.");
        });
    }

    private static boolean sameJson(JsonNode one, JsonNode other) {
        return CanonicalJson.text(one.toString()).equals(CanonicalJson.text(other.toString()));
    }

    private static @Nullable String text(JsonNode detail, String field) {
        JsonNode value = detail.get(field);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}
