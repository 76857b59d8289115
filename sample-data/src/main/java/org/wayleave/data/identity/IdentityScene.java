package org.wayleave.data.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.wayleave.data.random.Draws;
import org.wayleave.data.token.IdentifierKind;

/**
 * Simulated people with logins, customer numbers, app installations and loyalty cards, what they did with them, and the truth
 * about whose each identifier is. The same settings, seed and number of people give the same scene.
 */
public final class IdentityScene {
    private static final int HOUSEHOLD = 4301;
    private static final int PERSON = 4302;
    private static final int EVENT = 4303;
    private static final int NONE = -1;
    private static final int PROGRESS_STRIDE = 4096;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final SceneSettings settings;
    private final long seed;
    private final long asOf;
    private final long start;
    private final int people;
    private final IdentityEvents events = new IdentityEvents();
    private final int[] householdOf;
    private final int[] login;
    private final int[] customer;
    private final int[] phone;
    private final int[] newPhone;
    private final long[] changed;
    private final int[] second;
    private final int[] card;
    private final int[] tablet;
    private final int[] passedOnTo;
    private int households;
    private int[] label = new int[1024];
    private int[] labelHousehold = new int[1024];
    private int sharedLabels;
    private boolean complete = true;

    private IdentityScene(SceneSettings settings, long seed, Instant asOf, int people) {
        this.settings = settings;
        this.seed = seed;
        this.asOf = asOf.toEpochMilli();
        start = this.asOf - settings.days() * DAY;
        this.people = people;
        householdOf = new int[people];
        login = filled();
        customer = filled();
        phone = filled();
        newPhone = filled();
        changed = new long[people];
        second = filled();
        card = filled();
        tablet = filled();
        passedOnTo = filled();
    }

    /** Makes the scene of some people. */
    public static IdentityScene of(SceneSettings settings, long seed, Instant asOf, int people) {
        return of(settings, seed, asOf, people, done -> {}, () -> false);
    }

    /**
     * Makes the scene of some people.
     *
     * @param asOf moment of observation, at which the events end
     * @param people 1 or more
     * @param done told now and then how many people have done what they did
     * @param cancelled asked now and then; once true, the people who are left have done nothing
     */
    public static IdentityScene of(
            SceneSettings settings, long seed, Instant asOf, int people, IntConsumer done, BooleanSupplier cancelled) {
        if (people < 1 || people > 10_000_000) {
            throw new IllegalArgumentException("a scene has 1 to 10,000,000 people, not " + people);
        }
        IdentityScene scene = new IdentityScene(settings, seed, asOf, people);
        scene.found();
        scene.live(done, cancelled);
        return scene;
    }

    private int[] filled() {
        int[] array = new int[people];
        Arrays.fill(array, NONE);
        return array;
    }

    /** Forms households and gives everybody their identifiers. */
    private void found() {
        double[] sizes = settings.householdSizes().clone();
        for (int i = 1; i < sizes.length; i++) {
            sizes[i] += sizes[i - 1];
        }
        int first = 0;
        while (first < people) {
            long key = Draws.key(seed, households, 0, HOUSEHOLD);
            int size = Math.min(people - first, 1 + Draws.categorical(key, 0, sizes));
            int familyTablet = size > 1 && Draws.uniform(key, 1) < settings.sharedTabletShare()
                    ? shared(IdentifierKind.INSTALL_ID)
                    : NONE;
            int familyCard = size > 1 && Draws.uniform(key, 2) < settings.sharedCardShare()
                    ? shared(IdentifierKind.LOYALTY_CARD)
                    : NONE;
            for (int p = first; p < first + size; p++) {
                householdOf[p] = households;
                equip(p, familyTablet, familyCard);
            }
            for (int p = first; p < first + size; p++) {
                passOn(p, first, size);
            }
            households++;
            first += size;
        }
    }

    private void equip(int p, int familyTablet, int familyCard) {
        long key = Draws.key(seed, p, 0, PERSON);
        if (Draws.uniform(key, 0) < settings.loginShare()) {
            login[p] = own(IdentifierKind.LOGIN, p);
            customer[p] = own(IdentifierKind.CUSTOMER_ID, p);
        }
        phone[p] = own(IdentifierKind.INSTALL_ID, p);
        if (Draws.uniform(key, 1) < settings.phoneChangedShare()) {
            newPhone[p] = own(IdentifierKind.INSTALL_ID, p);
            changed[p] = start + (long) (Draws.uniform(key, 2) * (asOf - start));
        }
        if (Draws.uniform(key, 3) < settings.secondDeviceShare()) {
            second[p] = own(IdentifierKind.INSTALL_ID, p);
        }
        tablet[p] = familyTablet;
        if (familyCard >= 0) {
            card[p] = familyCard;
        } else if (Draws.uniform(key, 4) < settings.cardShare()) {
            card[p] = own(IdentifierKind.LOYALTY_CARD, p);
        }
    }

