package org.wayleave.data.catalogue;

import java.util.Map;

/** The parts of a catalogue, each by id in the document's order. */
record CatalogueContent(
        String id,
        String title,
        String vertical,
        Map<String, Purpose> purposes,
        Map<String, Channel> channels,
        Map<String, Topic> topics,
        Map<String, DataElement> dataElements,
        Map<String, LawfulBasis> lawfulBases,
        Map<String, EventContract> events,
        Map<String, PolicyText> policyTexts,
        Map<String, Recipient> recipients,
        Organisation organisation,
        OptIn optIn) {}
