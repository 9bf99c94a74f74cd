package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected output beside its input. {@code -Dexeat.golden=write} rewrites it, to be read as a diff.
 */
public final class Golden {

    private Golden() {}

    public static void check(Path expected, String actual) throws IOException {
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).as("run once with -Dexeat.golden=write, then read the diff").exists();
        assertThat(actual)
                .as(String.valueOf(expected.getFileName()))
                .isEqualTo(Files.readString(expected));
    }
}
