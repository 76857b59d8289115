package org.wayleave.data.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, up to a limit, so that a small file that unpacks to an enormous one does no harm. */
final class BoundedInflation extends FilterInputStream {
    private final long most;
    private long read;

    BoundedInflation(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw new IntakeException("The compressed file unpacks to more than " + most
                    + " bytes, far more than its size lets expect. It is not read further; unpack it yourself"
                    + " if you trust it.");
        }
    }
}
