package org.wayleave.data.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.consent.Dimension;
import org.wayleave.data.preference.MessageChange.Effect;
import org.wayleave.data.preference.MessagePreview.Message;
import org.wayleave.data.preference.MessagePreview.Rung;

class WithdrawalEffectTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private final Recipe retail = Recipe.bundled("retail");
    private final PersonGenerator generator = new PersonGenerator(retail, 1, NOW, 30);

    @Test
    void whoWithdrawsPersonalisationOnlyLosesWhatServedNothingElse() {
        int seen = 0;
        for (int i = 0; i < 400; i++) {
            Person person = generator.person(i);
            if (!granted(person.consents(), "personalisation")) {
                continue;
            }
            WithdrawalEffect effect = effect(person, "personalisation");
            assertTrue(effect.narrowed().stream()
                    .anyMatch(narrowed -> narrowed.element().equals("purchase-history")
                            && narrowed.lost().equals(List.of("Personalisation"))));
            boolean goalsGone = effect.pseudonymised().stream()
                    .anyMatch(element -> element.element().equals("told-goals"));
            assertTrue(goalsGone, person.id());
            boolean viewsGone = effect.pseudonymised().stream()
                    .anyMatch(element -> element.element().equals("browsing-history"));
            assertEquals(
                    !granted(person.consents(), "marketing") && !granted(person.consents(), "analytics"), viewsGone);
            boolean featureStopped = effect.stopped().stream()
                    .anyMatch(stopped -> stopped.element().equals("browsing-history"));
            assertTrue(viewsGone || !featureStopped);
            seen += viewsGone && featureStopped ? 1 : 0;
            effect.pseudonymised().forEach(element -> assertNotEquals(element.known(), element.pseudonym()));
        }
        assertTrue(seen > 3, "only " + seen + " people lost features");
    }

    @Test
    void theSameWithdrawalGivesTheSamePseudonymsAndNothingWithdrawnNone() {
        Person person = generator.person(3);
        assertEquals(effect(person, "marketing"), effect(person, "marketing"));
        assertEquals(
                new WithdrawalEffect(List.of(), List.of(), List.of()),
                WithdrawalEffect.of(
                        retail.catalogue(),
                        retail.featureSchema(),
                        person,
                        person.consents(),
                        person.consents(),
                        NOW.toEpochMilli()));
    }

    @Test
    void aMessageIsPausedLessPersonalOrSentAgain() {
        List<Message> before =
                List.of(message("a", Rung.PERSONALISED), message("b", Rung.GENERIC), message("c", Rung.SILENCE));
        List<Message> after =
                List.of(message("c", Rung.GENERIC), message("b", Rung.SILENCE), message("a", Rung.GENERIC));
        assertEquals(
                List.of(Effect.LESS, Effect.PAUSED, Effect.STARTED),
                MessageChange.between(before, after).stream()
                        .map(MessageChange::effect)
                        .toList());
    }

    private WithdrawalEffect effect(Person person, String purpose) {
        ConsentHistory after =
                person.consents().withWithdrawal(Dimension.PURPOSE, purpose, NOW.toEpochMilli(), "preference-centre");
        return WithdrawalEffect.of(
                retail.catalogue(), retail.featureSchema(), person, person.consents(), after, NOW.toEpochMilli());
    }

    private static boolean granted(ConsentHistory consents, String purpose) {
        return consents.state(Dimension.PURPOSE, purpose, NOW.toEpochMilli()).state() == ConsentState.State.GRANTED;
    }

    private static Message message(String step, Rung rung) {
        return new Message("j", "J", step, step, rung, "email", List.of());
    }
}
