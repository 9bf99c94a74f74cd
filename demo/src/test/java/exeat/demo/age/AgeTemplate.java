package exeat.demo.age;

import exeat.casework.value.Traveller;
import exeat.desk.codec.PayloadSealing;
import exeat.oversight.ReportCounter;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.batch.BatchStore.Work;
import exeat.store.ledger.Chain;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One application as the program itself wrote it, decrypted, to be written again as copies.
 *
 * @param words the case's own id, its number, and those of its papers
 * @param ended whether it has ended
 * @param cells its counters in the report
 */
record AgeTemplate(
        Head head,
        List<String> words,
        boolean ended,
        AgeStamp state,
        SortedMap<Integer, AgeStamp> guarded,
        List<Seen> seen,
        List<Sought> sought,
        List<Step> steps,
        List<Request> requests,
        List<String> authorities,
        List<Task> work,
        List<Integer> secrets,
        Map<ReportCounter, Integer> cells) {

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
            List<PayloadSealing.TravellerSpan> cuts,
            Chain chain) {}

    /** Who sees a traveller whole. */
    record Seen(int traveller, List<String> units, List<Integer> parties) {}

    /**
     * By what a traveller is found, and the units that find them besides those that see the case.
     */
    record Sought(Traveller traveller, List<String> units) {}

    /** A command that was answered. */
    record Request(Bytes hash, int first, int last) {}

    record Task(Work row, Instant since, Optional<LocalDate> due) {}

    private static final List<String> RARE =
            List.of(
                    "UNCONFIRMED",
                    "REFERRED",
                    "CLEARANCES",
                    "BORDER",
                    "TO_AUTHORISE",
                    "SECOND",
                    "HELD",
                    "APPEALS");

    /** Numbers of papers stand after the case's id and number. */
    static final int PAPERS = 2;

    /** Whether only its travellers themselves have something to do. */
    boolean waitsForItsTraveller() {
        return !work.isEmpty() && work.stream().allMatch(t -> t.row().task().equals("confirm"));
    }

    /** The rarest queue in which it has work; empty if none. */
    String queue() {
        return work.stream()
                .map(task -> task.row().queue())
                .max(Comparator.comparingInt(RARE::indexOf))
                .orElse("");
    }

    /** How far one copy moves each counter. */
    Map<ReportCounter, Integer> cells(int days) {
        var moved = new HashMap<ReportCounter, Integer>();
        cells.forEach((cell, n) ->
                moved.put(
                        new ReportCounter(
                                new AuthorityId(cell.authority().text()),
                                cell.measure(),
                                cell.began().minusDays(days),
                                cell.due().map(day -> day.minusDays(days))),
                        n));
        return moved;
    }
}
