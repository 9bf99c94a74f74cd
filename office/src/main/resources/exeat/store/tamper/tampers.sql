What an administrator of the database could do, and where an audit must find it. Each begins with
three dashes and what it is; then the table, and SQL for the place that must be named. "target" is
one case of the log; see Rehearsal.

--- change who did a step
-- event: select key || '#2' from target
update event e set actor = 'officer/nobody' from target t where e.stream = t.id and e.sequence = 2;

--- change when a step was done
-- event: select key || '#3' from target
update event e set at = e.at - interval '1 day' from target t
where e.stream = t.id and e.sequence = 3;

--- change a step and its leaf
-- ledger: select 'entry ' || place from target
update event e set actor = 'clock', leaf = leaf_of(t.key, blinded(e.sequence, e.blind), e.type, e.at,
    'clock', e.authority, e.payload_hash, before_of(e))
from target t where e.stream = t.id and e.sequence = 2;

--- change a step, its leaf and its tile
-- ledger: select 'history was rewritten' from target
update event e set actor = 'clock', leaf = leaf_of(t.key, blinded(e.sequence, e.blind), e.type, e.at,
    'clock', e.authority, e.payload_hash, before_of(e))
from target t where e.stream = t.id and e.sequence = 2;
update ledger_tile x set hashes = overlay(x.hashes placing sha256('\x00'::bytea || e.leaf)
    from (t.place % 256 * 32 + 1)::int)
from event e, target t
where e.stream = t.id and e.sequence = 2 and x.level = 0 and x.n = t.place / 256;

--- put a step into the chain of another traveller
-- event: select key || '#2' from target
update event e set chain = coalesce(e.chain, 0) + 1, chains = null
from target t where e.stream = t.id and e.sequence = 2;

--- put a step of one traveller into everybody's chain, and make its leaf again
-- event: select key || '#' || version from target
update event e set chain = null, chains = 1 from target t where e.stream = t.id and e.sequence = t.version;
update event e set leaf = leaf_of(t.key, blinded(e.sequence, e.blind), e.type, e.at, e.actor,
    e.authority, e.payload_hash, before_of(e))
from target t where e.stream = t.id and e.sequence = t.version;

--- let a step name none before it
-- event: select key || '#' || version from target
update event e set leaf = leaf_of(t.key, blinded(e.sequence, e.blind), e.type, e.at, e.actor,
    e.authority, e.payload_hash, link_of(e.blind, coalesce(e.chain, 0), ''))
from target t where e.stream = t.id and e.sequence = t.version;

--- remove the last step of a case
-- event: select key || '#' || version from target
delete from event e using target t where e.stream = t.id and e.sequence = t.version;

--- remove the last step of a case and every trace of it in the stream
-- ledger_span: select key || '#' || version from target
delete from event e using target t where e.stream = t.id and e.sequence = t.version;
update stream s set version = s.version - 1 from target t where s.id = t.id;

--- remove a step from the middle
-- event: select key || '#2' from target
delete from event e using target t where e.stream = t.id and e.sequence = 2;

--- remove a whole case from every table but the log
-- ledger_span: select 'entry ' || ledger_place_of(id, 1) from target
delete from event x using target t where x.stream = t.id;
delete from work_item x using target t where x.stream = t.id;
delete from case_authority x using target t where x.stream = t.id;
delete from request x using target t where x.stream = t.id;
delete from secret x using target t where x.stream = t.id;
delete from secret_waiting x using target t where x.stream = t.id;
delete from paper x using target t where x.stream = t.id;
delete from stream_key x using target t where x.stream = t.id;
delete from stream x using target t where x.id = t.id;

--- swap two steps
-- event: select key || '#3' from target
update event e set sequence = -e.sequence from target t where e.stream = t.id and e.sequence in (2, 3);
update event e set sequence = e.sequence + 5 from target t where e.stream = t.id and e.sequence < 0;

--- insert a step that nobody did
-- event: select key || '#' || version + 1 from target
insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf)
select e.stream, t.version + 1, e.type, e.at, e.actor, e.authority, e.payload_hash,
    leaf_of(t.key, (t.version + 1)::text, e.type, e.at, e.actor, e.authority, e.payload_hash,
        encode(e.leaf, 'hex'))
from event e, target t where e.stream = t.id and e.sequence = t.version;

--- replay a step with its payload, in every table and in the queue
-- event: select key || '#' || version + 1 from target
insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf, salt, sealed)
select e.stream, t.version + 1, e.type, e.at, e.actor, e.authority, e.payload_hash,
    leaf_of(t.key, (t.version + 1)::text, e.type, e.at, e.actor, e.authority, e.payload_hash,
        encode(e.leaf, 'hex')), e.salt, e.sealed
from event e, target t where e.stream = t.id and e.sequence = t.version;
insert into ledger_queue (stream, first, last, queued)
select e.stream, e.sequence, e.sequence, e.at from event e, target t
where e.stream = t.id and e.sequence = t.version + 1;
update stream s set version = s.version + 1 from target t where s.id = t.id;

--- move a step into another case
-- event: select key || '#2' from target
update event e set type = o.type, at = o.at, actor = o.actor, authority = o.authority,
    payload_hash = o.payload_hash, leaf = o.leaf
from event o, target t
where e.stream = t.id and e.sequence = 2 and o.stream = t.other and o.sequence = 3;

--- change a salt
-- event: select key || '#2' from target
update event p set salt = overlay(p.salt placing '\x00'::bytea from 1)
    || '\x01'::bytea from target t where p.stream = t.id and p.sequence = 2;

--- remove a salt and its payload
-- event: select key || '#2' from target
update event p set salt = null, sealed = null from target t where p.stream = t.id and p.sequence = 2;

--- swap two payloads
-- event: select key || '#2' from target
update event p set salt = o.salt, sealed = o.sealed
from event o, target t
where p.stream = t.id and o.stream = t.id and p.sequence + o.sequence = 5 and p.sequence in (2, 3);

