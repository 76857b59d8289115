package org.wayleave.app.check;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Findings as a JUnit report, which every CI server shows: one test case for each document and each
 * expectation, failed by its errors. */
public final class FindingsJUnit {
    private FindingsJUnit() {}

    /** The report as XML text. Warnings and notes stand in a passing case's output. */
    public static String of(CheckResult result, List<String> journeys) {
        Map<String, List<CheckFinding>> byDocument = new LinkedHashMap<>();
        journeys.forEach(journey -> byDocument.put("journey/" + journey, new ArrayList<>()));
        result.trials().forEach(trial -> byDocument.put(expectation(trial), new ArrayList<>()));
        for (CheckFinding finding : result.findings()) {
            if (result.trials().stream().anyMatch(trial -> finding.equals(trial.finding()))) {
                continue;
            }
            byDocument
                    .computeIfAbsent(finding.kind() + "/" + finding.document(), key -> new ArrayList<>())
                    .add(finding);
        }
        for (ExpectationTrial trial : result.trials()) {
            CheckFinding finding = trial.finding();
            if (finding != null) {
                byDocument.put(expectation(trial), List.of(finding));
            }
        }
        long failed = byDocument.values().stream()
                .filter(findings -> findings.stream().anyMatch(FindingsJUnit::fails))
                .count();
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "wayleave check");
            xml.writeAttribute("tests", Integer.toString(byDocument.size()));
            xml.writeAttribute("failures", Long.toString(failed));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            for (Map.Entry<String, List<CheckFinding>> document : byDocument.entrySet()) {
                writeCase(xml, document.getKey(), document.getValue());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing XML to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private static String expectation(ExpectationTrial trial) {
        return "journey/" + trial.journey() + ": " + trial.result().name();
    }

    private static void writeCase(XMLStreamWriter xml, String document, List<CheckFinding> findings)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "wayleave.check");
        xml.writeAttribute("name", clean(document));
        List<CheckFinding> errors =
                findings.stream().filter(FindingsJUnit::fails).toList();
        if (!errors.isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean(errors.getFirst().reason()));
            xml.writeAttribute("type", clean(errors.getFirst().code()));
            xml.writeCharacters(clean(lines(errors)));
            xml.writeEndElement();
        }
        List<CheckFinding> others =
                findings.stream().filter(finding -> !fails(finding)).toList();
        if (!others.isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(clean(lines(others)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean fails(CheckFinding finding) {
        return finding.severity() == CheckFinding.Severity.ERROR;
    }

    private static String lines(List<CheckFinding> findings) {
        StringBuilder lines = new StringBuilder();
        for (CheckFinding finding : findings) {
            lines.append(finding.severity().wire())
                    .append(' ')
                    .append(finding.code())
                    .append(" at ")
                    .append(finding.path())
                    .append(": ")
                    .append(finding.reason())
                    .append(". ")
                    .append(finding.fix())
                    .append(".\n");
        }
        return lines.toString();
    }

    /** XML 1.0 has no control characters, not even escaped ones. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD");
    }
}
