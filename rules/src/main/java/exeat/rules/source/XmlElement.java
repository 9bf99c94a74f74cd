package exeat.rules.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML file.
 *
 * @param attributes those without a namespace, by name, and those of XML Schema's instances, by
 *     their name after {@link #INSTANCE}
 * @param text the characters directly inside it, stripped
 * @param raw the same, blanks and all
 */
public record XmlElement(
        String namespace,
        String name,
        int line,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        String raw) {

    /** Goes before the names of XML Schema's own attributes: type and nil. */
    public static final String INSTANCE = "xsi:";

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
    }

    public List<XmlElement> children(String name) {
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    public Optional<XmlElement> child(String name) {
        return children.stream().filter(child -> child.name.equals(name)).findFirst();
    }
}
