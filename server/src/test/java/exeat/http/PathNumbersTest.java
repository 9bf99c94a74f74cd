package exeat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.TravellerNo;
import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.api.Test;

class PathNumbersTest {

    @Test
    void a_number_that_no_traveller_can_have_is_not_found() {
        for (int no : new int[] {-1, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> PathNumbers.traveller(no))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(PathNumbers.traveller(0)).isEqualTo(TravellerNo.PRINCIPAL);
        assertThat(PathNumbers.traveller(2)).isEqualTo(new TravellerNo(2));
    }
}
