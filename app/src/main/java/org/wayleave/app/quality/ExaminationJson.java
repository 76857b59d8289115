package org.wayleave.app.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.wayleave.data.disclosure.DisclosureReport;
import org.wayleave.data.disclosure.Risk;
import org.wayleave.data.quality.TableExamination;
import org.wayleave.data.quality.drift.ColumnDrift;
import org.wayleave.data.quality.drift.DriftReport;
import org.wayleave.data.quality.drift.SchemaChange;
import org.wayleave.data.quality.profile.Bin;
import org.wayleave.data.quality.profile.CategoryProfile;
import org.wayleave.data.quality.profile.ColumnProfile;
import org.wayleave.data.quality.profile.NumberProfile;
import org.wayleave.data.quality.profile.Outliers;
import org.wayleave.data.quality.profile.TableProfile;
import org.wayleave.data.utility.Estimate;
import org.wayleave.data.utility.UtilityReport;

/** An examination as JSON, by the published schema {@code quality.schema.json}. */
public final class ExaminationJson {
    private ExaminationJson() {}

    /** Returns the document. */
    public static ObjectNode node(ExaminedTable examined) {
        ObjectNode json = object();
        json.put("schemaVersion", 1);
        json.set("table", table(examined.table()));
        NamedTable against = examined.against();
        NamedTable held = examined.held();
        json.set("against", against == null ? null : table(against));
        json.set("holdout", held == null ? null : table(held));
        json.put("seed", examined.seed());
        json.put("leastRows", TableProfile.LEAST);
        TableExamination examination = examined.examination();
        json.put("failed", examination.failed());
        ArrayNode verdict = json.putArray("verdict");
        examination
                .verdict()
                .forEach(statement -> verdict.addObject()
                        .put("topic", statement.topic())
                        .put("level", statement.level().wire())
                        .put("sentence", statement.sentence()));
        json.set("profile", profile(examination.profile()));
        DriftReport drift = examination.drift();
        UtilityReport utility = examination.utility();
        DisclosureReport disclosure = examination.disclosure();
        json.set("drift", drift == null ? null : drift(drift));
        json.set("utility", utility == null ? null : utility(utility));
        json.set("disclosure", disclosure == null ? null : disclosure(disclosure));
        return json;
    }

    private static ObjectNode table(NamedTable table) {
        ObjectNode json = object().put("name", table.name())
                .put("rows", table.table().rows())
                .put("columns", table.table().columns().size());
        ArrayNode without = json.putArray("leftOut");
        table.leftOut()
                .forEach(column ->
                        without.addObject().put("column", column.column()).put("reason", column.reason()));
        return json;
    }

    private static ObjectNode profile(TableProfile profile) {
        ObjectNode json = object();
        json.set("missing", estimate(profile.missingShare()));
        json.put("singleRows", profile.singleRows()).put("repeatedRows", profile.repeatedRows());
        ArrayNode findings = json.putArray("findings");
        profile.findings()
                .forEach(finding -> findings.addObject()
                        .put("code", finding.code())
                        .put("severity", finding.severity().wire())
                        .put("column", finding.column())
                        .put("sentence", finding.sentence()));
        ArrayNode columns = json.putArray("columns");
        profile.columns().forEach(column -> columns.add(column(column)));
        return json;
    }

    private static ObjectNode column(ColumnProfile column) {
        ObjectNode json = object().put("name", column.name());
        json.put(
                "kind",
                switch (column) {
                    case NumberProfile numbers ->
                        switch (numbers.unit()) {
                            case NUMBER -> "number";
                            case WHOLE -> "whole";
                            case DAY -> "day";
                        };
                    case CategoryProfile categories -> "category";
                });
        json.put("missingRows", column.missing()).put("distinct", column.distinct());
        json.set("missing", estimate(column.missingShare()));
        ArrayNode frequent = json.putArray("frequent");
        column.frequent()
                .forEach(
                        value -> frequent.addObject().put("value", value.text()).put("rows", value.rows()));
        switch (column) {
            case NumberProfile numbers -> numbers(json, numbers);
            case CategoryProfile categories ->
                json.put("rareLevels", categories.rareLevels()).put("rareRows", categories.rareRows());
        }
        return json;
    }

