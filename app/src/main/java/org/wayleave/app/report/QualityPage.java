package org.wayleave.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.quality.ExaminedTable;
import org.wayleave.app.quality.NamedTable;
import org.wayleave.app.report.Report.Fact;
import org.wayleave.app.report.Report.Tile;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.report.svg.Histogram;
import org.wayleave.app.report.svg.ShareChart;
import org.wayleave.data.disclosure.DisclosureReport;
import org.wayleave.data.disclosure.Risk;
import org.wayleave.data.quality.TableExamination;
import org.wayleave.data.quality.drift.ColumnDrift;
import org.wayleave.data.quality.drift.DriftReport;
import org.wayleave.data.quality.drift.Shift;
import org.wayleave.data.quality.profile.Bin;
import org.wayleave.data.quality.profile.CategoryProfile;
import org.wayleave.data.quality.profile.ColumnProfile;
import org.wayleave.data.quality.profile.NumberProfile;
import org.wayleave.data.quality.profile.Outliers;
import org.wayleave.data.quality.profile.TableProfile;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.utility.Estimate;
import org.wayleave.data.utility.PairMatch;
import org.wayleave.data.utility.Prediction;
import org.wayleave.data.utility.UtilityReport;

/** What was measured of a table, as one HTML file that needs nothing else. No value of a single person is in it. */
public final class QualityPage {
    private static final int MOST_PAIRS = 10;
    private static final int LONGEST = 60;

    private final HtmlTemplate template =
            new HtmlTemplate("org/wayleave/app/report/quality.peb", "report.css", "quality.css");
    private final String product;

    /** Makes pages; the product is named with its version. */
    public QualityPage(String product) {
        this.product = product;
    }

    /** The page as text. */
    public String html(ExaminedTable examined) {
        TableExamination examination = examined.examination();
        Map<String, Object> context = new HashMap<>();
        context.put("title", "Quality of " + examined.table().name());
        context.put("lead", lead(examined));
        context.put("verdict", examination.verdict());
        context.put("tiles", tiles(examination));
        context.put("findings", examination.profile().findings());
        context.put(
                "columns",
                examination.profile().columns().stream()
                        .map(QualityPage::column)
                        .toList());
        context.put("least", TableProfile.LEAST);
        context.put("leftOut", leftOut(examined));
        context.put("drift", drift(examination.drift()));
        context.put("utility", utility(examination.utility()));
        context.put("disclosure", disclosure(examination.disclosure()));
        context.put("facts", facts(examined));
        return template.html(context);
    }

    /** Writes the page; a reader sees either the old file or the whole new one. */
    public void write(ExaminedTable examined, Path file) throws IOException {
        HtmlTemplate.write(html(examined), file);
    }

    private static String lead(ExaminedTable examined) {
        NamedTable against = examined.against();
        NamedTable held = examined.held();
        return size(examined.table())
                + (against == null ? "" : ", compared with " + against.name() + " (" + size(against) + ")")
                + (held == null ? "" : ", attacked with " + held.name() + " held out (" + size(held) + ")") + ".";
    }

    private static String size(NamedTable table) {
        return Figures.count(table.table().rows()) + " rows, "
                + table.table().columns().size() + " columns";
    }

