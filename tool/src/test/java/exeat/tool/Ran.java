package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.tool.cli.CommandIo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a run of the command line did. */
record Ran(int status, String out, String err) {

    static Ran exeat(String... arguments) {
        return exeatWith("", arguments);
    }

    static Ran exeatWith(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        var io =
                new CommandIo(
                        in,
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Today.clock());
        int status = Main.run(io, arguments);
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    /** All three as they are in a file of that name, but for the pack's version and hash. */
    void isAsIn(String golden) throws IOException {
        var file = root().resolve("tool/src/test/resources/exeat/tool").resolve(golden);
        var hashless =
                out.replaceAll("\"version\":\"[^\"]+\"", "\"version\":\"...\"")
                        .replaceAll(
                                "(version|版本|버전) [^ ,，]+([,，] ?(fingerprint|指纹|지문))", "$1 ...$2")
                        .replaceAll("\"hash\":\"[0-9a-f]{64}\"", "\"hash\":\"...\"")
                        .replaceAll("(SHA-256|hash:) [0-9a-f]{64}", "$1 ...")
                        .replaceAll("hash [0-9a-f]{64}", "hash ...")
                        .replaceAll("(fingerprint|指纹|지문) [0-9a-f]{12}", "$1 ...");
        var all = "status " + status + "\n--- out\n" + hashless + "--- err\n" + err;
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(file, all);
        }
        assertThat(file).as("run exeat golden once, then read the difference").exists();
        assertThat(all).isEqualTo(Files.readString(file));
    }

    static Path root() {
        return Path.of(System.getProperty("exeat.root", ".."));
    }
}
