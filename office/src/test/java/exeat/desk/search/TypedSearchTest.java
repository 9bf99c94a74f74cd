package exeat.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One field takes a number, or a name and a date of birth. */
class TypedSearchTest {

    @ParameterizedTest
    @ValueSource(strings = {"EX-7K3M-9Q2P", "ex 7k3m 9q2p", "7k3m9q2p", "TA5AX926PP", "exO123456l"})
    void a_number_is_read_however_it_is_typed(String typed) {
        assertThat(TypedSearch.of(typed)).isEqualTo(new TypedSearch.Reference(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kim Sunhee 27 3 1931",
                "Kim Sunhee 27.03.1931",
                "Kim Sunhee, 27/3/1931",
                "Kim Sunhee 1931-03-27",
                "1931. 3. 27. Kim Sunhee",
                "1931年3月27日 Kim Sunhee",
                "Kim Sunhee 1931년 3월 27일"
            })
    void a_name_and_a_date_are_read_in_any_order(String typed) {
        assertThat(TypedSearch.of(typed))
                .isInstanceOfSatisfying(
                        TypedSearch.Person.class,
                        person -> {
                            assertThat(person.born()).isEqualTo(LocalDate.of(1931, 3, 27));
                            assertThat(NameWords.typed(person.name()))
                                    .containsExactly("kim", "sunhee");
                        });
    }

    @Test
    void what_is_missing_is_told() {
        assertThat(TypedSearch.of("Kim Sunhee")).isEqualTo(new TypedSearch.NoDate());
        assertThat(TypedSearch.of("Kim Sunhee 31 2 1931")).isEqualTo(new TypedSearch.NoDate());
        assertThat(TypedSearch.of("27 3 1931")).isEqualTo(new TypedSearch.NoName());
        assertThat(TypedSearch.of("")).isEqualTo(new TypedSearch.NoDate());
    }
}
