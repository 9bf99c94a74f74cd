package exeat.bench.cases;

import exeat.bench.cases.Tape.Column;
import exeat.bench.cases.Tape.Op;
import exeat.bench.cases.Tape.Row;
import exeat.bench.cases.Tape.Step;
import exeat.casework.StreamId.CaseId;
import exeat.desk.Office;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bare JDBC loop that writes what Exeat writes, into the same tables with the same indexes, and
 * does nothing else: no reading, no checking, no deciding, no sealing. Each client has a connection
 * of its own, and each command is one transaction and one round trip, with every statement of it
 * prepared on the server. What it writes was recorded from a case that went through the desk; only
 * what must differ between cases does. The sequencer of an office works beside it, as beside Exeat.
 */
final class BareRoad implements Contender {

    private static final String NAME = "bare";

    /** So many cases of one client before its numbers meet the next client's. */
    private static final long CASES = 10_000_000;

    private final Office office;
    private final OnePostgres.Database database;
    private final Connection superuser;
    private final Recorded recorded;
    private final List<Client> clients = new ArrayList<>();

    private BareRoad(
            Office office,
            OnePostgres.Database database,
            Connection superuser,
            Recorded recorded) {
        this.office = office;
        this.database = database;
        this.superuser = superuser;
        this.recorded = recorded;
    }

    /** What was recorded, and what in it is another for each case. */
    record Recorded(List<Step> steps, long stream, String id, String number, String paper) {}

    static BareRoad open(OnePostgres postgres, Path data, Path directives, DeskRoad desk)
            throws Exception {
        var database = postgres.database(NAME);
        var office = DeskRoad.office(database, data.resolve(NAME), directives);
        Place.settle(office);
        return new BareRoad(office, database, postgres.superuser(NAME), desk.recorded());
    }

    /** What it writes, a line a statement. */
    void describe(PrintStream out) {
        for (var step : recorded.steps) {
            out.println("step");
            for (var op : step.ops()) {
                var sql = sql(op);
                out.println("  " + sql.substring(0, Math.min(220, sql.length())));
            }
        }
    }

    @Override
    public String title() {
        return "bare JDBC loop";
    }

    @Override
    public int commands() {
        return 8;
    }

    @Override
    public void prepare(int count) throws SQLException {
        while (clients.size() < count) {
            clients.add(new Client(clients.size()));
        }
    }

    @Override
    public void ride(int client, Clock clock) throws SQLException {
        clients.get(client).ride(clock);
    }

    @Override
    public long crossed() throws Exception {
        return DeskRoad.crossed(superuser);
    }

    @Override
    public void close() throws SQLException {
        for (var client : clients) {
            client.connection.close();
        }
        superuser.close();
        office.close();
    }

    /** One client: its connection, its statements, and the values of the case under way. */
    private final class Client {
        private final int number;
        private final Connection connection;
        private final List<PreparedStatement> statements = new ArrayList<>();
        private final AtomicLong next = new AtomicLong();

        Client(int number) throws SQLException {
            this.number = number;
            connection =
                    java.sql.DriverManager.getConnection(
                            // As soon as it can be; every statement is used for ever.
                            database.url() + "?prepareThreshold=1&currentSchema=exeat",
                            database.user(),
                            database.password());
            for (var step : recorded.steps) {
                statements.add(
                        connection.prepareStatement(
                                step.ops().stream()
                                        .map(BareRoad::sql)
                                        .collect(Collectors.joining("; "))));
            }
        }

        void ride(Clock clock) throws SQLException {
            var fresh = new Fresh(recorded, number * CASES + next.incrementAndGet() + CASES, number);
            clock.begin();
            for (int at = 0; at < statements.size(); at++) {
                var statement = statements.get(at);
                int place = 1;
                for (var op : recorded.steps.get(at).ops()) {
                    place = bind(statement, place, op, fresh);
                }
                statement.execute();
                if (at == SIGNING_IN) {
                    clock.begin();
                } else {
                    clock.answered();
                }
            }
        }
    }

    /** The step that is no command. */
    static final int SIGNING_IN = 1;

    private static String sql(Op op) {
        var table = op.table();
        return switch (op) {
            case Tape.Insert(_, var rows) ->
                    "insert into %s (%s)%s values %s"
                            .formatted(
                                    table.name(),
                                    names(table.written(), ", "),
                                    table.name().equals("stream") ? " overriding system value" : "",
                                    values(table, rows));
            case Tape.Count(_, var rows) ->
                    "insert into %1$s as c (%2$s) values %3$s on conflict on constraint"
                            .formatted(table.name(), names(table.written(), ", "), values(table, rows))
                            + " report_cell_pkey do update set n = c.n + excluded.n";
            case Tape.Update(_, _, var changed) ->
                    "update %s set %s where %s"
                            .formatted(
                                    table.name(),
                                    settings(changed, ", "),
                                    settings(table.keys(), " and "));
            case Tape.Delete _ ->
                    "delete from %s where %s"
                            .formatted(table.name(), settings(table.keys(), " and "));
        };
    }

