package exeat.desk;

import exeat.casework.Application.Channel;
import exeat.casework.Rejection;
import exeat.casework.Traveller;
import exeat.casework.TravellerNo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file on its way in: gathers its rows by application, wherever in the file they stand, and
 * files each application once the whole file was read. Rows come from one thread; what comes of
 * them, from many.
 */
final class CsvFiling implements AutoCloseable {

    private static final int MOST_AT_ONCE = 256;
    private static final int MOST_BUSY = 30;
    private static final Pattern OF_TRAVELLER = Pattern.compile("travellers\\[(\\d+)]\\.(.*)");

    private final Desk desk;
    private final Session officer;
    private final String keyPrefix;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Owned by the reading thread: the rows of each application, in the order of the file. */
    private final Map<String, List<CsvRow>> gathered = new LinkedHashMap<>();

    private final List<CsvIntake.BadRow> badRows = new ArrayList<>();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private long accepted;
    private long rejected;

    CsvFiling(Desk desk, Session officer, String keyPrefix) {
        this.desk = desk;
        this.officer = officer;
        this.keyPrefix = keyPrefix;
    }

    synchronized void bad(CsvIntake.BadRow row) {
        badRows.add(row);
    }

    void row(CsvRow row) {
        gathered.computeIfAbsent(name(row), _ -> new ArrayList<>()).add(row);
    }

    private static String name(CsvRow row) {
        return row.text("application");
    }

    /** The file is read to its end: every application has all its rows. */
    void end() {
        gathered.values().forEach(this::begin);
        gathered.clear();
    }

    private void begin(List<CsvRow> rows) {
        room.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                file(rows);
            } catch (RuntimeException failed) {
                refused(List.of(rows.getFirst().bad("", "could not be filed: " + why(failed))));
            } finally {
                room.release();
            }
        });
    }

    private static String why(RuntimeException failed) {
        return failed instanceof exeat.store.OfficeException office
                ? office.code().name()
                : "fault";
    }

    /** Nobody can tell what stands below: any application may lack a row, so none is filed. */
    void stop(CsvIntake.BadRow why) {
        bad(why);
        gathered.values()
                .forEach(rows ->
                        refused(List.of(rows.getFirst().bad("", "its rows may not be complete"))));
        gathered.clear();
    }

    private void file(List<CsvRow> rows) {
        var problems = new ArrayList<CsvIntake.BadRow>();
        var first = rows.getFirst();
        if (name(first).isEmpty()) {
            rows.forEach(row -> problems.add(row.bad("application", "is empty")));
        }
        var principal = first.principal(problems);
        var travellers = new ArrayList<Traveller>();
        for (var row : rows) {
            row.traveller(new TravellerNo(travellers.size() + 1), problems)
                    .ifPresent(travellers::add);
        }
        if (!problems.isEmpty()) {
            refused(problems);
            return;
        }
        var draft = new Draft(Channel.CSV, principal, travellers);
        var filed = apply(keyPrefix + "/" + name(first), draft);
        switch (filed.reply()) {
            case Reply.Done _ -> done(name(first), filed.number().orElseThrow());
            case Reply.Rejected(var rejection) -> refused(List.of(bad(rows, rejection)));
            case Reply.KeyReused _ ->
                    refused(
                            List.of(
                                    first.bad(
                                            "application",
                                            "was filed from another state of this file")));
            case Reply.Busy _ -> refused(List.of(first.bad("", "the office is too busy")));
        }
    }

    private Filed apply(String key, Draft draft) {
        var filed = desk.apply(officer, key, draft);
        for (int tries = 1;
                tries < MOST_BUSY && filed.reply() instanceof Reply.Busy busy;
                tries++) {
            try {
                Thread.sleep(busy.retryAfter());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return filed;
            }
            filed = desk.apply(officer, key, draft);
        }
        return filed;
    }

    /** What the rules of intake reject, at the row and the column that it is about. */
    private static CsvIntake.BadRow bad(List<CsvRow> rows, Rejection rejection) {
        var message = "rejected: " + rejection.code();
        var place = OF_TRAVELLER.matcher(rejection.about());
        if (!place.matches()) {
            return rows.getFirst().bad("", message + " " + rejection.about());
        }
        var row = rows.get(number(place) - 1);
        return row.columns()
                .columnOf(place.group(2))
                .map(column -> row.bad(column, message))
                .orElseGet(() -> row.bad("", message + " " + place.group(2)));
    }

    private static int number(Matcher place) {
        return Integer.parseInt(place.group(1));
    }

    private synchronized void done(String application, String number) {
        accepted++;
        numbers.put(application, number);
    }

    private synchronized void refused(List<CsvIntake.BadRow> why) {
        rejected++;
        badRows.addAll(why);
    }

    /** Waits for everything that was begun. */
    CsvIntake.Result result() {
        threads.close();
        synchronized (this) {
            return new CsvIntake.Result(
                    accepted,
                    rejected,
                    badRows.stream()
                            .sorted(Comparator.comparingLong(CsvIntake.BadRow::line))
                            .toList(),
                    numbers);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