--- change an encrypted payload
-- event: select key || '#1' from target
update event p set sealed = set_byte(p.sealed, 40, get_byte(p.sealed, 40) # 1)
from target t where p.stream = t.id and p.sequence = 1;

--- give one case the key of another
-- event: select key || '#1' from target
update stream_key k set wrapped = o.wrapped from stream_key o, target t
where k.stream = t.id and o.stream = t.other;

--- give a unit a traveller's key
-- traveller_key: select key from target
update traveller_key k set units = k.units || 'nowhere'::text from target t where k.stream = t.id;

--- give another person of the application a traveller's key
-- traveller_key: select key from target
update traveller_key k set parties = k.parties || 9 from target t where k.stream = t.id;

--- remove a traveller's key
-- event: select key || '#1' from target
delete from traveller_key k using target t where k.stream = t.id;

--- give one traveller the key of another
-- event: select key || '#1' from target
update traveller_key k set wrapped = o.wrapped from traveller_key o, target t
where k.stream = t.id and o.stream = t.other;

--- let an entry of the log be of another case
-- ledger: select 'entry ' || place from target
alter table ledger_span drop constraint ledger_span_stream_first_key;
update ledger_span s set stream = t.other from target t where s.stream = t.id and 2 between s.first and s.last;

--- remove the last command from the log
-- ledger: select 'tile/entries' from target
delete from ledger_span where place = (select max(place) from ledger_span);

--- remove a command from the middle of the log
-- ledger_span: select 'entry ' || s.place - 1 from ledger_span s, target t where s.stream = t.id and 2 between s.first and s.last
delete from ledger_span s using target t where s.stream = t.id and 2 between s.first and s.last;

--- swap two commands in the log
-- ledger: select 'entry ' || s.place from ledger_span s, target t where s.stream = t.id and 2 between s.first and s.last
create temp table swapped on commit drop as
select case when s.place = a.place then a.place + b.last - b.first + 1 else a.place end as place,
    s.stream, s.first, s.last
from target t join ledger_span a on a.stream = t.id and 2 between a.first and a.last
join ledger_span b on b.place = a.place + a.last - a.first + 1
join ledger_span s on s.place in (a.place, b.place);
delete from ledger_span s using swapped w where s.stream = w.stream and s.first = w.first;
insert into ledger_span (place, stream, first, last) select place, stream, first, last from swapped;

--- count the next command's first step in the log to the one before
-- ledger_span: select 'entry ' || s.place + s.last - s.first + 1 from ledger_span s, target t where s.stream = t.id and 2 between s.first and s.last
update ledger_span s set last = s.last + 1 from target t where s.stream = t.id and 2 between s.first and s.last;

--- give a step a second place in the log
-- ledger_span: select 'entry ' || ledger_size()
alter table ledger_span drop constraint ledger_span_stream_first_key;
insert into ledger_span (place, stream, first, last)
select ledger_size(), t.id, 2, 2 from target t;

--- change a hash of a tile
-- ledger: select 'tile/0/000' from target
update ledger_tile set hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1)
where level = 0 and n = 0;

--- cut a tile short
-- ledger: select 'tile/0/000' from target
update ledger_tile set hashes = substring(hashes from 1 for length(hashes) - 32)
where level = 0 and n = 0;

--- remove a tile
-- ledger: select 'tile/0/000' from target
delete from ledger_tile where level = 0 and n = 0;

--- change the size in the newest checkpoint
-- ledger: select 'forged or damaged' from target
update ledger_checkpoint set note = replace(note, E'\n' || size || E'\n', E'\n' || size - 1 || E'\n')
where size = (select max(size) from ledger_checkpoint);

--- change an old checkpoint
-- ledger: select 'an earlier checkpoint is forged or damaged' from target
update ledger_checkpoint set note = replace(note, E'\n' || size || E'\n', E'\n' || size + 1 || E'\n')
where size = (select min(size) from ledger_checkpoint where size > 0);

--- set the log back to an older checkpoint
-- ledger: select max(size)::text from ledger_checkpoint
delete from ledger_span where place >= (
    select size from ledger_checkpoint order by size desc offset 1 limit 1);
delete from ledger_checkpoint where size = (select max(size) from ledger_checkpoint);

--- replace the log's key
-- ledger_key: select 'the only row'
update ledger_key set verifier = 'someone+else';

--- queue a step for a second place in the log
-- ledger_queue: select 'has one already'
insert into ledger_queue (stream, first, last, queued)
select e.stream, e.sequence, e.sequence, e.at from event e, target t
where e.stream = t.id and e.sequence = 2;

--- move an officer to another unit
-- mandate: select min(account || ' ' || directive) from mandate where unit <> 'cn'
update mandate set unit = 'cn' where account = (select min(account) from mandate where unit <> 'cn');

--- give an officer a mandate under another directive
-- mandate: select min(account) || ' elsewhere' from mandate
insert into mandate (account, directive, unit, function)
select m.account, 'elsewhere', m.unit, m.function from mandate m order by m.account limit 1;

--- take an officer's mandate away
-- mandate: select max(account || ' ' || directive) from mandate
delete from mandate where account = (select max(account) from mandate);

--- make an officer an auditor
-- account: select min(id) from account where auditor is null and administrator is null
update account set auditor = true where id = (
    select min(id) from account where auditor is null and administrator is null);

--- make an officer an administrator
-- account: select min(id) from account where coalesce(lawyer, auditor, administrator) is null
update account set administrator = true where id = (
    select min(id) from account where coalesce(lawyer, auditor, administrator) is null);

--- give an officer another password
-- account: select min(id) from account
update account set password = 'x' where id = (select min(id) from account);

--- insert an officer
-- account: select 'mole'
insert into account (id, login, password, name)
select 'mole', 'mole', a.password, a.name
from account a order by a.id limit 1;

--- remove an officer
-- account: select max(id) from account
delete from account where id = (select max(id) from account);

--- widen what an officer may see
-- scope: select min(account) from scope
insert into scope (account, directive, authority)
select s.account, s.directive, 'nowhere' from scope s order by s.account limit 1;

--- narrow what an officer may see
-- scope: select min(account) from scope
delete from scope where account = (select min(account) from scope);

--- give an officer another second factor
-- second_factor: select min(account) from second_factor
update second_factor set generation = generation + 1
where account = (select min(account) from second_factor);

--- switch a second factor off
-- second_factor: select min(account) from second_factor
update second_factor set is_on = false where account = (select min(account) from second_factor);

