package exeat.store.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import exeat.store.Bytes;
import exeat.store.Columns;
import exeat.store.batch.BatchStore.Alarm;
import exeat.store.batch.BatchStore.BriefedOfficer;
import exeat.store.batch.BatchStore.BriefedUnit;
import exeat.store.batch.BatchStore.Duty;
import exeat.store.batch.BatchStore.Issue;
import exeat.store.batch.BatchStore.Jump;
import exeat.store.batch.BatchStore.NewEvent;
import exeat.store.batch.BatchStore.Row;
import exeat.store.batch.BatchStore.Signature;
import exeat.store.batch.BatchStore.Tenure;
import exeat.store.ledger.Chain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its function takes it: what is sealed as bytes, beside the rest, which is JSON. What
 * only some rows have stands in lists of its own, one for each table, so that the function reads
 * each once, and none that is empty; a line there names its row by n.
 */
public final class FlatBatch {

    private final List<Line> rows = new ArrayList<>();
    private final Map<Integer, Others> others = new HashMap<>();
    private final List<byte[]> states = new ArrayList<>();
    private final List<byte[]> sealed = new ArrayList<>();
    private final Map<String, Integer> rounds = new HashMap<>();
    private final List<Units> authorities = new ArrayList<>();
    private final List<WorkLine> work = new ArrayList<>();
    private final List<GoneLine> gone = new ArrayList<>();
    private final List<SecretLine> secrets = new ArrayList<>();
    private final List<PaperLine> papers = new ArrayList<>();
    private final List<KeyLine> keys = new ArrayList<>();
    private final List<CellLine> cells = new ArrayList<>();

    FlatBatch(List<Row> batch) {
        batch.forEach(this::add);
    }

    /**
     * A row's own line.
     *
     * @param n the place of its state, from 1
     * @param round 1 for the first row of a stream in this batch, 2 for the second
     * @param types of its events, in their order, as are their hashes, salts and chains
     * @param sealed the place of its first event among those that are sealed, from 1
     */
    @Columns(
            "n ord round session stream kind expected key hash directive version "
                    + "directive_hash holder number due wrapped at papers types "
                    + "hashes salts chain chains sealed")
    private record Line(
            int n,
            int ord,
            int round,
            Bytes session,
            String stream,
            String kind,
            long expected,
            String key,
            Bytes hash,
            String directive,
            String version,
            @JsonProperty("directive_hash") String directiveHash,
            @Nullable String holder,
            @Nullable String number,
            @Nullable String due,
            @Nullable Bytes wrapped,
            String at,
            Set<String> papers,
            List<String> types,
            List<Bytes> hashes,
            List<Bytes> salts,
            List<@Nullable Integer> chain,
            List<@Nullable Integer> chains,
            int sealed) {}

    @Columns("n units")
    private record Units(int n, Set<String> units) {}

    @Columns("n traveller queue task unit holder number since due")
    private record WorkLine(
            int n,
            int traveller,
            String queue,
            String task,
            String unit,
            @Nullable String holder,
            @Nullable String number,
            String since,
            @Nullable String due) {}

    @Columns("n traveller queue task unit")
    private record GoneLine(int n, int traveller, String queue, String task, String unit) {}

    @Columns("n traveller hash works_from")
    private record SecretLine(
            int n,
            int traveller,
            @Nullable Bytes hash,
            @com.fasterxml.jackson.annotation.JsonProperty("works_from")
                    @Nullable String worksFrom) {}

    @Columns("n number")
    private record PaperLine(int n, String number) {}

    @Columns("n traveller wrapped units parties")
    private record KeyLine(
            int n, int traveller, Bytes wrapped, Set<String> units, Set<Integer> parties) {}

    /** A cell of a row, named by its ord because cells of all rounds are summed at once. */
    @Columns("ord authority measure began due n")
    private record CellLine(
            int ord,
            String authority,
            String measure,
            String began,
            @Nullable String due,
            long n) {}

