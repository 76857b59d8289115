package org.wayleave.workspace.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Text is not the JSON it should be; the message is one clear line that says where. */
public final class JsonProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A problem described by one clear line. */
    public JsonProblem(String message) {
        this(message, null);
    }

    /** A problem with the technical cause behind it. */
    public JsonProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The one clear line. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
