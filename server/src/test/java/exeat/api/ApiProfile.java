package exeat.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * An office of its own, without the demonstration, in a folder of its own, which sends its spans to
 * a receiver. The tests of the interface share it, as each further profile starts a server anew.
 */
public final class ApiProfile implements QuarkusTestProfile {

    static final Receiver RECEIVER = new Receiver();

    @Override
    public Map<String, String> getConfigOverrides() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Map.of(
                "exeat.data",
                folder().toString(),
                "exeat.directives",
                Path.of(root, "directives").toString(),
                "exeat.demo",
                "false",
                "exeat.traces.endpoint",
                RECEIVER.endpoint(),
                "exeat.traces.header-file",
                header().toString());
    }

    private static Path header() {
        try {
            var file = Files.createTempFile("header", "");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return Files.writeString(file, "X-Token=ZZTOKEN\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path folder() {
        try {
            var towns = Path.of(System.getProperty("exeat.towns", "target/towns"));
            Files.createDirectories(towns.toAbsolutePath());
            return Files.createTempDirectory(towns.toAbsolutePath(), "api");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