    /** What only some streams have; a list of nothing is not there, but for duties. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Columns(
            "stream kind briefedUnits briefedOfficers issues tenures signatures "
                    + "duties jumps erase alarms clarifications notices")
    private record Others(
            String stream,
            String kind,
            List<BriefedUnit> briefedUnits,
            List<BriefedOfficer> briefedOfficers,
            List<Issue> issues,
            List<Tenure> tenures,
            List<Signature> signatures,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Duty> duties,
            List<Jump> jumps,
            @Nullable ErasureRow erase,
            List<Alarm> alarms,
            List<ClarificationRow> clarifications,
            List<NoticeRow> notices) {}

    private void add(Row row) {
        states.add(row.state().array());
        int n = states.size();
        int first = sealed.size() + 1;
        row.events().forEach(event -> sealed.add(event.sealed().array()));
        rows.add(
                new Line(
                        n,
                        row.ord(),
                        rounds.merge(row.stream(), 1, Integer::sum),
                        row.session(),
                        row.stream(),
                        row.kind(),
                        row.expected(),
                        row.key(),
                        row.hash(),
                        row.directiveId(),
                        row.directiveVersion(),
                        row.directiveHash(),
                        row.holder(),
                        row.number(),
                        row.due(),
                        row.wrapped(),
                        row.at(),
                        row.papers(),
                        row.events().stream().map(NewEvent::type).toList(),
                        row.events().stream().map(NewEvent::payloadHash).toList(),
                        row.events().stream().map(NewEvent::salt).toList(),
                        numbers(row.events(), Chain::one),
                        numbers(row.events(), Chain::all),
                        first));
        beside(n, row);
        if (hasOthers(row)) {
            others.put(row.ord(), others(row));
        }
    }

    /** A number of each event's chain; null where it has none. */
    private static List<@Nullable Integer> numbers(
            List<NewEvent> events, Function<Chain, Optional<Integer>> of) {
        var numbers = new ArrayList<@Nullable Integer>();
        events.forEach(event -> numbers.add(event.chain().flatMap(of).orElse(null)));
        return numbers;
    }

    private void beside(int n, Row row) {
        if (row.authorities() != null) {
            authorities.add(new Units(n, row.authorities()));
        }
        for (var w : row.work()) {
            work.add(
                    new WorkLine(
                            n,
                            w.traveller(),
                            w.queue(),
                            w.task(),
                            w.unit(),
                            row.holder(),
                            row.number(),
                            w.since(),
                            w.due()));
        }
        for (var w : row.gone()) {
            gone.add(new GoneLine(n, w.traveller(), w.queue(), w.task(), w.unit()));
        }
        for (var s : row.secrets()) {
            secrets.add(new SecretLine(n, s.traveller(), s.hash(), s.worksFrom()));
        }
        for (var number : row.papers()) {
            papers.add(new PaperLine(n, number));
        }
        for (var k : row.travellerKeys()) {
            keys.add(new KeyLine(n, k.traveller(), k.wrapped(), k.units(), k.parties()));
        }
        for (var c : row.cells()) {
            cells.add(
                    new CellLine(row.ord(), c.authority(), c.measure(), c.began(), c.due(), c.n()));
        }
    }

    private static boolean hasOthers(Row row) {
        return row.duties() != null
                || row.erase() != null
                || !(row.briefedUnits().isEmpty()
                        && row.briefedOfficers().isEmpty()
                        && row.issues().isEmpty()
                        && row.tenures().isEmpty()
                        && row.signatures().isEmpty()
                        && row.jumps().isEmpty()
                        && row.alarms().isEmpty()
                        && row.clarifications().isEmpty()
                        && row.notices().isEmpty());
    }

    private static Others others(Row row) {
        return new Others(
                row.stream(),
                row.kind(),
                row.briefedUnits(),
                row.briefedOfficers(),
                row.issues(),
                row.tenures(),
                row.signatures(),
                row.duties(),
                row.jumps(),
                row.erase(),
                row.alarms(),
                row.clarifications(),
                row.notices());
    }

    Map<String, Object> json(Instant now, int stripe) {
        var json = new HashMap<String, Object>();
        json.put("now", now.toString());
        json.put("stripe", stripe);
        json.put("rounds", rounds.values().stream().mapToInt(n -> n).max().orElse(0));
        json.put("rows", rows);
        json.put("others", others);
        put(json, "authorities", authorities);
        put(json, "work", work);
        put(json, "gone", gone);
        put(json, "secrets", secrets);
        put(json, "papers", papers);
        put(json, "keys", keys);
        put(json, "cells", cells);
        return json;
    }

    private static void put(Map<String, Object> json, String name, List<?> lines) {
        if (!lines.isEmpty()) {
            json.put(name, lines);
        }
    }

    /** Each row's state. */
    byte[][] states() {
        return states.toArray(new byte[0][]);
    }

    /** Each event. */
    byte[][] sealed() {
        return sealed.toArray(new byte[0][]);
    }
}
