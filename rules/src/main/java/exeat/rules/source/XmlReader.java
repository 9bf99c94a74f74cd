package exeat.rules.source;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an XML file into elements with lines. A document type, an entity of one's own, a file that
 * is too long, too deep or too full is refused before anything is made of it.
 */
public final class XmlReader {

    /** The longest file that is read. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int MAX_DEPTH = 48;
    private static final int MAX_ELEMENTS = 400_000;

    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)");

    private final XMLStreamReader reader;
    private int elements;

    private XmlReader(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root element; empty, with a problem reported, when the file cannot be read. */
    public static Optional<XmlElement> read(byte[] bytes, ProblemCollector problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(
                    0, "file", "is " + bytes.length + " bytes long; the limit is " + MAX_BYTES);
            return Optional.empty();
        }
        // The parser prints a message about bytes that are not text, so they are rejected before.
        if (isUtf8(bytes) && SourceText.decode(bytes, MAX_BYTES, problems).isEmpty()) {
            return Optional.empty();
        }
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return Optional.of(new XmlReader(reader).document());
            } finally {
                reader.close();
            }
        } catch (Unreadable unreadable) {
            problems.add(unreadable.line, "xml", String.valueOf(unreadable.getMessage()));
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNumber());
            problems.add(line, "xml", "is not well formed");
        } catch (MissingResourceException unworded) {
            // The JDK's parser has no words for some mistakes within a document type.
            problems.add(0, "xml", "is not well formed");
        }
        return Optional.empty();
    }

    /** Whether nothing at the beginning says that it is in another encoding. */
    private static boolean isUtf8(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        var declared = ENCODING.matcher(head);
        return declared.find()
                ? declared.group(1).equalsIgnoreCase("UTF-8")
                : !head.startsWith("\u00fe\u00ff")
                        && !head.startsWith("\u00ff\u00fe")
                        && head.indexOf('\0') < 0;
    }

    /** The JDK's own parser, whatever else lies on the class path, with everything external off. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private XmlElement document() throws XMLStreamException, Unreadable {
        while (reader.hasNext()) {
            int event = reader.next();
            refuseForeign(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                var root = element(0);
                while (reader.hasNext()) {
                    refuseForeign(reader.next());
                }
                return root;
            }
        }
        throw new Unreadable(1, "has no element");
    }

    private XmlElement element(int depth) throws XMLStreamException, Unreadable {
        int line = line();
        if (depth > MAX_DEPTH) {
            throw new Unreadable(line, "is nested deeper than " + MAX_DEPTH);
        }
        if (++elements > MAX_ELEMENTS) {
            throw new Unreadable(line, "has more than " + MAX_ELEMENTS + " elements");
        }
        var namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        var name = reader.getLocalName();
        var attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        var text = new StringBuilder();
        for (int event = reader.next();
                event != XMLStreamConstants.END_ELEMENT;
                event = reader.next()) {
            refuseForeign(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(depth + 1));
            } else if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
                text.append(reader.getText());
            }
        }
        var raw = text.toString();
        return new XmlElement(namespace, name, line, attributes, children, raw.strip(), raw);
    }

    private Map<String, String> attributes() throws Unreadable {
        Map<String, String> attributes = new HashMap<>();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            var value = reader.getAttributeValue(at);
            boolean lines = value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t');
            if (SourceText.hides(value)
                    || (lines && reader.getAttributeLocalName(at).equals("id"))) {
                throw new Unreadable(
                        line(),
                        "has a control character, or one that changes the direction of writing, in "
                                + reader.getAttributeLocalName(at));
            }
            var namespace = reader.getAttributeNamespace(at);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(reader.getAttributeLocalName(at), reader.getAttributeValue(at));
            } else if (namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                var name = XmlElement.INSTANCE + reader.getAttributeLocalName(at);
                attributes.put(name, reader.getAttributeValue(at));
            }
        }
        return attributes;
    }

    private void refuseForeign(int event) throws Unreadable {
        if (event == XMLStreamConstants.DTD) {
            throw new Unreadable(line(), "has a document type declaration, which is not allowed");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable(line(), "uses an entity of its own, which is not allowed");
        }
    }

    private int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Stops the reading of a file that must not be read any further. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }
    }
}
