package org.wayleave.data.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.identity.ClusterBook;
import org.wayleave.data.identity.IdentityEvaluation;
import org.wayleave.data.identity.IdentityOperation;
import org.wayleave.data.identity.IdentityRefused;
import org.wayleave.data.identity.IdentityRules;
import org.wayleave.data.identity.IdentityScene;
import org.wayleave.data.identity.PairExplanation;
import org.wayleave.data.identity.Resolution;
import org.wayleave.data.identity.Resolver;
import org.wayleave.data.identity.SceneSettings;
import org.wayleave.data.identity.Verdict;
import org.wayleave.data.token.CanonicalForm;
import org.wayleave.data.token.IdentifierKind;
import org.wayleave.data.token.KeyEpochs;
import org.wayleave.data.token.SimulatedKeys;
import org.wayleave.data.token.Tokeniser;

/** Resolves simulated identifiers, shows clusters and why they are what they are, and changes them with undo. For one thread. */
public final class IdentityModel {
    /** People whose identifiers are resolved at most. */
    public static final int MOST = 50_000;

    /** Identifiers drawn at most around a cluster. */
    private static final int DRAWN = 24;

    private final PeopleModel people;
    private final Keeping keeping;
    private final Background background;
    private final Steps steps;
    private final ReadOnlyObjectWrapper<@Nullable Resolved> resolved = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable ObservedPopulation of;
    private @Nullable Tokeniser tokens;

    /**
     * What was resolved.
     *
     * @param book clusters as people change them
     * @param found how the rules' clusters agree with the truth
     */
    public record Resolved(IdentityScene scene, Resolution resolution, ClusterBook book, IdentityEvaluation found) {}

    /**
     * A cluster, or an identifier that several people share.
     *
     * @param owners number of owners in truth
     * @param state "one person", "several people" or "shared"
     */
    public record ClusterRow(int cluster, int identifiers, String kinds, int owners, String state) {}

    /**
     * A pair of identifiers near a cluster.
     *
     * @param pair row of the evidence, -1 for a link made by hand without evidence
     * @param linked whether the pair holds the cluster together
     */
    public record PairRow(
            int pair, int first, int second, int days, double confidence, String verdict, boolean linked) {}

    /** Makes a model that has resolved nothing. */
    public IdentityModel(PeopleModel people, Keeping keeping, Background background) {
        this.people = people;
        this.keeping = keeping;
        this.background = background;
        steps = new Steps(background, "data.identity");
    }

    /** What was resolved; null before. */
    public ReadOnlyObjectProperty<@Nullable Resolved> resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    /** Counts the changes of clusters; views listen to it. */
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Why the newest change was refused; empty otherwise. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Returns the work that goes on. */
    public Steps steps() {
        return steps;
    }

    /** Resolves the identifiers of the people that are shown unless that was done; changes made by hand are kept then. */
    public void resolve() {
        ObservedPopulation population = people.population();
        if (population == null || population.equals(of)) {
            return;
        }
        of = population;
        int wanted = Math.min(MOST, population.people());
        long seed = population.generator().seed();
        Instant asOf = population.generator().asOf();
        tokens = new Tokeniser(
                new SimulatedKeys("identity|" + seed),
                new KeyEpochs(asOf, Duration.ofDays(90), Duration.ofDays(14)),
                new CanonicalForm(null));
        steps.start(
                "Resolve identities",
                "people",
                progress -> {
                    IdentityScene scene = IdentityScene.of(
                            SceneSettings.bundled(),
                            seed,
                            asOf,
                            wanted,
                            done -> progress.count(done, wanted),
                            progress::cancelled);
                    Resolution resolution = new Resolver(IdentityRules.bundled())
                            .resolve(scene.events(), scene.asOf(), progress::cancelled);
                    return new Resolved(
                            scene,
                            resolution,
                            new ClusterBook(resolution, keeping),
                            IdentityEvaluation.of(scene, resolution));
                },
                result -> {
                    resolved.set(result);
                    revision.set(revision.get() + 1);
                    return words(result);
                });
    }

    private static String words(Resolved result) {
        String done = result.scene().complete() && result.resolution().complete() ? "" : "Stopped early. ";
        return done + Words.count(result.scene().events().size()) + " events with "
                + Words.count(result.found().identifiers()) + " identifiers of "
                + Words.people(result.found().people())
                + " by " + result.resolution().rules().reference() + ": "
                + Words.count(result.found().clusters()) + " clusters, "
                + Words.count(result.resolution().sharedCount()) + " identifiers shared, "
                + Words.count(result.resolution().count(Verdict.CONTRADICTION)) + " contradictions kept apart.";
    }

    /** Resolves again, such as after a cancellation; changes made by hand are undone first. */
    public void resolveAgain() {
        of = null;
        resolve();
    }

