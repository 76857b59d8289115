package org.wayleave.app.cli;

import org.wayleave.app.report.svg.Figures;
import org.wayleave.journey.simulate.ProgressListener;

/** Shows how far a run is: one line that renews itself at a terminal, a line for every tenth elsewhere. */
final class ProgressLine implements ProgressListener {
    private static final long RENEWAL_NANOS = 200_000_000;

    private final Terminal terminal;
    private final String what;
    private final long began = System.nanoTime();
    private long shown = Long.MIN_VALUE;
    private int tenth;

    ProgressLine(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    @Override
    public void progress(int done, int total) {
        long now = System.nanoTime();
        String line = what + ": " + Figures.count(done) + " of " + Figures.count(total) + " people"
                + remaining(now, done, total);
        if (terminal.console() != null) {
            if (done == total || shown == Long.MIN_VALUE || now - shown > RENEWAL_NANOS) {
                shown = now;
                terminal.err().print("\r\u001b[K" + line + (done == total ? "\n" : ""));
                terminal.err().flush();
            }
        } else if (10L * done / total > tenth) {
            tenth = (int) (10L * done / total);
            terminal.err().println(line);
        }
    }

    private String remaining(long now, int done, int total) {
        double seconds = (now - began) / 1e9;
        if (done == total || seconds < 1 || done == 0) {
            return "";
        }
        return ", about " + Math.max(1, Math.round(seconds * (total - done) / done)) + " s left";
    }
}
