package exeat.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;

/** Records as functions of the database take them. */
public final class ColumnNames {

    private ColumnNames() {}

    /** Writes records by their {@link Columns}. */
    public static JsonMapper mapper() {
        return JsonMapper.builder().propertyNamingStrategy(new FieldNames(ColumnNames::of)).build();
    }

    /** The columns of a record; empty for one that goes into no function. */
    static Optional<List<String>> of(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Columns.class))
                .map(columns -> List.of(columns.value().split(" ")));
    }
}
