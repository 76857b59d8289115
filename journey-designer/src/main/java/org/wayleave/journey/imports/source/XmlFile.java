package org.wayleave.journey.imports.source;

import java.io.StringReader;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.exchange.JourneyFormatException;

/** Reads XML from somebody else: document types and entities are refused, nothing is ever fetched. */
public final class XmlFile {

    private XmlFile() {}

    /**
     * Reads a file.
     *
     * @throws JourneyFormatException when it is not XML, declares a document type, or is larger or deeper than it may be
     */
    public static XmlSource read(String text) {
        if (text.length() > SourceLimits.CHARACTERS) {
            throw new JourneyFormatException(
                    "", "the file is longer than " + SourceLimits.CHARACTERS / (1024 * 1024) + " MiB");
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return tree(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            Location place = broken.getLocation();
            String where = place == null || place.getLineNumber() < 0
                    ? ""
                    : " (line " + place.getLineNumber() + ", column " + place.getColumnNumber() + ")";
            throw new JourneyFormatException("", "the file is not XML that can be read" + where);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no entity is fetched");
        });
        return factory;
    }

    private static XmlSource tree(XMLStreamReader reader) throws XMLStreamException {
        XmlSource root = null;
        XmlSource here = null;
        int depth = 0;
        int parts = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new JourneyFormatException(
                            "", "the file declares a document type, which is refused; remove the DOCTYPE line");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new JourneyFormatException("", "the file uses an entity of its own, which is refused");
                case XMLStreamConstants.START_ELEMENT -> {
                    parts += 1 + reader.getAttributeCount();
                    if (++depth > SourceLimits.DEPTH) {
                        throw new JourneyFormatException(
                                "", "the file nests deeper than " + SourceLimits.DEPTH + " elements");
                    }
                    if (parts > SourceLimits.PARTS) {
                        throw new JourneyFormatException(
                                "", "the file holds more than " + SourceLimits.PARTS + " elements and attributes");
                    }
                    here = element(reader, here, parts);
                    root = root == null ? here : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    here = here == null ? null : here.parent();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (here != null) {
                        here.append(reader.getText());
                    }
                }
                default -> {
                    // Comments, instructions and blanks between elements say nothing of the journey.
                }
            }
        }
        return Objects.requireNonNull(root, "a parsed document has a root");
    }

    private static XmlSource element(XMLStreamReader reader, @Nullable XmlSource parent, int order) {
        XmlSource element = new XmlSource(
                orEmpty(reader.getNamespaceURI()),
                orEmpty(reader.getPrefix()),
                name(reader.getLocalName()),
                parent,
                order);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attribute(
                    orEmpty(reader.getAttributePrefix(i)),
                    orEmpty(reader.getAttributeNamespace(i)),
                    name(reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    private static String name(String name) {
        if (name.length() > SourceLimits.NAME) {
            throw new JourneyFormatException("", "a name is longer than " + SourceLimits.NAME + " characters");
        }
        return name;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
