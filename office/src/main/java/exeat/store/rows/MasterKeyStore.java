package exeat.store.rows;

import exeat.store.Bytes;
import exeat.store.database.Database;
import exeat.store.database.Sql;
import exeat.store.key.MasterKeys;
import exeat.store.key.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rotates the master key: adds one, and re-encrypts with it what older keys encrypt. It works as
 * the owner, a page of rows at a time, beside a running server: that goes on with the key that it
 * has until it meets one that it does not know, and then reads the file again.
 */
public final class MasterKeyStore {

    private static final int PAGE = 1000;

    private final Database database;
    private final MasterKeys masters;

    public MasterKeyStore(Database database, Vault vault) {
        this.database = database;
        this.masters = vault.masters();
    }

    /** Everything that a master key seals: where it lies, and what it is sealed for. */
    private enum Place {
        STREAM_KEY(
                """
                select k.stream::text as id, 'key ' || t.key as about, k.wrapped as sealed
                from exeat.stream_key k join exeat.stream t on t.id = k.stream
                where k.stream > coalesce(nullif(?, ''), '0')::bigint order by k.stream limit ?
                """,
                "update exeat.stream_key set wrapped = ? where stream = ?::bigint and wrapped = ?"),
        TRAVELLER_KEY(
                """
                select k.stream || ' ' || k.traveller as id,
                    'key ' || t.key || ' ' || k.traveller as about, k.wrapped as sealed
                from exeat.traveller_key k join exeat.stream t on t.id = k.stream
                where (k.stream, k.traveller) > (
                    split_part(coalesce(nullif(?, ''), '0 0'), ' ', 1)::bigint,
                    split_part(coalesce(nullif(?, ''), '0 0'), ' ', 2)::int)
                order by k.stream, k.traveller limit ?
                """,
                """
                update exeat.traveller_key set wrapped = ?
                where stream || ' ' || traveller = ?
                    and stream = split_part(?, ' ', 1)::bigint and wrapped = ?
                """),
        ACCOUNT(
                """
                select id, 'name of ' || id as about, name as sealed
                from exeat.account where id > ? order by id limit ?
                """,
                "update exeat.account set name = ? where id = ? and name = ?"),
        PROPOSED_NAME(
                """
                select id::text as id, 'name of ' || account as about, name as sealed
                from exeat.account_proposal
                where name is not null and id > coalesce(nullif(?, ''), '0')::bigint
                order by account_proposal.id limit ?
                """,
                """
                update exeat.account_proposal set name = ? where id = ?::bigint and name = ?
                """),
        PROPOSED_REASON(
                """
                select id::text as id, 'reason about ' || account as about, reason as sealed
                from exeat.account_proposal where id > coalesce(nullif(?, ''), '0')::bigint
                order by account_proposal.id limit ?
                """,
                """
                update exeat.account_proposal set reason = ? where id = ?::bigint and reason = ?
                """),
        REVEAL_REASON(
                """
                select r.sequence::text as id, 'reason of an audit in ' || t.key as about,
                    r.reason as sealed
                from exeat.audit_reveal r join exeat.stream t on t.id = r.stream
                where r.reason is not null and r.sequence > coalesce(nullif(?, ''), '0')::bigint
                order by r.sequence limit ?
                """,
                "update exeat.audit_reveal set reason = ? where sequence = ?::bigint and reason = ?"),
        NOTICE_ADDRESS(
                """
                select x.id, x.about, x.sealed
                from (select a.stream || ' ' || a.traveller as id, a.sealed,
                        'notice address of ' || t.key || ' ' || a.traveller as about
                    from exeat.notice_address a join exeat.stream t on t.id = a.stream) x
                where x.sealed is not null and x.id > ? order by x.id limit ?
                """,
                """
                update exeat.notice_address set sealed = ?
                where stream || ' ' || traveller = ? and sealed = ?
                """),
        SAMPLE_SEED(
                """
                select id, 'seed of sample ' || id as about, kept as sealed
                from exeat.sample where kept is not null and id > ? order by id limit ?
                """,
                "update exeat.sample set kept = ? where id = ? and kept = ?"),
        QUESTION(
                """
                select x.id, 'question ' || x.id as about, x.question as sealed
                from (select sample || ' ' || encode(ticket, 'hex') as id, question
                    from exeat.redecision) x
                where x.question is not null and x.id > ? order by x.id limit ?
                """,
                """
                update exeat.redecision set question = ?
                where sample || ' ' || encode(ticket, 'hex') = ? and question = ?
                """),
        SECOND_WORDS(
                """
                select x.id, 'question ' || x.id as about, x.words as sealed
                from (select sample || ' ' || encode(ticket, 'hex') as id, words
                    from exeat.redecision) x
                where x.words is not null and x.id > ? order by x.id limit ?
                """,
                """
                update exeat.redecision set words = ?
                where sample || ' ' || encode(ticket, 'hex') = ? and words = ?
                """);

        private final String page;
        private final String update;

        Place(String page, String update) {
            this.page = page;
            this.update = update;
        }

        private Object[] after(String id) {
            return this == TRAVELLER_KEY ? new Object[] {id, id, PAGE} : new Object[] {id, PAGE};
        }