    private static List<Tile> tiles(TableExamination examination) {
        TableProfile profile = examination.profile();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(Figures.share(profile.missingShare().value(), 1), "of all values are missing", ""));
        tiles.add(new Tile(
                Figures.share(profile.singleRows(), profile.rows()),
                "of the rows are the only ones with their values",
                ""));
        DriftReport drift = examination.drift();
        if (drift != null) {
            tiles.add(new Tile(
                    Figures.count(drift.count(Shift.LARGE) + drift.count(Shift.MODERATE)),
                    "of " + drift.columns().size() + " columns shifted",
                    ""));
        }
        UtilityReport utility = examination.utility();
        if (utility != null && !utility.shapes().isEmpty()) {
            tiles.add(new Tile(Figures.share(utility.shapeSimilarity(), 1), "likeness of the columns", ""));
        }
        DisclosureReport disclosure = examination.disclosure();
        if (disclosure != null) {
            Estimate risk = disclosure.surest().risk();
            tiles.add(new Tile(Figures.share(risk.value(), 1), "surest risk of disclosure", range(risk)));
        }
        return tiles;
    }

    private static Map<String, Object> column(ColumnProfile column) {
        Map<String, Object> view = new HashMap<>();
        view.put("name", column.name());
        view.put(
                "missing",
                Figures.share(column.missing(), column.rows()) + " missing (" + range(column.missingShare()) + ")");
        view.put("distinct", Figures.count(column.distinct()) + " different values");
        List<Map<String, String>> frequent = new ArrayList<>();
        column.frequent()
                .forEach(value -> frequent.add(
                        Map.of("text", shown(value.text()), "share", Figures.share(value.rows(), column.rows()))));
        switch (column) {
            case NumberProfile numbers -> {
                view.put(
                        "kind",
                        switch (numbers.unit()) {
                            case NUMBER -> "number";
                            case WHOLE -> "whole number";
                            case DAY -> "day";
                        });
                view.put("picture", histogram(numbers));
                view.put("line", quantiles(numbers));
                view.put("note", outliers(numbers));
                // Bars say it better unless the numbers are a few codes.
                view.put("frequent", numbers.distinct() <= TableProfile.LEAST ? frequent : List.of());
            }
            case CategoryProfile categories -> {
                view.put("kind", "category");
                view.put("picture", "");
                view.put("line", "");
                view.put(
                        "note",
                        categories.rareLevels() == 0
                                ? ""
                                : Figures.count(categories.rareLevels()) + " rare values, each in fewer than "
                                        + TableProfile.LEAST + " rows, are not shown: "
                                        + Figures.share(categories.rareRows(), categories.present())
                                        + " of those with a value (" + range(categories.rareShare()) + ").");
                view.put("frequent", frequent);
            }
        }
        return view;
    }

    private static String histogram(NumberProfile numbers) {
        List<Histogram.Bar> bars = new ArrayList<>();
        for (Bin bin : numbers.histogram()) {
            boolean open = Double.isInfinite(bin.from());
            String limits = open && Double.isInfinite(bin.to())
                    ? "all"
                    : open
                            ? "below " + number(numbers, bin.to())
                            : Double.isInfinite(bin.to())
                                    ? "from " + number(numbers, bin.from())
                                    : number(numbers, bin.from()) + " to " + number(numbers, bin.to());
            bars.add(new Histogram.Bar(bin.steps(), bin.rows(), limits));
        }
        return bars.isEmpty() ? "" : Histogram.draw("Distribution of " + shown(numbers.name()), bars);
    }

    private static String quantiles(NumberProfile numbers) {
        List<String> parts = new ArrayList<>();
        numbers.quantiles()
                .forEach(quantile ->
                        parts.add(Figures.share(quantile.share(), 1) + ": " + number(numbers, quantile.value())));
        return String.join(" · ", parts);
    }

    private static String outliers(NumberProfile numbers) {
        Outliers outliers = numbers.outliers();
        return outliers == null
                ? ""
                : Figures.count((long) outliers.below() + outliers.above()) + " rows beyond the outer fences "
                        + number(numbers, outliers.lowFence()) + " and " + number(numbers, outliers.highFence()) + " ("
                        + range(outliers.share()) + ").";
    }

    private static String number(NumberProfile numbers, double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return numbers.unit() == NumberColumn.Unit.DAY
                ? NumberColumn.text(NumberColumn.Unit.DAY, value)
                : Figures.decimal(value, value == Math.rint(value) ? 0 : 2);
    }

    private static Map<String, Object> drift(@Nullable DriftReport drift) {
        if (drift == null) {
            return Map.of();
        }
        Map<String, Object> view = new HashMap<>();
        view.put("schema", drift.schema());
        List<Map<String, String>> rows = new ArrayList<>();
        for (ColumnDrift column : drift.columns()) {
            rows.add(Map.of(
                    "name", column.column(),
                    "shift", column.shift().wire(),
                    "distance",
                            column.measure() + " "
                                    + Figures.decimal(column.distance().value(), 2) + " ("
                                    + Figures.decimal(column.distance().low(), 2) + " to "
                                    + Figures.decimal(column.distance().high(), 2) + ")",
                    "index", Figures.decimal(column.stability(), 2),
                    "missing",
                            Figures.share(column.missingBefore(), 1) + " → " + Figures.share(column.missingAfter(), 1),
                    "sentence", column.sentence()));
        }
        view.put("columns", rows);
        view.put("verdict", drift.verdict());
        return view;
    }

    private static List<Map<String, String>> leftOut(ExaminedTable examined) {
        List<Map<String, String>> rows = new ArrayList<>();
        leftOut(examined.table(), rows);
        NamedTable against = examined.against();
        if (against != null) {
            leftOut(against, rows);
        }
        return rows;
    }

    private static void leftOut(NamedTable table, List<Map<String, String>> rows) {
        table.leftOut()
                .forEach(column ->
                        rows.add(Map.of("table", table.name(), "column", column.column(), "reason", column.reason())));
    }

    private static Map<String, Object> utility(@Nullable UtilityReport utility) {
        if (utility == null || utility.shapes().isEmpty()) {
            return Map.of();
        }
        List<ShareChart.Row> shapes = new ArrayList<>();
        utility.shapes()
                .forEach(shape -> shapes.add(new ShareChart.Row(
                        shown(shape.column()),
                        1 - shape.distance().value(),
                        1 - shape.distance().high(),
                        1 - shape.distance().low())));
        List<ShareChart.Row> models = new ArrayList<>();
        for (Prediction prediction : utility.predictions()) {
            models.add(area(shown(prediction.target()) + ", this table", prediction.there()));
            models.add(area(shown(prediction.target()) + ", the other", prediction.original()));
        }
        Map<String, Object> view = new HashMap<>();
        view.put("shapes", ShareChart.draw("Likeness of each column", shapes, 1));
        view.put("shapesLine", utility.shapesInWords());
        view.put("pairsLine", utility.pairsInWords());
        view.put(
                "pairs",
                utility.pairs().stream()
                        .sorted(Comparator.comparingDouble(PairMatch::similarity))
                        .limit(MOST_PAIRS)
                        .map(pair -> Map.of(
                                "first", pair.first(),
                                "second", pair.second(),
                                "measure", pair.measure(),
                                "similarity", Figures.share(pair.similarity(), 1)))
                        .toList());
        view.put("models", models.isEmpty() ? "" : ShareChart.draw("Area under the curve of models", models, 0.5));
        view.put("modelsLine", utility.predictionsInWords());
        view.put("rows", Figures.count(utility.rowsThere()));
        view.put("rowsAgainst", Figures.count(utility.rows()));
        return view;
    }

    private static ShareChart.Row area(String label, Estimate area) {
        return new ShareChart.Row(label, area.value(), area.low(), area.high());
    }

    private static Map<String, Object> disclosure(@Nullable DisclosureReport report) {
        if (report == null) {
            return Map.of();
        }
        List<ShareChart.Row> risks = new ArrayList<>();
        for (Risk risk : report.risks()) {
            risks.add(area(risk.attack() + (risk.about().isEmpty() ? "" : " of " + shown(risk.about())), risk.risk()));
        }
        Map<String, Object> view = new HashMap<>();
        view.put("risks", ShareChart.draw("What each attack gains beyond chance", risks, 0));
        view.put("sentences", report.risks());
        view.put(
                "near",
                ShareChart.draw(
                        "Closeness and membership, where a half is chance",
                        List.of(
                                area("Closer to the original", report.closer()),
                                area("Membership, area", report.membership())),
                        0.5));
        view.put("closer", report.closerSentence());
        view.put("membership", report.membershipSentence());
        view.put(
                "copies",
                Figures.share(report.copies().value(), 1) + " of the records are the same as a person of the original, "
                        + Figures.share(report.copiesControl().value(), 1) + " the same as a person held out.");
        view.put("people", Figures.count(report.people()));
        view.put("released", Figures.count(report.released()));
        return view;
    }

    private List<Fact> facts(ExaminedTable examined) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Seed", Long.toString(examined.seed())));
        facts.add(new Fact("Fewest rows shown", Integer.toString(TableProfile.LEAST)));
        facts.add(new Fact("Outliers", "Tukey's outer fences, three interquartile ranges"));
        facts.add(new Fact("Shares", "95 % intervals by Wilson"));
        if (examined.against() != null) {
            facts.add(
                    new Fact("Shift", "stability index 0.1 moderate, 0.25 large; beyond chance in 99 of 100 samples"));
            facts.add(new Fact("Distances", "Kolmogorov–Smirnov for numbers, total variation for categories"));
        }
        if (examined.held() != null) {
            facts.add(new Fact(
                    "Attacks", "Giomi and others 2023, with people held out; intervals hold together at 95 %"));
            facts.add(new Fact("Closeness", "Platzer and Reutterer 2021"));
        }
        facts.add(new Fact("Made by", product));
        return facts;
    }

    private static String range(Estimate share) {
        return Figures.share(share.low(), 1) + " to " + Figures.share(share.high(), 1);
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
