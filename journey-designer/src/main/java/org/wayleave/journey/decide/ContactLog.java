package org.wayleave.journey.decide;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;

/** The contacts made with one person in one walk, in order of time. Not thread-safe: it goes with the walk. */
public final class ContactLog {

    private static final long DAY = 24 * 3_600_000L;
    private static final RegoObject.Layout CONTACTS = RegoObject.Layout.of("day", "week", "topicWeek");
    private static final RegoObject NONE = document(0, 0, new TreeMap<>());

    private long[] times = new long[4];
    private String[] topics = new String[4];
    private int size;

    /** Notes a contact; times never go back. */
    public void add(long time, String topic) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            topics = Arrays.copyOf(topics, size * 2);
        }
        times[size] = time;
        topics[size++] = topic;
    }

    /** Contacts in the seven days before an instant. */
    public int week(long time) {
        return since(time - 7 * DAY);
    }

    private int since(long after) {
        int count = 0;
        for (int i = size - 1; i >= 0 && times[i] > after; i--) {
            count++;
        }
        return count;
    }

    /** The counts as the decision document has them: in 24 hours, in seven days, and in seven days by topic. */
    public RegoObject document(long time) {
        int week = week(time);
        if (week == 0) {
            return NONE;
        }
        Map<String, Integer> byTopic = new TreeMap<>();
        for (int i = size - week; i < size; i++) {
            byTopic.merge(topics[i], 1, Integer::sum);
        }
        return document(since(time - DAY), week, byTopic);
    }

    private static RegoObject document(int day, int week, Map<String, Integer> byTopic) {
        RegoObject.Builder topics = RegoObject.builder();
        byTopic.forEach((topic, count) -> topics.put(topic, RegoNumber.of(count)));
        return CONTACTS.object(RegoNumber.of(day), RegoNumber.of(week), topics.build());
    }
}
