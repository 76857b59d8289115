package org.wayleave.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.app.log.StateFolder;
import org.wayleave.data.intake.IntakeException;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.journey.ledger.LedgerException;
import org.wayleave.policy.opa.OpaException;
import org.wayleave.policy.pack.PolicyPackException;
import org.wayleave.workspace.WorkspaceException;
import org.wayleave.workspace.json.JsonProblem;

/** Says in one line what went wrong. What nobody foresaw goes to the log with its stack. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** One line: what happened, where, and what to do. */
    public static String line(Throwable failure) {
        return switch (failure) {
            case CommandFailure said -> text(said);
            case WorkspaceException said -> text(said);
            case JsonProblem said -> text(said);
            case RegoJsonException said -> text(said);
            case IllegalArgumentException said -> sentence(text(said));
            case PolicyPackException said -> text(said);
            case OpaException said -> text(said);
            case IntakeException said -> text(said);
            case PolicyException said -> text(said);
            case LedgerException said ->
                diskFull(said)
                        ? "The disk is full: the run's ledger cannot be written. Make room and run the command again;"
                                + " the workspace is unharmed."
                        : sentence(text(said));
            case UncheckedIOException wrapped -> line(Objects.requireNonNull(wrapped.getCause()));
            case NoSuchFileException missing -> "There is no " + missing.getFile() + ".";
            case FileAlreadyExistsException there ->
                there.getFile() + " exists already; choose another name or remove it.";
            case AccessDeniedException denied ->
                "This user may not read or write " + denied.getFile() + "; choose another place or change its rights.";
            case IOException other -> ioLine(other);
            default -> {
                LOG.error("A command ended unexpectedly", failure);
                yield "Something went wrong that should not ("
                        + failure.getClass().getSimpleName() + "). Details are in " + StateFolder.log() + ".";
            }
        };
    }

    private static String ioLine(IOException failure) {
        if (diskFull(failure)) {
            return "The disk is full" + place(failure) + "; make room and run the command again.";
        }
        LOG.warn("Reading or writing failed", failure);
        return "Reading or writing failed: " + failure.getMessage() + ". Details are in " + StateFolder.log() + ".";
    }

    private static String sentence(String text) {
        String end = text.endsWith(".") ? "" : ".";
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
    }

    private static String text(RuntimeException said) {
        return Objects.requireNonNullElse(said.getMessage(), "");
    }

    private static boolean diskFull(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null) {
                String lower = message.toLowerCase(Locale.ROOT);
                if (lower.contains("no space left") || lower.contains("not enough space") || lower.contains("quota")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String place(IOException failure) {
        return failure instanceof FileSystemException system && system.getFile() != null
                ? " where " + system.getFile() + " lies"
                : "";
    }
}
