package exeat.store.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.store.Bytes;
import exeat.store.StoredFunction;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The register, the accounts, and what time has made due. */
public final class RegisterStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    public RegisterStore(Database database) {
        this.database = database;
    }

    /** An account, and where it stands. */
    public record Listed(String id, String unit) {}

    /**
     * Writes down that somebody claimed protection for nobody who is there; whether it is the first
     * time under its id.
     *
     * @param id a keyed hash
     */
    public boolean claimAtNothing(String id) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_claim_at_nothing(?) as done",
                            row -> row.getBoolean("done"),
                            id)
                    .orElse(false);
        }
    }

    public record Imported(String id, String fileName, String content) {}

    /** Stores a pack whole; one that is there stays. */
    public void store(Directive directive, Map<String, byte[]> files, Instant now)
            throws SQLException {
        var ref = directive.ref();
        var units = directive.authorities().all().stream().map(RegisterStore::unit).toList();
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_directive(?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)",
                    ref.id(),
                    ref.version(),
                    ref.hash(),
                    directive.filesHash(),
                    now,
                    json(contents(files)),
                    json(units));
        }
    }

    /** Keeps a pack that decides nothing; one that is there stays. */
    public void storeDraft(DirectiveRef ref, Map<String, byte[]> files, Instant now)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_draft(?, ?, ?, ?, ?::jsonb)",
                    ref.id(),
                    ref.version(),
                    ref.hash(),
                    now,
                    json(contents(files)));
        }
    }

    private static List<Map<String, String>> contents(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file ->
                        Map.of(
                                "path",
                                file.getKey(),
                                "content",
                                Bytes.of(file.getValue()).base64()))
                .toList();
    }

    private static Map<String, Object> unit(Authority unit) {
        var row = new HashMap<String, Object>();
        row.put("id", unit.id().text());
        unit.parent().ifPresent(parent -> row.put("parent", parent.text()));
        row.put("function", StoredFunction.of(unit.function()));
        row.put("place", unit.place().text());
        row.put("border_post", unit.borderPost());
        return row;
    }

    /** Every version, the newest first. */
    public List<DirectiveRef> directives() throws SQLException {
        var sql =
                """
                select id, version, hash from exeat.directive order by place desc
                """;
        return refs(sql);
    }

    /** Every draft, the newest first. */
    public List<DirectiveRef> drafts() throws SQLException {
        return refs("select id, version, hash from exeat.draft order by place desc");
    }

    private List<DirectiveRef> refs(String sql) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new DirectiveRef(
                                    row.getString("id"),
                                    row.getString("version"),
                                    row.getString("hash")));
        }
    }

    /**
     * What is in force when, as JSON.
     *
     * @param times how often that was changed
     */
    public record Tenure(String json, long times) {}

    /** What is in force when, by directive id. */
    public Map<String, Tenure> tenures() throws SQLException {
        var tenures = new HashMap<String, Tenure>();
        var sql =
                """
                select directive, tenure::text as tenure, times from exeat.directive_tenure
                """;
        try (var connection = database.clerk().getConnection()) {
            Sql.query(connection, sql, RegisterStore::tenure)
                    .forEach(row -> tenures.put(row.getKey(), row.getValue()));
        }
        return tenures;
    }

    private static Map.Entry<String, Tenure> tenure(java.sql.ResultSet row) throws SQLException {
        return Map.entry(
                row.getString("directive"),
                new Tenure(row.getString("tenure"), row.getLong("times")));
    }

    /** A lawyer's signature under a pair; the name is sealed. */
    public record Signature(String pair, String account, Bytes name, Instant at) {}

    /** Every signature under any version of a directive, in the order in which they were given. */
    public List<Signature> signatures(String directive) throws SQLException {
        var sql =
                """
                select pair, account, name, at from exeat.clerk_signatures(?)
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new Signature(
                                    row.getString("pair"),
                                    row.getString("account"),
                                    Sql.bytes(row, "name"),
                                    Sql.instant(row, "at")),
                    directive);
        }
    }

    /** What the issuer said to an issue; {@code version} is a hash. */
    public record Clarification(
            int number,
            String version,
            String paragraph,
            Set<String> rules,
            String words,
            Instant at) {}

    /** Everything that the issuer of a directive said to issues, in its order. */
    public List<Clarification> clarifications(String directive) throws SQLException {
        var sql =
                """
                select number, version, paragraph, rules, words, at from exeat.clarification
                where directive = ? order by number
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new Clarification(
                                    row.getInt("number"),
                                    row.getString("version"),
                                    row.getString("paragraph"),
                                    Set.of((String[]) row.getArray("rules").getArray()),
                                    row.getString("words"),
                                    Sql.instant(row, "at")),
                    directive);
        }
    }

    /** A pack's files, by name; none for a hash that is not stored. */
    public Map<String, byte[]> files(String hash) throws SQLException {
        return files("select path, content from exeat.directive_file where directive = ?", hash);
    }

    /** A draft's files, by name; none for a hash that is not kept. */
    public Map<String, byte[]> draftFiles(String hash) throws SQLException {
        return files("select path, content from exeat.draft_file where draft = ?", hash);
    }

    private Map<String, byte[]> files(String sql, String hash) throws SQLException {
        var files = new HashMap<String, byte[]>();
        try (var connection = database.clerk().getConnection()) {
            Sql.query(
                            connection,
                            sql,
                            row -> Map.entry(row.getString("path"), row.getBytes("content")),
                            hash)
                    .forEach(file -> files.put(file.getKey(), file.getValue()));
        }
        return files;
    }

    public void store(Imported record, Instant now) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_record(?, ?, ?, ?)",
                    record.id(),
                    record.fileName(),
                    record.content(),
                    now);
        }
    }

    /** What was imported, by id. */
    public List<Imported> imported() throws SQLException {
        var sql =
                """
                select id, file_name, content from exeat.imported_record order by id
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row ->
                            new Imported(
                                    row.getString("id"),
                                    row.getString("file_name"),
                                    row.getString("content")));
        }
    }

    /** By the mandate under this directive an account stands in this unit, and looks this far. */
    public void follow(String account, String directive, AuthorityId unit, Set<String> scope)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.run(
                    connection,
                    "select exeat.clerk_follow(?, ?, ?, ?)",
                    account,
                    directive,
                    unit.text(),
                    scope.toArray(String[]::new));
        }
    }

    /** The accounts that stand in a directive's tree, by id. */
    public List<Listed> accounts(String directive) throws SQLException {
        var sql =
                """
                select id, unit from exeat.clerk_accounts(?)
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    sql,
                    row -> new Listed(row.getString("id"), row.getString("unit")),
                    directive);
        }
    }

    /** The keys of streams that the clock must look at on this day, in their order. */
    public List<String> due(LocalDate today, String after, int limit) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select key from exeat.clerk_due(?, ?, ?)",
                    row -> row.getString("key"),
                    today,
                    after,
                    limit);
        }
    }

    /** Folds counters that are some days old, up to so many; says how many it took away. */
    public int fold(LocalDate today, int limit) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_fold(?, ?) as n",
                            row -> row.getInt("n"),
                            today,
                            limit)
                    .orElse(0);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a pack cannot be written as JSON", broken);
        }
    }
}
