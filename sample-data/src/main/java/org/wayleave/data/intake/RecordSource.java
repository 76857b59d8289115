package org.wayleave.data.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The records of a file, one after the other, as texts. For one thread. */
interface RecordSource extends Closeable {
    /** Returns the names of the columns. */
    List<String> header();

    /** Goes to the next record; false after the last. */
    boolean next() throws IOException;

    /** Returns the fields of the record, as many as there are columns; empty where missing. */
    List<String> fields();

    /** Returns the line at which the record begins, or its number in a file without lines; 1 for the first. */
    long line();
}
