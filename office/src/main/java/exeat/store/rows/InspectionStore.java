package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.rows.ReadStore.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What auditors look at and leave behind: unmasked files, samples, and decisions made again. */
public final class InspectionStore {

    private final Database database;
    private final ReadStore reading;

    public InspectionStore(Database database, ReadStore reading) {
        this.database = database;
        this.reading = reading;
    }

    /**
     * A file in an auditor's sight; of nobody a name.
     *
     * @param beside whether it has steps that no auditor is told of: then neither the last step nor
     *     the number of steps is for an auditor
     */
    public record FileRow(
            String key, String holder, Instant first, Instant last, long steps, boolean beside) {}

    /**
     * The files in sight, the latest first.
     *
     * @param untold the types of the steps that no auditor is told of
     */
    public List<FileRow> files(Viewer eyes, Collection<String> untold, FileQuery asked, int limit)
            throws SQLException {
        Object types = untold.toArray(String[]::new);
        Object wanted = asked.types().toArray(String[]::new);
        var sql =
                """
                select t.key, coalesce(t.holder, '') as holder, t.version,
                    exists (select 1 from exeat.event e
                        where e.stream = t.id and e.type = any (?)) as beside,
                    (select e.at from exeat.event e where e.stream = t.id and e.sequence = 1) as first,
                    (select e.at from exeat.event e
                        where e.stream = t.id and e.sequence = t.version) as last
                from exeat.stream t
                where t.kind = 'case' and coalesce(t.holder, '') = coalesce(?, t.holder, '')
                    and (cardinality(?::text[]) = 0 or exists (select 1 from exeat.event e
                        where e.stream = t.id and e.type = any (?::text[])))
                    and exists (select 1 from exeat.event e
                        where e.stream = t.id and e.sequence = 1
                            and e.at >= coalesce(?, '-infinity'::timestamptz)
                            and e.at < coalesce(?, 'infinity'::timestamptz))
                    and t.id < coalesce(
                        (select s.id from exeat.stream s where s.key = ?),
                        case when ?::text is null then 9223372036854775807 else 0 end)
                order by t.id desc limit ?
                """;
        return reading.as(
                eyes,
                c ->
                        Sql.query(
                                c,
                                sql,
                                row ->
                                        new FileRow(
                                                row.getString("key"),
                                                row.getString("holder"),
                                                Sql.instant(row, "first"),
                                                Sql.instant(row, "last"),
                                                row.getLong("version"),
                                                row.getBoolean("beside")),
                                types,
                                asked.holder().orElse(null),
                                wanted,
                                wanted,
                                asked.from().orElse(null),
                                asked.until().orElse(null),
                                asked.after().orElse(null),
                                asked.after().orElse(null),
                                limit));
    }

    /** A step that decided, in a file in which somebody ever sought protection. */
    public record DecidingStep(String key, long sequence, Bytes leaf) {}

    /** Those in sight and in the span. */
    public List<DecidingStep> besideClaims(Viewer eyes, Instant since, Instant until)
            throws SQLException {
        var sql =
                """
                select t.key, e.sequence, e.leaf
                from exeat.event e join exeat.stream t on t.id = e.stream
                where t.kind = 'case'
                    and e.type in ('referred-approved', 'refused', 'was-set-aside', 'authorised')
                    and e.at >= ? and e.at < ? and exeat.protection_sought(e.stream)
                """;
        return reading.as(
                eyes,
                c ->
                        Sql.query(
                                c,
                                sql,
                                row ->
                                        new DecidingStep(
                                                row.getString("key"),
                                                row.getLong("sequence"),
                                                Sql.bytes(row, "leaf")),
                                since,
                                until));
    }

