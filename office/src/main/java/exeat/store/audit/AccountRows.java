package exeat.store.audit;

import exeat.store.audit.AuditStore.Line;
import exeat.store.database.Sql;
import exeat.store.rows.OperatorStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Who may act and who may look, as the database's own events of it say each row, for an audit. */
public final class AccountRows {

    private final Connection connection;

    AccountRows(Connection connection) {
        this.connection = connection;
    }

    /** Accounts as their events say them. */
    public List<Line> all() throws SQLException {
        return AuditStore.lines(
                connection,
                "select a.id as place, exeat.account_text(a) as text from exeat.account a");
    }

    /** Mandates as their events say them. */
    public List<Line> mandates() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select m.account || ' ' || m.directive as place, exeat.mandate_text(m) as text
                from exeat.mandate m
                """);
    }

    /** Scopes as their events say them, of every account that there is or was. */
    public List<Line> scopes() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select s.account as place, exeat.scope_text(s.account) as text
                from (select account from exeat.scope union select id from exeat.account) s
                """);
    }

    /** Imported records as their events say them. */
    public List<Line> records() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select r.id as place, exeat.record_text(r) as text from exeat.imported_record r
                """);
    }

    /** Claims to protection that met nobody, as their events say them. */
    public List<Line> claims() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select c.id as place, exeat.claim_at_nothing_text(c) as text
                from exeat.claim_at_nothing c
                """);
    }

    /** The settings that are in force, as their events say them. */
    public List<Line> settings() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select s.id as place, exeat.settings_text(s) as text
                from exeat.settings_in_force s
                """);
    }

    /** Operators of the machine as their events say them. */
    public List<Line> operators() throws SQLException {
        return AuditStore.lines(
                connection,
                "select o.id as place, exeat.operator_text(o) as text from exeat.operator o");
    }

    /** The operators' accounts as rows. */
    public List<OperatorStore.Row> operatorRows() throws SQLException {
        return Sql.query(
                connection,
                "select id, key, added, added_by, ended from exeat.operator",
                OperatorStore::row);
    }

    /** What they did in the order of the log, held to everything that stands before it there. */
    public List<OperatorStore.Logged> operatorLog() throws SQLException {
        return Sql.query(
                connection,
                """
                select place, operator, what, at, signature, logged
                from exeat.operator_log(9223372036854775807)
                """,
                OperatorStore::logged);
    }

    /** What was done with accounts, as rows. */
    public List<Done> done() throws SQLException {
        return Sql.query(
                connection,
                "select place, account, what, by, at from exeat.account_log order by place",
                row ->
                        new Done(
                                row.getLong("place"),
                                row.getString("account"),
                                row.getString("what"),
                                row.getString("by"),
                                Sql.instant(row, "at")));
    }

    /** What administrators proposed about accounts, as its events say it. */
    public List<Line> proposals() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select p.id::text as place, exeat.account_proposal_text(p) as text
                from exeat.account_proposal p
                """);
    }

    /**
     * Something that two administrators agreed to.
     *
     * @param what {@code account}, {@code end}, {@code password} or {@code factor}
     */
    public record Agreed(String id, String what, String account) {}

    /** What two different administrators agreed to, neither about their own account. */
    public List<Agreed> agreed() throws SQLException {
        return Sql.query(
                connection,
                """
                select p.id::text as id, p.what, p.account
                from exeat.account_proposal p
                join exeat.account one on one.id = p.proposed_by and one.administrator
                join exeat.account other on other.id = p.closed_by and other.administrator
                where p.outcome = 'agreed' and one.id <> other.id
                    and p.account not in (one.id, other.id)
                    and coalesce(one.ended > p.proposed, true)
                    and coalesce(other.ended > p.closed, true)
                """,
                row ->
                        new Agreed(
                                row.getString("id"),
                                row.getString("what"),
                                row.getString("account")));
    }

    /** The units of the office, as their events say them. */
    public List<Line> units() throws SQLException {
        return AuditStore.lines(
                connection, "select u.id as place, exeat.unit_text(u) as text from exeat.unit u");
    }

    /** What administrators proposed about units, as its events say it. */
    public List<Line> unitChanges() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select c.id::text as place, exeat.unit_change_text(c) as text
                from exeat.unit_change c
                """);
    }

    /** The changes of units to which two different administrators agreed. */
    public List<String> agreedUnitChanges() throws SQLException {
        return agreed("unit_change");
    }

    private List<String> agreed(String table) throws SQLException {
        var sql =
                """
                select c.id::text as id
                from exeat.%s c
                join exeat.account one on one.id = c.proposed_by and one.administrator
                join exeat.account other on other.id = c.closed_by and other.administrator
                where c.outcome = 'agreed' and one.id <> other.id
                    and coalesce(one.ended > c.proposed, true)
                    and coalesce(other.ended > c.closed, true)
                """
                        .formatted(table);
        return Sql.query(connection, sql, row -> row.getString("id"));
    }

    /** What administrators proposed about webhooks, as its events say it. */
    public List<Line> webhookChanges() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select c.id::text as place, exeat.webhook_change_text(c) as text
                from exeat.webhook_change c
                """);
    }

    /** The changes of webhooks to which two different administrators agreed. */
    public List<String> agreedWebhookChanges() throws SQLException {
        return agreed("webhook_change");
    }

    /**
     * Webhooks that say of themselves that two administrators made them, and that differ from it.
     */
    public List<String> strayWebhooks() throws SQLException {
        return Sql.query(
                connection,
                """
                select w.id::text as id
                from exeat.webhook w
                where w.made_by like 'proposal %' and not exists (
                    select 1 from exeat.webhook_change c
                    where 'proposal ' || c.id = w.made_by and c.what = 'added' and c.outcome = 'agreed'
                        and c.webhook = w.id and c.directive = w.directive and c.unit = w.unit
                        and c.types = w.types and c.url = w.url)
                """,
                row -> row.getString("id"));
    }

    /** The accounts of administrators, also those that have ended. */
    public List<String> administrators() throws SQLException {
        return Sql.query(
                connection,
                "select id from exeat.account where administrator",
                row -> row.getString("id"));
    }

    /** The mandates of the accounts that are in use. */
    public List<Active> active() throws SQLException {
        return Sql.query(
                connection,
                """
                select a.id, m.unit, m.directive,
                    coalesce(a.lawyer, a.administrator, false) as blind,
                    (select array_agg(s.authority)
                    from exeat.scope s
                    where s.account = a.id and s.directive = m.directive) as scope
                from exeat.account a join exeat.mandate m on m.account = a.id
                where a.ended is null
                """,
                row ->
                        new Active(
                                row.getString("id"),
                                row.getString("unit"),
                                row.getString("directive"),
                                row.getBoolean("blind"),
                                row.getArray("scope") == null
                                        ? List.of()
                                        : List.of((String[]) row.getArray("scope").getArray())));
    }

    /**
     * A mandate of an account that is in use, and the units whose cases it shows.
     *
     * @param blind whether it is a lawyer's or an administrator's, who see no case
     */
    public record Active(
            String id, String unit, String directive, boolean blind, List<String> scope) {
        public Active {
            scope = List.copyOf(scope);
        }
    }

    /** Something that was done with an account. */
    public record Done(long place, String account, String what, String by, Instant at) {}

    /** What they did, as its events say it. */
    public List<Line> acts() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select a.operator as place, exeat.operator_act_text(a) as text
                from exeat.operator_act a
                """);
    }

    /** What was done with accounts, as its events say it. */
    public List<Line> log() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select l.account as place, exeat.account_log_text(l) as text
                from exeat.account_log l
                """);
    }

    /** Second factors as their events say them, of every account that has or had one. */
    public List<Line> factors() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select f.account as place, exeat.factor_text(f.account) as text
                from exeat.second_factor f
                """);
    }

    /** The codes beside them, likewise. */
    public List<Line> codes() throws SQLException {
        return AuditStore.lines(
                connection,
                """
                select f.account as place, exeat.codes_text(f.account) as text
                from (select account from exeat.second_factor
                    union select account from exeat.recovery_code) f
                """);
    }
}
