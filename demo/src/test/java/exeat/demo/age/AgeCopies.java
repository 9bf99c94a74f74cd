package exeat.demo.age;

import exeat.demo.age.AgePlan.Chunk;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.codec.PayloadCompression;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.search.SearchIndex;
import exeat.desk.search.SearchTokens;
import exeat.ledger.Hash;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.Leaf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes the rows of applications and sends them; one worker's own. */
final class AgeCopies {

    private static final int SALT = 16;
    private static final int BITS = 40;

    /** Odd, so that every number comes once. */
    private static final long SPREAD = 0x9E3779B97FL;

    private final Vault vault;
    private final Set<String> taken;
    private final SearchTokens tokens;

    private final AgeRows stream =
            new AgeRows(
                    "stream (id, key, kind, version, directive_id, directive_version,"
                            + " directive_hash, holder, number, due, state)");
    private final AgeRows due = new AgeRows("stream_due (day, stream)");
    private final AgeRows key = new AgeRows("stream_key (stream, wrapped)");
    private final AgeRows authority = new AgeRows("case_authority (stream, authority)");
    private final AgeRows event =
            new AgeRows(
                    "event (stream, sequence, type, at, actor, authority, payload_hash, leaf, blind,"
                            + " chain, chains, salt, sealed)");
    private final AgeRows span = new AgeRows("ledger_span (place, stream, first, last)");
    private final AgeRows request =
            new AgeRows("request (id, command_hash, party, stream, first, last)");
    private final AgeRows work =
            new AgeRows(
                    "work_item (stream, traveller, queue, task, unit, holder, number, since, due)");
    private final AgeRows paper = new AgeRows("paper (number, stream)");
    private final AgeRows sight =
            new AgeRows("traveller_key (stream, traveller, wrapped, units, parties)");
    private final AgeRows sought =
            new AgeRows("search_person (stream, traveller, key, tokens, units)");
    private final AgeRows secret = new AgeRows("secret (stream, traveller, hash)");

    /**
     * Nothing made yet.
     *
     * @param taken numbers that are there already
     */
    AgeCopies(Vault vault, Set<String> taken) {
        this.vault = vault;
        this.taken = taken;
        this.tokens = SearchTokens.newest(vault.masters());
    }

    /** Makes a part, in one transaction, and says its leaves in their order. */
    List<Hash> send(Connection connection, Chunk chunk) throws SQLException {
        var leaves = new ArrayList<Hash>();
        for (int i = 0; i < chunk.picks().size(); i++) {
            make(chunk, i, leaves);
        }
        for (var rows :
                List.of(
                        stream, due, key, authority, event, span, request, work, paper, secret,
                        sight, sought)) {
            rows.send(connection);
        }
        connection.commit();
        return leaves;
    }

    private void make(Chunk chunk, int i, List<Hash> leaves) {
        var pick = chunk.picks().get(i);
        var template = pick.template();
        long id = chunk.stream() + i;
        var words = words(template, chunk.index() + i);
        var copy =
                new AgeStamp.Copy(
                        words.stream()
                                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                                .toList(),
                        pick.days());
        var name = "case/" + words.getFirst();
        var own = vault.newKey(name);
        key.row().number(id).bytes(own.wrapped().array());
        stream(template, id, name, words.get(1), copy, own);
        requests(template, id, chunk.place() + leaves.size());
        steps(template, id, name, copy, own).forEach(entry -> leaves.add(Hash.leaf(entry)));
        others(template, id, words, pick.days());
        for (var one : template.sought()) {
            var no = one.traveller().no();
            sought.row()
                    .number(id)
                    .small(no.number())
                    .text(tokens.number())
                    .numbers(tokens.of(one.traveller(), SearchIndex.place(name, no)))
                    .texts(one.units());
        }
    }

    /** Its own id, number and papers, of the same length as the template's. */
    private List<String> words(AgeTemplate template, long index) {
        var words = new ArrayList<String>();
        words.add(UUID.randomUUID().toString());
        words.add(fresh("EX-", index));
        for (int paper = AgeTemplate.PAPERS; paper < template.words().size(); paper++) {
            words.add(fresh("TA-", index + ((paper - AgeTemplate.PAPERS + 1L) << (BITS - 4))));
        }
        return words;
    }

