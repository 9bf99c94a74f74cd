package exeat.store.key;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the keys, when more than one process makes them. */
class KeysTest {

    private static final int PROCESSES = 8;
    private static final int NAMES = 100;

    @Test
    void whoever_makes_the_same_secret_at_once_reads_the_same_one(@TempDir Path data)
            throws Exception {
        var together = new CyclicBarrier(PROCESSES);
        try (var threads = Executors.newFixedThreadPool(PROCESSES)) {
            for (int n = 0; n < NAMES; n++) {
                var name = "secret" + n;
                var made =
                        threads.invokeAll(
                                IntStream.range(0, PROCESSES)
                                        .<java.util.concurrent.Callable<Bytes>>mapToObj(_ ->
                                                () -> {
                                                    together.await();
                                                    return Keys.in(data).secret(name);
                                                })
                                        .toList());
                var seen = new HashSet<Bytes>();
                for (var one : made) {
                    seen.add(one.get());
                }
                assertThat(seen).as(name).hasSize(1);
            }
        }
        assertThat(names(data)).hasSize(NAMES).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void a_file_that_is_written_anew_is_never_seen_missing(@TempDir Path data) throws Exception {
        var keys = Keys.in(data);
        keys.rewrite("address", "first");
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writing =
                    threads.submit(() ->
                            IntStream.range(0, 200)
                                    .forEach(n -> keys.rewrite("address", "then " + n)));
            while (!writing.isDone()) {
                assertThat(Keys.in(data).read("address")).matches("first|then [0-9]+");
            }
            writing.get();
        }
        assertThat(keys.read("address")).isEqualTo("then 199");
    }

    @Test
    void a_secret_is_its_owners_alone(@TempDir Path data) throws IOException {
        Keys.in(data).secret("master");
        var folder = data.resolve("keys");
        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("master")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_folder_that_others_could_look_into_is_closed(@TempDir Path data) throws IOException {
        Keys.in(data).secret("master");
        var folder = data.resolve("keys");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Keys.in(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_data_folder_that_is_made_is_its_owners_alone(@TempDir Path above) throws IOException {
        var data = above.resolve("data");
        Keys.in(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    private static java.util.List<String> names(Path data) throws IOException {
        try (var files = Files.list(data.resolve("keys"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