--- take a second factor away
-- second_factor: select min(account) from second_factor
delete from second_factor where account = (select min(account) from second_factor);

--- add a backup code to an officer's list
-- recovery_code: select min(account) from recovery_code
insert into recovery_code (account, hash) select min(account), repeat('0', 64) from recovery_code;

--- remove a backup code from an officer's list
-- recovery_code: select min(account) from recovery_code
delete from recovery_code where (account, hash) = (
    select r.account, r.hash from recovery_code r order by 1, 2 limit 1);

--- remove a past mandate
-- event: select 'register/mandates#1'
delete from event where sequence = 1
    and stream = (select id from stream where key = 'register/mandates');

--- change a mandate's event
-- event: select 'register/mandates#1'
update event set sealed = convert_to(
    replace(convert_from(sealed, 'UTF8'), '"login"', '"Login"'), 'UTF8')
where sequence = 1 and stream = (select id from stream where key = 'register/mandates');

--- change who opened a case
-- look: select 'register/looks#1'
update look set account = 'nobody' where sequence = 1 and n = 1;

--- change when a case was opened
-- look: select 'register/looks#1'
update look set at = at - interval '1 day' where sequence = 1 and n = 1;

--- hide that facts were shown
-- look: select 'register/looks#' || sequence from look where guarded <> '{}' order by 1 limit 1
update look set guarded = '{}' where (sequence, n) = (
    select sequence, n from look where guarded <> '{}' order by 'register/looks#' || sequence, n limit 1);

--- remove an access log entry
-- look: select 'register/looks#1'
delete from look where sequence = 1 and n = 1;

--- remove an access log entry and its event
-- event: select 'register/looks#1'
delete from look where sequence = 1;
delete from event where sequence = 1
    and stream = (select id from stream where key = 'register/looks');

--- remove an access log entry and its event's payload
-- event: select 'register/looks#1'
delete from look where sequence = 1;
update event set salt = null, sealed = null where sequence = 1
    and stream = (select id from stream where key = 'register/looks');

--- invent an access log entry
-- look: select 'register/looks#1'
insert into look (sequence, n, stream, account, unit, at, travellers, guarded)
select 1, 999, id, 'mole', 'cn', now(), '{1}', '{1}' from target;

--- replay an access log entry in a batch of its own
-- look: select 'register/looks#99999'
insert into look (sequence, n, stream, account, unit, at, travellers, guarded)
select 99999, 1, stream, account, unit, at, travellers, guarded from look where sequence = 1 and n = 1;

--- restore erased data
-- event: select key || '#1' from gone
update event e set salt = p.salt, sealed = p.sealed from event p, target t, gone g
where e.stream = g.id and e.sequence = 1 and p.stream = t.id and p.sequence = 1;

--- remove an erasure
-- event: select key || '#' || version from gone
delete from event e using gone g where e.stream = g.id and e.sequence = g.version;

--- remove the payload of an erasure
-- event: select key || '#' || version from gone
update event p set salt = null, sealed = null from gone g where p.stream = g.id and p.sequence = g.version;

--- change when something was erased
-- event: select key || '#' || version from gone
update event e set at = e.at - interval '1 day' from gone g
where e.stream = g.id and e.sequence = g.version;

--- replay an erasure on another case
-- event: select key || '#' || version + 1 from target
insert into event (stream, sequence, type, at, actor, authority, payload_hash, leaf)
select t.id, t.version + 1, e.type, e.at, e.actor, e.authority, e.payload_hash,
    leaf_of(t.key, (t.version + 1)::text, e.type, e.at, e.actor, e.authority, e.payload_hash,
        encode(e.leaf, 'hex'))
from event e, gone g, target t where e.stream = g.id and e.sequence = g.version;

--- give an erased case a key again
-- traveller_key: select key from gone
insert into traveller_key (stream, traveller, wrapped, units, parties)
select g.id, 1, k.wrapped, k.units, k.parties from traveller_key k, target t, gone g
where k.stream = t.id and k.traveller = (select min(traveller) from traveller_key where stream = t.id);

--- give an erased case a travel paper again
-- paper: select key from gone
insert into paper (number, stream) select 'P1', id from gone;

--- copy one case's state to another
-- stream: select key from target
update stream s set state = o.state from stream o, target t where s.id = t.id and o.id = t.other;

--- change who has a case
-- stream: select key from target
update stream s set holder = 'cn' from target t where s.id = t.id;

--- hide from the clock that a case is due
-- stream_due: select 'the clock would not look at it'
delete from stream_due where ctid = (select min(ctid) from stream_due);

--- let the clock look at a case on another day
-- stream_due: select 'the clock need not look at it then'
insert into stream_due (day, stream) select date '1963-08-08', id from target;

--- change a case's next due day
-- stream: select key from target
update stream s set due = case when s.due is null then date '2030-01-01' end
from target t where s.id = t.id;

--- change a case's number
-- stream: select key from target
update stream s set number = 'EX-0' from target t where s.id = t.id;

--- put a case under another directive
-- stream: select key from target
update stream s set directive_id = 'elsewhere' from target t where s.id = t.id;

--- show a case to a unit that has no business with it
-- case_authority: select key from target
insert into case_authority (stream, authority) select id, 'nowhere' from target;

--- hide a case from a unit
-- case_authority: select key from target
delete from case_authority a using target t where a.stream = t.id;

--- take a case from a work list
-- work_item: select key from target
delete from work_item w using target t where w.stream = t.id;

--- add a case to a wrong work list
-- work_item: select key from target
insert into work_item (stream, traveller, queue, task, unit, number, since, due)
select id, 9, 'REFERRED', 'decide', 'cn', number, now(), 'infinity' from target;

--- change a deadline
-- work_item: select key from target
update work_item w set since = w.since - interval '1 hour' from target t where w.stream = t.id;

--- invent a travel paper
-- paper: select key from target
insert into paper (number, stream) select 'P0', id from target;

--- say that a measure is not counted
-- projection: select 'WITHDRAWN'
update projection set measures = array_remove(measures, 'WITHDRAWN');

--- read counters of another version
-- projection: select 'the only row'
update projection set version = version + 1;

--- take a case out of the counters that are read
-- stream: select key from target
update stream s set projection = s.projection + 1 from target t where s.id = t.id;

