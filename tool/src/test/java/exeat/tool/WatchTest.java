package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String[] SMALL = {
        "watch", "--simulate", "--months", "2", "--units", "4", "--every", "7", "--seed", "7"
    };

    @Tag("full")
    @Test
    void made_up_months_give_rates_with_their_intervals_and_the_same_again() {
        var ran = Ran.exeat(SMALL);
        assertThat(ran.status()).isEqualTo(0);
        assertThat(ran.out())
                .contains("with a false alarm       0 of 2, 0.0% (95%: 0.0% to 84.2%)")
                .contains("checks with one          0 of 8")
                .contains("a practice: four in five")
                .contains("    by practice: 2 of 2, 100.0% (95%: 15.8% to 100.0%)")
                .contains("by rubber stamp: 2 of 2");
        assertThat(Ran.exeat(SMALL).out()).isEqualTo(ran.out());
    }

    @Test
    void a_month_that_cannot_be_simulated_is_misuse() {
        assertThat(Ran.exeat("watch").status()).isEqualTo(2);
        assertThat(Ran.exeat("watch", "--simulate", "--months", "0").status()).isEqualTo(2);
        assertThat(Ran.exeat("watch", "--simulate", "--units", "1").status()).isEqualTo(2);
    }
}
