package org.wayleave.data.consent.tcf;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Reads fields of a segment from its base64url characters, bit by bit. */
final class BitReader {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final int segment;
    private final byte[] sextets;
    private int position;

    BitReader(String text, int segment) throws TcfException {
        this.segment = segment;
        int length = text.length();
        // Padding is not part of the format, but some producers write it.
        while (length > 0 && text.length() - length < 2 && text.charAt(length - 1) == '=') {
            length--;
        }
        sextets = new byte[length];
        for (int i = 0; i < length; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw new TcfException(
                        TcfException.Problem.NOT_BASE64URL,
                        segment,
                        6 * i,
                        String.format("the character U+%04X is none of base64url", (int) text.charAt(i)));
            }
            sextets[i] = (byte) value;
        }
        if (length == 0) {
            throw new TcfException(TcfException.Problem.TRUNCATED, segment, 0, "the segment is empty");
        }
    }

    int position() {
        return position;
    }

    long number(int bits, String field) throws TcfException {
        if (position + bits > 6 * sextets.length) {
            throw new TcfException(
                    TcfException.Problem.TRUNCATED,
                    segment,
                    position,
                    "the segment ends within " + field + ", which needs " + bits + " bits; "
                            + (6 * sextets.length - position) + " are left");
        }
        long value = 0;
        for (int i = 0; i < bits; i++, position++) {
            value = value << 1 | ((sextets[position / 6] >> (5 - position % 6)) & 1);
        }
        return value;
    }

    int whole(int bits, String field) throws TcfException {
        return (int) number(bits, field);
    }

    boolean flag(String field) throws TcfException {
        return number(1, field) == 1;
    }

    Instant time(String field) throws TcfException {
        return Instant.ofEpochMilli(number(36, field) * 100);
    }

    String letters(String field) throws TcfException {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            int at = position;
            int letter = whole(6, field);
            if (letter > 25) {
                throw new TcfException(
                        TcfException.Problem.IMPOSSIBLE_VALUE, segment, at, field + " must be two letters from A to Z");
            }
            letters.append((char) ('A' + letter));
        }
        return letters.toString();
    }

    /** Returns the numbers, from 1, of the bits that are set. */
    Set<Integer> set(int bits, String field) throws TcfException {
        Set<Integer> set = new TreeSet<>();
        for (int i = 1; i <= bits; i++) {
            if (flag(field)) {
                set.add(i);
            }
        }
        return set;
    }

    /** Checks that nothing but zeros follow. */
    void end() throws TcfException {
        for (int at = position; at < 6 * sextets.length; at++) {
            if (((sextets[at / 6] >> (5 - at % 6)) & 1) == 1) {
                throw new TcfException(
                        TcfException.Problem.TRAILING_BITS,
                        segment,
                        at,
                        "a bit is set behind the last field; the lengths in the string do not fit");
            }
        }
    }

    TcfException wrong(TcfException.Problem problem, int bit, String message) {
        return new TcfException(problem, segment, bit, message);
    }
}
