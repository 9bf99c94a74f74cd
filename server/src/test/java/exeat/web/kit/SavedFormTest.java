package exeat.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A form that was kept leads back to a page of ours, and nowhere else. */
class SavedFormTest {

    @Test
    void forms_of_officers_and_of_administrators_are_kept() {
        for (var path :
                List.of(
                        "/officer/case/ABC/note",
                        "/admin/accounts/new",
                        "/admin/accounts/jl-yanji-fa-1a2b3c4d/proposal",
                        "/admin/accounts/cn.1/proposal")) {
            assertThat(SavedForm.Typed.read(path + "?reason=Left"))
                    .as(path)
                    .contains(new SavedForm.Typed(path, Map.of("reason", List.of("Left"))));
        }
    }

    @Test
    void other_addresses_are_not_led_to() {
        for (var path :
                List.of("//example.org/officer", "/admin/../api", "/api/x", "/officer/.x", "")) {
            assertThat(SavedForm.Typed.read(path + "?reason=Left")).as(path).isEmpty();
        }
    }
}
