package org.wayleave.app.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code hosts read. */
public final class FindingsSarif {
    private FindingsSarif() {}

    /** One SARIF run; each finding points at its document and step by logical location. */
    public static ObjectNode of(CheckResult result, String productVersion) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("version", "2.1.0");
        log.put(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "Wayleave");
        driver.put("semanticVersion", productVersion);
        Map<String, Integer> rules = rules(result, driver.putArray("rules"));
        ArrayNode results = run.putArray("results");
        for (CheckFinding finding : result.findings()) {
            ObjectNode entry = results.addObject();
            entry.put("ruleId", finding.code());
            entry.put("ruleIndex", rules.get(finding.code()));
            entry.put("level", level(finding.severity()));
            entry.putObject("message").put("text", finding.reason() + ". " + finding.fix() + ".");
            ObjectNode location = entry.putArray("locations").addObject();
            location.putObject("physicalLocation")
                    .putObject("artifactLocation")
                    .put("uri", finding.kind() + "/" + finding.document() + ".json");
            location.putArray("logicalLocations")
                    .addObject()
                    .put("fullyQualifiedName", finding.path())
                    .put("kind", finding.step() == null ? "module" : "member");
            entry.putObject("partialFingerprints").put("wayleave/v1", finding.path() + "#" + finding.code());
        }
        return log;
    }

    private static Map<String, Integer> rules(CheckResult result, ArrayNode rules) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (CheckFinding finding : result.findings()) {
            if (indexes.putIfAbsent(finding.code(), indexes.size()) == null) {
                ObjectNode rule = rules.addObject();
                rule.put("id", finding.code());
                rule.putObject("shortDescription").put("text", finding.title());
                rule.putObject("help").put("text", finding.fix());
            }
        }
        return indexes;
    }

    private static String level(CheckFinding.Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