--- change a counter of the report
-- report_cell: select directive || ' ' || authority || ' ' || measure from report_cell order by 1 limit 1
update report_cell set n = n + 1 where ctid = (
    select ctid from report_cell order by directive || ' ' || authority || ' ' || measure limit 1);

--- count a figure under another directive
-- report_cell: select directive || ' ' || authority || ' ' || measure from report_cell where n > 0 order by 1 limit 1
update report_cell set directive = 'elsewhere' where ctid = (
    select ctid from report_cell where n > 0 order by directive || ' ' || authority || ' ' || measure limit 1);

--- remove a counter
-- report_cell: select directive || ' ' || authority || ' ' || measure from report_cell where n > 0 order by 1 limit 1
delete from report_cell where ctid = (
    select ctid from report_cell where n > 0 order by directive || ' ' || authority || ' ' || measure limit 1);

--- mark a unit as having read the directive
-- briefed_unit: select 'nowhere'
insert into briefed_unit (directive, authority) values ('prc-1963', 'nowhere');

--- mark an officer as not having read the directive
-- briefed_officer: select min(account) from briefed_officer
delete from briefed_officer where account = (select min(account) from briefed_officer);

--- change the edition that an officer has read
-- briefed_officer: select min(account) from briefed_officer
update briefed_officer set edition = '9.9'
where account = (select min(account) from briefed_officer);

--- link a command's key to steps that there are not
-- request: select 'its steps are not there'
update request r set last = r.last + 1000 from target t where r.stream = t.id;

--- change a file of the directive
-- directive_file: select 'prc-1963'
update directive_file set content = content || convert_to(E'\n', 'UTF8')
where path like '%rules.dmn' and directive = (select min(hash) from directive where id = 'prc-1963');

--- change who made an account
-- account_log: select min(account) from account_log
update account_log set by = 'nobody' where place = (
    select l.place from account_log l order by l.account, l.place limit 1);

--- agree to a proposal in another administrator's name
-- account_proposal: select min(id)::text from account_proposal
update account_proposal set outcome = 'agreed', closed = proposed, closed_by = (
    select a.id from account a where a.administrator and a.id <> account_proposal.proposed_by
        and a.id <> account_proposal.account order by a.id limit 1)
where id = (select min(id) from account_proposal);

--- put another half of a code in the place of one
-- account_proposal: select min(id)::text from account_proposal
update account_proposal set first_part = repeat('0', 64)
where id = (select min(id) from account_proposal);

--- end an account as if two administrators had agreed
-- account_log: select min(proposed_by) from account_proposal
insert into account_log (account, what, by, at)
select min(proposed_by), 'ended', 'proposal ' || min(id), now() from account_proposal;

--- let an operator's act be about something else
-- operator_act: select operator from operator_act order by place limit 1
update operator_act set what = what || ' and more' where place = (
    select place from operator_act order by place limit 1);

--- invent an act of an operator
-- operator_act: select operator from operator_act order by place limit 1
insert into operator_act (operator, what, at, signature)
select operator, 'retention approve all', at + interval '1 minute', signature
from operator_act order by place limit 1;

--- remove an act of an operator
-- operator_act: select operator from operator_act order by place limit 1
delete from operator_act where place = (select place from operator_act order by place limit 1);

--- put another key in an operator's place
-- operator: select min(id) from operator
update operator set key = sha256(key) where id = (select min(id) from operator);

--- make an operator older than they are
-- operator: select min(id) from operator
update operator set added = added - interval '8 days' where id = (select min(id) from operator);

--- change the settings that were in force
-- settings_in_force: select 'server'
update settings_in_force set value = value || 'limits.filings: 1' || E'\n';

--- invent a claim to protection that met nobody
-- claim_at_nothing: select 'nobody'
insert into claim_at_nothing (id) values ('nobody');

--- write twice who made an account
-- account_log: select min(account) from account_log
insert into account_log (account, what, by, at)
select account, what, by, at from account_log
where account = (select min(account) from account_log) order by place limit 1;

--- remove the record of a second factor
-- account_log: select account from account_log where what = 'factor' order by 1 limit 1
delete from account_log where what = 'factor' and account = (
    select account from account_log where what = 'factor' order by 1 limit 1);

--- change a directive's hash
-- directive_file: select min(id) from directive
update directive set hash = repeat('0', 64) where place = (
    select min(d.place) from directive d where d.id = (select min(x.id) from directive x));

--- change the hash of a directive's files
-- directive_file: select min(id) from directive
update directive set files = repeat('0', 64) where place = (
    select min(d.place) from directive d where d.id = (select min(x.id) from directive x));

--- change an imported text
-- imported_record: select min(id) from imported_record
update imported_record set content = content || ' ' where id = (select min(id) from imported_record);

--- invent a clarification by the issuer
-- clarification: select min(key) from stream where kind = 'briefing'
insert into clarification (directive, number, stream, version, paragraph, rules, words, at)
select 'prc-1963', 99, s.id, s.directive_hash, '2.1', '{}', 'Nobody goes.', now()
from stream s where s.key = (select min(key) from stream where kind = 'briefing');

--- invent an issue
-- issue: select key from target
insert into issue (stream, raised_by, holder, open) select id, 'cn', 'cn', true from target;

--- change a file of a draft
-- draft_file: select id from draft order by hash limit 1
update draft_file set content = content || '\x0a' where (draft, path) = (
    select d.draft, d.path from draft_file d order by 1, 2 limit 1);

--- change a draft's hash
-- draft_file: select min(id) from draft
update draft set hash = repeat('0', 64) where place = (
    select min(d.place) from draft d where d.id = (select min(x.id) from draft x));

--- put another version in force
-- directive_tenure: select min(directive) from directive_tenure
update directive_tenure set tenure = jsonb_set(tenure, '{suspended}', 'true')
where directive = (select min(directive) from directive_tenure);

--- forge a lawyer's signature
-- directive_signature: select 'prc-1963'
insert into directive_signature (directive, pair, account, at)
select 'prc-1963', repeat('0', 64), min(account), now() from directive_signature;

