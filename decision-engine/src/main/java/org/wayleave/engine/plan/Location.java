package org.wayleave.engine.plan;

/**
 * Where in the Rego source a statement comes from.
 *
 * @param file the file's name, empty when the planner gave none
 * @param row first line, from 1; 0 when unknown
 * @param col first column, from 1
 * @param endRow last line
 * @param endCol last column
 */
public record Location(String file, int row, int col, int endRow, int endCol) {
    public static final Location NOWHERE = new Location("", 0, 0, 0, 0);

    @Override
    public String toString() {
        return row == 0 ? "(no place)" : file + ":" + row + ":" + col;
    }
}
