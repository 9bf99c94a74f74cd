package exeat.demo.age;

import exeat.oversight.ReportCounter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;

/**
 * Which copies are made of which applications, and their places in the tables. Ended and
 * unconfirmed ones are up to ten years old, in whole weeks, so that a Monday stays a Monday; the
 * others are from the simulated month. Each queue has equally many open ones, so that rare ones
 * fill a page too.
 */
final class AgePlan {

    private static final int CHUNK = 2_000;
    private static final int WEEKS = 520;
    private static final int WEEK = 7;

    private final List<AgeTemplate> ended;
    private final List<List<AgeTemplate>> open;
    private final List<AgeTemplate> listed;
    private final AgeLoad.Size size;
    private final SplittableRandom random;
    private final IdentityHashMap<AgeTemplate, Integer> rows = new IdentityHashMap<>();
    private final AtomicIntegerArray copies;
    private long nextStream;
    private long nextPlace;
    private long given;
    private int chunks;

    AgePlan(List<AgeTemplate> templates, AgeLoad.Size size, long firstStream, long firstPlace) {
        ended = templates.stream().filter(AgeTemplate::ended).toList();
        listed =
                templates.stream()
                        .filter(t -> t.waitsForItsTraveller() && t.seen().size() == 1)
                        .toList();
        open =
                List.copyOf(
                        templates.stream()
                                .filter(t -> !t.ended() && !t.waitsForItsTraveller())
                                .collect(
                                        Collectors.groupingBy(
                                                AgeTemplate::queue,
                                                TreeMap::new,
                                                Collectors.toList()))
                                .values());
        templates.forEach(t -> rows.put(t, rows.size()));
        copies = new AtomicIntegerArray(rows.size() * (WEEKS + 1));
        this.size = size;
        random = new SplittableRandom(size.seed());
        nextStream = firstStream;
        nextPlace = firstPlace;
    }

    /** One application to be made. */
    record Pick(AgeTemplate template, int days) {}

    /**
     * A part of them, made and sent by one worker.
     *
     * @param number counted from 0, in the order of the log
     * @param index of its first application, counted over all
     */
    record Chunk(int number, long index, long stream, long place, List<Pick> picks) {}

    /** The next part; empty when all are given out. */
    synchronized Optional<Chunk> next() {
        int count = (int) Math.min(CHUNK, size.applications() - given);
        if (count == 0) {
            return Optional.empty();
        }
        var picks = new java.util.ArrayList<Pick>(count);
        long events = 0;
        for (int i = 0; i < count; i++) {
            var pick = pick();
            picks.add(pick);
            events += pick.template().steps().size();
        }
        var chunk = new Chunk(chunks, given, nextStream, nextPlace, picks);
        chunks++;
        given += count;
        nextStream += count;
        nextPlace += events;
        return Optional.of(chunk);
    }

    private Pick pick() {
        boolean past = random.nextInt(1_000) < size.endedPerMille();
        boolean waits = random.nextInt(1_000) < size.waitPerMille();
        var from = waits ? listed : past ? ended : open.get(random.nextInt(open.size()));
        var template = from.get(random.nextInt(from.size()));
        int weeks = waits || template.ended() ? random.nextInt(WEEKS + 1) : 0;
        copies.incrementAndGet(row(template) * (WEEKS + 1) + weeks);
        return new Pick(template, weeks * WEEK);
    }

    private int row(AgeTemplate template) {
        return java.util.Objects.requireNonNull(rows.get(template));
    }

    synchronized long given() {
        return given;
    }

    /** Their figures in the report. */
    Map<ReportCounter, Long> cells() {
        var cells = new HashMap<ReportCounter, Long>();
        rows.forEach((template, row) -> {
            for (int weeks = 0; weeks <= WEEKS; weeks++) {
                long n = copies.get(row * (WEEKS + 1) + weeks);
                if (n > 0) {
                    template.cells(weeks * WEEK)
                            .forEach((cell, each) -> cells.merge(cell, n * each, Long::sum));
                }
            }
        });
        return cells;
    }

    static java.time.Instant earlier(java.time.Instant at, int days) {
        return at.minus(days, ChronoUnit.DAYS);
    }
}
