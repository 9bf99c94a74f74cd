package exeat.rules.dmn;

import java.util.Optional;

/** The types that tables use. */
public enum FeelType {
    STRING,
    NUMBER,
    BOOLEAN,
    DATE,
    /** The type of null, and of nothing else. */
    NULL;

    /** The type named by a {@code typeRef}, with or without the prefix {@code feel:}. */
    public static Optional<FeelType> of(String typeRef) {
        var name = typeRef.startsWith("feel:") ? typeRef.substring("feel:".length()) : typeRef;
        return switch (name) {
            case "string" -> Optional.of(STRING);
            case "number" -> Optional.of(NUMBER);
            case "boolean" -> Optional.of(BOOLEAN);
            case "date" -> Optional.of(DATE);
            default -> Optional.empty();
        };
    }
}
