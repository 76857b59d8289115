package org.wayleave.data.catalogue;

/**
 * Data going to a third country.
 *
 * @param recipient id of who receives it there
 * @param country ISO 3166-1 alpha-2 code of the third country, or the name of an international organisation
 * @param safeguard what makes the transfer lawful, e.g. "adequacy decision", "standard contractual clauses"
 */
public record Transfer(String recipient, String country, String safeguard) {}
