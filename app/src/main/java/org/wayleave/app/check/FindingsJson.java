package org.wayleave.app.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Findings as a JSON document of our own. */
public final class FindingsJson {
    private FindingsJson() {}

    /** {@code passed, journeys, errors, warnings, findings: [{code, severity, kind, document, step, title, reason, fix}]}. */
    public static ObjectNode of(CheckResult result) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("passed", result.passed());
        document.put("journeys", result.journeys());
        document.put("errors", result.count(CheckFinding.Severity.ERROR));
        document.put("warnings", result.count(CheckFinding.Severity.WARNING));
        ArrayNode findings = document.putArray("findings");
        for (CheckFinding finding : result.findings()) {
            findings.addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().wire())
                    .put("kind", finding.kind())
                    .put("document", finding.document())
                    .put("step", finding.step())
                    .put("title", finding.title())
                    .put("reason", finding.reason())
                    .put("fix", finding.fix());
        }
        return document;
    }
}
