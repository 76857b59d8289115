package org.wayleave.journey.exchange;

/** A journey file that cannot be read; the message names the place and what is wrong there. */
public final class JourneyFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * A failure.
     *
     * @param path the place; empty when the file as a whole is meant
     * @param problem what is wrong there
     */
    public JourneyFormatException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
    }

    /** The place: {@code steps[3].ladder[1].kind}; empty when the file as a whole is meant. */
    public String path() {
        return path;
    }
}
