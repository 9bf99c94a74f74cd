package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Town;
import exeat.store.key.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends a statement: of those who write, never anything that could end a commit. */
class RoleLimitsIT {

    @Test
    void no_time_limit_of_a_role_that_writes_can_end_a_commit() throws Exception {
        try (var connections = Database.running(Keys.in(Town.shared().data)).orElseThrow()) {
            for (var role :
                    List.of(
                            connections.writer(),
                            connections.door(),
                            connections.clerk(),
                            connections.sequencer())) {
                try (var connection = role.getConnection()) {
                    assertThat(setting(connection, "statement_timeout")).isEqualTo("0");
                    assertThat(setting(connection, "lock_timeout")).isEqualTo("30s");
                    assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
                }
            }
            try (var connection = connections.reader().getConnection()) {
                assertThat(setting(connection, "statement_timeout")).isEqualTo("30s");
            }
        }
    }

    private static String setting(java.sql.Connection connection, String name)
            throws java.sql.SQLException {
        return Sql.one(
                        connection,
                        "select current_setting(?) as it",
                        row -> row.getString("it"),
                        name)
                .orElseThrow();
    }
}
