package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A connection that breaks while it commits, and can take nothing back any more. */
class LostCommitTest {

    private final List<String> asked = new ArrayList<>();

    private Connection connection(String atCommit) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, _) -> {
                            asked.add(method.getName());
                            return switch (method.getName()) {
                                case "commit" -> throw new SQLException("gone", atCommit);
                                case "rollback" -> throw new SQLException("closed", "08003");
                                default -> null;
                            };
                        });
    }

    @Test
    void is_told_as_unknown_although_nothing_can_be_taken_back() {
        var lost = connection("08006");
        assertThatThrownBy(() -> Sql.transaction(lost, _ -> "done"))
                .isInstanceOf(OutcomeUnknownException.class)
                .satisfies(told -> assertThat(told.getSuppressed()).hasSize(1));
        assertThat(asked).contains("commit", "rollback");
    }

    @Test
    void what_the_server_refuses_is_told_as_that() {
        assertThatThrownBy(() -> Sql.transaction(connection("23505"), _ -> "done"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        told -> assertThat(told.getSQLState()).isEqualTo("23505"));
    }
}
