package org.wayleave.ui.command;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * One named action of the desktop.
 *
 * <p>A command that cannot run now is disabled, not hidden. Its title is a verb phrase in sentence case, as it stands on
 * a button.
 */
public final class Command {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final String id;
    private final String title;
    private final String group;
    private final String explanation;
    private final @Nullable Ikon icon;
    private final @Nullable KeyCombination key;
    private final ObservableBooleanValue enabled;
    private final Runnable action;

    private Command(
            String id,
            String title,
            String group,
            String explanation,
            @Nullable Ikon icon,
            @Nullable KeyCombination key,
            ObservableBooleanValue enabled,
            Runnable action) {
        this.id = Objects.requireNonNull(id);
        this.title = Objects.requireNonNull(title);
        this.group = Objects.requireNonNull(group);
        this.explanation = Objects.requireNonNull(explanation);
        this.icon = icon;
        this.key = key;
        this.enabled = Objects.requireNonNull(enabled);
        this.action = Objects.requireNonNull(action);
    }

    /**
     * An always enabled command without icon and key.
     *
     * @param id dotted and stable, such as {@code journey.undo}; the part before the first dot groups commands
     * @param title verb phrase in sentence case
     * @param action runs on the FX thread and returns at once
     */
    public static Command of(String id, String title, Runnable action) {
        int dot = id.indexOf('.');
        String group = dot < 0 ? id : id.substring(0, dot);
        String capital = group.isEmpty() ? group : Character.toUpperCase(group.charAt(0)) + group.substring(1);
        return new Command(id, title, capital, "", null, null, ALWAYS, action);
    }

    /** This command with an icon. */
    public Command withIcon(Ikon ikon) {
        return new Command(id, title, group, explanation, ikon, key, enabled, action);
    }

    /**
     * This command with a key.
     *
     * @param combination as {@link KeyCombination#valueOf}, such as {@code Shortcut+Shift+Z}
     */
    public Command withKey(String combination) {
        return new Command(id, title, group, explanation, icon, KeyCombination.valueOf(combination), enabled, action);
    }

    /** This command, enabled while {@code condition} holds. */
    public Command enabledWhen(ObservableBooleanValue condition) {
        return new Command(id, title, group, explanation, icon, key, condition, action);
    }

    /** This command with a one-sentence explanation for its tooltip. */
    public Command explained(String sentence) {
        return new Command(id, title, group, sentence, icon, key, enabled, action);
    }

    /** This command under another heading of the shortcut sheet. */
    public Command inGroup(String heading) {
        return new Command(id, title, heading, explanation, icon, key, enabled, action);
    }

    /** Runs the action when the command is enabled; otherwise does nothing. */
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String group() {
        return group;
    }

    /** One sentence, or empty. */
    public String explanation() {
        return explanation;
    }

    public @Nullable Ikon icon() {
        return icon;
    }

    public @Nullable KeyCombination key() {
        return key;
    }

    public ObservableBooleanValue enabled() {
        return enabled;
    }

    @Override
    public String toString() {
        return id + " (" + title + ")";
    }
}
