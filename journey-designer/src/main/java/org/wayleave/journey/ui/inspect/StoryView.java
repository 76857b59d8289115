package org.wayleave.journey.ui.inspect;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.WhyModel;
import org.wayleave.journey.ui.service.PersonStory;
import org.wayleave.ui.control.Note;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.theme.Glyph;

/** One person's story: what happened, by which rule, what was done instead, what would change it, and the time around it. */
public final class StoryView extends VBox {

    /** Opens a rule in the policy that holds it. */
    @FunctionalInterface
    public interface RuleLink {
        /** Goes to a line of a file of the policy. */
        void open(String file, int line);
    }

    private final Texts texts;
    private final DateTimeFormatter day;
    private final RuleLink link;

    StoryView(PersonStory story, Texts texts, WhyModel why, RuleLink link) {
        super(14);
        this.texts = texts;
        this.link = link;
        this.day = DateTimeFormatter.ofPattern("d MMM", texts.locale()).withZone(ZoneOffset.UTC);
        getStyleClass().add("why-section");
        Label person = new Label(texts.get("why.person", story.id()));
        person.getStyleClass().add("text-strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink back = new Hyperlink(texts.get("why.back"));
        back.setOnAction(event -> why.back());
        Hyperlink next = new Hyperlink(texts.get("why.next"));
        next.getStyleClass().add("story-next");
        next.setOnAction(event -> why.next());
        HBox head = new HBox(12, person, gap, back, next);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new VBox(2, head, Lines.quiet(story.about())), happened(story));
        if (!story.changes().isEmpty()) {
            getChildren().add(Lines.section(texts.get("story.changes"), changes(story)));
        }
        if (!story.timeline().isEmpty()) {
            getChildren().add(Lines.section(texts.get("story.timeline"), timeline(story)));
        }
    }

    private Node happened(PersonStory story) {
        List<Node> lines = new ArrayList<>();
        String rung = "";
        for (PersonStory.Reason reason : story.reasons()) {
            if (!reason.rung().equals(rung)) {
                rung = reason.rung();
                Label name = new Label(texts.get("story.rung", Glyph.of(rung).word()));
                HBox line = new HBox(6, Glyph.of(rung).node(12), name);
                line.setAlignment(Pos.CENTER_LEFT);
                line.getStyleClass().add("story-rung");
                lines.add(line);
            }
            Label sentence = new Label(reason.sentence());
            sentence.setWrapText(true);
            lines.add(sentence);
            lines.add(rule(reason));
        }
        if (!story.taken().isEmpty()) {
            Label taken = new Label(
                    story.taken().equals("silence")
                            ? texts.get("story.taken.silence")
                            : texts.get(story.blocked() ? "story.taken.instead" : "story.taken", story.taken()));
            taken.setWrapText(true);
            HBox line = new HBox(6, Glyph.of(story.taken()).node(12), taken);
            line.setAlignment(Pos.CENTER_LEFT);
            lines.add(line);
        }
        return new Note(
                story.blocked() ? Tone.WARNING : Tone.GOOD, unbroken(story.headline()), lines.toArray(Node[]::new));
    }

    /** The day and the hour after the sentence stay on one line. */
    private static String unbroken(String headline) {
        int time = headline.lastIndexOf(" · ");
        return time < 0
                ? headline
                : headline.substring(0, time + 3) + headline.substring(time + 3).replace(' ', '\u00a0');
    }

    private Node rule(PersonStory.Reason reason) {
        String title = reason.source().title();
        if (reason.source().file().isEmpty()) {
            return Lines.quiet(texts.get("story.rule", title));
        }
        Hyperlink rule = new Hyperlink(texts.get(
                "story.rule.place",
                title,
                reason.source().file(),
                reason.source().line()));
        rule.setWrapText(true);
        rule.setOnAction(
                event -> link.open(reason.source().file(), reason.source().line()));
        return rule;
    }

    private Node[] changes(PersonStory story) {
        List<Node> lines = new ArrayList<>();
        for (PersonStory.Change change : story.changes()) {
            HBox marks = new HBox(4);
            marks.setAlignment(Pos.CENTER_LEFT);
            marks.setMinWidth(44);
            if (!change.from().isEmpty()) {
                marks.getChildren().addAll(Glyph.of(change.from()).node(12), Lines.quiet("→"));
            }
            if (!change.to().isEmpty()) {
                marks.getChildren().add(Glyph.of(change.to()).node(12));
            }
            Label sentence = new Label(change.sentence());
            sentence.setWrapText(true);
            lines.add(new HBox(6, marks, sentence));
        }
        return lines.toArray(Node[]::new);
    }

    private Node[] timeline(PersonStory story) {
        List<Node> lines = new ArrayList<>();
        for (PersonStory.Moment moment : story.timeline()) {
            Label time = Lines.quiet(day.format(moment.time()));
            time.setMinWidth(52);
            time.setWrapText(false);
            Label sentence = new Label(moment.sentence());
            sentence.setWrapText(true);
            HBox line = new HBox(8, Lines.mark(moment.glyph().isEmpty() ? "silence" : moment.glyph()), time, sentence);
            line.setAlignment(Pos.TOP_LEFT);
            lines.add(line);
        }
        return lines.toArray(Node[]::new);
    }
}
