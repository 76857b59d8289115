package org.wayleave.workspace;

import java.time.Instant;

/**
 * A file of consents that is kept.
 *
 * @param number counts up from 1; the number of a deleted import is not given again
 * @param origin what was read
 * @param people how many people it speaks of
 * @param records how many entries it has
 * @param author who imported it
 * @param imported when
 */
public record ConsentImport(int number, Origin origin, int people, int records, String author, Instant imported) {
    /**
     * What was read.
     *
     * @param catalogue id of the catalogue that names the consents
     * @param fileName name of the file, without folders
     * @param fileHash SHA-256 of the file, 64 hexadecimal digits
     * @param format of the file, in words
     * @param losses how many things in the file could not be taken over
     */
    public record Origin(String catalogue, String fileName, String fileHash, String format, int losses) {}
}
