package org.wayleave.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.app.report.Chapter.LadderUse;
import org.wayleave.app.report.Chapter.RuleLoss;
import org.wayleave.app.report.svg.BarChart;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.report.svg.Glyph;
import org.wayleave.app.report.svg.IntervalChart;
import org.wayleave.app.report.svg.JourneyPicture;
import org.wayleave.app.report.svg.StackedBars;

/**
 * Lays a report out as one HTML file that needs nothing else: style and pictures are inside, there are no scripts. All text from
 * documents is escaped by the template engine.
 */
public final class ReportPage {
    private static final String TEMPLATE = "org/wayleave/app/report/report.peb";

    private final HtmlTemplate template = new HtmlTemplate(TEMPLATE, "report.css");

    /** The page as text. */
    public String html(Report report) {
        Map<String, Object> context = new HashMap<>();
        context.put("report", report);
        context.put("chapters", report.chapters().stream().map(ReportPage::view).toList());
        Map<String, String> glyphs = new LinkedHashMap<>();
        for (Glyph glyph : Glyph.values()) {
            glyphs.put(glyph.wire(), glyph.inline());
        }
        context.put("glyphs", glyphs);
        return template.html(context);
    }

    /** Writes the page; a reader sees either the old file or the whole new one. */
    public void write(Report report, Path file) throws IOException {
        HtmlTemplate.write(html(report), file);
    }

    private static Map<String, Object> view(Chapter chapter) {
        Map<String, Object> view = new HashMap<>();
        view.put("id", chapter.journey().id());
        view.put("title", chapter.journey().title());
        view.put("goal", chapter.journey().goal());
        view.put("version", chapter.version());
        view.put("tiles", chapter.tiles());
        view.put("picture", JourneyPicture.draw(chapter.journey(), chapter.steps()));
        view.put("lost", chapter.lost().isEmpty() ? "" : lost(chapter));
        view.put(
                "consent",
                chapter.consent().isEmpty() ? "" : ladders("Rung taken by state of consent", chapter.consent()));
        view.put(
                "ladders",
                chapter.ladders().isEmpty()
                        ? ""
                        : ladders("Rung of the ladder taken at each message", chapter.ladders()));
        view.put(
                "effects",
                chapter.effects().isEmpty()
                        ? ""
                        : IntervalChart.draw(
                                "Incremental value per person with its 95 per cent interval, and the simulated truth",
                                chapter.effects(),
                                chapter.currency()));
        view.put("expectations", chapter.expectations());
        view.put("people", chapter.people());
        view.put("facts", chapter.facts());
        return view;
    }

    private static String lost(Chapter chapter) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (RuleLoss loss : chapter.lost()) {
            bars.add(new BarChart.Bar(
                    loss.title(),
                    Figures.count(loss.people()) + " people · " + loss.rule(),
                    loss.decisions(),
                    loss.sole(),
                    Figures.count(loss.decisions()),
                    "blocked",
                    loss.description() + "\nDenied a rung in " + Figures.count(loss.decisions())
                            + " decisions; alone in " + Figures.count(loss.sole()) + "; "
                            + Figures.count(loss.silenced()) + " ended in silence."));
        }
        return BarChart.draw("Decisions in which each rule denied a rung", bars);
    }

    private static String ladders(String title, List<LadderUse> ladders) {
        List<StackedBars.Row> rows = new ArrayList<>();
        for (LadderUse use : ladders) {
            rows.add(new StackedBars.Row(
                    use.title(),
                    Glyph.of(use.glyph()),
                    Figures.count(use.decisions()),
                    List.of(
                            new StackedBars.Segment("Personalised", use.personalised(), "personalised"),
                            new StackedBars.Segment("Contextual", use.contextual(), "contextual"),
                            new StackedBars.Segment("Generic", use.generic(), "generic"),
                            new StackedBars.Segment("Silence", use.silence(), "silence"))));
        }
        return StackedBars.draw(title, rows);
    }
}
