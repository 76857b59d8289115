package org.wayleave.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportPageTest {
    private final ReportPage page = new ReportPage();

    @Test
    void textOfDocumentsIsEscapedEverywhere() {
        String html = page.html(SampleReport.report());
        assertFalse(html.contains("<script"), "a title from a document must not become markup");
        assertTrue(html.contains("&lt;script&gt;"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String html = page.html(SampleReport.report());
        assertFalse(html.contains("src="));
        assertFalse(html.contains("@import"));
        assertFalse(html.contains("url("));
        assertTrue(html.contains("default-src 'none'"));
    }

    @Test
    void everyPictureIsWellFormedAndHasAName() throws Exception {
        Matcher picture = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL).matcher(page.html(SampleReport.report()));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        int charts = 0;
        while (picture.find()) {
            var root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(picture.group())))
                    .getDocumentElement();
            if (!root.getAttribute("aria-hidden").equals("true")) {
                assertFalse(root.getAttribute("aria-label").isBlank());
                charts++;
            }
        }
        assertTrue(charts > 5, "only " + charts + " pictures");
    }

    @Test
    void theSameReportIsTheSameBytesInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            String arabic = page.html(SampleReport.report());
            Locale.setDefault(Locale.GERMANY);
            assertEquals(arabic, page.html(SampleReport.report()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyPartOfTheReportIsThere() {
        String html = page.html(SampleReport.report());
        for (String part : new String[] {
            "What the journey brings",
            "Reach lost to each rule",
            "Reach by consent",
            "Fallbacks taken",
            "p048112",
            "consent to marketing expired on 4 March",
            "Simulated data",
            "1,000 decisions were decided again",
            "Add a rung that needs no consent."
        }) {
            assertTrue(html.contains(part), part);
        }
    }

    /** For the eye: the page as the test sees it lies in {@code target/report}. */
    @Test
    void aPageForTheEyeIsWritten() throws IOException {
        Path file = Path.of("target/report/sample.html");
        page.write(SampleReport.report(), file);
        assertTrue(Files.size(file) > 20_000);
    }

    @Test
    void writingReplacesTheFileAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out/report.html");
        page.write(SampleReport.report(), file);
        page.write(SampleReport.report(), file);
        assertEquals(page.html(SampleReport.report()), Files.readString(file));
        try (var files = Files.list(folder.resolve("out"))) {
            assertEquals(1, files.count());
        }
    }
}
