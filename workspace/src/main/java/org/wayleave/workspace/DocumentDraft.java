package org.wayleave.workspace;

import org.jspecify.annotations.Nullable;

/**
 * A document about to be saved as a new version.
 *
 * @param kind kind of document
 * @param id stable id, unique within its kind: 1 to 120 letters, digits, dots, dashes or underscores
 * @param title title as shown to people, 1 to 200 characters
 * @param json the content, a JSON object of at most 16 MiB
 * @param basedOnVersion the version the author started from; saving fails when it is no longer the latest. 0 says that the
 *     document must not exist yet, null saves whatever the latest version is
 */
public record DocumentDraft(
        DocumentKind kind,
        String id,
        String title,
        String json,
        @Nullable Integer basedOnVersion) {}
