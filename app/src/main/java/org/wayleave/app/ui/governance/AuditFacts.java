package org.wayleave.app.ui.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.wayleave.workspace.json.JsonMappers;

/**
 * The facts of a row of the audit ledger as a line for people: times, which the row has already, and fingerprints come last,
 * fingerprints by their beginning.
 */
final class AuditFacts {
    private static final String FINGERPRINT = "sha256:";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final int SHOWN_OF_FINGERPRINT = 12;

    private AuditFacts() {}

    /** Such as "to in review · from draft · content hash 3e27def5664c…"; the text as it is when it is no JSON object. */
    static String line(String detailJson) {
        JsonNode facts;
        try {
            facts = JsonMappers.hardened().readTree(detailJson);
        } catch (JsonProcessingException e) {
            return detailJson;
        }
        if (!facts.isObject()) {
            return detailJson;
        }
        List<String> names = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            JsonNode value = fact.getValue();
            String text = value.isValueNode() ? value.asText() : value.toString();
            if (text.startsWith(FINGERPRINT) && text.length() > FINGERPRINT.length() + SHOWN_OF_FINGERPRINT) {
                String start = text.substring(FINGERPRINT.length(), FINGERPRINT.length() + SHOWN_OF_FINGERPRINT);
                last.add(words(fact.getKey()) + " " + start + "…");
            } else if (TIME.matcher(text).matches()) {
                last.addFirst(words(fact.getKey()) + " " + text);
            } else {
                names.add(words(fact.getKey()) + " " + text);
            }
        }
        names.addAll(last);
        return String.join(" · ", names);
    }

    /** A name such as {@code contentHash} as words: "content hash". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
