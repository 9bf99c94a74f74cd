package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.tool.cli.CommandIo;
import exeat.tool.input.FactRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideTest {

    private static final String GOOD =
            "{\"id\":\"%d\",\"facts\":{\"residence addressed\":true,\"purpose\":\"return\","
                    + "\"nationality\":\"KP\"}}\n";

    @Test
    void lines_are_decided_and_bad_ones_reported_with_their_place() throws IOException {
        var ran = Ran.exeatWith(Everybody.inJson(read("decide.jsonl")), "decide", "prc-1963");
        ran.isAsIn("decide-jsonl.txt");
        // Written anew when the pack changes, they are still about something.
        for (var outcome : List.of("approve always", "approve in general", "refer")) {
            assertThat(ran.out()).contains("\"outcome\":\"" + outcome + "\"");
        }
        assertThat(ran.outLines())
                .filteredOn(line -> line.contains("\"why\":\"unanswered\""))
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"unanswered\"");
    }

    @Test
    void csv_is_decided_and_bad_rows_reported_with_their_place() throws IOException {
        var csv = Everybody.inCsv(read("decide.csv"));
        var ran = Ran.exeatWith(csv, "decide", "prc-1963", "-", "--format", "csv");
        var columns = "the header has ";
        var err = ran.err().replace(columns + (5 + Everybody.count()), columns + 5);
        new Ran(ran.status(), ran.out(), err).isAsIn("decide-csv.txt");
        assertThat(ran.outLines())
                .hasSize(3)
                .noneMatch(line -> line.contains("\"why\":\"unanswered\""));
    }

    @Test
    void a_header_with_an_unknown_column_is_a_fault() {
        var ran = Ran.exeatWith("id,height\n1,2\n", "decide", "prc-1963", "--format=csv");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("standard input:1:2: height: the directive has no such");
    }

    @Test
    void a_file_ending_in_csv_is_csv(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "\uFEFFid,nationality\r\n7,KP\r\n");
        var ran = Ran.exeat("decide", "prc-1963", file.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("{\"id\":\"7\",\"outcome\":\"refer\"");
    }

    @Test
    void a_pack_can_be_a_folder_and_another_folder_is_named() {
        var folder = Ran.root().resolve("directives/prc-1963").toString();
        assertThat(Ran.exeatWith("", "decide", folder).status()).isZero();
        var ran = Ran.exeat("decide", "no-such-pack");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("no pack 'no-such-pack'", "prc-1963");
    }

    @Test
    void a_file_that_is_not_there_is_a_fault() {
        var ran = Ran.exeat("decide", "prc-1963", "nowhere.jsonl");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("exeat: nowhere.jsonl: cannot be read\n");
    }

    @Test
    void fifty_thousand_lines_pass_in_order() {
        int lines = 50_000;
        var in = new Repeated(lines);
        var counted = new Counted();
        var err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int status =
                Main.run(
                        new CommandIo(in, counted, err, false, Today.clock()),
                        "decide",
                        "prc-1963");
        assertThat(status).isZero();
        assertThat(counted.lines).isEqualTo(lines);
        assertThat(in.asked).isEqualTo(lines);
    }

    @Test
    void a_line_without_end_is_passed_over_and_the_next_is_decided() {
        var ran =
                Ran.exeatWith(
                        "\"" + "x".repeat(FactRows.MAX_LENGTH) + "\n" + GOOD.formatted(2),
                        "decide",
                        "prc-1963");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("standard input:1: the line is longer than");
        assertThat(ran.outLines()).hasSize(1);
    }

    @Test
    void a_reader_that_has_gone_is_no_fault() {
        var err = new ByteArrayOutputStream();
        var gone =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new CommandIo.PipeClosed(new IOException("Broken pipe"));
                    }
                };
        var in = new ByteArrayInputStream(GOOD.formatted(1).getBytes(StandardCharsets.UTF_8));
        var io =
                new CommandIo(
                        in,
                        gone,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        Today.clock());
        assertThat(Main.run(io, "decide", "prc-1963")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static String read(String name) throws IOException {
        return Files.readString(
                Ran.root().resolve("tool/src/test/resources/exeat/tool").resolve(name));
    }

    /** So many lines that are never all in memory. */
    private static final class Repeated extends InputStream {

        private final int lines;
        private int asked;
        private byte[] line = new byte[0];
        private int at;

        Repeated(int lines) {
            this.lines = lines;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            target[offset] = (byte) first;
            int more = Math.min(length - 1, line.length - at);
            System.arraycopy(line, at, target, offset + 1, more);
            at += more;
            return more + 1;
        }

        @Override
        public int read() {
            if (at == line.length && asked < lines) {
                line = GOOD.formatted(++asked).getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at == line.length ? -1 : line[at++];
        }
    }

    /** Counts lines and keeps nothing. */
    private static final class Counted extends OutputStream {

        private int lines;

        @Override
        public void write(int one) {
            lines += one == '\n' ? 1 : 0;
        }
    }
}
