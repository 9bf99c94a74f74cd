package exeat.rules.dmn;

import java.util.Optional;

/** The types that tables use. */
public enum FeelType {
    STRING,
    NUMBER,
    BOOLEAN,
    DATE,
    /** The type of null alone. */
    NULL;

    /** The type that a {@code typeRef} names, with or without the prefix {@code feel:}. */
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
