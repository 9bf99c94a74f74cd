package exeat.rules.feel.syntax;

import exeat.rules.feel.value.FeelTypeNames;
import exeat.rules.feel.value.Type;
import exeat.rules.feel.value.Type.Any;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names known throughout a model, besides the names in scope.
 *
 * @param types the names of types
 * @param members the names of context entries anywhere in the model, for use if a type is unknown
 */
public record ModelNames(DeclaredNames types, DeclaredNames members) {

    private static final String[] PROPERTIES = {
        "year",
        "month",
        "day",
        "weekday",
        "hour",
        "minute",
        "second",
        "time offset",
        "timezone",
        "years",
        "months",
        "days",
        "hours",
        "minutes",
        "seconds",
        "start",
        "end",
        "start included",
        "end included"
    };

    /** The standard's own types and properties, together with a model's. */
    public static ModelNames of(Map<String, Type> types, Collection<String> members) {
        Map<String, Type> known = new LinkedHashMap<>();
        for (var property : PROPERTIES) {
            known.put(property, Any.ANY);
        }
        members.forEach(member -> known.put(member, Any.ANY));
        return new ModelNames(
                DeclaredNames.none().with(FeelTypeNames.BUILT_IN).with(types),
                DeclaredNames.none().with(known));
    }

    /** The names of context entries in a text, found without parsing it. */
    public static Set<String> keys(String text) {
        Set<String> keys = new HashSet<>();
        try {
            var cursor = new TokenCursor(text);
            while (!cursor.isAtEnd()) {
                boolean opens = cursor.is("{") || cursor.is(",");
                cursor.advance(1);
                if (opens) {
                    int end = 0;
                    while (cursor.ahead(end).canBeOfName() && !isBorder(cursor.ahead(end))) {
                        end++;
                    }
                    if (end > 0 && cursor.ahead(end).is(":")) {
                        keys.add(cursor.name(cursor.at(), cursor.at() + end));
                    }
                }
            }
        } catch (SyntaxException unreadable) {
            return Set.of(); // The evaluation of the text reports it.
        }
        return keys;
    }

    private static boolean isBorder(Token token) {
        return token.is(":") || token.is(",") || token.is("{") || token.is("}") || token.is("(");
    }
}
