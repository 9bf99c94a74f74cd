package exeat.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.document.DirectiveRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherViewTest {

    @Test
    void directives_with_one_title_are_told_apart_by_id_and_version() {
        var ref = new DirectiveRef("made-up", "2", "hash");
        assertThat(TogetherView.apart("Visits", ref, List.of("Work", "Visits")))
                .isEqualTo("Visits (made-up, 2)");
        assertThat(TogetherView.apart("Visits", ref, List.of("Work"))).isEqualTo("Visits");
    }
}
