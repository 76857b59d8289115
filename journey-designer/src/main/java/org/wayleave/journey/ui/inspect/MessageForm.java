package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.Creative;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.Step;
import org.wayleave.ui.control.Forms;
import org.wayleave.ui.theme.Glyph;

/** The form of a message: what it is about, and its ladder rung by rung. */
final class MessageForm {

    private final StepForm form;
    private final Vocabulary words;
    private final Texts texts;

    MessageForm(StepForm form, Vocabulary words) {
        this.form = form;
        this.words = words;
        this.texts = form.texts();
    }

    List<Node> fields(MessageStep step) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(form.choice(
                texts.get("form.channel"),
                step.channel(),
                words.channels(),
                texts.get("form.channel.help"),
                (id, field) -> form.change(
                        old -> about(
                                old, id, message(old).purpose(), message(old).topic()),
                        field)));
        nodes.add(form.choice(
                texts.get("form.purpose"),
                step.purpose(),
                words.purposes(),
                texts.get("form.purpose.help"),
                (id, field) -> form.change(
                        old -> about(
                                old, message(old).channel(), id, message(old).topic()),
                        field)));
        nodes.add(form.choice(
                texts.get("form.topic"),
                step.topic(),
                words.topics(),
                "",
                (id, field) -> form.change(
                        old -> about(old, message(old).channel(), message(old).purpose(), id), field)));
        Label heading = new Label(texts.get("form.ladder"));
        heading.getStyleClass().add("text-heading");
        nodes.add(heading);
        for (int i = 0; i < step.ladder().size(); i++) {
            nodes.add(rung(step.ladder().get(i), i));
        }
        nodes.add(addRung(step));
        return nodes;
    }

    private Node rung(Rung rung, int index) {
        Label title = new Label(rung.kind().title());
        title.getStyleClass().add("text-strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                Glyph.of(rung.kind().wire()).node(14),
                title,
                gap,
                form.remove(
                        texts.get("form.rung.remove", rung.kind().title()),
                        () -> form.restructure(old -> ladder(old, ladder -> ladder.remove(index)))));
        head.setAlignment(Pos.CENTER_LEFT);
        Action action = rung.action();
        if (action == null) {
            Label silence = new Label(texts.get("form.silence"));
            silence.getStyleClass().add("text-secondary");
            silence.setWrapText(true);
            return card(head, silence);
        }
        return card(
                head,
                EditForm.row(
                        form.choice(
                                texts.get("form.channel"),
                                action.channel(),
                                words.channels(),
                                "",
                                (id, field) -> act(
                                        index,
                                        a -> copy(a, id, a.purpose(), a.topic(), a.dataElements(), a.creative()),
                                        field)),
                        form.choice(
                                texts.get("form.topic"),
                                action.topic(),
                                words.topics(),
                                "",
                                (id, field) -> act(
                                        index,
                                        a -> copy(a, a.channel(), a.purpose(), id, a.dataElements(), a.creative()),
                                        field))),
                form.choice(
                        texts.get("form.purpose"),
                        action.purpose(),
                        words.purposes(),
                        "",
                        (id, field) -> act(
                                index,
                                a -> copy(a, a.channel(), id, a.topic(), a.dataElements(), a.creative()),
                                field)),
                dataElements(action, index),
                form.text(
                        texts.get("form.creative"),
                        action.creative().id(),
                        "",
                        (text, field) -> act(
                                index,
                                a -> copy(
                                        a,
                                        a.channel(),
                                        a.purpose(),
                                        a.topic(),
                                        a.dataElements(),
                                        creative(
                                                a,
                                                text,
                                                a.creative().sensitive(),
                                                a.creative().approved())),
                                field)),
                new HBox(
                        14,
                        form.check(
                                texts.get("form.sensitive"),
                                action.creative().sensitive(),
                                yes -> act(
                                        index,
                                        a -> copy(
                                                a,
                                                a.channel(),
                                                a.purpose(),
                                                a.topic(),
                                                a.dataElements(),
                                                creative(
                                                        a,
                                                        a.creative().id(),
                                                        yes,
                                                        a.creative().approved())),
                                        null)),
                        form.check(
                                texts.get("form.approved"),
                                action.creative().approved(),
                                yes -> act(
                                        index,
                                        a -> copy(
                                                a,
                                                a.channel(),
                                                a.purpose(),
                                                a.topic(),
                                                a.dataElements(),
                                                creative(
                                                        a,
                                                        a.creative().id(),
                                                        a.creative().sensitive(),
                                                        yes)),
                                        null))),
                form.whole(
                        texts.get("form.discount"),
                        (int) Math.round(action.discount() * 100),
                        0,
                        100,
                        "",
                        (percent, field) -> act(index, a -> a.withDiscount(percent / 100.0), field)));
    }

    private Node dataElements(Action action, int index) {
        MenuButton menu = form.register(new MenuButton());
        menu.setMaxWidth(Double.MAX_VALUE);
        List<String> chosen = new ArrayList<>(action.dataElements());
        Runnable title = () -> menu.setText(
                chosen.isEmpty() ? texts.get("form.data.none") : texts.get("form.data.some", chosen.size()));
        title.run();
        for (Vocabulary.Choice choice : words.dataElements()) {
            CheckMenuItem item = new CheckMenuItem(choice.title());
            item.setSelected(chosen.contains(choice.id()));
            item.selectedProperty().addListener((o, old, now) -> {
                chosen.remove(choice.id());
                if (now) {
                    chosen.add(choice.id());
                }
                title.run();
                List<String> used = words.dataElements().stream()
                        .map(Vocabulary.Choice::id)
                        .filter(chosen::contains)
                        .toList();
                act(index, a -> copy(a, a.channel(), a.purpose(), a.topic(), used, a.creative()), null);
            });
            menu.getItems().add(item);
        }
        return Forms.field(texts.get("form.data"), menu, texts.get("form.data.help"));
    }

    private Node addRung(MessageStep step) {
        MenuButton menu = form.register(new MenuButton(texts.get("form.rung.add")));
        for (RungKind kind : RungKind.values()) {
            boolean taken = step.ladder().stream().anyMatch(rung -> rung.kind() == kind);
            MenuItem item = new MenuItem(kind.title());
            item.setGraphic(Glyph.of(kind.wire()).node(12));
            item.setDisable(taken);
            item.setOnAction(event -> form.restructure(old -> ladder(old, ladder -> {
                ladder.add(fresh(kind, message(old)));
                ladder.sort((a, b) -> a.kind().compareTo(b.kind()));
            })));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.isDisable() || step.ladder().size() == RungKind.values().length);
        return menu;
    }

    private static Rung fresh(RungKind kind, MessageStep step) {
        if (kind == RungKind.SILENCE) {
            return Rung.silence();
        }
        Creative creative = new Creative(step.id() + "-" + kind.wire(), false, false);
        return new Rung(kind, new Action(step.channel(), step.purpose(), step.topic(), List.of(), creative));
    }

    private void act(int index, UnaryOperator<Action> change, Forms.@org.jspecify.annotations.Nullable Field field) {
        form.change(
                old -> ladder(old, ladder -> {
                    Rung rung = ladder.get(index);
                    Action action = rung.action();
                    if (action != null) {
                        ladder.set(index, new Rung(rung.kind(), change.apply(action), rung.extras()));
                    }
                }),
                field);
    }

    private static Node card(Node... nodes) {
        var block = EditForm.block(nodes);
        block.getStyleClass().add("rung-card");
        return block;
    }

    private static MessageStep message(Step step) {
        return (MessageStep) step;
    }

    private static Step about(Step step, String channel, String purpose, String topic) {
        MessageStep now = message(step);
        // A rung that said the same as the step goes on saying the same.
        List<Rung> ladder = now.ladder().stream()
                .map(rung -> follow(rung, now, channel, purpose, topic))
                .toList();
        return new MessageStep(now.id(), now.title(), now.position(), channel, purpose, topic, ladder, now.extras());
    }

    private static Rung follow(Rung rung, MessageStep before, String channel, String purpose, String topic) {
        Action action = rung.action();
        if (action == null) {
            return rung;
        }
        Action moved = copy(
                action,
                action.channel().equals(before.channel()) ? channel : action.channel(),
                action.purpose().equals(before.purpose()) ? purpose : action.purpose(),
                action.topic().equals(before.topic()) ? topic : action.topic(),
                action.dataElements(),
                action.creative());
        return new Rung(rung.kind(), moved, rung.extras());
    }

    private static Step ladder(Step step, java.util.function.Consumer<List<Rung>> change) {
        MessageStep now = message(step);
        List<Rung> ladder = new ArrayList<>(now.ladder());
        change.accept(ladder);
        return new MessageStep(
                now.id(), now.title(), now.position(), now.channel(), now.purpose(), now.topic(), ladder, now.extras());
    }

    private static Creative creative(Action action, String id, boolean sensitive, boolean approved) {
        return new Creative(id, sensitive, approved, action.creative().extras());
    }

    private static Action copy(
            Action action, String channel, String purpose, String topic, List<String> data, Creative creative) {
        return new Action(
                channel,
                purpose,
                topic,
                data,
                creative,
                action.discount(),
                action.model(),
                action.asks(),
                action.extras());
    }
}