    /** Returns clusters of two and more, the greatest and the mixed first, and identifiers that are shared. */
    public List<ClusterRow> rows() {
        Resolved now = resolved.get();
        if (now == null) {
            return List.of();
        }
        List<ClusterRow> rows = new ArrayList<>();
        int[] clusters = now.book().clusters();
        int[] size = new int[clusters.length];
        for (int cluster : clusters) {
            size[cluster]++;
        }
        for (int c = 0; c < clusters.length; c++) {
            if (clusters[c] == c && (size[c] > 1 || now.resolution().shared(c))) {
                rows.add(row(now, c));
            }
        }
        rows.sort((a, b) -> {
            int byOwners = Integer.compare(b.owners(), a.owners());
            int bySize = Integer.compare(b.identifiers(), a.identifiers());
            return byOwners != 0 ? byOwners : bySize != 0 ? bySize : Integer.compare(a.cluster(), b.cluster());
        });
        return rows;
    }

    private static ClusterRow row(Resolved now, int cluster) {
        List<Integer> members = now.book().members(cluster);
        Set<Integer> owners = new HashSet<>();
        int[] kinds = new int[IdentifierKind.values().length];
        for (int member : members) {
            owners.add(now.scene().truth(member));
            kinds[now.scene().events().kind(member).code()]++;
        }
        StringBuilder words = new StringBuilder();
        for (IdentifierKind kind : IdentifierKind.values()) {
            int count = kinds[kind.code()];
            if (count > 0) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(noun(kind, count));
            }
        }
        boolean shared = members.size() == 1 && now.resolution().shared(cluster);
        return new ClusterRow(
                cluster,
                members.size(),
                words.toString(),
                owners.size(),
                shared ? "shared" : owners.size() > 1 ? "several people" : "one person");
    }

    private static String noun(IdentifierKind kind, int count) {
        String one = switch (kind) {
            case LOGIN -> "login";
            case CUSTOMER_ID -> "customer number";
            case INSTALL_ID -> "installation";
            case LOYALTY_CARD -> "card";
            case EMAIL -> "address";
            case PHONE -> "phone";
        };
        return count == 1 ? one : one + (one.endsWith("s") ? "es" : "s");
    }

    /** Returns the identifiers of a cluster. */
    public List<Integer> members(int cluster) {
        Resolved now = resolved.get();
        return now == null || cluster < 0 ? List.of() : now.book().members(cluster);
    }

    /** Returns the identifiers of a cluster and those that occur together with them, the cluster's first. */
    public List<Integer> around(int cluster) {
        Resolved now = resolved.get();
        if (now == null || cluster < 0) {
            return List.of();
        }
        List<Integer> members = now.book().members(cluster);
        Set<Integer> others = new TreeSet<>();
        for (int member : members) {
            for (int pair : now.resolution().pairs(member)) {
                others.add(other(now, pair, member));
            }
        }
        members.forEach(others::remove);
        List<Integer> around = new ArrayList<>(members);
        others.stream().limit(Math.max(0, DRAWN - members.size())).forEach(around::add);
        return around;
    }

    /** Returns the pairs among and around the identifiers of a cluster, those that hold it together first. */
    public List<PairRow> pairs(int cluster) {
        Resolved now = resolved.get();
        if (now == null) {
            return List.of();
        }
        List<PairRow> rows = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        List<Integer> members = now.book().members(cluster);
        for (int member : members) {
            List<Integer> linked = now.book().linked(member);
            for (int pair : now.resolution().pairs(member)) {
                if (seen.add(pair)) {
                    rows.add(new PairRow(
                            pair,
                            now.resolution().evidence().low(pair),
                            now.resolution().evidence().high(pair),
                            now.resolution().evidence().days(pair),
                            now.resolution().evidence().confidence(pair),
                            now.resolution().verdict(pair).wire(),
                            linked.contains(other(now, pair, member))));
                }
            }
            for (int other : linked) {
                if (other > member && now.resolution().evidence().pair(member, other) < 0) {
                    rows.add(new PairRow(-1, member, other, 0, 0, "by hand", true));
                }
            }
        }
        rows.sort((a, b) -> {
            int byLink = Boolean.compare(b.linked(), a.linked());
            return byLink != 0 ? byLink : Double.compare(b.confidence(), a.confidence());
        });
        return rows;
    }

    private static int other(Resolved now, int pair, int member) {
        int low = now.resolution().evidence().low(pair);
        return low == member ? now.resolution().evidence().high(pair) : low;
    }

    /** Returns why a pair is what it is, in sentences. */
    public List<String> why(PairRow row) {
        Resolved now = resolved.get();
        if (now == null) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        if (row.pair() < 0) {
            sentences.add("The two never occur together; the link was made by hand.");
        } else {
            PairExplanation explanation = PairExplanation.of(now.resolution(), row.pair());
            sentences.addAll(explanation.sentences());
            sentences.add("Events: " + events(explanation));
        }
        now.book().log().stream()
                .filter(operation -> concerns(operation, row))
                .forEach(operation -> sentences.add(sentence(operation)));
        return sentences;
    }

    private static String events(PairExplanation explanation) {
        StringBuilder words = new StringBuilder();
        List<PairExplanation.EventMention> events = explanation.events();
        events.stream()
                .limit(8)
                .forEach(mention -> words.append(words.isEmpty() ? "" : ", ")
                        .append(PairExplanation.day(mention))
                        .append(" (event ")
                        .append(mention.number())
                        .append(')'));
        return words + (events.size() > 8 ? " and " + (events.size() - 8) + " more." : ".");
    }

    private static boolean concerns(IdentityOperation operation, PairRow row) {
        return Set.of(operation.first(), operation.second()).equals(Set.of(row.first(), row.second()));
    }

    private static String sentence(IdentityOperation operation) {
        return "Change " + operation.number() + ", " + operation.what().wire() + " by " + operation.author()
                + (operation.about() > 0 ? " of change " + operation.about() : "") + ": " + operation.reason();
    }

    /** Returns the changes made by hand, newest first, in words. */
    public List<String> log() {
        Resolved now = resolved.get();
        return now == null
                ? List.of()
                : now.book().log().reversed().stream()
                        .map(IdentityModel::sentence)
                        .toList();
    }

    /** Returns an identifier as it is stored: kind and the beginning of its token. */
    public String name(int identifier) {
        Resolved now = resolved.get();
        Tokeniser tokeniser = tokens;
        if (now == null || tokeniser == null) {
            return "";
        }
        IdentifierKind kind = now.scene().events().kind(identifier);
        return kind.title() + " " + tokeniser.token(kind, "n" + identifier, 1).shortText();
    }

    /** Returns the beginning of an identifier's token. */
    public String token(int identifier) {
        String name = name(identifier);
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** Returns the kind of an identifier. */
    public IdentifierKind kind(int identifier) {
        Resolved now = resolved.get();
        if (now == null) {
            throw new IllegalStateException("nothing is resolved");
        }
        return now.scene().events().kind(identifier);
    }

    /** Merges the clusters of two identifiers; a change whose audit row cannot be written is taken back. */
    public void merge(int a, int b, String reason) {
        change("identity.merged", book -> book.merge(a, b, keeping.author(), reason));
    }

    /** Splits a cluster at the link of two identifiers; a change whose audit row cannot be written is taken back. */
    public void split(int a, int b, String reason) {
        change("identity.split", book -> book.split(a, b, keeping.author(), reason));
    }

    /** Undoes the newest change. */
    public void undo() {
        change("identity.undone", book -> book.undo(keeping.author()));
    }

    /** Does again what was undone last. */
    public void redo() {
        change("identity.redone", book -> book.redo(keeping.author()));
    }

    private void change(String type, Function<ClusterBook, IdentityOperation> action) {
        Resolved now = resolved.get();
        if (now == null) {
            return;
        }
        try {
            IdentityOperation operation = action.apply(now.book());
            problem.set("");
            revision.set(revision.get() + 1);
            background.start(
                    "data.identity.audit." + operation.number(),
                    "Keep the change of identities",
                    progress -> {
                        keeping.record(
                                type,
                                name(operation.first()) + " and " + name(operation.second()),
                                Map.of("change", String.valueOf(operation.number()), "reason", operation.reason()));
                        return Boolean.TRUE;
                    },
                    (done, total) -> {},
                    kept -> {},
                    failure -> {
                        takeBack(now, type);
                        problem.set("The change was taken back, because its audit row cannot be written: "
                                + failure.getMessage());
                    });
        } catch (IdentityRefused refused) {
            problem.set(String.valueOf(refused.getMessage()));
        }
    }

    private void takeBack(Resolved now, String type) {
        if ("identity.undone".equals(type)) {
            now.book().redo(keeping.author());
        } else {
            now.book().undo(keeping.author());
        }
        revision.set(revision.get() + 1);
    }

    /** Returns whether there is a change to undo. */
    public boolean canUndo() {
        Resolved now = resolved.get();
        return now != null && now.book().canUndo();
    }

    /** Returns whether there is a change to do again. */
    public boolean canRedo() {
        Resolved now = resolved.get();
        return now != null && now.book().canRedo();
    }

    /** Returns how the clusters as changed by hand agree with the truth; null before. */
    public @Nullable IdentityEvaluation evaluation() {
        Resolved now = resolved.get();
        if (now == null) {
            return null;
        }
        int[] clusters = now.book().clusters();
        return now.book().log().isEmpty() ? now.found() : IdentityEvaluation.of(now.scene(), i -> clusters[i]);
    }
}
