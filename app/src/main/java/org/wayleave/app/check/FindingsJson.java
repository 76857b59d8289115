package org.wayleave.app.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Findings as a JSON document of our own. */
public final class FindingsJson {
    private FindingsJson() {}

    /**
     * {@code passed, journeys, errors, warnings, findings: [{code, severity, kind, document, step, title, reason, fix}],
     * expectations: [{journey, id, name, verdict, people, concerned, shown, low, high, witnesses}]}.
     */
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
        ArrayNode expectations = document.putArray("expectations");
        result.trials().forEach(trial -> expectations.add(expectation(trial)));
        return document;
    }

    /** One expectation as tried; the shares lie between 0 and 1. */
    public static ObjectNode expectation(ExpectationTrial trial) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("journey", trial.journey())
                .put("id", trial.result().id())
                .put("name", trial.result().name())
                .put("verdict", trial.result().verdict().name().toLowerCase(Locale.ROOT))
                .put("people", trial.people())
                .put("concerned", trial.result().concerned())
                .put("shown", trial.result().shown())
                .put("low", trial.result().low())
                .put("high", trial.result().high());
        ArrayNode witnesses = line.putArray("witnesses");
        trial.result().witnesses().forEach(witnesses::add);
        return line;
    }
}