    /** A passed-on phone belongs, at the moment of observation, to the one who uses it. */
    private void passOn(int p, int first, int size) {
        long key = Draws.key(seed, p, 1, PERSON);
        if (newPhone[p] >= 0 && size > 1 && Draws.uniform(key, 0) < settings.phonePassedOnShare()) {
            int heir = first + Draws.below(key, 1, size - 1);
            heir += heir >= p ? 1 : 0;
            if (passedOnTo[heir] == NONE) {
                passedOnTo[heir] = p;
                label[phone[p]] = heir;
            }
        }
    }

    private void live(IntConsumer done, BooleanSupplier cancelled) {
        for (int p = 0; p < people && complete; p++) {
            if (p % PROGRESS_STRIDE == 0) {
                done.accept(p);
                complete = !cancelled.getAsBoolean();
            }
            if (complete) {
                int count = Draws.poisson(Draws.key(seed, p, 2, PERSON), 0, settings.eventsPerPerson());
                for (int i = 0; i < count; i++) {
                    event(p, Draws.key(seed, p, i, EVENT));
                }
            }
        }
        done.accept(people);
    }

    private void event(int p, long key) {
        long time = start + (long) (Draws.uniform(key, 0) * (asOf - start));
        int install = install(p, key, time);
        boolean signedIn = login[p] >= 0 && Draws.uniform(key, 1) < settings.signedInShare();
        boolean orders = signedIn && Draws.uniform(key, 2) < settings.orderShare();
        int shown = card[p] >= 0 && Draws.uniform(key, 3) < settings.cardUseShare() ? typed(p, key) : NONE;
        events.add(time, signedIn ? login[p] : NONE, orders ? customer[p] : NONE, install, shown);
    }

    private int install(int p, long key, long time) {
        if (Draws.uniform(key, 4) < settings.foreignDeviceShare()) {
            return phone[Draws.below(key, 5, people)];
        }
        if (tablet[p] >= 0 && Draws.uniform(key, 6) < settings.tabletUseShare()) {
            return tablet[p];
        }
        double which = Draws.uniform(key, 7);
        int giver = passedOnTo[p];
        if (giver >= 0 && time > changed[giver] && which < 0.6) {
            return phone[giver];
        }
        if (second[p] >= 0 && which > 0.7) {
            return second[p];
        }
        return newPhone[p] >= 0 && time > changed[p] ? newPhone[p] : phone[p];
    }

    private int typed(int p, long key) {
        if (Draws.uniform(key, 8) >= settings.mistypedShare()) {
            return card[p];
        }
        if (Draws.uniform(key, 9) < settings.mistypedHitsShare()) {
            int other = card[Draws.below(key, 10, people)];
            return other >= 0 ? other : card[p];
        }
        return own(IdentifierKind.LOYALTY_CARD, p);
    }

    private int own(IdentifierKind kind, int person) {
        int identifier = events.identifier(kind);
        keep(identifier, person, householdOf[person]);
        return identifier;
    }

    private int shared(IdentifierKind kind) {
        int identifier = events.identifier(kind);
        sharedLabels++;
        keep(identifier, -sharedLabels, households);
        return identifier;
    }

    private void keep(int identifier, int whose, int household) {
        if (identifier >= label.length) {
            label = Arrays.copyOf(label, identifier * 2);
            labelHousehold = Arrays.copyOf(labelHousehold, identifier * 2);
        }
        label[identifier] = whose;
        labelHousehold[identifier] = household;
    }

    /** Returns what people did. */
    public IdentityEvents events() {
        return events;
    }

    /** Returns the moment of observation, epoch milliseconds. */
    public long asOf() {
        return asOf;
    }

    /** Returns the number of people. */
    public int people() {
        return people;
    }

    /** Returns the number of households. */
    public int households() {
        return households;
    }

    /** Returns whether everybody has done what they did. */
    public boolean complete() {
        return complete;
    }

    /** Returns whose an identifier is in truth: a person's number, or a negative number of its own if a household shares it. */
    public int truth(int identifier) {
        return label[identifier];
    }

    /** Returns the household in which an identifier came up. */
    public int household(int identifier) {
        return labelHousehold[identifier];
    }
}
