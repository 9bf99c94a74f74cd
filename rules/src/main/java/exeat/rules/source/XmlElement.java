package exeat.rules.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML file.
 *
 * @param attributes those without a namespace, by name
 * @param text the characters directly inside it, stripped
 */
public record XmlElement(
        String namespace,
        String name,
        int line,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text) {

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
