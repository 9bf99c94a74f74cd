package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command beside a server. */
class OfficeDatabaseTest {

    @TempDir private Path data = Path.of("");

    /** What each try to start an office comes to; what the command does goes on after the last. */
    private String begun(List<Code> tries) {
        var left = new ArrayList<>(tries);
        return OfficeDatabase.beside(
                OfficeSettings.embedded(data, data),
                Keys.in(data),
                _ -> "reached",
                () -> {
                    if (left.isEmpty()) {
                        return "started";
                    }
                    throw new OfficeException(left.removeFirst(), "a try");
                });
    }

    @Test
    void whoever_has_the_folder_and_does_not_answer_is_waited_for() {
        assertThat(begun(List.of(Code.DATA_IN_USE, Code.DATA_IN_USE))).isEqualTo("started");
    }

    @Test
    void nothing_else_is_tried_again() {
        assertThatThrownBy(() -> begun(List.of(Code.DATA_IN_USE, Code.KEYS)))
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        told -> assertThat(told.code()).isEqualTo(Code.KEYS));
    }
}
