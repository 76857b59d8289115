package org.wayleave.data.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;

class ProcessingRecordTest {
    private final Catalogue retail = Recipe.bundled("retail").catalogue();

    @Test
    void theRetailRegistrySaysAllThatArticle30AsksFor() {
        ProcessingRecord record = ProcessingRecord.of(retail);
        assertEquals(List.of(), record.gaps());
        assertEquals(retail.purposes().size(), record.activities().size());
        String html = ProcessingRecordFile.html(record);
        retail.recipients().values().forEach(recipient -> assertTrue(html.contains(recipient.title()), recipient.id()));
        retail.purposes().values().forEach(purpose -> assertTrue(html.contains(purpose.title())));
        retail.organisation().securityMeasures().forEach(measure -> assertTrue(html.contains(measure)));
        assertTrue(html.contains("US: Adequacy decision"));
        assertTrue(html.contains("dpo@shop.example"));
    }

    @Test
    void aCatalogueWithoutTheNewPartsIsReadAndItsGapsAreNamed() {
        Catalogue old = Catalogue.parse("""
            {"id":"c","title":"C","vertical":"v",
             "lawfulBases":{"legitimate-interest":{"title":"L","description":"d"}},
             "purposes":{"p":{"title":"P","description":"d","lawfulBasis":"legitimate-interest","consentRequired":false}},
             "channels":{},"topics":{},
             "dataElements":{"x":{"title":"X","description":"d","lawfulBasis":"","purposes":[],"allowedUses":[],"retentionDays":9,"sensitivity":"normal","source":"told"}},
             "events":{},"policyTexts":{"1":{"time":"2026-01-01T00:00:00Z","title":"T"}}}\
            """);
        List<String> gaps = ProcessingRecord.of(old).gaps().stream()
                .map(ProcessingRecord.Gap::path)
                .toList();
        assertEquals(
                List.of(
                        "controller.name",
                        "controller.contact",
                        "dataSubjects",
                        "securityMeasures",
                        "dataElements.x.lawfulBasis",
                        "dataElements.x.owner",
                        "dataElements.x.origin",
                        "dataElements.x.purposes",
                        "purposes.p.interest"),
                gaps);
    }

    @Test
    void whatACatalogueSaysIsEscapedInHtmlAndNoFormulaInCsv() {
        Catalogue hostile = Catalogue.parse(retail.json()
                .replace("\"Email address (token)\"", "\"<script>alert('x')</script>\"")
                .replace("\"customer-care\"", "\"=HYPERLINK(1)\""));
        ProcessingRecord record = ProcessingRecord.of(hostile);
        String html = ProcessingRecordFile.html(record);
        assertFalse(html.contains("<script>"));
        assertTrue(html.contains("&lt;script&gt;alert(&#39;x&#39;)"));
        assertFalse(PrivacyNotice.of(hostile).html().contains("<script>"));
        String csv = ProcessingRecordFile.csv(record);
        assertFalse(csv.contains(",=HYPERLINK"));
        assertTrue(csv.contains(",'=HYPERLINK(1)"));
    }

    @Test
    void theSameCatalogueGivesTheSameBytesInAnyLocale() {
        Locale before = Locale.getDefault();
        String english = all(retail);
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(english, all(Catalogue.parse(retail.json())));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theNoticeTellsInterestsSourcesAndRights() {
        String html = PrivacyNotice.of(retail).html();
        assertTrue(html.contains("Tills and web orders"));
        assertTrue(html.contains("(Article 77)"));
        assertTrue(html.contains("(Article 7(3))"));
        assertTrue(html.contains("Knowing what a customer bought before"));
        assertTrue(PrivacyNotice.of(retail).json().contains("\"longestRetentionDays\" : 2190"));
    }

    private static String all(Catalogue catalogue) {
        ProcessingRecord record = ProcessingRecord.of(catalogue);
        return ProcessingRecordFile.html(record)
                + ProcessingRecordFile.csv(record)
                + ProcessingRecordFile.json(record)
                + PrivacyNotice.of(catalogue).html()
                + PrivacyNotice.of(catalogue).json();
    }
}