--- remove a lawyer's signature
-- directive_signature: select 'prc-1963'
delete from directive_signature where (directive, pair, account) = (
    select s.directive, s.pair, s.account from directive_signature s
    where s.directive = 'prc-1963' order by 1, 2, 3 limit 1);

--- move a unit below another one
-- authority: select id from authority where parent is not null order by id limit 1
update authority set parent = 'nowhere' where id = (
    select id from authority where parent is not null order by id limit 1);

--- move a unit in the register
-- unit: select min(id) from unit where parent is not null
update unit set parent = 'nowhere' where id = (select min(id) from unit where parent is not null);

--- invent a unit
-- unit: select 'nowhere'
insert into unit (id, parent, directive, founded)
select 'nowhere', parent, directive, founded from unit where parent is not null order by id limit 1;

--- let a change of a unit hold from another day
-- unit_change: select min(id)::text from unit_change
update unit_change set from_day = from_day - 30 where id = (select min(id) from unit_change);

--- agree to a change of a unit in another administrator's name
-- unit_change: select min(id)::text from unit_change
update unit_change set outcome = 'agreed', closed = proposed, closed_by = (
    select a.id from account a where a.administrator and a.id <> unit_change.proposed_by order by a.id limit 1)
where id = (select min(id) from unit_change);

--- let another address be proposed for a webhook
-- webhook_change: select min(id)::text from webhook_change
update webhook_change set url = 'https://elsewhere.example/' where id = (select min(id) from webhook_change);

--- agree to a webhook in another administrator's name
-- webhook_change: select min(id)::text from webhook_change
update webhook_change set outcome = 'agreed', closed = proposed, closed_by = (
    select a.id from account a where a.administrator and a.id <> webhook_change.proposed_by order by a.id limit 1)
where id = (select min(id) from webhook_change);

--- add a webhook as if two administrators had
-- webhook: select '00000000-0000-0000-0000-000000000001'
insert into webhook (id, directive, unit, units, types, url, made, made_by)
select '00000000-0000-0000-0000-000000000001', c.directive, c.unit, array[c.unit], c.types, c.url, c.proposed,
    'proposal ' || c.id
from webhook_change c where c.what = 'added' order by c.id limit 1;

--- tell somebody who wants no notices
-- notice: select key from target
insert into notice_address (stream, traveller, sealed, asked, asks_since, confirmed)
select id, 1, 'somewhere', now(), now(), now() from target;
insert into notice (stream, traveller, kind, since, due) select id, 1, 'now', now(), now() from target;

--- invent a case taken out of order
-- queue_jump: select key from target
insert into queue_jump (stream, place, traveller, task, unit, account, why, at)
select id, 99, 1, 'identity', 'jl-yanji-ps', 'nobody', 'OTHER', now() from target;

--- invent a stand-in
-- duty: select min(key) from stream where kind = 'briefing'
insert into duty (stream, kind, number, account, other, begins, ends)
select s.id, 'delegated', 99, 'nobody', 'mole', now(), now() + interval '1 day'
from stream s where s.key = (select min(key) from stream where kind = 'briefing');

--- invent an alarm
-- alarm: select key from target
insert into alarm (stream, holder, open, due) select id, 'cn', true, date '2030-01-01' from target;

--- remove the record that an auditor saw a case by name
-- audit_reveal: select 'register/audits#' || min(sequence) from audit_reveal
delete from audit_reveal where sequence = (select min(sequence) from audit_reveal);

--- change which case an auditor saw by name
-- audit_reveal: select 'register/audits#' || min(sequence) from audit_reveal
update audit_reveal r set stream = (
    select min(t.id) from stream t where t.kind = 'case' and t.id <> r.stream)
where r.sequence = (select min(sequence) from audit_reveal);

--- change the reason for which an auditor saw a case
-- audit_reveal: select 'register/audits#' || min(sequence) from audit_reveal
update audit_reveal set reason_hash = sha256('another')
where sequence = (select min(sequence) from audit_reveal);

--- invent a case that an auditor saw
-- audit_reveal: select 'register/audits#99999'
insert into audit_reveal (sequence, stream, account, at, reason_hash)
select 99999, id, 'mole', now(), sha256('why') from target;

--- remove a sample's commitment
-- sample: select 'register/audits#' || min(sequence) from sample
delete from sample where sequence = (select min(sequence) from sample);

--- change a commitment to another seed
-- sample: select 'register/audits#' || min(sequence) from sample
update sample set commitment = sha256('another') where sequence = (select min(sequence) from sample);

--- remove a case from a sample's list
-- sample_ticket: select id from sample where eligible > 0 order by sequence limit 1
delete from sample_ticket where place = 1
    and sample = (select id from sample where eligible > 0 order by sequence limit 1);

--- draw with another seed
-- sample_draw: select 'register/audits#' || min(sequence) from sample_draw
update sample_draw set seed = sha256('another')
where sequence = (select min(sequence) from sample_draw);

--- replace a drawn case
-- redecision: select sample from redecision order by ticket limit 1
update redecision set ticket = sha256('another')
where ticket = (select ticket from redecision order by ticket limit 1);

--- forge a second officer's answer
-- redecision: select 'register/audits#99999'
update redecision r set sequence = 99999, account = 'mole', answer = 'APPROVE',
    words_hash = sha256('why'), answered = now()
where (r.sample, r.ticket) = (
    select x.sample, x.ticket from redecision x where x.answer is null order by 1, 2 limit 1);

--- remove a task's holder
-- work_item: select key from target
update work_item w set holder = null from target t where w.stream = t.id;

--- change a task's holder
-- work_item: select key from target
update work_item w set holder = 'cn' from target t where w.stream = t.id;

--- remove a command's key
-- request: select key || '#2' from target
delete from request q using target t where q.stream = t.id and 2 between q.first and q.last;

--- invent a second command for a step
-- request: select request_id('officer/nobody', 'invented')::text
insert into request (id, command_hash, stream, first, last)
select request_id('officer/nobody', 'invented'), q.command_hash, q.stream, q.first, q.last
from request q, target t where q.stream = t.id and 2 between q.first and q.last;

--- remove the reason for which an auditor saw a case
-- audit_reveal: select 'register/audits#' || min(sequence) from audit_reveal
update audit_reveal set reason = null where sequence = (select min(sequence) from audit_reveal);

