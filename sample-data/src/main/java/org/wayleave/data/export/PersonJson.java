package org.wayleave.data.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.wayleave.data.Answers;
import org.wayleave.data.Person;
import org.wayleave.data.Recipe;
import org.wayleave.data.consent.ConsentChange;
import org.wayleave.data.event.EventHistory;

/**
 * A person as one JSON object in canonical form (RFC 8785): what an organisation could know at the moment of observation. The
 * future and the truth are left out.
 */
public final class PersonJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Recipe recipe;
    private final long asOf;

    /**
     * Makes a writer.
     *
     * @param asOf the moment of observation of the people written
     */
    public PersonJson(Recipe recipe, Instant asOf) {
        this.recipe = recipe;
        this.asOf = asOf.toEpochMilli();
    }

    /** Returns a person's JSON text, without line breaks. */
    public String text(Person person) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(person, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** Writes a person; members stand in the order of their names. */
    void write(Person person, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ageBand", person.ageBand().wire());
        answers(person.answers(), json);
        json.writeStringField("city", person.city());
        consents(person, json);
        json.writeStringField("country", person.country());
        json.writeObjectFieldStart("dataAge");
        for (Map.Entry<String, Integer> age : person.features().dataAges().entrySet()) {
            json.writeNumberField(age.getKey(), age.getValue());
        }
        json.writeEndObject();
        json.writeStringField("device", person.device().wire());
        events(person, json);
        json.writeObjectFieldStart("features");
        members(person.features().asMap(), json);
        json.writeEndObject();
        texts("flags", person.flags(), json);
        json.writeStringField("id", person.id());
        json.writeStringField("joined", time(person.joined()));
        json.writeObjectFieldStart("tokens");
        for (Map.Entry<String, String> token : person.tokens().all().entrySet()) {
            json.writeStringField(token.getKey(), token.getValue());
        }
        json.writeEndObject();
        json.writeStringField("zone", person.zone().getId());
        json.writeEndObject();
    }

    private static void answers(Answers answers, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("answers");
        if (!answers.isEmpty()) {
            texts("goals", answers.goals(), json);
            texts("preferences", answers.preferences(), json);
            json.writeObjectFieldStart("sizes");
            for (Map.Entry<String, String> size : new TreeMap<>(answers.sizes()).entrySet()) {
                json.writeStringField(size.getKey(), size.getValue());
            }
            json.writeEndObject();
            json.writeStringField("time", time(answers.time()));
        }
        json.writeEndObject();
    }

    private void consents(Person person, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("consents");
        for (ConsentChange change : person.consents().all()) {
            if (change.time() <= asOf) {
                json.writeStartObject();
                json.writeStringField("change", change.kind().wire());
                json.writeStringField("dimension", change.dimension().wire());
                json.writeStringField("key", change.key());
                json.writeStringField("policyVersion", change.policyVersion());
                json.writeStringField("source", change.source());
                json.writeStringField("time", time(change.time()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void events(Person person, JsonGenerator json) throws IOException {
        EventHistory history = person.history();
        json.writeArrayFieldStart("events");
        for (int i = 0; i < history.size(); i++) {
            json.writeStartObject();
            json.writeStringField("event", history.type(i).wire());
            json.writeObjectFieldStart("fields");
            members(EventRecord.of(recipe, person, history, i), json);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void members(Map<String, Object> members, JsonGenerator json) throws IOException {
        for (Map.Entry<String, Object> member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            Object value = member.getValue();
            if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else if (value instanceof Double number) {
                number(number, json);
            } else {
                json.writeString(value.toString());
            }
        }
    }

    private static void number(double number, JsonGenerator json) throws IOException {
        if (number == Math.rint(number)) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private static void texts(String name, Iterable<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static String time(long epochMilli) {
        return Instant.ofEpochMilli(epochMilli).toString();
    }
}
