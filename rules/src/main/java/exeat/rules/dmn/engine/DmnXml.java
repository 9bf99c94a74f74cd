package exeat.rules.dmn.engine;

import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.source.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Helpers shared by all DMN elements. */
final class DmnXml {

    /** Elements without effect on what is computed. */
    static final Set<String> SILENT =
            Set.of("description", "extensionElements", "question", "allowedAnswers");

    private DmnXml() {}

    /** The name with runs of blanks made one; empty if there is none. */
    static String name(XmlElement element) {
        return DeclaredNames.normal(element.attribute("name").orElse(""));
    }

    /** How messages refer to the element. */
    static String label(XmlElement element) {
        var name = name(element);
        return name.isEmpty() ? element.name() : name;
    }

    static String text(XmlElement element) {
        return element.child("text").map(XmlElement::text).orElse("");
    }

    /** The id that a reference within the file names; empty if it points outside the file. */
    static Optional<String> target(XmlElement reference, String namespace) {
        var href = reference.attribute("href").orElse("");
        int at = href.indexOf('#');
        var file = at < 0 ? "" : href.substring(0, at);
        return at < 0 || !(file.isEmpty() || file.equals(namespace))
                ? Optional.empty()
                : Optional.of(href.substring(at + 1));
    }

    /**
     * The children that may affect the computation: those in DMN's own namespace, except the
     * elements without effect.
     */
    static List<XmlElement> speaking(XmlElement element) {
        return element.children().stream()
                .filter(child -> child.namespace().equals(element.namespace()))
                .filter(child -> !SILENT.contains(child.name()))
                .toList();
    }

    static void requireFeel(XmlElement element) throws UnsupportedElementException {
        var language =
                element.attribute("expressionLanguage").or(() -> element.attribute("typeLanguage"));
        if (language.isPresent() && !isFeel(language.get())) {
            throw new UnsupportedElementException(
                    label(element), element.line(), "is not FEEL: " + language.get());
        }
    }

    static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel")
                || language.equalsIgnoreCase("s-feel")
                || language.matches(
                        "https?://www\\.omg\\.org/spec/(DMN/[0-9]+/)?S?-?FEEL/?([0-9]+)?/?");
    }
}
