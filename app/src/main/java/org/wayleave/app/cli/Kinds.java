package org.wayleave.app.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.wayleave.workspace.DocumentKind;

/** Kinds of documents as users name them. */
final class Kinds {
    private Kinds() {}

    /** The kind of a wire name. */
    static DocumentKind of(String name) {
        for (DocumentKind kind : DocumentKind.values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        throw new CommandFailure("There is no kind of document named '" + name + "'; there are "
                + Arrays.stream(DocumentKind.values())
                        .map(DocumentKind::wireName)
                        .collect(Collectors.joining(", ")) + ".");
    }
}
