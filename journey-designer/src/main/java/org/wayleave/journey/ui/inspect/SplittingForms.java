package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.HoldoutStep;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.RandomSplitStep;
import org.wayleave.journey.graph.SplitArm;
import org.wayleave.journey.graph.Step;
import org.wayleave.ui.control.Forms;

/** The forms of steps that part people or let them go: branches, splits, holdouts, exits, imported steps. */
final class SplittingForms {

    private static final int SOURCE_ROWS = 16;

    private final StepForm form;
    private final Vocabulary words;
    private final Texts texts;

    SplittingForms(StepForm form, Vocabulary words) {
        this.form = form;
        this.words = words;
        this.texts = form.texts();
    }

    List<Node> branch(BranchStep step) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < step.arms().size(); i++) {
            int index = i;
            BranchArm arm = step.arms().get(i);
            Node title = form.text(
                    texts.get("form.arm", i + 1),
                    arm.title(),
                    "",
                    (text, field) -> form.change(
                            old -> withArm(old, index, a -> new BranchArm(a.port(), text, a.conditions(), a.extras())),
                            field));
            Node remove = form.remove(texts.get("form.arm.remove"), () -> form.restructure(old -> without(old, index)));
            Node conditions = new ConditionsForm(
                    form,
                    words,
                    arm.conditions(),
                    made -> form.change(
                            old -> withArm(old, index, a -> new BranchArm(a.port(), a.title(), made, a.extras())),
                            null),
                    made -> form.restructure(
                            old -> withArm(old, index, a -> new BranchArm(a.port(), a.title(), made, a.extras()))));
            nodes.add(EditForm.block(step.arms().size() > 1 ? EditForm.row(title, remove) : title, conditions));
        }
        nodes.add(form.button(Feather.PLUS, texts.get("form.arm.add"), () -> form.restructure(this::withNewArm)));
        return nodes;
    }

    List<Node> split(RandomSplitStep step) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < step.arms().size(); i++) {
            int index = i;
            SplitArm arm = step.arms().get(i);
            Node title = form.text(
                    texts.get("form.arm", i + 1),
                    arm.title(),
                    "",
                    (text, field) -> form.change(
                            old -> withSplit(old, index, a -> new SplitArm(a.port(), text, a.weight(), a.extras())),
                            field));
            Node weight = form.whole(
                    texts.get("form.weight"),
                    Math.clamp(Math.round(arm.weight()), 1, 1000),
                    1,
                    1000,
                    "",
                    (value, field) -> form.change(
                            old -> withSplit(old, index, a -> new SplitArm(a.port(), a.title(), value, a.extras())),
                            field));
            Node remove =
                    form.remove(texts.get("form.arm.remove"), () -> form.restructure(old -> withoutSplit(old, index)));
            nodes.add(step.arms().size() > 2 ? EditForm.row(title, weight, remove) : EditForm.row(title, weight));
        }
        nodes.add(form.button(Feather.PLUS, texts.get("form.arm.add"), () -> form.restructure(this::withNewSplit)));
        return nodes;
    }

    List<Node> holdout(HoldoutStep step) {
        return List.of(form.whole(
                texts.get("form.share"),
                Math.clamp(Math.round(step.share() * 100), 1, 99),
                1,
                99,
                texts.get("form.share.help"),
                (percent, field) -> form.change(
                        old -> {
                            HoldoutStep now = (HoldoutStep) old;
                            return new HoldoutStep(
                                    now.id(), now.title(), now.position(), percent / 100.0, now.extras());
                        },
                        field)));
    }

    /** What an imported step was in the tool it came from; it can be read, not edited. */
    List<Node> opaque(OpaqueStep step) {
        TextArea source = new TextArea(step.source().text());
        source.setEditable(false);
        source.setWrapText(false);
        source.setPrefRowCount(SOURCE_ROWS);
        source.getStyleClass().add("code");
        Label what =
                new Label(texts.get("form.opaque", step.summary(), step.source().path()));
        what.setWrapText(true);
        return List.of(what, Forms.field(texts.get("form.opaque.source"), source, texts.get("form.opaque.help")));
    }

    List<Node> exit(ExitStep step) {
        return List.of(form.text(
                texts.get("form.reason"),
                step.reason(),
                texts.get("form.reason.help"),
                (text, field) -> form.change(
                        old -> {
                            ExitStep now = (ExitStep) old;
                            return new ExitStep(now.id(), now.title(), now.position(), text, now.extras());
                        },
                        field)));
    }

    private static Step withArms(Step step, List<BranchArm> arms) {
        BranchStep now = (BranchStep) step;
        return new BranchStep(now.id(), now.title(), now.position(), arms, now.extras());
    }

    private static Step withArm(Step step, int index, java.util.function.UnaryOperator<BranchArm> change) {
        List<BranchArm> arms = new ArrayList<>(((BranchStep) step).arms());
        arms.set(index, change.apply(arms.get(index)));
        return withArms(step, arms);
    }

    private static Step without(Step step, int index) {
        List<BranchArm> arms = new ArrayList<>(((BranchStep) step).arms());
        arms.remove(index);
        return withArms(step, arms);
    }

    private Step withNewArm(Step step) {
        List<BranchArm> arms = new ArrayList<>(((BranchStep) step).arms());
        Set<String> ports = new TreeSet<>(arms.stream().map(BranchArm::port).toList());
        String port = freePort(ports);
        arms.add(new BranchArm(
                port, texts.get("form.arm", arms.size() + 1), arms.getFirst().conditions()));
        return withArms(step, arms);
    }

    private static Step withSplits(Step step, List<SplitArm> arms) {
        RandomSplitStep now = (RandomSplitStep) step;
        return new RandomSplitStep(now.id(), now.title(), now.position(), arms, now.extras());
    }

    private static Step withSplit(Step step, int index, java.util.function.UnaryOperator<SplitArm> change) {
        List<SplitArm> arms = new ArrayList<>(((RandomSplitStep) step).arms());
        arms.set(index, change.apply(arms.get(index)));
        return withSplits(step, arms);
    }

    private static Step withoutSplit(Step step, int index) {
        List<SplitArm> arms = new ArrayList<>(((RandomSplitStep) step).arms());
        arms.remove(index);
        return withSplits(step, arms);
    }

    private Step withNewSplit(Step step) {
        List<SplitArm> arms = new ArrayList<>(((RandomSplitStep) step).arms());
        Set<String> ports = new TreeSet<>(arms.stream().map(SplitArm::port).toList());
        arms.add(new SplitArm(freePort(ports), texts.get("form.arm", arms.size() + 1), 1));
        return withSplits(step, arms);
    }

    private static String freePort(Set<String> taken) {
        int n = taken.size() + 1;
        while (taken.contains("arm-" + n)) {
            n++;
        }
        return "arm-" + n;
    }
}
