package org.wayleave.journey.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What may befall a person in a journey. */
public sealed interface Happening {

    /** What people read, after “people”: reach the step “offer”. */
    String summary();

    /** What the file holds beyond what this version knows. */
    Extras extras();

    /**
     * The person comes to a step.
     *
     * @param step its id
     */
    record Reaches(String step, Extras extras) implements Happening {
        public Reaches(String step) {
            this(step, Extras.NONE);
        }

        @Override
        public String summary() {
            return summary(id -> id);
        }

        String summary(UnaryOperator<String> steps) {
            return "reach the step “" + steps.apply(step) + "”";
        }
    }

    /**
     * The person is sent a message.
     *
     * @param channel on this channel; empty for any
     * @param purpose for this purpose; empty for any
     * @param topic about this topic; empty for any
     * @param rung by this rung of the ladder, which is not silence; null for any
     */
    record Gets(
            String channel,
            String purpose,
            String topic,
            @Nullable RungKind rung,
            Extras extras) implements Happening {
        public Gets {
            if (rung == RungKind.SILENCE) {
                throw new IllegalArgumentException("silence is no message");
            }
        }

        public Gets(String channel, String purpose, String topic, @Nullable RungKind rung) {
            this(channel, purpose, topic, rung, Extras.NONE);
        }

        @Override
        public String summary() {
            List<String> words = new ArrayList<>();
            words.add(rung == null ? "get a message" : "get a " + rung.wire() + " message");
            add(words, "by", channel);
            add(words, "for", purpose);
            add(words, "about", topic);
            return String.join(" ", words);
        }

        private static void add(List<String> words, String before, String word) {
            if (!word.isEmpty()) {
                words.add(before + " " + word);
            }
        }
    }
}