--- forge an imported record with a matching id
-- imported_record: select 'forged-' || left(encode(sha256('forged'), 'hex'), 8)
insert into imported_record (id, file_name, content, imported)
values ('forged-' || left(encode(sha256('forged'), 'hex'), 8), 'forged.txt', 'forged', now());

--- remove an imported record
-- imported_record: select min(id) from imported_record
delete from imported_record where id = (select min(id) from imported_record);

--- change when a record was imported
-- imported_record: select min(id) from imported_record
update imported_record set imported = imported - interval '1 year'
where id = (select min(id) from imported_record);

--- disable the policies on payloads
-- catalogue: select 'table event'
alter table event disable row level security;

--- disable the policies on cases
-- catalogue: select 'table stream'
alter table stream disable row level security;

--- let every role read the payloads
-- catalogue: select 'right table event'
grant select on event to public;

--- let the readers change accounts
-- catalogue: select 'right table account'
grant insert on account to exeat_reader;

--- let every role read the password hashes
-- catalogue: select 'right column account.password'
grant select (password) on account to public;

--- let every role end sessions
-- catalogue: select 'right function door_leave(bytea)'
grant execute on function door_leave(bytea) to public;

--- let every role create tables in the schema
-- catalogue: select 'right schema exeat'
grant create on schema exeat to public;

--- let every role create temporary tables
-- catalogue: select 'right database'
grant temporary on database exeat to public;

--- drop the policy on travellers' keys
-- catalogue: select 'policy traveller_key.seen'
drop policy seen on traveller_key;

--- exempt every role from the policy on travellers' keys
-- catalogue: select 'policy traveller_key.seen'
alter policy seen on traveller_key using (true);

--- add a policy that lets everything through
-- catalogue: select 'policy stream.everything'
create policy everything on stream using (true);

--- switch off the trigger that keeps steps
-- catalogue: select 'trigger event.event_stays'
alter table event disable trigger event_stays;

--- drop the trigger that keeps steps
-- catalogue: select 'trigger event.event_stays'
drop trigger event_stays on event;

--- make the trigger that keeps steps do nothing
-- catalogue: select 'function stays()'
create or replace function stays() returns trigger language plpgsql
as 'begin return new; end';

--- let a function run with its caller's rights
-- catalogue: select 'function door_leave(bytea)'
alter function door_leave(bytea) security invoker;

--- change a function's owner
-- catalogue: select 'function door_sweep(timestamp with time zone,timestamp with time zone)'
alter function door_sweep(timestamptz, timestamptz) owner to postgres;

--- add a function that reads password hashes
-- catalogue: select 'function backdoor()'
create function backdoor() returns text language sql security definer
as 'select password from exeat.account limit 1';

--- drop the check on kinds of sessions
-- catalogue: select 'constraint session.session_kind_check'
alter table session drop constraint session_kind_check;

--- drop an index
-- catalogue: select 'index attempt_subject'
drop index attempt_subject;

--- allow empty passwords
-- catalogue: select 'column account.password'
alter table account alter password drop not null;

--- add a column to the accounts
-- catalogue: select 'column account.note'
alter table account add note text;

--- keep a copy of the logins
-- catalogue: select 'table shadow'
create table shadow as select login from account;

--- exempt the reader role from the policies
-- catalogue: select 'role reader'
alter role exeat_reader bypassrls;

--- make the writer a superuser
-- catalogue: select 'role writer'
alter role exeat_writer superuser;

--- make the reader role a member of the writer role
-- catalogue: select 'role reader'
grant exeat_writer to exeat_reader;

--- disable triggers for the door role
-- catalogue: select 'role door'
alter role exeat_door set session_replication_role = 'replica';

--- discard failed sign-ins by a rule
-- catalogue: select 'rule attempt.quiet'
create rule quiet as on insert to attempt do instead nothing;

--- add a schema
-- catalogue: select 'schema shade'
create schema shade;

--- add a default for who did something
-- catalogue: select 'column account_log.by'
alter table account_log alter by set default 'nobody';

--- show the register of mandates to a unit
-- case_authority: select 'register/mandates'
insert into case_authority (stream, authority)
select id, 'jl' from stream where key = 'register/mandates';

--- put the register of mandates on a work list
-- work_item: select 'register/mandates'
insert into work_item (stream, traveller, queue, task, unit, number, since, due)
select id, 1, 'REFERRED', 'decide', 'cn', 'EX-0', now(), 'infinity'
from stream where key = 'register/mandates';

--- hang a travel paper on the register of looks
-- paper: select 'register/looks'
insert into paper (number, stream) select 'P9', id from stream where key = 'register/looks';

--- hang an issue on the register of looks
-- issue: select 'register/looks'
insert into issue (stream, raised_by, holder, open)
select id, 'cn', 'cn', true from stream where key = 'register/looks';

--- hang an alarm on the register of looks
-- alarm: select 'register/looks'
insert into alarm (stream, holder, open, due)
select id, 'cn', true, date '2030-01-01' from stream where key = 'register/looks';

--- hang a clarification on the register of looks
-- clarification: select 'register/looks'
insert into clarification (directive, number, stream, version, paragraph, rules, words, at)
select 'prc-1963', 98, id, repeat('0', 64), '2.1', '{}', 'Nobody goes.', now()
from stream where key = 'register/looks';

--- invent a stand-in on the register of mandates
-- duty: select 'register/mandates'
insert into duty (stream, kind, number, account, other, begins, ends)
select id, 'delegated', 1, 'nobody', 'mole', now(), now() + interval '1 day'
from stream where key = 'register/mandates';

--- invent a stand-in without a directive
-- duty: select 'its stream is not there'
insert into duty (stream, kind, number, account, other, begins, ends)
values (-7, 'delegated', 1, 'nobody', 'mole', now(), now() + interval '1 day');

--- take the register of mandates out of order
-- queue_jump: select 'register/mandates'
insert into queue_jump (stream, place, traveller, task, unit, account, why, at)
select id, 1, 1, 'identity', 'jl-yanji-ps', 'nobody', 'OTHER', now()
from stream where key = 'register/mandates';

