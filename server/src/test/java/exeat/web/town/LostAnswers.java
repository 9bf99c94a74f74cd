package exeat.web.town;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * As long as this is open, each commit of the writer is on the disk and its answer never comes: the
 * database waits for a standby that is not there, and the connection that waits is ended.
 */
public final class LostAnswers implements AutoCloseable {

    private static final int PROBES = 500;

    private final Connection superuser;
    private final Thread ending;

    private LostAnswers(Connection superuser) {
        this.superuser = superuser;
        ending = Thread.ofPlatform().daemon().name("ends what waits").unstarted(this::end);
    }

    public static LostAnswers begin() throws Exception {
        var lost = new LostAnswers(superuser());
        run(lost.superuser, "alter system set synchronous_standby_names = 'nowhere'");
        run(lost.superuser, "select pg_reload_conf()");
        try {
            awaitsAStandby();
            lost.ending.start();
            return lost;
        } catch (Exception | AssertionError failed) {
            lost.close();
            throw failed;
        }
    }

    private static Connection superuser() throws SQLException, IOException {
        var data = ConfigProvider.getConfig().getValue("exeat.data", Path.class);
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        var password = Keys.in(data).secret("superuser.password").base64();
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** Commits one after the other, until one waits and is told so by its limit. */
    private static void awaitsAStandby() throws Exception {
        try (var probe = superuser();
                var other = superuser()) {
            var commits =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                try {
                                    for (int n = 0; n < PROBES; n++) {
                                        run(probe, "select pg_logical_emit_message(true, 'x', '')");
                                        Thread.sleep(10);
                                    }
                                } catch (SQLException | InterruptedException ended) {
                                    return;
                                }
                            });
            while (commits.isAlive()) {
                run(other, ended("pg_terminate_backend", "postgres"));
                Thread.sleep(10);
            }
            assertThat(probe.isValid(2)).as("a commit waited").isFalse();
        }
    }

    private static String ended(String how, String user) {
        return "select %s(pid) from pg_stat_activity where wait_event = 'SyncRep' and usename = '%s'"
                .formatted(how, user);
    }

    private void end() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                run(superuser, ended("pg_terminate_backend", "exeat_writer"));
                Thread.sleep(10);
            }
        } catch (SQLException | InterruptedException closed) {
            return;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** From now on answers come again. */
    @Override
    public void close() throws SQLException, IOException {
        ending.interrupt();
        try {
            ending.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        superuser.close();
        try (var other = superuser()) {
            run(other, "alter system reset synchronous_standby_names");
            run(other, "select pg_reload_conf()");
        }
    }
}
