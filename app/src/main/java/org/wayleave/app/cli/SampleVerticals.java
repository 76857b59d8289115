package org.wayleave.app.cli;

import java.util.Iterator;
import org.wayleave.app.sample.SampleWorkspace;

/** The verticals that have a sample, for help and completion. */
final class SampleVerticals implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return SampleWorkspace.verticals().iterator();
    }
}