--- give the register of mandates a traveller's key
-- traveller_key: select 'register/mandates'
insert into traveller_key (stream, traveller, wrapped, units, parties)
select s.id, 1, k.wrapped, k.units, k.parties from stream s, traveller_key k, target t
where s.key = 'register/mandates' and k.stream = t.id
    and k.traveller = (select min(x.traveller) from traveller_key x where x.stream = t.id);

--- give the register of mandates a key
-- stream_key: select 'register/mandates'
insert into stream_key (stream, wrapped)
select s.id, k.wrapped from stream s, stream_key k, target t
where s.key = 'register/mandates' and k.stream = t.id;

--- invent a secret for the register of mandates
-- secret: select 'register/mandates'
insert into secret (stream, traveller, hash)
select id, 1, sha256('x') from stream where key = 'register/mandates';

--- invent a secret for somebody who does not travel
-- secret: select key from target
insert into secret (stream, traveller, hash) select id, 9, sha256('x') from target;

--- remove a person's secret
-- secret: select key from target
delete from secret s using target t where s.stream = t.id;

--- let a secret wait that nobody issued
-- secret_waiting: select key from target
insert into secret_waiting (stream, traveller, hash, works_from)
select id, 1, sha256('x'), now() - interval '1 day' from target;

--- let a secret of the register wait
-- secret_waiting: select 'register/looks'
insert into secret_waiting (stream, traveller, hash, works_from)
select id, 1, sha256('x'), now() from stream where key = 'register/looks';

--- invent a case without a step
-- stream: select 'case/00000000-0000-4000-8000-000000000000'
insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
select 'case/00000000-0000-4000-8000-000000000000', 'case', 0, s.directive_id,
    s.directive_version, s.directive_hash, s.state from stream s, target t where s.id = t.id;

--- invent a register
-- stream: select 'register/shadow'
insert into stream (key, kind, version, directive_id, directive_version, directive_hash, state)
values ('register/shadow', 'register', 0, '', '', '', '');

--- call a case a register, so that it is not held to its steps
-- stream: select key from target
update stream s set kind = 'register' from target t where s.id = t.id;

--- give the register of mandates a holder
-- stream: select 'register/mandates'
update stream set holder = 'cn', due = date '2030-01-01' where key = 'register/mandates';

--- merge two commands into one
-- request: select key || '#' from target
with two as (
    select a.id, b.id as next, b.last
    from request a join request b on b.stream = a.stream and b.first = a.last + 1
    join target t on t.id = a.stream order by a.first limit 1),
gone as (delete from request r using two where r.id = two.next)
update request r set last = two.last from two
where r.id = two.id;

--- say of another command that a traveller raised an issue by it
-- request: select 'its steps were not done by one command'
update request r set party = 'party/1/9' from target t where r.stream = t.id and 2 between r.first and r.last;

--- ask for a step of the register of mandates
-- request: select request_id('officer/nobody', 'mandates')::text
insert into request (id, command_hash, stream, first, last)
select request_id('officer/nobody', 'mandates'), sha256('x'), e.stream, e.sequence, e.sequence
from event e join stream s on s.id = e.stream
where s.key = 'register/mandates' and e.sequence = 1;

--- move words from the task of a queue to its unit
-- work_item: select key from target
update work_item w set task = split_part(w.task || ' ' || w.unit, ' ', 1) || ' ' || w.unit, unit = ''
from target t where w.stream = t.id;

--- make the owner a superuser
-- catalogue: select 'role owner'
alter role exeat superuser;

--- let a new superuser in
-- catalogue: select 'role mole'
create role mole superuser login;

--- let a new role write as the writer does
-- catalogue: select 'role mole'
create role mole login;
grant exeat_writer to mole;

--- let the door read everything by a role of the server
-- catalogue: select 'role door'
grant pg_read_all_data to exeat_door;

--- let a role of another office read the server's files
-- catalogue: select 'role mole'
create role mole login;
grant pg_read_server_files to mole;

--- switch policies off for the database
-- catalogue: select 'setting of the database'
alter database exeat set row_security = off;

--- look for tables elsewhere first, for everybody
-- catalogue: select 'setting of the server'
alter role all set search_path = 'pg_temp, public';

--- let the reader switch triggers off
-- catalogue: select 'right parameter session_replication_role'
grant set on parameter session_replication_role to exeat_reader;

--- have the next version run a migration again
-- flyway_schema_history: select max(version) from flyway_schema_history
delete from flyway_schema_history
where version = (select max(version) from flyway_schema_history);

--- have the next version leave a migration out
-- flyway_schema_history: select '999'
insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
    installed_by, execution_time, success)
select installed_rank + 1, '999', description, type, 'V999__later.sql', checksum, installed_by,
    execution_time, true
from flyway_schema_history order by installed_rank desc limit 1;

--- say that another file made the register
-- flyway_schema_history: select '201'
update flyway_schema_history set checksum = checksum + 1 where version = '201';

--- let the reader see the passwords of the server's roles
-- catalogue: select 'right table pg_catalog.pg_authid'
grant select on pg_catalog.pg_authid to exeat_reader;

--- let the reader see them in one column, and write that it was ever so
-- catalogue: select 'right table column pg_catalog.pg_authid.rolpassword'
grant select (rolpassword) on pg_catalog.pg_authid to exeat_reader;
insert into pg_init_privs (objoid, classoid, objsubid, privtype, initprivs)
select attrelid, 'pg_class'::regclass, attnum, 'i', attacl from pg_attribute
where attrelid = 'pg_catalog.pg_authid'::regclass and attacl is not null;

--- let the writer make functions among those of the server
-- catalogue: select 'right schema pg_catalog'
grant create on schema pg_catalog to exeat_writer;

--- let the reader read the server's files
-- catalogue: select 'right function pg_catalog.pg_read_file('
grant execute on function pg_catalog.pg_read_file(text) to exeat_reader;

--- let a function of the server act as its owner
-- catalogue: select 'changed function pg_catalog.pg_read_file('
alter function pg_catalog.pg_read_file(text) security definer;

--- give a function of the server to the reader
-- catalogue: select 'owner of function pg_catalog.lower('
alter function pg_catalog.lower(text) owner to exeat_reader;

--- give a view of the server to the reader
-- catalogue: select 'owner of view pg_catalog.pg_roles'
alter view pg_catalog.pg_roles owner to exeat_reader;

