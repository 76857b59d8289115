package org.wayleave.journey.imports.source;

/** What a file of another tool may have at most; more than that is refused before anything is made of it. */
public final class SourceLimits {

    /** Longest file, in characters. */
    public static final int CHARACTERS = 8 * 1024 * 1024;

    /** Deepest nesting, in levels. */
    public static final int DEPTH = 100;

    /** Most values, elements and attributes. */
    public static final int PARTS = 400_000;

    /** Longest name of a field, element or attribute, in characters. */
    public static final int NAME = 500;

    private static final int GIST = 60;

    private SourceLimits() {}

    /** Text shortened to a few words on one line. */
    static String gist(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= GIST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(GIST - 1)) ? GIST - 1 : GIST;
        return line.substring(0, end) + "…";
    }

    /** Whether a field of that name may hold a secret, which is then shown nowhere. */
    static boolean secret(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        return lower.contains("token")
                || lower.contains("secret")
                || lower.contains("password")
                || lower.contains("apikey")
                || lower.contains("api_key")
                || lower.contains("authorization");
    }
}
