package org.wayleave.data.catalogue;

import java.util.Map;

/** What an organisation has declared about the data it holds and the contacts it makes; immutable. */
public final class Catalogue {
    private final String json;
    private final CatalogueContent content;

    private Catalogue(String json, CatalogueContent content) {
        this.json = json;
        this.content = content;
    }

    /**
     * Reads and checks a catalogue document.
     *
     * @throws CatalogueException if it is too large, no JSON, lacks something or refers to what it does not declare
     */
    public static Catalogue parse(String json) {
        return new Catalogue(json, new CatalogueReader(json).read());
    }

    /** Returns the document as it was read. */
    public String json() {
        return json;
    }

    /** Returns the document's id. */
    public String id() {
        return content.id();
    }

    /** Returns the document's title. */
    public String title() {
        return content.title();
    }

    /** Returns the id of the vertical. */
    public String vertical() {
        return content.vertical();
    }

    /** Returns the purposes by id, in the document's order. */
    public Map<String, Purpose> purposes() {
        return content.purposes();
    }

    /** Returns the channels by id, in the document's order. */
    public Map<String, Channel> channels() {
        return content.channels();
    }

    /** Returns the topics by id, in the document's order. */
    public Map<String, Topic> topics() {
        return content.topics();
    }

    /** Returns the data elements by id, in the document's order. */
    public Map<String, DataElement> dataElements() {
        return content.dataElements();
    }

    /** Returns the lawful bases by id, in the document's order. */
    public Map<String, LawfulBasis> lawfulBases() {
        return content.lawfulBases();
    }

    /** Returns the event contracts by id, in the document's order. */
    public Map<String, EventContract> events() {
        return content.events();
    }

    /** Returns the versions of the consent text, oldest first. */
    public Map<String, PolicyText> policyTexts() {
        return content.policyTexts();
    }

    /** Returns who receives data, by id in the document's order. */
    public Map<String, Recipient> recipients() {
        return content.recipients();
    }

    /** Returns who answers for the processing. */
    public Organisation organisation() {
        return content.organisation();
    }

    /** Returns when which consent may be asked for. */
    public OptIn optIn() {
        return content.optIn();
    }
}