    /** Writes down that a file is shown by name, and why; whether this session may ask for it. */
    public boolean reveal(Viewer eyes, String key, Bytes reason, Bytes hash) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_reveal(?, ?, ?, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            eyes.token(),
                            eyes.now(),
                            key,
                            reason,
                            hash)
                    .orElse(false);
        }
    }

    /**
     * A file that was shown by name.
     *
     * @param reason sealed; empty once the file was erased
     */
    public record Reveal(long sequence, String key, Instant at, Optional<Bytes> reason) {}

    /** To a person, all of their own file; to an auditor, all that they asked for. */
    public List<Reveal> reveals(Viewer eyes) throws SQLException {
        var sql =
                """
                select r.sequence, t.key, r.at, r.reason from exeat.audit_reveal r
                join exeat.stream t on t.id = r.stream order by r.sequence desc
                """;
        return reading.as(
                eyes,
                c ->
                        Sql.query(
                                c,
                                sql,
                                row ->
                                        new Reveal(
                                                row.getLong("sequence"),
                                                row.getString("key"),
                                                Sql.instant(row, "at"),
                                                Optional.ofNullable(
                                                        Sql.bytesOrNull(row, "reason")))));
    }

    /**
     * A sample that was committed to.
     *
     * @param kept the seed, sealed, where it was left to the office
     * @param seed once it was drawn
     */
    public record Sample(
            String id,
            String directive,
            Instant since,
            Instant until,
            int size,
            Bytes commitment,
            Optional<Bytes> kept,
            int eligible,
            Optional<Bytes> seed) {}

    /**
     * Commits to a sample; whether this session may.
     *
     * @param untold the leaves of steps that auditors are not told of: none of them can be drawn
     */
    public boolean commit(Viewer eyes, Sample sample, @Nullable Bytes kept, List<Bytes> untold)
            throws SQLException {
        Object leaves = untold.stream().map(Bytes::array).toArray(byte[][]::new);
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_sample_commit(?, ?, ?, ?, ?, ?, ?, ?, ?) as done",
                            row -> row.getBoolean("done"),
                            eyes.token(),
                            eyes.now(),
                            sample.id(),
                            sample.since(),
                            sample.until(),
                            sample.size(),
                            sample.commitment(),
                            kept,
                            leaves)
                    .orElse(false);
        }
    }

    /** What became of drawing: done, drawn, too early, another seed or unknown. */
    public String draw(Viewer eyes, String id, Bytes seed) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_sample_draw(?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            eyes.token(),
                            eyes.now(),
                            id,
                            seed)
                    .orElse("unknown");
        }
    }

    /** The samples of this auditor, the latest first. */
    public List<Sample> samples(Viewer eyes) throws SQLException {
        var sql =
                """
                select s.id, s.directive, s.since, s.until, s.size, s.commitment, s.kept, s.eligible,
                    d.seed
                from exeat.sample s left join exeat.sample_draw d on d.sample = s.id
                order by s.sequence desc
                """;
        return reading.as(eyes, c -> Sql.query(c, sql, InspectionStore::sample));
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return new Sample(
                row.getString("id"),
                row.getString("directive"),
                Sql.instant(row, "since"),
                Sql.instant(row, "until"),
                row.getInt("size"),
                Sql.bytes(row, "commitment"),
                Optional.ofNullable(Sql.bytesOrNull(row, "kept")),
                row.getInt("eligible"),
                Optional.ofNullable(Sql.bytesOrNull(row, "seed")));
    }

    /** Everything that could be drawn, in its order. */
    public List<Bytes> tickets(Viewer eyes, String id) throws SQLException {
        var sql = "select ticket from exeat.sample_ticket where sample = ? order by place";
        return reading.as(eyes, c -> Sql.query(c, sql, row -> Sql.bytes(row, "ticket"), id));
    }

    /** The committing step as the log has it, and the checkpoint that was mixed in. */
    public record Commitment(
            long sequence,
            String type,
            Instant at,
            String actor,
            Bytes payloadHash,
            Bytes leaf,
            String before,
            Bytes salt,
            String payload,
            long place,
            String note) {}

    /** Empty while it is not drawn. */
    public Optional<Commitment> proof(Viewer eyes, String id) throws SQLException {
        var sql =
                """
                select sequence, type, at, actor, payload_hash, leaf, before, salt, payload, place, note
                from exeat.clerk_sample_proof(?, ?, ?)
                """;
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                    connection,
                    sql,
                    row ->
                            new Commitment(
                                    row.getLong("sequence"),
                                    row.getString("type"),
                                    Sql.instant(row, "at"),
                                    row.getString("actor"),
                                    Sql.bytes(row, "payload_hash"),
                                    Sql.bytes(row, "leaf"),
                                    row.getString("before"),
                                    Sql.bytes(row, "salt"),
                                    row.getString("payload"),
                                    row.getLong("place"),
                                    row.getString("note")),
                    eyes.token(),
                    eyes.now(),
                    id);
        }
    }

    /**
     * A drawn case.
     *
     * @param step the deciding one, as it stands in the case
     * @param unit who is asked; empty while nobody is
     * @param answer of the second officer; empty while there is none
     */
    public record Drawn(
            Bytes ticket,
            String key,
            long step,
            String type,
            Optional<String> unit,
            Optional<String> answer) {}

    /** In the order of the draw. */
    public List<Drawn> drawn(Viewer eyes, String id) throws SQLException {
        var sql =
                """
                select r.ticket, t.key, e.sequence, e.type, r.unit, r.answer
                from exeat.redecision r
                join exeat.sample_draw d on d.sample = r.sample
                join exeat.event e on e.leaf = r.ticket
                join exeat.stream t on t.id = e.stream
                where r.sample = ?
                order by sha256(d.seed || d.root || r.ticket), r.ticket
                """;
        return reading.as(
                eyes,
                c ->
                        Sql.query(
                                c,
                                sql,
                                row ->
                                        new Drawn(
                                                Sql.bytes(row, "ticket"),
                                                row.getString("key"),
                                                row.getLong("sequence"),
                                                row.getString("type"),
                                                Optional.ofNullable(row.getString("unit")),
                                                Optional.ofNullable(row.getString("answer"))),
                                id));
    }

    /** Puts a question to a unit, where none was put before. */
    public void ask(Viewer eyes, String sample, Bytes ticket, String unit, Bytes question)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            Sql.query(
                    connection,
                    "select exeat.clerk_redecision_ask(?, ?, ?, ?, ?, ?)",
                    row -> "",
                    eyes.token(),
                    eyes.now(),
                    sample,
                    ticket,
                    unit,
                    question);
        }
    }

    /** A question that waits for an officer; the facts are sealed. */
    public record Question(String sample, Bytes ticket, Bytes facts) {}

    /** What waits for the unit of an officer's session. */
    public List<Question> questions(Viewer eyes) throws SQLException {
        var sql =
                """
                select sample, ticket, question from exeat.redecision
                where answer is null and question is not null and unit = exeat.reading_unit()
                order by sample, ticket
                """;
        return reading.as(
                eyes,
                c ->
                        Sql.query(
                                c,
                                sql,
                                row ->
                                        new Question(
                                                row.getString("sample"),
                                                Sql.bytes(row, "ticket"),
                                                Sql.bytes(row, "question"))));
    }

    /** How many drawn cases were decided again, and how many of them otherwise. */
    public record RedecisionCounts(int answered, int differs) {}

    /** The counts of all samples together; nothing for anybody but officers and auditors. */
    public RedecisionCounts again(Viewer eyes) throws SQLException {
        return reading.as(
                eyes,
                c ->
                        Sql.one(
                                        c,
                                        "select answered, differs from exeat.reading_again()",
                                        row ->
                                                new RedecisionCounts(
                                                        row.getInt("answered"),
                                                        row.getInt("differs")))
                                .orElse(new RedecisionCounts(0, 0)));
    }

    /** An answer that came out otherwise, of which there is no issue yet. */
    public record Disagreement(
            String sample, Bytes ticket, String unit, String account, String directive) {}

    public List<Disagreement> disagreements(int limit) throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.query(
                    connection,
                    "select sample, ticket, unit, account, directive"
                            + " from exeat.clerk_disagreements(?)",
                    row ->
                            new Disagreement(
                                    row.getString("sample"),
                                    Sql.bytes(row, "ticket"),
                                    row.getString("unit"),
                                    row.getString("account"),
                                    row.getString("directive")),
                    limit);
        }
    }

    /** What became of an answer: agrees, differs, or no where it was not taken. */
    public String answer(Viewer eyes, Question of, String answer, Bytes words, Bytes hash)
            throws SQLException {
        try (var connection = database.clerk().getConnection()) {
            return Sql.one(
                            connection,
                            "select exeat.clerk_redecide(?, ?, ?, ?, ?, ?, ?) as came",
                            row -> row.getString("came"),
                            eyes.token(),
                            eyes.now(),
                            of.sample(),
                            of.ticket(),
                            answer,
                            words,
                            hash)
                    .orElse("no");
        }
    }
}
