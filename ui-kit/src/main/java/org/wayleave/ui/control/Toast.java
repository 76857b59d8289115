package org.wayleave.ui.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.command.Command;

/**
 * Word of something that happened elsewhere.
 *
 * @param action what the user may do about it, such as opening the report, or null
 */
public record Toast(
        Instant time, Tone tone, String text, @Nullable Command action) {}
