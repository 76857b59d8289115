package org.wayleave.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;

/** A rolling file of which every part is readable by its owner only, from its first byte. */
public final class PrivateFileAppender extends RollingFileAppender<ILoggingEvent> {
    @Override
    public void openFile(String file) throws IOException {
        StateFolder.makePrivate(Path.of(file));
        super.openFile(file);
    }
}
