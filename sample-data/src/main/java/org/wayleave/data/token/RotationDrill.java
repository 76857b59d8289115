package org.wayleave.data.token;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.wayleave.data.random.Draws;

/**
 * Rehearses a change of keys on synthetic logins: each arrives now and then over three epochs, its tokens are joined in the
 * overlaps, and what did not arrive there becomes a stranger. After an overlap the old key is destroyed and nothing
 * can be joined any more.
 */
public final class RotationDrill {
    private static final int EPOCHS = 3;
    private static final int PURPOSE = 4101;

    private final long seed;
    private final KeyEpochs epochs;
    private final Duration between;

    /**
     * What was seen.
     *
     * @param identifiers synthetic logins
     * @param seenBefore logins that arrived in an epoch before the last, counted once per change of keys
     * @param arrivedInOverlap of those, the ones that also arrived in the overlap of the next epoch
     * @param joined of those, the ones whose old and new token were joined by what arrived in the overlap
     * @param joinedAfterwards old tokens joined by arrivals after the overlap; none when the drill is passed
     * @param strangers logins that came back only after the overlap, under a token nobody can join with the old one
     * @param equalAcrossEpochs tokens of two epochs with the same code; none when the drill is passed
     * @param refusedAfterwards attempts to make an old token after the overlap that were refused
     */
    public record Outcome(
            int identifiers,
            int seenBefore,
            int arrivedInOverlap,
            int joined,
            int joinedAfterwards,
            int strangers,
            int equalAcrossEpochs,
            int refusedAfterwards) {
        /** Returns whether the overlap joined all that it could, and nothing was joined outside it. */
        public boolean passed() {
            return joined == arrivedInOverlap
                    && joinedAfterwards == 0
                    && equalAcrossEpochs == 0
                    && refusedAfterwards == strangers;
        }
    }

    /**
     * Prepares a drill.
     *
     * @param between mean time between two arrivals of a login
     */
    public RotationDrill(long seed, KeyEpochs epochs, Duration between) {
        this.seed = seed;
        this.epochs = epochs;
        this.between = between;
    }

    /** Runs the drill; a cancelled one is about the logins done so far. */
    public Outcome run(int identifiers, BooleanSupplier cancelled) {
        Count count = new Count();
        int done = 0;
        while (done < identifiers && !(done % 256 == 0 && cancelled.getAsBoolean())) {
            count.add(done);
            done++;
        }
        return new Outcome(
                done,
                count.seenBefore,
                count.arrived,
                count.joined,
                count.joinedAfterwards,
                count.strangers,
                count.equal,
                count.refused);
    }

    private final class Count {
        private int seenBefore;
        private int arrived;
        private int joined;
        private int joinedAfterwards;
        private int strangers;
        private int equal;
        private int refused;

        private void add(int index) {
            String login = String.format(Locale.ROOT, "person%07d", index);
            DatedKeys keys = new DatedKeys(new SimulatedKeys("rotation-drill|" + seed));
            Tokeniser tokeniser = new Tokeniser(keys, epochs, new CanonicalForm(null));
            TokenLinks links = new TokenLinks();
            boolean[] seen = new boolean[EPOCHS + 2];
            boolean[] inOverlap = new boolean[EPOCHS + 2];
            Set<String> codes = new HashSet<>();
            Instant end = epochs.begin(EPOCHS + 1);
            long key = Draws.key(seed, index, 0, PURPOSE);
            int visit = 0;
            Instant at = next(epochs.start(), key, visit++);
            while (at.isBefore(end)) {
                keys.now = at;
                int epoch = epochs.at(at);
                List<Token> tokens = tokeniser.tokens(IdentifierKind.LOGIN, login, at);
                inOverlap[epoch] |= tokens.size() > 1;
                int before = links.size();
                links.learn(tokens);
                if (!seen[epoch]) {
                    codes.add(tokens.getFirst().code());
                }
                if (epoch > 1 && seen[epoch - 1] && !seen[epoch] && tokens.size() == 1) {
                    strangers++;
                    joinedAfterwards += links.size() - before;
                    refused += refuses(tokeniser, login, epoch - 1) ? 1 : 0;
                }
                seen[epoch] = true;
                at = next(at, key, visit++);
            }
            int epochsSeen = 0;
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                epochsSeen += seen[epoch] ? 1 : 0;
                if (epoch < EPOCHS && seen[epoch]) {
                    change(login, epoch, inOverlap[epoch + 1], links);
                }
            }
            equal += epochsSeen - codes.size();
        }

        private void change(String login, int epoch, boolean overlapped, TokenLinks links) {
            seenBefore++;
            if (overlapped) {
                arrived++;
                // Whoever keeps the books knows the old token from its own records and asks the links alone.
                Token old = new Tokeniser(new SimulatedKeys("rotation-drill|" + seed), epochs, new CanonicalForm(null))
                        .token(IdentifierKind.LOGIN, login, epoch);
                joined += links.newest(old).epoch() > epoch ? 1 : 0;
            }
        }
    }

    private Instant next(Instant from, long key, int visit) {
        return from.plusMillis(1 + (long) Draws.exponential(key, visit, (double) between.toMillis()));
    }

    private static boolean refuses(Tokeniser tokeniser, String login, int epoch) {
        try {
            return tokeniser.token(IdentifierKind.LOGIN, login, epoch).code().isEmpty();
        } catch (KeyGoneException e) {
            return true;
        }
    }

    /** Keys that are destroyed when their time is over. */
    private final class DatedKeys implements KeySource {
        private final KeySource all;
        private Instant now = epochs.start();

        private DatedKeys(KeySource all) {
            this.all = all;
        }

        @Override
        public TokenKey key(int epoch) {
            if (epoch <= epochs.ended(now)) {
                throw new KeyGoneException(epoch);
            }
            return all.key(epoch);
        }
    }
}
