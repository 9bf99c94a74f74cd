package exeat.demo.age;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.demo.Packs;
import exeat.demo.Today;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgeLoadIT {

    private static final AgeLoad.Size SMALL = new AgeLoad.Size(3_000, 60, 300, 700, 1963);

    @Tag("full")
    @Test
    void loaded_rows_are_those_that_the_program_would_have_written(@TempDir Path data) {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var loaded = AgeLoad.load(data, Packs.folder(), SMALL, out);
        assertThat(loaded.applications()).isEqualTo(SMALL.applications());
        try (var office =
                Office.open(OfficeSettings.embedded(data, Packs.folder()), Today.clock())) {
            assertThat(office.audit()).isEmpty();
        }
    }
}
