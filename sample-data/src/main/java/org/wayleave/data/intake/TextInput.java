package org.wayleave.data.intake;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a text file, plain or compressed by gzip. Without a named encoding it is UTF-8, or what a byte order mark
 * says; bytes that are no text in it are told at the place where they stand instead of being replaced.
 */
final class TextInput implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int SNIFFED = 4096;
    private static final long LEAST_UNPACKED = 64L << 20;
    private static final long MOST_RATIO = 200;

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer undecoded = ByteBuffer.wrap(bytes).limit(0);
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER).limit(0);
    private boolean atEnd;
    private boolean malformed;

    private TextInput(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Bytes that are no text in the encoding stand at the place that was reached. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Opens a file.
     *
     * @param named the encoding where the user named one
     * @throws IntakeException if the file is too large, or no text
     */
    static TextInput open(Path file, @Nullable Charset named, IntakeLimits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            throw new IntakeException("The file has " + size + " bytes, more than the " + limits.bytes()
                    + " that are read. Divide it, or leave columns out.");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(4);
            byte[] magic = in.readNBytes(4);
            in.reset();
            if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
                long most = Math.min(limits.unpacked(), Math.max(LEAST_UNPACKED, size * MOST_RATIO));
                in = new BufferedInputStream(new BoundedInflation(gunzip(in), most), BUFFER);
            } else if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K') {
                throw new IntakeException(
                        "This is a ZIP archive (or a spreadsheet, which is one inside). Unpack it, or save the sheet"
                                + " as CSV.");
            }
            return new TextInput(in, charset(in, named));
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }

    private static InputStream gunzip(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (ZipException broken) {
            throw new IntakeException("The compressed file is damaged; bring a whole copy.", broken);
        }
    }

    private static Charset charset(InputStream in, @Nullable Charset named) throws IOException {
        in.mark(SNIFFED);
        byte[] start;
        try {
            start = in.readNBytes(SNIFFED);
        } catch (ZipException | EOFException broken) {
            throw new IntakeException("The compressed file is damaged; bring a whole copy.", broken);
        }
        in.reset();
        Charset marked = null;
        int mark = 0;
        if (start.length >= 3 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb && (start[2] & 0xff) == 0xbf) {
            marked = StandardCharsets.UTF_8;
            mark = 3;
        } else if (start.length >= 2 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe) {
            marked = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (start.length >= 2 && (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff) {
            marked = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        if (marked != null) {
            in.skipNBytes(mark);
            return marked;
        }
        if (named != null) {
            return named;
        }
        for (byte b : start) {
            if (b == 0) {
                throw new IntakeException(
                        1,
                        1,
                        "the file holds zero bytes, so that it is no UTF-8 text; if it is"
                                + " UTF-16, name that encoding (UTF-16LE or UTF-16BE).");
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** Returns the next character, -1 at the end. */
    int read() throws IOException {
        if (!decoded.hasRemaining() && !fill()) {
            return -1;
        }
        return decoded.get();
    }

    private boolean fill() throws IOException {
        while (!malformed) {
            decoded.clear();
            CoderResult result = decoder.decode(undecoded, decoded, atEnd);
            decoded.flip();
            malformed = result.isError();
            if (decoded.hasRemaining()) {
                return true;
            }
            if (atEnd && !malformed) {
                return false;
            }
            if (!malformed) {
                more();
            }
        }
        throw new Malformed("these bytes are no " + charset.name()
                + " text. Name the encoding of the file, such as ISO-8859-1 or windows-1252.");
    }

    private void more() throws IOException {
        int kept = undecoded.remaining();
        System.arraycopy(bytes, undecoded.position(), bytes, 0, kept);
        int got;
        try {
            got = in.read(bytes, kept, bytes.length - kept);
        } catch (ZipException | EOFException broken) {
            throw new Malformed("the compressed file is damaged or cut off here; bring a whole copy.");
        }
        atEnd = got < 0;
        undecoded.position(0).limit(kept + Math.max(0, got));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
