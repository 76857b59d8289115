package org.wayleave.data.preference;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.data.preference.MessagePreview.Message;
import org.wayleave.data.preference.MessagePreview.Rung;

/** A message before and after a choice. */
public record MessageChange(Message before, Message after) {
    /** What became of it. */
    public enum Effect {
        SAME("unchanged"),
        PAUSED("paused"),
        LESS("less personal"),
        MORE("more personal"),
        STARTED("sent again");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        /** Returns it in words. */
        public String words() {
            return words;
        }
    }

    /** Returns what became of the message. */
    public Effect effect() {
        int change = after.rung().compareTo(before.rung());
        if (change == 0) {
            return Effect.SAME;
        }
        if (after.rung() == Rung.SILENCE) {
            return Effect.PAUSED;
        }
        if (before.rung() == Rung.SILENCE) {
            return Effect.STARTED;
        }
        return change < 0 ? Effect.LESS : Effect.MORE;
    }

    /** Pairs decisions about the same steps, in the order of those before; a step that only one side has is left out. */
    public static List<MessageChange> between(List<Message> before, List<Message> after) {
        List<MessageChange> changes = new ArrayList<>();
        for (Message message : before) {
            after.stream()
                    .filter(message::sameStep)
                    .findFirst()
                    .ifPresent(now -> changes.add(new MessageChange(message, now)));
        }
        return changes;
    }
}
