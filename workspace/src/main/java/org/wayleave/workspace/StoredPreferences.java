package org.wayleave.workspace;

import static org.wayleave.workspace.schema.Tables.PREFERENCE;

import java.util.Optional;
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
    public void put(String key, String value) {
        String what = "Cannot remember " + Names.shortened(key);
        if (key.isBlank() || key.length() > LONGEST_KEY || value.length() > LONGEST_VALUE) {
            throw new WorkspaceException(
                    Reason.INVALID_DOCUMENT,
                    what + ": a key has 1 to " + LONGEST_KEY + " characters and a value at most " + LONGEST_VALUE
                            + ".");
        }
        store.write(
                what,
                context -> {
                    int replaced = context.update(PREFERENCE)
                            .set(PREFERENCE.CONTENT, value)
                            .where(PREFERENCE.NAME.eq(key))
                            .execute();
                    return replaced > 0
                            ? replaced
                            : context.insertInto(PREFERENCE)
                                    .set(PREFERENCE.NAME, key)
                                    .set(PREFERENCE.CONTENT, value)
                                    .execute();
                },
                () -> {});
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
}
