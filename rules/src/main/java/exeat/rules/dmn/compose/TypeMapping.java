package exeat.rules.dmn.compose;

import exeat.rules.dmn.FeelType;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Simple;
import java.util.Optional;

/** Maps the types of facts and outputs to FEEL's. */
final class TypeMapping {

    private TypeMapping() {}

    static Type of(FeelType type) {
        return switch (type) {
            case STRING -> Simple.STRING;
            case NUMBER -> Simple.NUMBER;
            case BOOLEAN -> Simple.BOOLEAN;
            case DATE -> Simple.DATE;
            case NULL -> Type.Any.ANY;
        };
    }

    /** The fact's type; empty for a type that no fact can have. */
    static Optional<FeelType> of(Type type) {
        if (!(type.base() instanceof Simple simple)) {
            return Optional.empty();
        }
        return switch (simple) {
            case STRING -> Optional.of(FeelType.STRING);
            case NUMBER -> Optional.of(FeelType.NUMBER);
            case BOOLEAN -> Optional.of(FeelType.BOOLEAN);
            case DATE -> Optional.of(FeelType.DATE);
            case TIME, DATE_TIME, DAYS_TIME, YEARS_MONTHS -> Optional.empty();
        };
    }
}
