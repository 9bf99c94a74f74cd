package exeat.casework.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OfficerIdTest {

    /** Whoever signs in may type anything. */
    @Test
    void an_id_of_any_length_takes_no_stack() {
        var parts = "a" + "-a".repeat(50_000);
        assertThat(new OfficerId(parts).text()).isEqualTo(parts);
        assertThatThrownBy(() -> new OfficerId(parts + "-"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
