package exeat.store.audit;

/**
 * The tables whose rows are worked out of one stream's events. The columns of a row are joined by a
 * character that no column has (31), the items of a list by another (30), after their number; 29 is
 * a value that is not there.
 */
enum DerivedRows {
    CASE_AUTHORITY(
            "case_authority",
            "select authority as text from exeat.case_authority where stream = ?"),
    WORK_ITEM(
            "work_item",
            """
            select concat_ws(chr(31), traveller, queue, task, unit, coalesce(holder, chr(29)),
                number, (extract(epoch from since) * 1000000)::bigint, due) as text
            from exeat.work_item where stream = ?
            """),
    ALARM(
            "alarm",
            """
            select concat_ws(chr(31), holder, open, due) as text
            from exeat.alarm where stream = ?
            """),
    QUEUE_JUMP(
            "queue_jump",
            """
            select concat_ws(chr(31), place, traveller, task, unit, account, why,
                (extract(epoch from at) * 1000000)::bigint) as text
            from exeat.queue_jump where stream = ?
            """),
    DUTY(
            "duty",
            """
            select concat_ws(chr(31), kind, number, account, other,
                (extract(epoch from begins) * 1000000)::bigint,
                (extract(epoch from ends) * 1000000)::bigint) as text
            from exeat.duty where stream = ?
            """),
    STREAM_KEY("stream_key", "select 'a key' as text from exeat.stream_key where stream = ?"),
    TRAVELLER_KEY(
            "traveller_key",
            """
            select concat_ws(chr(31), traveller,
                cardinality(units) || chr(30) || array_to_string(units, chr(30), chr(29)),
                cardinality(parties) || chr(30) || array_to_string(parties, chr(30), chr(29)))
                as text
            from exeat.traveller_key where stream = ?
            """),
    SECRET(
            "secret",
            """
            select distinct s.traveller::text as text
            from (select stream, traveller from exeat.secret
                union all select stream, traveller from exeat.secret_waiting) s
            where s.stream = ?
            """),
    SECRET_WAITING(
            "secret_waiting",
            """
            select concat_ws(chr(31), traveller,
                (extract(epoch from works_from) * 1000000)::bigint) as text
            from exeat.secret_waiting where stream = ?
            """),
    CLARIFICATION(
            "clarification",
            """
            select concat_ws(chr(31), directive, number, version, paragraph,
                cardinality(rules) || chr(30) || array_to_string(rules, chr(30), chr(29)),
                (extract(epoch from at) * 1000000)::bigint, words) as text
            from exeat.clarification where stream = ?
            """),
    NOTICE(
            "notice",
            "select traveller::text as text from exeat.notice where stream = ? and kind <> 'code'"),
    PAPER("paper", "select number as text from exeat.paper where stream = ?"),
    ISSUE(
            "issue",
            """
            select concat_ws(chr(31), raised_by, holder, open) as text
            from exeat.issue where stream = ?
            """);

    private final String word;
    private final String sql;

    DerivedRows(String word, String sql) {
        this.word = word;
        this.sql = sql;
    }

    String word() {
        return word;
    }

    /** Its only parameter is the stream. */
    String sql() {
        return sql;
    }
}
