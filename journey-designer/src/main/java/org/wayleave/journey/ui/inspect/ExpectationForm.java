package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Claim;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.ConsentStanding;
import org.wayleave.journey.graph.Expectation;
import org.wayleave.journey.graph.Happening;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.ui.model.ExpectationsModel;
import org.wayleave.ui.control.Forms;

/** Edits the chosen expectation of a journey: how many of whom see what. */
public final class ExpectationForm extends VBox {
    private static final String ANY = "*";

    private final ExpectationsModel model;
    private final Texts texts;
    private @Nullable EditForm form;

    /** Creates the form; it follows the chosen expectation. */
    public ExpectationForm(ExpectationsModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("expectation-form");
        model.chosenProperty().addListener((o, old, now) -> build());
        model.editor().journeyProperty().addListener((o, old, now) -> {
            EditForm current = form;
            if (current == null || !current.committing()) {
                build();
            }
        });
        build();
    }

    private void build() {
        getChildren().clear();
        form = null;
        model.opened()
                .ifPresent(opened -> model.chosen().ifPresent(expectation -> {
                    EditForm made = new EditForm(model.editor(), texts, this::build);
                    form = made;
                    getChildren()
                            .setAll(fields(made, Vocabulary.of(opened.catalogue(), opened.features()), expectation));
                }));
    }

    private List<Node> fields(EditForm made, Vocabulary words, Expectation expectation) {
        List<Node> nodes = new ArrayList<>();
        Label sentence = new Label(expectation.summary(model::stepTitle));
        sentence.getStyleClass().add("text-secondary");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        nodes.add(made.text(
                texts.get("expect.title"),
                expectation.title(),
                texts.get("expect.title.help"),
                (text, field) -> change(made, field, old -> with(old, text, old.people(), old.from(), old.consent()))));
        nodes.add(sentence);
        nodes.addAll(claim(made, expectation));
        nodes.addAll(what(made, words, expectation.what()));
        nodes.add(heading(texts.get("expect.whom")));
        nodes.add(new ConditionsForm(
                made,
                words,
                expectation.people(),
                people -> change(made, null, old -> with(old, old.title(), people, old.from(), old.consent())),
                people -> {
                    change(made, null, old -> with(old, old.title(), people, old.from(), old.consent()));
                    made.showAnew();
                }));
        List<Vocabulary.Choice> from = new ArrayList<>();
        from.add(new Vocabulary.Choice(ANY, texts.get("expect.from.entry")));
        from.addAll(steps());
        nodes.add(made.choice(
                texts.get("expect.from"),
                expectation.from().isEmpty() ? ANY : expectation.from(),
                from,
                "",
                (step, field) -> restructure(
                        made,
                        field,
                        old -> with(old, old.title(), old.people(), step.equals(ANY) ? "" : step, old.consent()))));
        nodes.addAll(consent(made, words, expectation.consent()));
        return nodes;
    }

