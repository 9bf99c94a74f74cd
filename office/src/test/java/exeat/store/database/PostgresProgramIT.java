package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.Town;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Anyone who could replace the database's program would run code as the office. */
final class PostgresProgramIT {

    private Path data = Path.of("");
    private Keys keys = Keys.in(Town.emptyFolder());

    @BeforeEach
    void folder() {
        data = Town.emptyFolder();
        keys = Keys.in(data);
    }

    private Path program() {
        return data.resolve("program");
    }

    @Test
    void the_program_lies_in_the_data_folder_and_is_its_owners_alone() throws Exception {
        try (var server = EmbeddedDatabase.start(data, keys)) {
            assertThat(server.isUp()).isTrue();
            var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
            var words = Files.readString(Path.of("/proc", pid.strip(), "cmdline"));
            var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            assertThat(words)
                    .as("everybody reads these before the port is taken")
                    .doesNotContain(port.strip());
            var running = Files.readSymbolicLink(Path.of("/proc", pid.strip(), "exe"));
            assertThat(running).isEqualTo(program().resolve("postgres/bin/postgres"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program())))
                    .isEqualTo("rwx------");
            try (var files = Files.walk(program())) {
                assertThat(files.filter(file -> !Files.isSymbolicLink(file)))
                        .noneMatch(PostgresProgramIT::othersMayWrite);
            }
        }
    }

    @Tag("full")
    @Test
    void whoever_takes_the_port_of_a_dead_database_keeps_nobody_from_it() throws Exception {
        try (var database = Database.embedded(data, keys)) {
            var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            int port = Integer.parseInt(lines.get(3).strip());
            ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .orElseThrow()
                    .destroyForcibly();
            try (var _ = taken(port)) {
                for (int tries = 0; tries < 600 && !answers(database); tries++) {
                    Thread.sleep(100);
                }
                assertThat(answers(database)).isTrue();
                assertThat(EmbeddedDatabase.written(keys).orElseThrow().url())
                        .doesNotContain(":" + port + "/");
                try (var owner = database.owner()) {
                    assertThat(owner.isValid(5)).isTrue();
                }
            }
        }
    }

    private static ServerSocket taken(int port) throws Exception {
        for (int tries = 0; true; tries++) {
            try {
                return new ServerSocket(port, 16, InetAddress.getLoopbackAddress());
            } catch (BindException notYet) {
                if (tries == 60_000) {
                    throw notYet;
                }
                Thread.sleep(1);
            }
        }
    }

    private static boolean answers(Database database) {
        try (var connection = database.door().getConnection()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    static boolean othersMayWrite(Path file) {
        try {
            var modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            return modes.charAt(4) == 'w' || modes.charAt(7) == 'w';
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Tag("full")
    @Test
    void a_swapped_program_never_runs_and_is_unpacked_anew() throws Exception {
        EmbeddedDatabase.start(data, keys).close();
        var ran = data.resolve("ran");
        for (var name : new String[] {"postgres", "pg_ctl", "initdb"}) {
            var file = program().resolve("postgres/bin").resolve(name);
            Files.writeString(file, "#!/bin/sh\ntouch " + ran + "\nexit 1\n");
        }
        try (var server = EmbeddedDatabase.start(data, keys)) {
            var address = server.address(keys);
            try (var owner =
                    DriverManager.getConnection(
                            address.url(), address.user(), address.password())) {
                assertThat(owner.isValid(5)).isTrue();
            }
        }
        assertThat(ran).doesNotExist();
    }

    @Test
    void a_damaged_database_is_reported_at_once_with_its_cause() throws Exception {
        EmbeddedDatabase.start(data, keys).close();
        Files.writeString(data.resolve("postgres/global/pg_control"), "damaged");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedDatabase.start(data, keys))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("pg_control");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
}
