package org.wayleave.data.catalogue;

/**
 * Why data is used.
 *
 * @param lawfulBasis id of the basis relied on
 * @param consentRequired whether a person must have agreed
 * @param interest the legitimate interest pursued (GDPR Article 13(1)(d)); empty if none is declared
 * @param provision whether a person must give the data, and what follows if not (Article 13(2)(e)); empty if nothing is declared
 * @param automatedDecision what is decided by machine alone, by which logic and to what effect (Article 13(2)(f)); empty if nothing is
 */
public record Purpose(
        String id,
        String title,
        String description,
        String lawfulBasis,
        boolean consentRequired,
        String interest,
        String provision,
        String automatedDecision) {}
