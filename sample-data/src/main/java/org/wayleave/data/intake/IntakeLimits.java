package org.wayleave.data.intake;

/**
 * How large a file may be. What is beyond is refused before it can fill memory or disk.
 *
 * @param bytes most bytes of the file as it lies on the disk
 * @param unpacked most bytes of what a compressed file holds
 * @param columns most columns
 * @param rows most rows
 * @param cells most values altogether
 * @param fieldLength most characters of one value
 */
public record IntakeLimits(long bytes, long unpacked, int columns, int rows, long cells, int fieldLength) {
    /** The usual limits. */
    public static final IntakeLimits USUAL =
            new IntakeLimits(2L << 30, 4L << 30, 1_000, 10_000_000, 60_000_000, 10_000);
}
