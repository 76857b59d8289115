package org.wayleave.app.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.data.consent.exchange.ImportedConsents.Loss;

/** Prints what an exchange lost, by reason with the first paths. */
final class ConsentLosses {
    private static final int SHOWN = 5;

    private ConsentLosses() {}

    static void print(Terminal terminal, String head, List<Loss> losses) {
        if (losses.isEmpty()) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        losses.forEach(loss -> counts.merge(loss.reason(), 1, Integer::sum));
        terminal.out().println(head);
        counts.forEach((reason, count) -> {
            terminal.out().println("  " + reason + " (" + count + ")");
            losses.stream()
                    .filter(loss -> loss.reason().equals(reason))
                    .limit(SHOWN)
                    .forEach(loss -> terminal.out().println("    " + loss.path()));
            if (count > SHOWN) {
                terminal.out().println("    and " + (count - SHOWN) + " more; --json lists all");
            }
        });
    }
}
