package org.wayleave.policy.opa;

/**
 * A fault that OPA found in Rego.
 *
 * @param file the file, or empty text when the fault belongs to no file
 * @param row the line, from 1; 0 when the fault belongs to no line
 * @param column the column, from 1; 0 when the fault belongs to the whole line
 * @param code OPA's code, such as {@code rego_type_error}
 * @param message OPA's message
 */
public record RegoFault(String file, int row, int column, String code, String message) {

    /** File, row and column, as far as known, and the message. */
    public String line() {
        String place = row == 0 ? file : file + ":" + row + (column == 0 ? "" : ":" + column);
        return place.isEmpty() ? message : place + ": " + message;
    }
}
