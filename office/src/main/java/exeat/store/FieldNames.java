package exeat.store;

import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields of records by names of their own, and not by those that Java gives them. Asked once
 * for each class, when it is first written or read.
 */
@SuppressWarnings("serial")
public final class FieldNames extends PropertyNamingStrategy {

    private final transient Function<Class<?>, Optional<List<String>>> names;

    /**
     * Fields by these names.
     *
     * @param names of a record's components, in their order; empty for what keeps Java's names
     */
    public FieldNames(Function<Class<?>, Optional<List<String>>> names) {
        this.names = names;
    }

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
        return named(field.getDeclaringClass(), name);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return named(method.getDeclaringClass(), name);
    }

    @Override
    public String nameForConstructorParameter(
            MapperConfig<?> config, AnnotatedParameter parameter, String name) {
        var type = parameter.getDeclaringClass();
        return names.apply(type).map(of -> of.get(parameter.getIndex())).orElse(name);
    }

    private String named(Class<?> type, String name) {
        return names.apply(type)
                .map(of -> {
                    var components = type.getRecordComponents();
                    for (int at = 0; at < components.length; at++) {
                        if (components[at].getName().equals(name)) {
                            return of.get(at);
                        }
                    }
                    throw new IllegalStateException(type + " has no component " + name);
                })
                .orElse(name);
    }
}