    private String fresh(String kind, long index) {
        for (long at = index; ; at += 1L << (BITS - 8)) {
            long spread = (at * SPREAD) & ((1L << BITS) - 1);
            var bytes = new byte[BITS / 8];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (spread >> (BITS - 8 - 8 * i));
            }
            var number = kind + ReferenceCodes.number(Bytes.of(bytes)).substring(kind.length());
            if (!taken.contains(number)) {
                return number;
            }
        }
    }

    private void stream(
            AgeTemplate template,
            long id,
            String name,
            String number,
            AgeStamp.Copy copy,
            Vault.StreamKey own) {
        var head = template.head();
        var guarded = new TreeMap<Integer, Bytes>();
        template.guarded()
                .forEach((no, part) ->
                        guarded.put(no, PayloadCompression.STATES.pack(Bytes.of(part.copy(copy)))));
        var state = Bytes.of(template.state().copy(copy));
        for (var seen : template.seen()) {
            sight.row()
                    .number(id)
                    .small(seen.traveller())
                    .bytes(own.wrapped(seen.traveller()).array())
                    .texts(seen.units())
                    .smalls(seen.parties());
        }
        stream.row()
                .number(id)
                .text(name)
                .text("case")
                .number(template.steps().size())
                .text(head.directive())
                .text(head.version())
                .text(head.hash())
                .text(head.holder())
                .text(number);
        if (head.due().isPresent()) {
            var day = head.due().map(one -> one.minusDays(copy.days()));
            stream.day(day);
            due.row().day(day).number(id);
        } else {
            stream.nothing();
        }
        stream.bytes(PayloadSealing.state(own, template.steps().size(), state, guarded).array());
    }

    private List<byte[]> steps(
            AgeTemplate template, long id, String name, AgeStamp.Copy copy, Vault.StreamKey own) {
        var entries = new ArrayList<byte[]>();
        var last = new HashMap<Integer, Bytes>();
        for (var step : template.steps()) {
            long sequence = entries.size() + 1L;
            var at = AgePlan.earlier(step.at(), copy.days());
            var plain = Bytes.of(step.payload().copy(copy));
            var salt = Keys.random(SALT);
            var hash = Leaf.payloadHash(salt, plain);
            var blind = Keys.random(SALT);
            var links = step.chain().links(blind, no -> last.getOrDefault(no, Bytes.utf8("")));
            var made =
                    Leaf.hash(
                            new Leaf.Entry(
                                    name,
                                    Leaf.place(sequence, Optional.of(blind)),
                                    step.type(),
                                    at,
                                    step.actor(),
                                    step.authority().orElse(""),
                                    hash,
                                    links));
            step.chain().numbers().forEach(no -> last.put(no, made));
            var entry = made.array();
            event.row()
                    .number(id)
                    .number(sequence)
                    .text(step.type())
                    .time(at)
                    .text(step.actor())
                    .text(step.authority())
                    .bytes(hash.array())
                    .bytes(entry)
                    .bytes(blind.array());
            small(step.chain().one());
            small(step.chain().all());
            event.bytes(salt.array())
                    .bytes(PayloadSealing.event(own, sequence, plain, step.cuts()).array());
            entries.add(entry);
        }
        return entries;
    }

    /** A number of a step's chain, if it has one. */
    private void small(Optional<Integer> number) {
        if (number.isPresent()) {
            event.small(number.get());
        } else {
            event.nothing();
        }
    }

    /** What is known of each command, and where the log has its steps. */
    private void requests(AgeTemplate template, long id, long place) {
        for (var one : template.requests()) {
            span.row()
                    .number(place + one.first() - 1)
                    .number(id)
                    .number(one.first())
                    .number(one.last());
            request.row()
                    .bytes(ByteBuffer.allocate(16).putLong(id).putLong(one.first()).array())
                    .bytes(one.hash().array())
                    .nothing()
                    .number(id)
                    .number(one.first())
                    .number(one.last());
        }
    }

    private void others(AgeTemplate template, long id, List<String> words, int days) {
        template.authorities().forEach(unit -> authority.row().number(id).text(unit));
        for (var task : template.work()) {
            work.row()
                    .number(id)
                    .small(task.row().traveller())
                    .text(task.row().queue())
                    .text(task.row().task())
                    .text(task.row().unit())
                    .text(template.head().holder())
                    .text(words.get(1))
                    .time(AgePlan.earlier(task.since(), days))
                    .day(Optional.of(task.due()).flatMap(due -> due.map(d -> d.minusDays(days))));
        }
        for (int at = AgeTemplate.PAPERS; at < words.size(); at++) {
            paper.row().text(words.get(at)).number(id);
        }
        template.secrets()
                .forEach(no -> secret.row().number(id).small(no).bytes(Keys.random(32).array()));
    }
}