    private static String names(List<Column> columns, String between) {
        return columns.stream().map(Column::name).collect(Collectors.joining(between));
    }

    private static String values(Tape.Table table, List<Row> rows) {
        var one =
                table.written().stream()
                        .map(BareRoad::place)
                        .collect(Collectors.joining(", ", "(", ")"));
        return rows.stream().map(_ -> one).collect(Collectors.joining(", "));
    }

    private static String settings(List<Column> columns, String between) {
        return columns.stream()
                .map(column -> column.name() + " = " + place(column))
                .collect(Collectors.joining(between));
    }

    private static String place(Column column) {
        return switch (column.type()) {
            case "bytea", "int8", "int4", "bool", "text" -> "?";
            default -> "?::" + column.type();
        };
    }

    private static int bind(PreparedStatement statement, int first, Op op, Fresh fresh)
            throws SQLException {
        int place = first;
        switch (op) {
            case Tape.Insert(var table, var rows) -> {
                for (var row : rows) {
                    place = bind(statement, place, table, row, table.written(), fresh);
                }
            }
            case Tape.Count(var table, var rows) -> {
                for (var row : rows) {
                    place = bind(statement, place, table, row, table.written(), fresh);
                }
            }
            case Tape.Update(var table, var row, var changed) -> {
                place = bind(statement, place, table, row, changed, fresh);
                place = bind(statement, place, table, row, table.keys(), fresh);
            }
            case Tape.Delete(var table, var row) ->
                    place = bind(statement, place, table, row, table.keys(), fresh);
        }
        return place;
    }

    private static int bind(
            PreparedStatement statement,
            int first,
            Tape.Table table,
            Row row,
            List<Column> columns,
            Fresh fresh)
            throws SQLException {
        int place = first;
        for (var column : columns) {
            switch (fresh.value(table, column, row.value(column))) {
                case null -> statement.setNull(place, type(column));
                case Long n -> statement.setLong(place, n);
                case Integer n -> statement.setInt(place, n);
                case Boolean b -> statement.setBoolean(place, b);
                case byte[] bytes -> statement.setBytes(place, bytes);
                case Object text -> statement.setString(place, text.toString());
            }
            place++;
        }
        return place;
    }

    private static int type(Column column) {
        return switch (column.type()) {
            case "bytea" -> Types.BINARY;
            case "int8" -> Types.BIGINT;
            case "int4" -> Types.INTEGER;
            case "bool" -> Types.BOOLEAN;
            default -> Types.VARCHAR;
        };
    }

    /** What is another in each case: its numbers, its keys and its tokens, each as long as it was. */
    private static final class Fresh {
        private final Recorded recorded;
        private final long stream;
        private final int client;
        private final Map<String, String> words;
        private final byte[] token = new byte[32];

        Fresh(Recorded recorded, long stream, int client) {
            this.recorded = recorded;
            this.stream = stream;
            this.client = client;
            ThreadLocalRandom.current().nextBytes(token);
            words =
                    Map.of(
                            recorded.id,
                            UUID.randomUUID().toString(),
                            recorded.number,
                            word(recorded.number),
                            recorded.paper,
                            word(recorded.paper));
        }

        private static String word(String like) {
            return UUID.randomUUID().toString().substring(0, like.length());
        }

        @Nullable Object value(Tape.Table table, Column column, @Nullable Object recordedValue) {
            return switch (recordedValue) {
                case Long n when n == recorded.stream && isStream(table, column) -> stream;
                case Integer _ when column.name().equals("stripe") -> client;
                case byte[] _ when table.name().equals("session") -> token;
                case String _ when table.name().equals("request") && column.name().equals("key") ->
                        UUID.randomUUID().toString();
                case String text when table.name().equals("request") && text.startsWith("party/") ->
                        "party/" + stream + "/1";
                case String text -> fresh(text);
                case null, default -> recordedValue;
            };
        }

        private String fresh(String text) {
            for (var word : words.entrySet()) {
                if (text.endsWith(word.getKey())) {
                    return text.substring(0, text.length() - word.getKey().length())
                            + word.getValue();
                }
            }
            return text;
        }

        private static boolean isStream(Tape.Table table, Column column) {
            return column.name().equals("stream")
                    || table.name().equals("stream") && column.name().equals("id");
        }
    }
}