        private Object[] change(Row row, Bytes anew) {
            return this == TRAVELLER_KEY
                    ? new Object[] {anew, row.id(), row.id(), row.sealed()}
                    : new Object[] {anew, row.id(), row.sealed()};
        }
    }

    private record Row(String id, String about, Bytes sealed) {}

    /**
     * A master key and how much it seals.
     *
     * @param number empty for none: it is from before keys had numbers
     */
    public record Count(String number, boolean seals, long texts) {}

    /** Every master key, with what lies under it. */
    public List<Count> all() throws SQLException {
        var counts = new ArrayList<Count>();
        var masters = this.masters.all();
        try (var owner = database.owner()) {
            for (var master : masters) {
                long n = 0;
                for (var place : Place.values()) {
                    for (var page = new Pages(owner, place); page.next(); ) {
                        n +=
                                page.rows().stream()
                                        .filter(row -> isOf(master, row.sealed(), masters))
                                        .count();
                    }
                }
                n += searched(owner, master);
                counts.add(new Count(master.number(), master.seals(), n));
            }
        }
        return counts;
    }

    /** How many travellers are found by tokens that were made with it. */
    private static long searched(Connection owner, MasterKeys.Master master) throws SQLException {
        return Sql.one(
                        owner,
                        "select count(stream) as n from exeat.search_person where key = ?",
                        row -> row.getLong("n"),
                        master.number())
                .orElse(0L);
    }

    /** The key from before has no mark: its are those that no other one's mark begins. */
    private static boolean isOf(
            MasterKeys.Master master, Bytes sealed, List<MasterKeys.Master> all) {
        boolean numbered = master.mark().array().length > 0;
        return numbered
                ? sealed.startsWith(master.mark())
                : all.stream()
                        .filter(other -> other.mark().array().length > 0)
                        .noneMatch(other -> sealed.startsWith(other.mark()));
    }

    /** Adds a key that seals from now on, and seals anew what others sealed; says how much. */
    public long rotate() throws SQLException {
        masters.add();
        return reseal();
    }

    /** Seals anew what is not under the newest key: also after a rotation that was cut short. */
    public long reseal() throws SQLException {
        long changed = 0;
        try (var owner = database.owner()) {
            for (var place : Place.values()) {
                for (var page = new Pages(owner, place); page.next(); ) {
                    owner.setAutoCommit(false);
                    for (var row : page.rows()) {
                        if (!masters.isNewest(row.sealed())) {
                            var plain = masters.open(row.about(), row.sealed());
                            var anew = masters.seal(row.about(), plain);
                            Sql.run(owner, place.update, place.change(row, anew));
                            changed++;
                        }
                    }
                    Sql.commit(owner);
                }
            }
            changed += searchAnew(owner);
        }
        return changed;
    }

    /** Marks the search tokens of older keys as to be made; until then people are found by them. */
    private long searchAnew(Connection owner) throws SQLException {
        var newest =
                masters.all().stream().filter(MasterKeys.Master::seals).findFirst().orElseThrow();
        owner.setAutoCommit(false);
        long all = 0;
        for (long marked = PAGE; marked == PAGE; all += marked) {
            marked =
                    Sql.one(
                                    owner,
                                    """
                                    with old as (
                                        update exeat.search_person s set key = ''
                                        where (s.stream, s.traveller) in (
                                            select o.stream, o.traveller from exeat.search_person o
                                            where o.key <> '' and o.key <> ? limit ?)
                                        returning s.stream)
                                    select count(stream) as n from old
                                    """,
                                    row -> row.getLong("n"),
                                    newest.number(),
                                    PAGE)
                            .orElse(0L);
            Sql.commit(owner);
        }
        return all;
    }

    /** What came of forgetting a key. */
    public enum Forgotten {
        DONE,
        UNKNOWN,
        /** It still seals something here: nothing was forgotten. */
        IN_USE
    }

    /** Forgets a key under which nothing lies any more. */
    public Forgotten forget(String number) throws SQLException {
        var count = all().stream().filter(one -> one.number().equals(number)).findFirst();
        if (count.isEmpty()) {
            return Forgotten.UNKNOWN;
        }
        if (count.get().seals() || count.get().texts() > 0) {
            return Forgotten.IN_USE;
        }
        masters.all().stream()
                .filter(master -> master.number().equals(number))
                .forEach(masters::forget);
        return Forgotten.DONE;
    }

    /** The rows of a place, a page at a time; owned by one call. */
    private static final class Pages {
        private final Connection owner;
        private final Place place;
        private String after = "";
        private List<Row> rows = List.of();

        Pages(Connection owner, Place place) {
            this.owner = owner;
            this.place = place;
        }

        boolean next() throws SQLException {
            rows =
                    Sql.query(
                            owner,
                            place.page,
                            row ->
                                    new Row(
                                            row.getString("id"),
                                            row.getString("about"),
                                            Sql.bytes(row, "sealed")),
                            place.after(after));
            after = rows.isEmpty() ? after : rows.getLast().id();
            return !rows.isEmpty();
        }

        List<Row> rows() {
            return rows;
        }
    }
}
