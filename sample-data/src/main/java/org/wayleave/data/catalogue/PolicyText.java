package org.wayleave.data.catalogue;

import java.time.Instant;

/**
 * A version of the text shown when consent is asked, and from when it applies.
 *
 * @param text the words shown; empty if the catalogue holds only the title
 */
public record PolicyText(String version, Instant time, String title, String text) {}
