package org.wayleave.data;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.feature.Features;
import org.wayleave.data.feature.ProfileFacts;

/**
 * A synthetic person; immutable. What takes time is drawn when it is first asked for; two threads that ask at once draw the same.
 */
public final class Person {
    private static final AgeBand[] AGE_BANDS = AgeBand.values();
    private static final Device[] DEVICES = Device.values();

    private final Population population;
    private final int index;
    private final long key;
    private final Profile profile;

    // Each holds an immutable object with final fields, so that a race does no harm.
    private @Nullable ConsentHistory consents;
    private @Nullable Life life;
    private @Nullable Leaning leaning;
    private @Nullable Answers answers;
    private @Nullable Features features;

    /** The organic events, all windows on the same columns. */
    private record Life(EventHistory history, EventHistory future, EventHistory all) {}

    private static final class Leaning {
        private final double[] affinity;

        Leaning(double[] affinity) {
            this.affinity = affinity;
        }
    }

    Person(Population population, int index) {
        this.population = population;
        this.index = index;
        key = population.personKey(index);
        profile = new Profile(population, key);
    }

    /** Returns the position in the population. */
    public int index() {
        return index;
    }

    /** Returns the id, e.g. "p000042". */
    public String id() {
        return idOf(index);
    }

    /** Returns the id of the person at a position. */
    public static String idOf(int index) {
        String digits = Integer.toString(index);
        return "p" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    /** Returns the age in bands. */
    public AgeBand ageBand() {
        return AGE_BANDS[profile.ageBand];
    }

    /** Returns the country, ISO 3166-1 alpha-2. */
    public String country() {
        return population.content.countries().get(profile.country).code();
    }

    /** Returns the city. */
    public String city() {
        return place().name();
    }

    /** Returns the time zone of the city. */
    public ZoneId zone() {
        return place().zone();
    }

    /** Returns what the person mostly uses. */
    public Device device() {
        return DEVICES[profile.device];
    }

    /** Returns ids of what must be known before contacting the person, e.g. "suppressed", "vulnerable", in the recipe's order. */
    public Set<String> flags() {
        if (profile.flags == 0) {
            return Set.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        List<RecipeContent.Flag> all = population.content.flags();
        for (int i = 0; i < all.size(); i++) {
            if ((profile.flags >> i & 1) == 1) {
                ids.add(all.get(i).id());
            }
        }
        return Collections.unmodifiableSet(ids);
    }

    /** Returns the pseudonyms that stand for the person's addresses. */
    public ChannelTokens tokens() {
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < population.channels.size(); i++) {
            if ((profile.reach >> i & 1) == 1) {
                reached.add(population.channels.get(i));
            }
        }
        return new ChannelTokens(population.recipe().id() + "|" + population.seed(), id(), reached);
    }

    /** Returns what the person told about themselves. */
    public Answers answers() {
        Answers drawn = answers;
        if (drawn == null) {
            drawn = AnswerSheet.draw(population, profile, key, affinity());
            answers = drawn;
        }
        return drawn;
    }

    /** Returns the consents, over all time up to the horizon. */
    public ConsentHistory consents() {
        ConsentHistory drawn = consents;
        if (drawn == null) {
            drawn = ConsentPath.draw(population, profile, key);
            consents = drawn;
        }
        return drawn;
    }

    /** Returns the events of the 365 days before the moment of observation. */
    public EventHistory history() {
        return life().history();
    }

    /** Returns what the person does from the moment of observation to the horizon if nobody contacts them. */
    public EventHistory future() {
        return life().future();
    }

    /** Returns the features at the moment of observation. */
    public Features features() {
        Features computed = features;
        if (computed == null) {
            computed = featuresAt(population.asOf());
            features = computed;
        }
        return computed;
    }

    /**
     * Returns the features at an instant, from the organic events of the 365 days before it, as far as they are not before
     * the start of {@link #history()}.
     */
    public Features featuresAt(long epochMilli) {
        return featuresAt(epochMilli, life().all());
    }

    /** Returns the features at an instant from other events than the organic ones, by the same definition. */
    public Features featuresAt(long epochMilli, EventHistory events) {
        return population.content.features().compute(events, epochMilli, facts());
    }

    /** Returns what features read beside events. */
    public ProfileFacts facts() {
        Answers told = answers();
        return new ProfileFacts(
                profile.joined,
                told.preferences().isEmpty() ? 0 : told.time(),
                told.sizes().isEmpty() ? 0 : told.time(),
                told.goals().isEmpty() ? 0 : told.time(),
                goal());
    }

    /** Returns the position of the goal told first, -1 if none was told. */
    int goal() {
        List<String> told = answers().goals();
        List<RecipeContent.Goal> goals = population.content.answers().goals();
        for (int i = 0; i < goals.size() && !told.isEmpty(); i++) {
            if (goals.get(i).id().equals(told.getFirst())) {
                return i;
            }
        }
        return -1;
    }

    /** Returns when the person became a customer, epoch milliseconds. */
    public long joined() {
        return profile.joined;
    }

    Population population() {
        return population;
    }

    Profile profile() {
        return profile;
    }

    long key() {
        return key;
    }

    /** Returns the leaning towards each category; not to be changed. */
    double[] affinity() {
        Leaning drawn = leaning;
        if (drawn == null) {
            drawn = new Leaning(Profile.affinity(population, profile.segment, key));
            leaning = drawn;
        }
        return drawn.affinity;
    }

    private Life life() {
        Life lived = life;
        if (lived == null) {
            OrganicLife organic = organic();
            lived = new Life(organic.history(), organic.future(), organic.all());
            life = lived;
        }
        return lived;
    }

    /** Lives the organic life once more, with what is hidden about it. */
    OrganicLife organic() {
        OrganicLife organic = new OrganicLife(population, profile, key, affinity());
        organic.live(consents());
        return organic;
    }

    private Country.City place() {
        return population.content.countries().get(profile.country).cities().get(profile.city);
    }
}
