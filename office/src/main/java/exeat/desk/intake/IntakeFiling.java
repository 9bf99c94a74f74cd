package exeat.desk.intake;

import exeat.casework.command.Rejection;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.intake.CsvIntake.BadRow;
import exeat.desk.write.Desk;
import exeat.desk.write.Desk.Keyed;
import exeat.desk.write.FilingReply;
import exeat.desk.write.Reply;
import exeat.rules.fact.Vocabulary;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.SealedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The second pass: files applications, a thousand at a time, and records its progress after each
 * part. After a crash in between, a part is filed again under the same keys, which gives the same
 * answers and has no further effect.
 */
final class IntakeFiling implements AutoCloseable {

    private static final int AT_ONCE = 1024;
    private static final int MAX_TRIES = 60;
    private static final Pattern OF_TRAVELLER = Pattern.compile("travellers\\[(\\d+)]\\.(.*)");

    private final Desk desk;
    private final Session officer;
    private final FileIntakes.LineReader lines;
    private final IntakeState begun;
    private final SealedFile.FrameWriter problems;
    private final SealedFile.FrameWriter numbers;

    private final List<One> waiting = new ArrayList<>();
    private long filed;
    private long rejected;
    private long listed;

    /** An application that waits to be filed. */
    private record One(String name, List<CsvRow> rows, long line, Keyed<ApplicationDraft> keyed) {}

    IntakeFiling(
            Desk desk,
            Session officer,
            FileIntakes.LineReader lines,
            IntakeFolder files,
            IntakeState begun)
            throws IOException {
        this.desk = desk;
        this.officer = officer;
        this.lines = lines;
        this.begun = begun;
        filed = begun.filed();
        rejected = begun.rejected();
        listed = begun.listed();
        problems = files.list(IntakeFolder.PROBLEMS, begun.problems());
        numbers = files.list(IntakeFolder.NUMBERS, begun.numbers());
    }

    /** Keeps how far it has come, and says whether to go on. */
    interface Progress {
        boolean isToGoOn(IntakeState now) throws IOException;
    }

    /** Files what is not yet filed; returns whether everything was processed. */
    boolean file(ExternalSort.Merged rows, Vocabulary vocabulary, Progress progress)
            throws IOException, InterruptedException {
        var columns = Optional.<CsvColumns>empty();
        var group = new ArrayList<IntakeRows>();
        long skip = begun.looked();
        for (var next = rows.next(); ; next = rows.next()) {
            var row = next.map(IntakeRows::read);
            boolean ends =
                    !group.isEmpty()
                            && row.filter(r ->
                                            r.application().equals(group.getFirst().application()))
                                    .isEmpty();
            if (ends && skip > 0) {
                skip--;
                group.clear();
            } else if (ends) {
                take(columns, List.copyOf(group));
                group.clear();
                if (waiting.size() == AT_ONCE && !progress.isToGoOn(send())) {
                    return false;
                }
            }
            if (row.isEmpty()) {
                return progress.isToGoOn(send());
            }
            if (row.get().isHeader()) {
                columns = Optional.of(new CsvColumns(row.get().fields(), vocabulary));
            } else {
                group.add(row.get());
            }
        }
    }

    private void take(Optional<CsvColumns> columns, List<IntakeRows> group) {
        if (columns.isPresent()) {
            var header = columns.get();
            rows(group.stream().map(r -> new CsvRow(header, r.line(), r.fields())).toList());
        } else {
            var row = group.getFirst();
            var read = lines.read(row.fields().getFirst());
            read.draft()
                    .ifPresentOrElse(
                            draft -> wait("line " + row.line(), List.of(), row.line(), draft),
                            () -> rejected++);
        }
    }

    /** The rows of one application; their errors were listed by the check. */
    private void rows(List<CsvRow> rows) {
        var found = new ArrayList<BadRow>();
        var first = rows.getFirst();
        var name = first.text("application");
        var principal = first.principal(found);
        var travellers = new ArrayList<Traveller>();
        for (var row : rows) {
            row.traveller(new TravellerNo(travellers.size() + 1), found).ifPresent(travellers::add);
            row.principal(found);
        }
        if (name.isEmpty() || !found.isEmpty()) {
            rejected++;
        } else {
            wait(
                    name,
                    rows,
                    first.line(),
                    new ApplicationDraft(Channel.CSV, principal, travellers));
        }
    }

    private void wait(String name, List<CsvRow> rows, long line, ApplicationDraft draft) {
        waiting.add(new One(name, rows, line, new Keyed<>(begun.keys() + "/" + name, draft)));
    }

    /** Files what waits, and is on the disk with what came of it. */
    private IntakeState send() throws IOException, InterruptedException {
        var left = List.copyOf(waiting);
        waiting.clear();
        for (int tries = 1; !left.isEmpty(); tries++) {
            if (tries > MAX_TRIES) {
                throw new OfficeException(
                        Code.DATABASE_AWAY, "the office is too busy to process" + " the file");
            }
            var filings = desk.applyAll(officer, left.stream().map(One::keyed).toList());
            var busy = new ArrayList<One>();
            var pause = java.time.Duration.ZERO;
            for (int at = 0; at < left.size(); at++) {
                if (filings.get(at).reply() instanceof Reply.Later later) {
                    busy.add(left.get(at));
                    pause = later.retryAfter();
                } else {
                    answered(left.get(at), filings.get(at));
                }
            }
            left = List.copyOf(busy);
            Thread.sleep(pause);
        }
        return begun.filed(filed, rejected, listed, problems.flush(), numbers.flush());
    }

    private void answered(One one, FilingReply answer) throws IOException {
        switch (answer.reply()) {
            case Reply.Done _ -> {
                filed++;
                numbers.write(IntakeRows.number(one.name(), answer.number().orElseThrow()));
            }
            case Reply.Rejected(var rejection) -> refused(bad(one, rejection));
            case Reply.KeyReused _ ->
                    refused(whole(one, "was filed from another state of this file"));
            case Reply.Later _ -> throw new IllegalStateException("busy is no answer");
        }
    }

    private void refused(BadRow why) throws IOException {
        rejected++;
        listed++;
        problems.write(IntakeRows.write(why));
    }

    private static BadRow whole(One one, String message) {
        return one.rows().isEmpty()
                ? new BadRow(one.line(), 0, "", message)
                : one.rows().getFirst().bad("application", message);
    }

    /** What the rules of intake reject, at the row and the column that it is about. */
    private static BadRow bad(One one, Rejection rejection) {
        var message = "rejected: " + rejection.code();
        var place = OF_TRAVELLER.matcher(rejection.about());
        if (one.rows().isEmpty()) {
            return new BadRow(one.line(), 0, rejection.about(), message);
        }
        if (!place.matches()) {
            return one.rows().getFirst().bad("", message + " " + rejection.about());
        }
        var row = one.rows().get(number(place) - 1);
        return row.columns()
                .columnOf(place.group(2))
                .map(column -> row.bad(column, message))
                .orElseGet(() -> row.bad("", message + " " + place.group(2)));
    }

    private static int number(Matcher place) {
        return Integer.parseInt(place.group(1));
    }

    @Override
    public void close() throws IOException {
        problems.close();
        numbers.close();
    }
}