    private List<Node> claim(EditForm made, Expectation expectation) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(made.choice(
                texts.get("expect.claim"),
                expectation.claim().wire(),
                Arrays.stream(Claim.values())
                        .map(claim -> new Vocabulary.Choice(claim.wire(), texts.get("expect.claim." + claim.wire())))
                        .toList(),
                "",
                (wire, field) -> Claim.of(wire)
                        .ifPresent(claim -> restructure(made, field, old -> {
                            double share = claim.takesShare() ? (old.claim().takesShare() ? old.share() : 0.9) : 0;
                            return claiming(old, claim, share, old.what());
                        }))));
        if (expectation.claim().takesShare()) {
            nodes.add(made.whole(
                    texts.get("expect.share"),
                    (int) Math.round(expectation.share() * 100),
                    0,
                    100,
                    "",
                    (percent, field) ->
                            change(made, field, old -> claiming(old, old.claim(), percent / 100.0, old.what()))));
        }
        return nodes;
    }

    private List<Node> what(EditForm made, Vocabulary words, Happening what) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(made.choice(
                texts.get("expect.what"),
                what instanceof Happening.Reaches ? "reaches" : "gets",
                List.of(
                        new Vocabulary.Choice("gets", texts.get("expect.what.gets")),
                        new Vocabulary.Choice("reaches", texts.get("expect.what.reaches"))),
                "",
                (kind, field) -> restructure(
                        made,
                        field,
                        old -> claiming(
                                old,
                                old.claim(),
                                old.share(),
                                kind.equals("gets")
                                        ? new Happening.Gets("", "", "", null)
                                        : new Happening.Reaches(
                                                steps().getFirst().id())))));
        switch (what) {
            case Happening.Reaches reaches ->
                nodes.add(made.choice(
                        texts.get("expect.step"),
                        reaches.step(),
                        steps(),
                        "",
                        (step, field) -> happening(made, field, new Happening.Reaches(step, reaches.extras()))));
            case Happening.Gets gets -> {
                RungKind rung = gets.rung();
                Node channel = any(
                        made,
                        "expect.channel",
                        gets.channel(),
                        words.channels(),
                        (key, field) -> happening(
                                made,
                                field,
                                new Happening.Gets(key, gets.purpose(), gets.topic(), rung, gets.extras())));
                Node purpose = any(
                        made,
                        "expect.purpose",
                        gets.purpose(),
                        words.purposes(),
                        (key, field) -> happening(
                                made,
                                field,
                                new Happening.Gets(gets.channel(), key, gets.topic(), rung, gets.extras())));
                Node topic = any(
                        made,
                        "expect.topic",
                        gets.topic(),
                        words.topics(),
                        (key, field) -> happening(
                                made,
                                field,
                                new Happening.Gets(gets.channel(), gets.purpose(), key, rung, gets.extras())));
                Node kind = any(
                        made,
                        "expect.rung",
                        rung == null ? "" : rung.wire(),
                        rungs(),
                        (key, field) -> happening(
                                made,
                                field,
                                new Happening.Gets(
                                        gets.channel(),
                                        gets.purpose(),
                                        gets.topic(),
                                        RungKind.of(key).orElse(null),
                                        gets.extras())));
                nodes.add(EditForm.row(channel, kind));
                nodes.add(EditForm.row(purpose, topic));
            }
        }
        return nodes;
    }

    private List<Node> consent(EditForm made, Vocabulary words, @Nullable ConsentStanding consent) {
        List<Vocabulary.Choice> kinds = new ArrayList<>();
        kinds.add(new Vocabulary.Choice(ANY, texts.get("expect.consent.any")));
        for (ConsentStanding.About about : ConsentStanding.About.values()) {
            kinds.add(new Vocabulary.Choice(about.wire(), texts.get("expect.consent." + about.wire())));
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(made.choice(
                texts.get("expect.consent"),
                consent == null ? ANY : consent.about().wire(),
                kinds,
                "",
                (wire, field) -> standing(
                        made,
                        field,
                        ConsentStanding.About.of(wire)
                                .map(about -> new ConsentStanding(
                                        about, keys(words, about).getFirst().id(), Outlet.DENIED))
                                .orElse(null))));
        if (consent != null) {
            nodes.add(EditForm.row(
                    made.choice(
                            texts.get("expect.consent.key"),
                            consent.key(),
                            keys(words, consent.about()),
                            "",
                            (key, field) -> standing(
                                    made,
                                    field,
                                    new ConsentStanding(consent.about(), key, consent.state(), consent.extras()))),
                    made.choice(
                            texts.get("expect.consent.state"),
                            consent.state().wire(),
                            Arrays.stream(Outlet.values())
                                    .map(state -> new Vocabulary.Choice(state.wire(), state.title()))
                                    .toList(),
                            "",
                            (wire, field) -> standing(
                                    made,
                                    field,
                                    new ConsentStanding(
                                            consent.about(),
                                            consent.key(),
                                            Outlet.of(wire).orElse(consent.state()),
                                            consent.extras())))));
        }
        return nodes;
    }

    private static List<Vocabulary.Choice> keys(Vocabulary words, ConsentStanding.About about) {
        return switch (about) {
            case CHANNEL -> words.channels();
            case PURPOSE -> words.purposes();
            case TOPIC -> words.topics();
        };
    }

    private Node any(
            EditForm made,
            String label,
            String value,
            List<Vocabulary.Choice> choices,
            EditForm.Committed<String> commit) {
        List<Vocabulary.Choice> all = new ArrayList<>();
        all.add(new Vocabulary.Choice(ANY, texts.get("expect.any")));
        all.addAll(choices);
        return made.choice(
                texts.get(label),
                value.isEmpty() ? ANY : value,
                all,
                "",
                (key, field) -> commit.accept(key.equals(ANY) ? "" : key, field));
    }

    private List<Vocabulary.Choice> steps() {
        return model.editor().current().steps().stream()
                .map(step -> new Vocabulary.Choice(step.id(), step.title().isEmpty() ? step.id() : step.title()))
                .toList();
    }

    private static List<Vocabulary.Choice> rungs() {
        return Arrays.stream(RungKind.values())
                .filter(rung -> rung != RungKind.SILENCE)
                .map(rung -> new Vocabulary.Choice(rung.wire(), rung.title()))
                .toList();
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-strong");
        return label;
    }

    private void happening(EditForm made, Forms.@Nullable Field field, Happening what) {
        restructure(made, field, old -> claiming(old, old.claim(), old.share(), what));
    }

    private void standing(EditForm made, Forms.@Nullable Field field, @Nullable ConsentStanding consent) {
        restructure(made, field, old -> with(old, old.title(), old.people(), old.from(), consent));
    }

    private void restructure(EditForm made, Forms.@Nullable Field field, UnaryOperator<Expectation> change) {
        change(made, field, change);
        made.showAnew();
    }

    private void change(EditForm made, Forms.@Nullable Field field, UnaryOperator<Expectation> change) {
        model.chosen()
                .ifPresent(old -> made.commit(() -> model.replacing(Objects.requireNonNull(change.apply(old))), field));
    }

    private static Expectation with(
            Expectation old, String title, List<Condition> people, String from, @Nullable ConsentStanding consent) {
        return new Expectation(
                old.id(), title, people, from, consent, old.claim(), old.share(), old.what(), old.extras());
    }

    private static Expectation claiming(Expectation old, Claim claim, double share, Happening what) {
        return new Expectation(
                old.id(), old.title(), old.people(), old.from(), old.consent(), claim, share, what, old.extras());
    }
}
