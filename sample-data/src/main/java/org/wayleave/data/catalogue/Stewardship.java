package org.wayleave.data.catalogue;

import java.util.List;

/**
 * Who answers for a data element, where it comes from and who receives it.
 *
 * @param owner team that answers for it; empty if none is declared
 * @param origin where it comes from, in words; empty if not declared
 * @param recipients ids of who receives it
 * @param transfers to third countries
 */
public record Stewardship(String owner, String origin, List<String> recipients, List<Transfer> transfers) {
    /** Nothing declared. */
    public static final Stewardship NONE = new Stewardship("", "", List.of(), List.of());

    /** Copies the lists. */
    public Stewardship {
        recipients = List.copyOf(recipients);
        transfers = List.copyOf(transfers);
    }
}
