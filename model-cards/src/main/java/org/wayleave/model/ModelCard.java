package org.wayleave.model;

import java.util.List;
import org.wayleave.workspace.json.JsonProblem;
import org.wayleave.workspace.json.JsonRecord;

/**
 * The card of one model. Members that this version of the program does not know are kept.
 *
 * @param record the card as JSON
 */
public record ModelCard(JsonRecord record) {

    /** An empty card. */
    public static ModelCard blank() {
        return new ModelCard(JsonRecord.empty().withNumber("schemaVersion", "1"));
    }

    /**
     * The card in a JSON text.
     *
     * @throws JsonProblem when the text is not a JSON object
     */
    public static ModelCard parse(String json) {
        return new ModelCard(JsonRecord.parse(json));
    }

    /** The card as JSON text. */
    public String json() {
        return record.json();
    }

    /** Id of the document. */
    public String id() {
        return record.text("id");
    }

    /** Title of the card. */
    public String title() {
        return record.text("title");
    }

    /** The card under another title. */
    public ModelCard withTitle(String title) {
        return new ModelCard(record.withText("title", title));
    }

    /** Id of the model, as actions of journeys name it. */
    public String model() {
        return record.text("model");
    }

    /** Version of the model that the card describes. */
    public String modelVersion() {
        return record.text("modelVersion");
    }

    /** Who answers for the model. */
    public String owner() {
        return record.text("owner.name");
    }

    /** What the model may be used for. */
    public String intendedUse() {
        return record.text("intendedUse.uses");
    }

    /** What the model must not be used for. */
    public String outOfScope() {
        return record.text("outOfScope");
    }

    /** What the model is made of. */
    public List<DataSource> dataSources() {
        return record.rows("dataSources").stream()
                .map(row -> new DataSource(
                        row.text("element"), row.text("use"), row.text("lawfulBasis"), row.text("sensitivity")))
                .toList();
    }

    /** How well the model does, by slice. */
    public List<Metric> metrics() {
        return record.rows("metrics").stream()
                .map(row -> new Metric(
                        row.text("name"),
                        row.text("slice"),
                        row.text("value"),
                        row.text("low"),
                        row.text("high"),
                        row.text("data")))
                .toList();
    }

    /** What could go wrong, for whom, and what is done about it. */
    public List<Harm> harms() {
        return record.rows("harms").stream()
                .map(row -> new Harm(row.text("harm"), row.text("who"), row.text("likelihood"), row.text("mitigation")))
                .toList();
    }

    /**
     * Data that goes into a model.
     *
     * @param element id of the data element in the catalogue
     * @param use what it is used for
     * @param lawfulBasis on what basis
     * @param sensitivity normal, sensitive or special
     */
    public record DataSource(String element, String use, String lawfulBasis, String sensitivity) {}

    /**
     * One figure.
     *
     * @param name what is measured
     * @param slice for whom; "all" for everybody
     * @param value the figure, a decimal number
     * @param low lower end of its 95 % confidence interval, or empty
     * @param high upper end, or empty
     * @param data run or data set that it was measured on
     */
    public record Metric(String name, String slice, String value, String low, String high, String data) {
        /** What is wrong with the figure; empty when nothing is. */
        public String problem() {
            String label = name.isBlank() ? "A metric" : name;
            for (String number : List.of(value, low, high)) {
                if (!number.isEmpty() && !isNumber(number)) {
                    return label + ": \"" + number + "\" is not a number; write it like 0.71.";
                }
            }
            if (value.isEmpty()) {
                return label + " has no value.";
            }
            if ((!low.isEmpty() && number(low) > number(value)) || (!high.isEmpty() && number(high) < number(value))) {
                return label + ": the value lies outside of its interval.";
            }
            return data.isBlank() ? label + " does not say on which run or data it was measured." : "";
        }

        private static boolean isNumber(String text) {
            try {
                return Double.isFinite(number(text));
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private static double number(String text) {
            return Double.parseDouble(text);
        }
    }

    /**
     * Something that could go wrong.
     *
     * @param harm what
     * @param who to whom
     * @param likelihood low, medium or high
     * @param mitigation what is done about it
     */
    public record Harm(String harm, String who, String likelihood, String mitigation) {}
}
