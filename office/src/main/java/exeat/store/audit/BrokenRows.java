package exeat.store.audit;

/** Rows that point at what is not there or is something else; see {@link AuditStore#broken}. */
final class BrokenRows {

    private BrokenRows() {}

    static final String SQL =
            """
            with named as (
                select coalesce(t.key, 'stream ' || e.stream) || '#' || e.sequence as spot, e.*
                from exeat.event e left join exeat.stream t on t.id = e.stream)
            select 'ledger_span entry ' || s.place + g.gap - s.first as place,
                'its event is not there: ' || coalesce(t.key, 'stream ' || s.stream) || '#' || g.gap as text
            from exeat.ledger_span s left join exeat.stream t on t.id = s.stream
            cross join lateral (select count(1) as events from exeat.event e
                where e.stream = s.stream and e.sequence between s.first and s.last) w
            cross join lateral (select coalesce(min(x.n), s.first) as gap from (
                select s.first as n union all
                select e.sequence + 1 from exeat.event e
                where e.stream = s.stream and e.sequence between s.first and s.last) x
                where w.events <> s.last - s.first + 1 and not exists (select 1 from exeat.event f
                    where f.stream = s.stream and f.sequence = x.n)) g
            where w.events <> s.last - s.first + 1 or s.first > s.last
            union all
            select 'event ' || n.spot, 'it is neither in the log nor waits for it'
            from named n
            where not exists (select 1 from (select x.last from exeat.ledger_span x
                    where x.stream = n.stream and x.first <= n.sequence
                    order by x.first desc limit 1) s where s.last >= n.sequence)
                and not exists (select 1 from exeat.ledger_queue q
                    where q.stream = n.stream and n.sequence between q.first and q.last)
            union all
            select 'event stream ' || n.stream || '#' || n.sequence, 'its stream is not there'
            from named n where not exists (select 1 from exeat.stream t where t.id = n.stream)
            union all
            select 'ledger_queue row ' || q.id, 'it waits for a place and '
                || case when w.events <> q.last - q.first + 1 or q.first > q.last then 'is of no event'
                    else 'has one already' end
            from exeat.ledger_queue q cross join lateral (
                select count(e.leaf) as events from exeat.event e
                where e.stream = q.stream and e.sequence between q.first and q.last) w
            where w.events <> q.last - q.first + 1 or q.first > q.last
                or exists (select 1 from exeat.ledger_span s
                    where s.stream = q.stream and s.first <= q.last and s.last >= q.first)
            union all
            select 'ledger_span entry ' || o.place, 'it stands before an earlier step of its stream'
            from (select s.place, max(s.place) over (partition by s.stream order by s.first)
                    as most from exeat.ledger_span s) o
            where o.place < o.most
            union all
            select 'ledger_span entry ' || o.place, 'its event stands in the log before'
            from (select s.place, s.first, max(s.last) over (partition by s.stream
                    order by s.first, s.place rows between unbounded preceding and 1 preceding)
                    as most from exeat.ledger_span s) o
            where o.first <= o.most
            union all
            select 'ledger_span entry ' || g.ends - 1, case when g.next > g.ends then 'the one after it is missing'
                else 'the next command stands in its place' end
            from (select s.place + s.last - s.first + 1 as ends, lead(s.place) over (order by s.place) as next
                from exeat.ledger_span s) g
            where g.next <> g.ends
            union all
            select 'request ' || q.id, 'its steps are not there'
            from exeat.request q
            left join exeat.event f on f.stream = q.stream and f.sequence = q.first
            left join exeat.event e on e.stream = q.stream and e.sequence = q.last
            where e.leaf is null or f.leaf is null or q.first > q.last
            union all
            select 'request ' || q.id, 'another was done for the same step'
            from exeat.request q join exeat.request o on o.stream = q.stream
                and o.id <> q.id
                and o.first <= q.last and q.first <= o.last
            union all
            select distinct d.name || ' ' || d.hash, 'what it is a part of is not there'
            from (select 'authority' as name, directive as hash from exeat.authority
                union all select 'directive_file', directive from exeat.directive_file) d
            where not exists (select 1 from exeat.directive x where x.hash = d.hash)
            union all
            select distinct 'draft_file ' || d.draft, 'what it is a part of is not there'
            from exeat.draft_file d
            where not exists (select 1 from exeat.draft x where x.hash = d.draft)
            union all
            select distinct x.name || ' ' || x.sample, 'its sample is not there'
            from (select 'redecision' as name, sample from exeat.redecision r
                    where not exists (select 1 from exeat.sample_draw d where d.sample = r.sample)
                union all select 'sample_ticket', sample from exeat.sample_ticket
                union all select 'sample_draw', sample from exeat.sample_draw) x
            where x.name = 'redecision'
                or not exists (select 1 from exeat.sample s where s.id = x.sample)
            union all
            select distinct 'stream ' || t.key, 'its directive is not there'
            from exeat.stream t where t.kind <> 'register'
                and not exists (select 1 from exeat.directive x where x.hash = t.directive_hash)
            union all
            select 'ledger_tile tile 0 ' || x.n, 'it is not full, and follows from the entries'
            from exeat.ledger_tile x where x.level = 0 and length(x.hashes) < 256 * 32
            union all
            select 'ledger_tile tile ' || x.level || ' ' || x.n, 'the log is not so long'
            from exeat.ledger_tile x
            where x.n::numeric * 256 >= floor((select coalesce(sum(s.last - s.first + 1), 0) from exeat.ledger_span s)
                / 256::numeric ^ x.level::numeric)
            union all
            select 'ledger_checkpoint over ' || c.size, 'its note is of another size'
            from exeat.ledger_checkpoint c where c.size::text <> split_part(c.note, E'\\n', 2)
            union all
            select 'request ' || q.id, 'nobody asks for a step of a register'
            from exeat.request q join exeat.stream t on t.id = q.stream and t.kind = 'register'
            union all
            select distinct 'request ' || t.key || '#' || f.sequence,
                'its steps were not done by one command'
            from exeat.request q join exeat.stream t on t.id = q.stream
            join exeat.event f on f.stream = q.stream and f.sequence = q.first
            join exeat.event e on e.stream = q.stream and e.sequence between q.first and q.last
            where (e.at, e.actor) <> (f.at, f.actor)
                or q.party is not null and e.actor <> 'party/' || split_part(q.party, '/', 3)
            union all
            select 'stream_due stream ' || coalesce(d.stream, t.id) || ' ' || coalesce(d.day, t.due),
                case when t.id is null then 'the clock need not look at it then'
                    else 'the clock would not look at it' end
            from exeat.stream_due d
            full join (select id, due from exeat.stream where due is not null) t
                on t.id = d.stream and t.due = d.day
            where t.id is null or d.stream is null
            union all
            select 'projection the only row', 'it does not agree with what is counted'
            where (select count(1) from exeat.projection) <> 1 or exists (
                select 1 from exeat.projection p
                where p.version < 1 or p.next <= p.version
                    or (p.next is null) <> (p.next_measures = '{}')
                    or p.next is null and (p.after <> 0 or exists (
                        select 1 from exeat.stream t
                        where t.kind <> 'register' and t.projection <> p.version)))
            union all
            select 'stream ' || t.key, 'it is counted in another version of the counters'
            from exeat.stream t cross join exeat.projection p
            where t.projection <> case when t.kind = 'register' then 1
                when p.next is null then p.version
                else least(t.projection, p.next) end
            union all
            select distinct 'report_cell ' || c.directive || ' ' || c.authority || ' ' || c.measure,
                'it is of a version that nobody counts'
            from exeat.report_cell c cross join exeat.projection p
            where c.n <> 0 and c.version <> p.version and c.version is distinct from p.next
            union all
            select 'request ' || n.spot, 'nobody asked for this step'
            from named n join exeat.stream t on t.id = n.stream and t.kind <> 'register'
            where not exists (select 1 from exeat.request q
                    where q.stream = n.stream and n.sequence between q.first and q.last)
                and exists (select 1 from exeat.event p
                    where p.stream = n.stream and p.sequence = n.sequence and p.sealed is not null)
            union all
            select 'issue ' || t.key, 'it was raised by another'
            from exeat.issue i join exeat.stream t on t.id = i.stream
            join exeat.event e on e.stream = i.stream and e.sequence = 1
            left join exeat.request q on q.stream = i.stream and q.first = 1
            where case when i.by_case is null then e.actor like 'party/%' and i.going is distinct from false
                    and e.sealed is not null
                else i.by_traveller is null or e.actor <> 'party/' || i.by_traveller
                    or q.party is distinct from 'party/' || i.by_case || '/' || i.by_traveller end
            union all
            select 'audit_reveal register/audits#' || a.sequence, 'its reason is gone'
            from exeat.audit_reveal a
            where a.reason is null and not exists (select 1 from exeat.event e
                where e.stream = a.stream and e.type = 'erased'
                    and coalesce(exeat.ledger_place_of(e.stream, e.sequence), 9223372036854775807)
                        > coalesce(exeat.ledger_place_of(
                            (select id from exeat.stream where key = 'register/audits'), a.sequence), 0))
            union all
            select 'redecision ' || r.sample, 'its words are gone'
            from exeat.redecision r
            where r.answer is not null and (r.words is null or r.question is null)
                and not exists (select 1 from exeat.event e
                    where e.stream = r.stream and e.type = 'erased')
            union all
            select 'imported_record ' || r.id, 'its text is another than its id is made of'
            from exeat.imported_record r
            where right(r.id, 8) <> left(encode(sha256(convert_to(r.content, 'UTF8')), 'hex'), 8)
            union all
            select 'look register/looks#' || l.sequence, 'nobody wrote it down'
            from exeat.look l
            where not exists (select 1 from exeat.event e
                join exeat.stream t on t.id = e.stream and t.key = 'register/looks'
                where e.sequence = l.sequence)
            union all
            select a.name || ' register/audits#' || a.sequence, 'nobody wrote it down'
            from (select 'audit_reveal' as name, sequence from exeat.audit_reveal
                union all select 'sample', sequence from exeat.sample
                union all select 'sample_draw', sequence from exeat.sample_draw
                union all select 'redecision', sequence from exeat.redecision where answer is not null) a
            where not exists (select 1 from exeat.event e
                join exeat.stream t on t.id = e.stream and t.key = 'register/audits'
                where e.sequence = a.sequence)
            union all
            select 'issue ' || t.key, 'the person who raised it was erased, and its words are there'
            from exeat.issue i join exeat.stream t on t.id = i.stream
            where not i.going
                and exists (select 1 from exeat.event e
                    where e.stream = i.by_case and e.type = 'erased')
                and not exists (select 1 from exeat.traveller_key k
                    where k.stream = i.by_case and k.traveller = i.by_traveller)
            union all
            select 'sample_ticket ' || s.id, 'its tickets are not those that were committed to'
            from exeat.sample s
            where s.tickets <> sha256(coalesce((select string_agg(k.ticket, ''::bytea order by k.place)
                from exeat.sample_ticket k where k.sample = s.id), ''::bytea))
            union all
            select 'redecision ' || d.sample, 'its cases are not those that the draw gives'
            from exeat.sample_draw d
            where exists (select x.ticket from exeat.sample_drawn(d.sample) x
                    except select r.ticket from exeat.redecision r where r.sample = d.sample)
                or exists (select r.ticket from exeat.redecision r where r.sample = d.sample
                    except select x.ticket from exeat.sample_drawn(d.sample) x)
            union all
            select d.name || ' stream ' || d.stream, 'its stream is not there'
            from (select 'case_authority' as name, stream from exeat.case_authority
                union select 'work_item', stream from exeat.work_item
                union select 'paper', stream from exeat.paper
                union select 'search_person', stream from exeat.search_person
                union select 'secret', stream from exeat.secret
                union select 'secret_waiting', stream from exeat.secret_waiting
                union select 'traveller_key', stream from exeat.traveller_key
                union select 'issue', stream from exeat.issue
                union select 'alarm', stream from exeat.alarm
                union select 'clarification', stream from exeat.clarification
                union select 'look', stream from exeat.look union select 'audit_reveal', stream from exeat.audit_reveal
                union select 'duty', stream from exeat.duty
                union select 'queue_jump', stream from exeat.queue_jump
                union select 'stream_key', stream from exeat.stream_key) d
            where not exists (select 1 from exeat.stream t where t.id = d.stream)
            """;
}
