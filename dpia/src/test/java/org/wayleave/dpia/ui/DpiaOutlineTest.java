package org.wayleave.dpia.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wayleave.dpia.Assessment;
import org.wayleave.dpia.SampleAssessments;
import org.wayleave.ui.form.FormEditor;
import org.wayleave.ui.form.FormEntry;
import org.wayleave.ui.form.FormOutline;
import org.wayleave.ui.form.FormSection;
import org.wayleave.ui.form.Question;
import org.wayleave.ui.form.SectionState;

/** Needs no toolkit. */
class DpiaOutlineTest {
    private final FormOutline<Assessment> outline = DpiaOutline.outline(List::of);

    private FormEditor<Assessment> editing(Assessment assessment) {
        FormEditor<Assessment> editor = new FormEditor<>(outline);
        editor.load(new FormEntry("a", assessment.title(), 1, "draft", List.of(), "anna", Instant.EPOCH), assessment);
        return editor;
    }

    private FormSection<Assessment> section(String id) {
        return outline.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSamplesLackNoAnswerAndSayWhatIsNotSettled() {
        for (Assessment sample : SampleAssessments.of("retail")) {
            FormEditor<Assessment> editor = editing(sample);
            assertEquals(List.of(), editor.problemsProperty().get(), sample.id());
            assertEquals(SectionState.STARTED, editor.state(section("opinions")), sample.id());
            assertEquals(SectionState.DONE, editor.state(section("risks")), sample.id());
            assertFalse(section("risks").verdict().apply(sample).isEmpty(), sample.id());
        }
    }

    @Test
    void aNewAssessmentIsOpenEverywhereAndEveryQuestionHasItsOwnName() {
        FormEditor<Assessment> editor = editing(Assessment.blank());
        Set<String> ids = new HashSet<>();
        for (FormSection<Assessment> section : outline.sections()) {
            assertEquals(SectionState.OPEN, editor.state(section), section.id());
            assertFalse(section.guidance().isBlank(), section.id());
            for (Question<Assessment> question : section.questions()) {
                assertTrue(ids.add(question.id()), question.id());
            }
        }
    }

    @Test
    void theScreeningSaysWhatTheSignsComeTo() {
        FormSection<Assessment> screening = section("screening");
        assertTrue(screening.verdict().apply(Assessment.blank()).contains("hardly required"));
        assertTrue(screening
                .verdict()
                .apply(Assessment.parse("{\"screening\":{\"criteria\":[\"scoring\",\"large-scale\"]}}"))
                .startsWith("2 signs: an assessment is presumed"));
        assertTrue(screening
                .verdict()
                .apply(Assessment.parse("{\"screening\":{\"criteria\":[],\"listed\":\"yes\"}}"))
                .startsWith("Required"));
    }

    @Test
    void aHighRiskThatIsLeftSpeaksAgainstStarting() {
        String json =
                "{\"decision\":{\"outcome\":\"approved\"},\"risks\":[{\"after\":{\"likelihood\":%d,\"severity\":3}}]}";
        FormSection<Assessment> decision = section("decision");
        assertTrue(decision.verdict().apply(Assessment.parse(json.formatted(3))).contains("Article 36"));
        assertEquals("", decision.verdict().apply(Assessment.parse(json.formatted(2))));
    }
}
