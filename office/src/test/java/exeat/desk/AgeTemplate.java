package exeat.desk;

import exeat.oversight.Cell;
import exeat.rules.AuthorityId;
import exeat.store.BatchStore.Work;
import exeat.store.Bytes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One application as the program itself wrote it, opened, to be written again as others.
 *
 * @param words the case's own id, its number, and those of its papers
 * @param ended whether nothing can happen to it any more
 * @param cells what it counts for in the report
 */
record AgeTemplate(
        Head head,
        List<String> words,
        boolean ended,
        AgeStamp state,
        SortedMap<Integer, AgeStamp> guarded,
        List<Seen> seen,
        List<Step> steps,
        List<Request> requests,
        List<String> authorities,
        List<Task> work,
        List<Integer> secrets,
        Map<Cell, Integer> cells) {

    /** The columns of the stream's row that are the same in every copy, but for the day. */
    record Head(
            String directive,
            String version,
            String hash,
            Optional<String> holder,
            Optional<LocalDate> due) {}

    record Step(
            String type,
            Instant at,
            String actor,
            Optional<String> authority,
            AgeStamp payload,
            List<Sealing.Cut> cuts) {}

    /** Who sees a traveller whole. */
    record Seen(int traveller, List<String> units, List<Integer> parties) {}

    /**
     * A command that was answered.
     *
     * @param ofCase what comes after the stream's id in the principal, for somebody in the case
     */
    record Request(
            String principal,
            Optional<String> ofCase,
            String key,
            Bytes hash,
            int first,
            int last,
            Instant inLogBy) {}

    record Task(Work row, Instant since, Optional<LocalDate> due) {}

    /** Numbers of papers stand after the case's id and number. */
    static final int PAPERS = 2;

    /**
     * About what a copy takes in the tables and their indexes, to tell short ones from long ones.
     */
    long bytes() {
        long payloads = steps.stream().mapToLong(step -> step.payload().length()).sum();
        long guards = guarded.values().stream().mapToLong(own -> own.length() + 300L).sum();
        return state.length()
                + guards
                + payloads
                + steps.size() * 450L
                + requests.size() * 260L
                + work.size() * 300L
                + authorities.size() * 150L
                + 600;
    }

    /** How far one copy moves each counter. */
    Map<Cell, Integer> cells(int days) {
        var moved = new HashMap<Cell, Integer>();
        cells.forEach((cell, n) ->
                moved.put(
                        new Cell(
                                new AuthorityId(cell.authority().text()),
                                cell.measure(),
                                cell.began().minusDays(days),
                                cell.due().map(day -> day.minusDays(days))),
                        n));
        return moved;
    }
}
