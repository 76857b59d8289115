package org.wayleave.app.ui.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.workspace.json.JsonMappers;

/**
 * Values that a thread of its own puts away, as one JSON object. Changes that come while it is at work are written together. What
 * cannot be written is logged and forgotten: sizes of windows are not worth a question.
 */
public final class KeptValues implements Memory, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptValues.class);
    private static final ObjectMapper MAPPER = JsonMappers.hardened();
    private static final long LAST_WRITE_SECONDS = 5;

    /** Where the text of all values lies. */
    public interface Store {
        /** The text; empty when there is none. */
        String read() throws IOException;

        /** Replaces the text. */
        void write(String text) throws IOException;
    }

    private final Store store;
    private final Map<String, String> values;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("memory-", 1).daemon(true).factory());

    private KeptValues(Store store, Map<String, String> values) {
        this.store = store;
        this.values = values;
    }

    /** Reads the values; not for the FX thread. What cannot be read counts as empty. */
    public static KeptValues read(Store store) {
        Map<String, String> values = new TreeMap<>();
        try {
            String text = store.read();
            JsonNode object = text.isBlank() ? null : MAPPER.readTree(text);
            if (object != null && object.isObject()) {
                object.properties()
                        .forEach(entry ->
                                values.put(entry.getKey(), entry.getValue().asText()));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Remembered values cannot be read; the usual ones are used", e);
        }
        return new KeptValues(store, values);
    }

    @Override
    public Optional<String> get(String key) {
        synchronized (values) {
            return Optional.ofNullable(values.get(key));
        }
    }

    @Override
    public void put(String key, String value) {
        synchronized (values) {
            if (value.equals(values.put(key, value))) {
                return;
            }
        }
        if (!writer.isShutdown() && waiting.compareAndSet(false, true)) {
            writer.execute(this::write);
        }
    }

    /** Waits for what is still to be written; not for the FX thread. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WRITE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Remembered values were not written in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        waiting.set(false);
        try {
            store.write(text());
        } catch (IOException | RuntimeException e) {
            LOG.warn("Remembered values cannot be written", e);
        }
    }

    private String text() throws JsonProcessingException {
        synchronized (values) {
            return MAPPER.writeValueAsString(values);
        }
    }
}
