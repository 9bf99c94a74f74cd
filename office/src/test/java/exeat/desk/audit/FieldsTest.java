package exeat.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that differ are different texts. */
class FieldsTest {

    @Test
    void no_value_takes_over_a_part_of_its_neighbours() {
        assertThat(Fields.of("a b", "c")).isNotEqualTo(Fields.of("a", "b c"));
        assertThat(Fields.of("a", Fields.NONE)).isNotEqualTo(Fields.of("a", ""));
    }

    @Test
    void two_items_are_not_one_with_both_names() {
        assertThat(Fields.list(List.of("a", "b"))).isNotEqualTo(Fields.list(List.of("a,b")));
        var joined = Fields.list(List.of("a", "b")).substring(2);
        assertThat(Fields.list(List.of(joined)))
                .as("also where the character between them was written")
                .isNotEqualTo(Fields.list(List.of("a", "b")));
    }

    @Test
    void people_read_them_as_words() {
        assertThat(Fields.shown(Fields.of("1", Fields.NONE, "x"))).isEqualTo("1 - x");
    }
}
