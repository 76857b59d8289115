package org.wayleave.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.engine.Policy;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/** What each vertical promises, over every channel, purpose, topic and rung of its own catalogue and with its own settings. */
class VerticalPromisesTest {
    private static final List<String> RUNGS = List.of("personalised", "contextual", "generic");

    /** Somebody who has agreed to everything in every way, and of whom everything is known. */
    private record Someone(String flags, String source, String features, String dataAge, String lacking) {
        static final Someone OPEN =
                new Someone("[]", "preference-centre", "{\"overdrafts90\": 0}", "{\"told-goals\": 3}", "");

        Someone flagged(String flag) {
            return new Someone("[\"" + flag + "\"]", source, features, dataAge, lacking);
        }

        Someone agreedBy(String place) {
            return new Someone(flags, place, features, dataAge, lacking);
        }

        Someone withFeatures(String json) {
            return new Someone(flags, source, json, dataAge, lacking);
        }

        Someone withDataAge(String json) {
            return new Someone(flags, source, features, json, lacking);
        }

        Someone without(String consent) {
            return new Someone(flags, source, features, dataAge, consent);
        }
    }

    private record Act(String channel, String purpose, String topic, String rung, String element, String model) {
        static Act of(String channel, String purpose, String topic, String rung) {
            return new Act(channel, purpose, topic, rung, "", "");
        }

        Act using(String id) {
            return new Act(channel, purpose, topic, rung, id, model);
        }

        Act chosenBy(String id) {
            return new Act(channel, purpose, topic, rung, element, id);
        }
    }

    static List<String> verticals() {
        return PolicyPack.verticals();
    }

    @Test
    void aVulnerableCustomerOfABankNeverGetsAnOffer() {
        Deciding banking = new Deciding("banking");
        Act offer = Act.of("email", "marketing", "savings", "personalised").using("savings-history");
        assertTrue(banking.allows(Someone.OPEN, offer), "without a flag the offer goes out");
        for (String flag : List.of("vulnerable", "financial-difficulty")) {
            Someone person = Someone.OPEN.flagged(flag);
            Set<String> purposes = new TreeSet<>();
            for (Act act : banking.everyAct()) {
                if (banking.allows(person, act)) {
                    purposes.add(act.purpose());
                    assertFalse(act.rung().equals("personalised"), act::toString);
                    assertFalse(Set.of("credit", "investments").contains(act.topic())
                            && act.purpose().equals("marketing"));
                }
            }
            assertEquals(Set.of("care", "fraud-prevention", "service"), purposes, flag);
        }
    }

    @Test
    void anOverdrawnCustomerAndOneOfWhomThatIsNotKnownGetNoOffer() {
        Deciding banking = new Deciding("banking");
        for (String features : List.of("{\"overdrafts90\": 1}", "{}", "{\"overdrafts90\": \"0\"}")) {
            Someone person = Someone.OPEN.withFeatures(features);
            for (Act act : banking.everyAct()) {
                boolean sells =
                        Set.of("savings", "goals", "investments", "credit").contains(act.topic());
                assertFalse(sells && banking.allows(person, act), () -> features + " " + act);
            }
        }
    }

