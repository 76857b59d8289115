package org.wayleave.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.consent.ConsentState;
import org.wayleave.data.random.Draws;

/** What a recipe declares is what its people show, within the interval of a sample, on 20 seeds and over all of them. */
class RecoveryTest {
    private static final int SEEDS = 20;
    private static final int PEOPLE = 1200;

    static List<String> verticals() {
        return Recipe.verticals();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("declared rates lie in the interval around what people show")
    @MethodSource("verticals")
    void declaredRatesLieInTheIntervalAroundWhatPeopleShow(String vertical) {
        Recipe recipe = Recipe.bundled(vertical);
        Rates rates = new Rates();
        IntStream.rangeClosed(1, SEEDS).forEach(seed -> {
            observe(recipe, recipe, seed, rates);
            rates.seed(seed);
        });
        assertEquals(List.of(), rates.objections(), rates.compared() + " rates; not compared: " + rates.silent());
        assertTrue(rates.compared() >= 90, "only " + rates.compared() + " rates were compared");
    }

    @Test
    void aRateThatIsATenthOffIsFound() {
        Recipe declared = Recipe.bundled("retail");
        for (String[] change : new String[][] {
            {"\"granted\": 0.66, \"denied\": 0.16", "\"granted\": 0.62, \"denied\": 0.2"},
            {"\"regular\": 30", "\"regular\": 33"},
            {"\"probability\": 0.34", "\"probability\": 0.306"},
            {"\"probability\": 0.15, \"value\"", "\"probability\": 0.165, \"value\""},
            {"\"probability\": 0.055", "\"probability\": 0.0605"},
            {"\"keep\": 0.78", "\"keep\": 0.65"},
            {"\"return\": 0.24", "\"return\": 0.2"}
        }) {
            Recipe lived = Recipe.parse(Populations.text("retail").replace(change[0], change[1]), declared.catalogue());
            Rates rates = new Rates();
            for (int seed = 1; seed <= SEEDS; seed++) {
                observe(declared, lived, seed, rates);
                rates.seed(seed);
            }
            assertFalse(rates.objections().isEmpty(), "nobody noticed " + change[1]);
        }
    }

    private static void observe(Recipe declared, Recipe lived, long seed, Rates rates) {
        PersonGenerator generator = new PersonGenerator(lived, seed, Populations.AS_OF, 14);
        BehaviourRates behaviour = new BehaviourRates(declared.content(), rates);
        for (int i = 0; i < PEOPLE; i++) {
            Person person = generator.person(i);
            profile(declared.content(), person, rates);
            consents(declared, person, rates);
            behaviour.observe(person);
            responses(declared.content(), generator.truth(), person, rates);
        }
    }

    private static void profile(RecipeContent content, Person person, Rates rates) {
        for (Country country : content.countries()) {
            rates.share("country " + country.code(), person.country().equals(country.code()), country.share());
        }
        int segment = person.profile().segment;
        for (int i = 0; i < content.segments().size(); i++) {
            RecipeContent.Segment of = content.segments().get(i);
            rates.share("segment " + of.id(), segment == i, of.share());
        }
        List<AgeBand> bands = List.of(AgeBand.values());
        for (int i = 0; i < bands.size(); i++) {
            AgeBand band = bands.get(i);
            rates.share("age band " + band.wire(), person.ageBand() == band, content.ageBands(segment)[i]);
        }
        List<Device> devices = List.of(Device.values());
        for (int i = 0; i < devices.size(); i++) {
            Device device = devices.get(i);
            rates.share("device " + device.wire(), person.device() == device, content.devices()[i]);
        }
        for (RecipeContent.Flag flag : content.flags()) {
            rates.share("flag " + flag.id(), person.flags().contains(flag.id()), flag.share()[segment]);
        }
        content.reach()
                .forEach((channel, share) ->
                        rates.share("reach " + channel, person.tokens().reaches(channel), share));
        RecipeContent.AnswerTable answers = content.answers();
        boolean answered = person.answers().time() > 0;
        rates.share("answers", answered, answers.share());
        for (RecipeContent.Goal goal : content.answers().goals()) {
            rates.share(
                    "goal " + goal.id(),
                    person.answers().goals().contains(goal.id()),
                    answered ? answers.goalsShare() * goal.share() : 0);
        }
    }

    private static void consents(Recipe recipe, Person person, Rates rates) {
        long asOf = Populations.AS_OF.toEpochMilli();
        ConsentRegistry registry = recipe.consentRegistry();
        for (int k = 0; k < registry.size(); k++) {
            RecipeContent.ConsentRates of = recipe.content().consents().rates()[k];
            for (ConsentState.State state : ConsentState.State.values()) {
                double declared = of == null
                        ? (state == ConsentState.State.UNKNOWN ? 1 : 0)
                        : switch (state) {
                            case GRANTED -> of.granted();
                            case DENIED -> of.denied();
                            case UNKNOWN -> of.unknown();
                            case EXPIRED -> of.expired();
                        };
                rates.share(
                        registry.key(k).dimension().wire() + " "
                                + registry.key(k).id() + " " + state.wire(),
                        person.consents().status(k, asOf) == state,
                        declared);
            }
        }
    }

    /** Each person is contacted about one topic by one channel on one rung, and reacts by what the truth declares. */
    private static void responses(RecipeContent content, Truth truth, Person person, Rates rates) {
        List<String> topics = List.copyOf(content.truth().respond().topics().keySet());
        List<String> channels = List.copyOf(content.truth().notice().channels().keySet());
        List<String> rungs = List.of("personalised", "contextual", "generic");
        int k = person.index();
        String topic = topics.get(k % topics.size());
        String rung = rungs.get(k / topics.size() % 3);
        String channel = channels.get(k / topics.size() / 3 % channels.size());
        long time = Populations.AS_OF.toEpochMilli() + 10 * 3_600_000L;
        Contact contact = new Contact(time, channel, topic, rung, 0, 0, Draws.hash("recovery"), 0);
        Reaction reaction = truth.reaction(person, contact);
        double declared = truth.extraOutcomeProbability(person, contact);
        boolean extra = reaction.extra() != null;
        rates.share("response to topic " + topic, extra, declared);
        rates.share("response on rung " + rung, extra, declared);
        rates.share("response by channel " + channel, extra, declared);
    }
}
