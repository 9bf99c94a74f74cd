package exeat.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent twice acts once only if its key comes back as it was given. */
class SubmittedFormTest {

    @Test
    void every_key_that_a_form_is_given_is_the_key_with_which_it_comes_back() {
        for (int n = 0; n < 1000; n++) {
            var key = SecureTokens.fresh();
            assertThat(SubmittedForm.sent(Map.of("key", List.of(key))).key()).isEqualTo(key);
        }
        var all = "_-".repeat(20);
        assertThat(SubmittedForm.sent(Map.of("key", List.of(all))).key()).isEqualTo(all);
    }

    @Test
    void a_form_without_a_usable_key_has_one_and_keeps_it() {
        for (var key : List.of("", "short", "with a space in it", "x".repeat(65))) {
            var form = SubmittedForm.sent(Map.of("key", List.of(key), "reason", List.of("A")));
            assertThat(form.key()).hasSize(43).isEqualTo(form.key());
            assertThat(form.without("reason").key()).isEqualTo(form.key());
            assertThat(form.value("reason")).isEqualTo("A");
        }
    }
}
