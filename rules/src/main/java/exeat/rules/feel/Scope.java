package exeat.rules.feel;

import exeat.rules.feel.functions.BuiltinFunctions;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.Type.Any;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names and their values, from the innermost scope outwards. */
public final class Scope {

    private static final Scope LIBRARY = new Scope(Optional.empty(), BuiltinFunctions.ALL);
    private static final DeclaredNames LIBRARY_NAMES = libraryNames();

    private final Optional<Scope> outer;
    private final Map<String, ? extends FeelValue> values;

    private Scope(Optional<Scope> outer, Map<String, ? extends FeelValue> values) {
        this.outer = outer;
        this.values = values;
    }

    /** The standard's functions. */
    public static Scope library() {
        return LIBRARY;
    }

    /** The names in {@link #library}. */
    public static DeclaredNames names() {
        return LIBRARY_NAMES;
    }

    /** This scope and more names, which hide equal ones. The map must not be changed afterwards. */
    public Scope with(Map<String, ? extends FeelValue> more) {
        return new Scope(Optional.of(this), more);
    }

    /** This scope and one more name. */
    public Scope with(String name, FeelValue value) {
        return with(Map.of(name, value));
    }

    /** The innermost value with that name. */
    public Optional<FeelValue> get(String name) {
        for (var scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            FeelValue value = scope.get().values.get(name);
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static DeclaredNames libraryNames() {
        Map<String, Any> names = new LinkedHashMap<>();
        BuiltinFunctions.ALL.keySet().forEach(name -> names.put(name, Any.ANY));
        return DeclaredNames.none().with(names);
    }
}