    private static void numbers(ObjectNode json, NumberProfile numbers) {
        finite(json, "mean", numbers.mean());
        finite(json, "deviation", numbers.deviation());
        ArrayNode quantiles = json.putArray("quantiles");
        numbers.quantiles()
                .forEach(quantile ->
                        finite(quantiles.addObject().put("share", quantile.share()), "value", quantile.value()));
        ArrayNode bins = json.putArray("histogram");
        for (Bin bin : numbers.histogram()) {
            ObjectNode node = bins.addObject();
            finite(node, "from", bin.from());
            finite(node, "to", bin.to());
            node.put("rows", bin.rows());
        }
        Outliers outliers = numbers.outliers();
        if (outliers == null) {
            json.putNull("outliers");
        } else {
            ObjectNode node = json.putObject("outliers");
            finite(node, "lowFence", outliers.lowFence());
            finite(node, "highFence", outliers.highFence());
            node.put("below", outliers.below()).put("above", outliers.above());
            node.set("share", estimate(outliers.share()));
        }
    }

    private static ObjectNode drift(DriftReport drift) {
        ObjectNode json = object().put("shift", drift.shift().wire());
        ArrayNode schema = json.putArray("schema");
        for (SchemaChange change : drift.schema()) {
            schema.addObject()
                    .put("column", change.column())
                    .put("kind", change.kind())
                    .put("before", change.before())
                    .put("after", change.after());
        }
        ArrayNode columns = json.putArray("columns");
        for (ColumnDrift column : drift.columns()) {
            ObjectNode node = columns.addObject()
                    .put("name", column.column())
                    .put("shift", column.shift().wire())
                    .put("measure", column.measure())
                    .put("stabilityIndex", column.stability())
                    .put("chance", column.chance())
                    .put("missingBefore", column.missingBefore())
                    .put("missingAfter", column.missingAfter())
                    .put("newLevels", column.newLevels())
                    .put("newRows", column.newRows())
                    .put("sentence", column.sentence());
            node.set("distance", estimate(column.distance()));
            node.set("missingChange", estimate(column.missingChange()));
        }
        return json;
    }

    private static ObjectNode utility(UtilityReport utility) {
        ObjectNode json = object().put("rows", utility.rowsThere()).put("rowsAgainst", utility.rows());
        json.put("shapeSimilarity", utility.shapeSimilarity());
        json.set("pairSimilarity", estimate(utility.pairSimilarity()));
        ArrayNode shapes = json.putArray("shapes");
        utility.shapes()
                .forEach(shape -> shapes.addObject()
                        .put("column", shape.column())
                        .put("measure", shape.measure())
                        .set("distance", estimate(shape.distance())));
        ArrayNode pairs = json.putArray("pairs");
        utility.pairs()
                .forEach(pair -> pairs.addObject()
                        .put("first", pair.first())
                        .put("second", pair.second())
                        .put("measure", pair.measure())
                        .put("similarity", pair.similarity()));
        ArrayNode predictions = json.putArray("predictions");
        utility.predictions().forEach(prediction -> {
            ObjectNode node = predictions
                    .addObject()
                    .put("column", prediction.target())
                    .put("event", prediction.event())
                    .put("rows", prediction.rows());
            node.set("learnedHere", estimate(prediction.there()));
            node.set("learnedThere", estimate(prediction.original()));
        });
        ArrayNode unshared = json.putArray("unshared");
        utility.unshared().forEach(unshared::add);
        return json;
    }

    private static ObjectNode disclosure(DisclosureReport report) {
        ObjectNode json = object().put("leaks", report.leaks())
                .put("people", report.people())
                .put("records", report.released());
        ArrayNode risks = json.putArray("risks");
        for (Risk risk : report.risks()) {
            ObjectNode node = risks.addObject()
                    .put("attack", risk.attack())
                    .put("about", risk.about())
                    .put("attacks", risk.attacks())
                    .put("certain", risk.certain())
                    .put("sentence", risk.sentence());
            node.set("attacked", estimate(risk.attacked()));
            node.set("control", estimate(risk.control()));
            node.set("risk", estimate(risk.risk()));
        }
        json.set("closer", estimate(report.closer()));
        json.set("copies", estimate(report.copies()));
        json.set("copiesOfHoldout", estimate(report.copiesControl()));
        json.set("membership", estimate(report.membership()));
        ArrayNode columns = json.putArray("columns");
        report.columns().forEach(columns::add);
        return json;
    }

    private static ObjectNode estimate(Estimate estimate) {
        return object().put("value", estimate.value())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }

    private static void finite(ObjectNode json, String name, double value) {
        if (!Double.isFinite(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
