package org.wayleave.journey.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The system clipboard as text. */
final class SystemTextClipboard implements CanvasActions.TextClipboard {

    @Override
    public void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public Optional<String> get() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }
}
