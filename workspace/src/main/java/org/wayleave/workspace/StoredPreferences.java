package org.wayleave.workspace;

import static org.wayleave.workspace.schema.Tables.PREFERENCE;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.wayleave.workspace.WorkspaceException.Reason;

/** Preferences in the database. */
final class StoredPreferences implements Preferences {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_VALUE = 100_000;

    private final Store store;

    StoredPreferences(Store store) {
        this.store = store;
    }

    @Override
    public Optional<String> get(String key) {
        return store.read(
                "Cannot read the preference " + Names.shortened(key),
                context -> Optional.ofNullable(context.select(PREFERENCE.CONTENT)
                        .from(PREFERENCE)
                        .where(PREFERENCE.NAME.eq(key))
                        .fetchOne(PREFERENCE.CONTENT)));
    }

    @Override
    public SortedMap<String, String> startingWith(String prefix) {
        return store.read(
                "Cannot read the preferences " + Names.shortened(prefix),
                context -> new TreeMap<>(context.select(PREFERENCE.NAME, PREFERENCE.CONTENT)
                        .from(PREFERENCE)
                        .where(PREFERENCE.NAME.startsWith(prefix))
                        .fetchMap(PREFERENCE.NAME, PREFERENCE.CONTENT)));
    }

    @Override
    public void put(String key, String value) {
        putAll(Map.of(key, value));
    }

    @Override
    public void putAll(Map<String, String> values) {
        SortedMap<String, String> sorted = new TreeMap<>(values);
        if (sorted.isEmpty()) {
            return;
        }
        String what = "Cannot remember " + Names.shortened(sorted.firstKey());
        sorted.forEach((key, value) -> {
            if (key.isBlank() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
                throw new WorkspaceException(
                        Reason.INVALID_DOCUMENT,
                        what + ": a key has 1 to " + LONGEST_KEY + " characters and a value at most " + LONGEST_VALUE
                                + ".");
            }
        });
        store.write(
                what,
                context -> {
                    sorted.forEach((key, value) -> put(context, key, value));
                    return sorted.size();
                },
                () -> {});
    }

    private static void put(DSLContext context, String key, String value) {
        int replaced = context.update(PREFERENCE)
                .set(PREFERENCE.CONTENT, value)
                .where(PREFERENCE.NAME.eq(key))
                .execute();
        if (replaced == 0) {
            context.insertInto(PREFERENCE)
                    .set(PREFERENCE.NAME, key)
                    .set(PREFERENCE.CONTENT, value)
                    .execute();
        }
    }

    @Override
    public void remove(String key) {
        store.write(
                "Cannot forget " + Names.shortened(key),
                context -> context.deleteFrom(PREFERENCE)
                        .where(PREFERENCE.NAME.eq(key))
                        .execute(),
                () -> {});
    }

    @Override
    public void removeStartingWith(String prefix) {
        store.write(
                "Cannot forget " + Names.shortened(prefix),
                context -> context.deleteFrom(PREFERENCE)
                        .where(PREFERENCE.NAME.startsWith(prefix))
                        .execute(),
                () -> {});
    }
}
