package org.wayleave.data.catalogue;

import java.time.Instant;

/** A version of the text shown when consent is asked, and from when it applies. */
public record PolicyText(String version, Instant time, String title) {}