    @Test
    void aConsentThatWasCarriedOverSellsNothing() {
        Deciding banking = new Deciding("banking");
        for (Act act : banking.everyAct()) {
            assertFalse(
                    act.purpose().equals("marketing") && banking.allows(Someone.OPEN.agreedBy("legacy-import"), act),
                    act::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void aSpecialCategoryReachesNothingButTheEducationItWasToldFor(String vertical) {
        Deciding deciding = new Deciding(vertical);
        for (DataElement element : deciding.catalogue.dataElements().values()) {
            if (element.sensitivity() != DataElement.Sensitivity.SPECIAL) {
                continue;
            }
            boolean told = element.source() == DataElement.Source.TOLD;
            for (Act act : deciding.everyAct()) {
                if (deciding.allows(Someone.OPEN, act.using(element.id()))) {
                    assertTrue(told && act.purpose().equals("education"), () -> element.id() + " reaches " + act);
                }
            }
        }
    }

    @Test
    void nothingOfAPatientRecordReachesAMessageAndOnlyGoalsOpenTheDoor() {
        Deciding healthcare = new Deciding("healthcare");
        Act module = Act.of("email", "education", "sleep", "personalised").using("told-goals");
        assertTrue(healthcare.allows(Someone.OPEN, module));
        for (String element :
                List.of("diagnoses", "medication", "appointment-history", "reading-history", "inferred-condition")) {
            for (Act act : healthcare.everyAct()) {
                assertFalse(healthcare.allows(Someone.OPEN, act.using(element)), () -> element + " reaches " + act);
            }
        }
        Someone silent = Someone.OPEN.withDataAge("{}");
        for (Act act : healthcare.everyAct()) {
            assertFalse(
                    act.purpose().equals("education")
                            && !act.topic().equals("prevention")
                            && healthcare.allows(silent, act),
                    act::toString);
            assertFalse(act.purpose().equals("statistics") && healthcare.allows(Someone.OPEN, act), act::toString);
        }
    }

    @Test
    void historyOfTheDeviceStaysThereAndAVisitIsForgotten() {
        Deciding streaming = new Deciding("streaming");
        Act row = Act.of("device", "device-ranking", "general", "personalised")
                .using("device-history")
                .chosenBy("next-best-on-device");
        assertTrue(streaming.allows(Someone.OPEN, row));
        Act visit = Act.of("web", "session", "general", "contextual")
                .using("session-activity")
                .chosenBy("session-next");
        assertTrue(streaming.allows(Someone.OPEN, visit));
        assertFalse(streaming.allows(Someone.OPEN.withDataAge("{\"session-activity\": 1}"), visit));
        for (Act act : streaming.everyAct()) {
            boolean onDevice = act.channel().equals("device");
            assertFalse(!onDevice && streaming.allows(Someone.OPEN, act.using("device-history")), act::toString);
            assertFalse(
                    !onDevice && streaming.allows(Someone.OPEN, act.chosenBy("next-best-on-device")), act::toString);
            assertFalse(
                    !act.purpose().equals("session") && streaming.allows(Someone.OPEN, act.using("session-activity")),
                    act::toString);
            assertFalse(
                    !act.rung().equals("generic") && streaming.allows(Someone.OPEN.flagged("kids-profile"), act),
                    act::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void anUnknownConsentIsSilenceWhereverItIsNeeded(String vertical) {
        Deciding deciding = new Deciding(vertical);
        int allowed = 0;
        for (Act act : deciding.everyAct()) {
            if (!deciding.allows(Someone.OPEN, act)) {
                continue;
            }
            allowed++;
            for (String consent : deciding.needed(act)) {
                assertFalse(deciding.allows(Someone.OPEN.without(consent), act), () -> act + " without " + consent);
            }
        }
        assertTrue(allowed > 10, vertical + " allows " + allowed);
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void aModelWithoutAReviewChoosesNothing(String vertical) {
        Deciding deciding = new Deciding(vertical);
        if (PolicyPack.bundled(vertical).rule("model-review").isEmpty()) {
            assertEquals("retail", vertical, "retail alone does without");
            return;
        }
        for (Act act : deciding.everyAct()) {
            assertFalse(deciding.allows(Someone.OPEN, act.chosenBy("unheard-of")), act::toString);
        }
    }

    /** The policy of a vertical with its own catalogue and settings. */
    private static final class Deciding {
        private final Catalogue catalogue;
        private final Policy policy;

        Deciding(String vertical) {
            String json = BundledCatalogue.json(vertical);
            this.catalogue = Catalogue.parse(json);
            this.policy = PolicyPack.bundled(vertical).engine(json, PolicyPack.bundledSettings(vertical));
        }

        List<Act> everyAct() {
            List<Act> acts = new ArrayList<>();
            for (String channel : catalogue.channels().keySet()) {
                for (String purpose : catalogue.purposes().keySet()) {
                    for (String topic : catalogue.topics().keySet()) {
                        RUNGS.forEach(rung -> acts.add(Act.of(channel, purpose, topic, rung)));
                    }
                }
            }
            return acts;
        }

        /** The consents that the catalogue says an action needs, as {@code dimension/key}. */
        List<String> needed(Act act) {
            List<String> needed = new ArrayList<>();
            if (Objects.requireNonNull(catalogue.channels().get(act.channel())).consentRequired()) {
                needed.add("channel/" + act.channel());
            }
            if (Objects.requireNonNull(catalogue.purposes().get(act.purpose())).consentRequired()) {
                needed.add("purpose/" + act.purpose());
            }
            if (Objects.requireNonNull(catalogue.topics().get(act.topic())).consentRequired()) {
                needed.add("category/" + act.topic());
            }
            return needed;
        }

        boolean allows(Someone person, Act act) {
            RegoValue answer = policy.decide(PolicyPack.SEND, RegoJson.parse(document(person, act)));
            return answer instanceof RegoObject decision && Objects.equals(decision.get("allow"), RegoBoolean.of(true));
        }

        private String document(Someone person, Act act) {
            Map<String, String> consents = Map.of(
                    "channel", consents(person, "channel", catalogue.channels().keySet()),
                    "purpose", consents(person, "purpose", catalogue.purposes().keySet()),
                    "category", consents(person, "category", catalogue.topics().keySet()));
            String model =
                    act.model().isEmpty() ? "" : ", \"model\": {\"id\": \"" + act.model() + "\", \"version\": \"1\"}";
            String elements = act.element().isEmpty() ? "[]" : "[\"" + act.element() + "\"]";
            return "{\"person\": {\"id\": \"p000001\", \"ageBand\": \"35-44\", \"country\": \"DE\", \"flags\": "
                    + person.flags()
                    + ", \"consent\": {\"channel\": " + consents.get("channel") + ", \"purpose\": "
                    + consents.get("purpose")
                    + ", \"category\": " + consents.get("category")
                    + "}, \"contacts\": {\"day\": 0, \"week\": 0, \"topicWeek\": {}}, \"features\": "
                    + person.features() + ", \"dataAge\": " + person.dataAge()
                    + "}, \"action\": {\"id\": \"a\", \"channel\": \"" + act.channel() + "\", \"purpose\": \""
                    + act.purpose() + "\", \"topic\": \"" + act.topic() + "\", \"dataElements\": " + elements
                    + ", \"rung\": \"" + act.rung()
                    + "\", \"creative\": {\"id\": \"c\", \"sensitive\": false, \"approved\": true}" + model
                    + "}, \"context\": {\"time\": \"2026-03-02T10:00:00Z\", \"localHour\": 11, \"weekday\": 1,"
                    + " \"journey\": {\"id\": \"j\", \"version\": 1}, \"step\": \"s\", \"arm\": \"\"}}";
        }

        private static String consents(Someone person, String dimension, Set<String> keys) {
            return keys.stream()
                    .filter(key -> !person.lacking().equals(dimension + "/" + key))
                    .map(key -> "\"" + key
                            + "\": {\"state\": \"granted\", \"time\": \"2026-01-20T09:00:00Z\","
                            + " \"policyVersion\": \"2026-01\", \"source\": \"" + person.source() + "\"}")
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}
