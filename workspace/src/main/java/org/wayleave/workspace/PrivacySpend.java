package org.wayleave.workspace;

import java.time.Instant;

/**
 * A release about people that was paid for.
 *
 * @param number 1 for the first of the workspace
 * @param request what was paid for
 * @param author id of the user
 * @param spent when
 */
public record PrivacySpend(int number, PrivacyRequest request, String author, Instant spent) {}
