package exeat.store;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.batch.BatchStore;
import exeat.store.batch.FlatBatch;
import exeat.store.batch.LoadRequest;
import exeat.store.rows.AccessLogStore;
import exeat.store.rows.RebuildStore;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records that are passed to database functions have declared names. */
class ColumnsTest {

    @Test
    void every_component_that_goes_into_a_function_of_the_database_has_a_name() {
        var reached = new LinkedHashSet<Class<?>>();
        Arrays.stream(FlatBatch.class.getDeclaredClasses()).forEach(type -> reach(type, reached));
        reach(LoadRequest.Line.class, reached);
        reach(AccessLogStore.AccessRow.class, reached);
        reach(RebuildStore.Rows.class, reached);

        assertThat(reached).hasSizeGreaterThan(15);
        assertThat(reached)
                .allSatisfy(type -> {
                    var names = ColumnNames.of(type).orElse(List.of());
                    assertThat(names).hasSameSizeAs(List.of(type.getRecordComponents()));
                    assertThat(new HashSet<>(names)).hasSameSizeAs(names);
                });
    }

    private static void reach(Type type, Set<Class<?>> reached) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> reach(one, reached));
        } else if (type instanceof Class<?> one && one.isRecord() && reached.add(one)) {
            Arrays.stream(one.getRecordComponents())
                    .forEach(component -> reach(component.getGenericType(), reached));
        }
    }

    @Test
    void a_record_is_written_by_its_names() throws Exception {
        assertThat(ColumnNames.mapper().writeValueAsString(new BatchStore.Issue("a", "b", true)))
                .isEqualTo("{\"raised_by\":\"a\",\"holder\":\"b\",\"open\":true}");
    }
}