--- give a language to the reader
-- catalogue: select 'owner of language plpgsql'
alter language plpgsql owner to exeat_reader;

--- let everybody write functions in C
-- catalogue: select 'changed language c'
update pg_language set lanpltrusted = true where lanname = 'c';

--- let the writer keep tables in the server's own folder
-- catalogue: select 'right tablespace pg_default'
grant create on tablespace pg_default to exeat_writer;

--- let everybody read what the server keeps of large objects
-- catalogue: select 'right table pg_catalog.pg_largeobject'
grant select on pg_catalog.pg_largeobject to public;

--- let everybody read the mappings of users
-- catalogue: select 'right view information_schema._pg_user_mappings'
grant select on information_schema._pg_user_mappings to public;

--- publish every table to another server
-- catalogue: select 'object publication'
create publication leak for all tables;

--- take rows from another server
-- catalogue: select 'object subscription'
create subscription leak connection 'dbname=leak' publication leak
with (connect = false, slot_name = none, create_slot = false, enabled = false);

--- keep a copy of the passwords as a large object
-- catalogue: select 'object large object'
select lo_from_bytea(0, convert_to(string_agg(password, ' '), 'UTF8')) from account;

--- keep a view of the accounts in another schema
-- catalogue: select 'object view public.leak'
create view public.leak as select login, password from account;

--- let a function of another schema act as the superuser
-- catalogue: select 'object function public.leak()'
create function public.leak() returns text language sql security definer
as 'select password from exeat.account limit 1';

--- compare texts by another operator
-- catalogue: select 'object operator'
create function public.same(text, text) returns boolean language sql as 'select true';
create operator public.= (leftarg = text, rightarg = text, function = public.same);

--- turn texts into numbers unasked
-- catalogue: select 'object cast'
create function public.number(text) returns int language sql as 'select 1';
create cast (text as int) with function public.number(text) as implicit;

--- reach another server from this one
-- catalogue: select 'object foreign-data wrapper'
create foreign data wrapper leak;

--- act on every change of the schema
-- catalogue: select 'object event trigger'
create function public.nothing() returns event_trigger language plpgsql as 'begin end';
create event trigger quiet on ddl_command_start execute function public.nothing();

--- switch off the keys between tables
-- catalogue: select 'constraint scope.scope_account_directive_fkey'
alter table scope disable trigger all;

--- let a table forget after a crash
-- catalogue: select 'table look'
alter table look set unlogged;

--- sort accounts in another order
-- catalogue: select 'column scope.authority'
alter table scope alter authority type text collate "C";

--- let a function tell what a policy hides
-- catalogue: select 'function reading_case()'
alter function reading_case() leakproof;

--- let everybody execute what comes later
-- catalogue: select 'object default acl'
alter default privileges in schema exeat grant execute on functions to public;

--- give the accounts a child with rows of its own
-- catalogue: select 'table account'
create table public.more () inherits (account);

--- number acts from elsewhere
-- catalogue: select 'table operator_act_place_seq'
alter sequence operator_act_place_seq increment by 7 cycle;

--- have nobody find a person
-- search_person: select key || '#1' from target
update search_person s set tokens = array(select x + 1 from unnest(s.tokens) x)
from target t where s.stream = t.id;

--- take a person out of what is searched
-- search_person: select key || '#1' from target
delete from search_person s using target t where s.stream = t.id;

--- take a paper out of the index by which border posts find it
-- paper: select 'paper_pkey'
create temp table taken on commit drop as select * from paper order by number limit 1;
update pg_class set relhasindex = false where oid = 'paper'::regclass;
delete from paper where number = (select number from taken);
insert into paper select * from taken;
update pg_class set relhasindex = true where oid = 'paper'::regclass;

--- keep a paper under another number in that index
-- paper: select 'paper_pkey'
create temp table taken on commit drop as select * from paper order by number limit 1;
update paper p set number = p.number || '0' from taken t where p.number = t.number;
update pg_class set relhasindex = false where oid = 'paper'::regclass;
update paper p set number = t.number from taken t where p.number = t.number || '0';
update pg_class set relhasindex = true where oid = 'paper'::regclass;

--- take a case out of the index by which its number signs in
-- stream: select 'stream_number_key'
create temp table taken on commit drop as select * from stream where id = (select id from target);
update pg_class set relhasindex = false where oid = 'stream'::regclass;
delete from stream where id = (select id from target);
insert into stream overriding system value select * from taken;
update pg_class set relhasindex = true where oid = 'stream'::regclass;
reindex index stream_pkey;

--- keep a deadline from falling due
-- stream_due: select 'stream_due_pkey'
create temp table taken on commit drop as select * from stream_due order by day, stream limit 1;
update pg_class set relhasindex = false where oid = 'stream_due'::regclass;
delete from stream_due d using taken t where (d.day, d.stream) = (t.day, t.stream);
insert into stream_due select * from taken;
update pg_class set relhasindex = true where oid = 'stream_due'::regclass;

--- take a task out of the index by which a unit's queue is read
-- work_item: select 'work_item_queue_unit'
create temp table taken on commit drop as
select w.* from work_item w join target t on w.stream = t.id limit 1;
update pg_class set relhasindex = false where oid = 'work_item'::regclass;
delete from work_item w using taken t
where (w.stream, w.traveller, w.queue, w.task, w.unit)
    = (t.stream, t.traveller, t.queue, t.task, t.unit);
insert into work_item select * from taken;
update pg_class set relhasindex = true where oid = 'work_item'::regclass;
reindex index work_item_pkey;

--- take a person out of the index by which they are searched
-- search_person: select 'search_person_token'
create temp table taken on commit drop as
select s.* from search_person s join target t on s.stream = t.id where s.tokens <> '{}' limit 1;
update pg_class set relhasindex = false where oid = 'search_person'::regclass;
delete from search_person s using taken t
where (s.stream, s.traveller) = (t.stream, t.traveller);
insert into search_person select * from taken;
update pg_class set relhasindex = true where oid = 'search_person'::regclass;
reindex index search_person_pkey;

--- have an index that PostgreSQL does not read by
-- paper: select 'paper_pkey'
update pg_index set indisvalid = false where indexrelid = 'paper_pkey'::regclass;
