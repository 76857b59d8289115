package org.wayleave.app.ui.governance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wayleave.ui.control.CsvText;
import org.wayleave.workspace.AuditEntry;
import org.wayleave.workspace.AuditLedger;

/** Writes the whole audit ledger as CSV (RFC 4180, UTF-8), without formulas. */
final class LedgerCsv {
    private static final int AT_ONCE = 1_000;

    private LedgerCsv() {}

    /** Writes it and returns the number of rows. */
    static long write(AuditLedger ledger, Path target) throws IOException {
        long size = ledger.size();
        try (BufferedWriter out = Files.newBufferedWriter(target)) {
            line(out, List.of("row", "time", "by", "what", "to what", "detail", "hash before", "hash"));
            for (long from = 1; from <= size; from += AT_ONCE) {
                for (AuditEntry entry : ledger.entries(from, AT_ONCE)) {
                    line(
                            out,
                            List.of(
                                    Long.toString(entry.number()),
                                    entry.time().toString(),
                                    entry.author(),
                                    entry.type(),
                                    entry.subject(),
                                    entry.detailJson(),
                                    entry.previousHash(),
                                    entry.hash()));
                }
            }
        }
        return size;
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(CsvText.line(cells));
        out.write("\r\n");
    }
}
