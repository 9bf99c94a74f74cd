package exeat.tool.decide;

import exeat.rules.DirectiveComparison;
import exeat.rules.finding.FindingDifference.Direction;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.Progress;
import exeat.tool.cli.UsageError;
import exeat.tool.input.CsvRows;
import exeat.tool.input.CsvRows.BadHeader;
import exeat.tool.input.FactColumns;
import exeat.tool.input.FactRow;
import exeat.tool.input.JsonRows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Decides a stream of cases under two directives. Holds one case at a time and the counts. */
public final class CaseComparison {

    /**
     * The results.
     *
     * @param otherReasons those the same for the person, on other rules
     * @param unread lines that could not be compared
     */
    record Counts(long read, Map<Direction, Long> byDirection, long otherReasons, long unread) {
        long of(Direction direction) {
            return byDirection.getOrDefault(direction, 0L);
        }

        boolean nobodyWorse() {
            return of(Direction.WORSE) == 0 && of(Direction.MIXED) == 0 && unread == 0;
        }
    }

    private final DirectiveComparison versions;
    private final CommandIo io;
    private final String file;
    private final String name;
    private final Map<Direction, Long> byDirection = new EnumMap<>(Direction.class);
    private long read;
    private long otherReasons;
    private long unread;

    public CaseComparison(DirectiveComparison versions, CommandIo io, String file) {
        this.versions = versions;
        this.io = io;
        this.file = file;
        this.name = file.equals("-") ? "standard input" : file;
    }

    /** Whether every case could be compared and nobody is worse off. */
    public boolean compare(CompareReport report, boolean csv) throws IOException {
        var columns = new FactColumns(versions.vocabulary());
        try (var input = io.open(file);
                var progress = new Progress(io, "cases")) {
            var reader = new InputStreamReader(input, StandardCharsets.UTF_8);
            var rows = csv ? new CsvRows(reader, columns) : new JsonRows(reader, columns);
            for (Optional<FactRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                progress.at(++read);
                switch (row.get()) {
                    case FactRow.Good good -> compare(good, report);
                    case FactRow.Bad bad -> unread(bad.at(name));
                }
            }
        } catch (BadHeader e) {
            throw new UsageError(e.bad().at(name), e);
        }
        var counts = new Counts(read, byDirection, otherReasons, unread);
        report.summary(counts);
        return counts.nobodyWorse();
    }

    private void compare(FactRow.Good row, CompareReport report) throws IOException {
        var problems = versions.problems(row.facts());
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            unread(name + ": case " + row.id() + ": " + first.name() + ": " + first.message());
            return;
        }
        var redecided = versions.compare(row.facts());
        var difference = redecided.difference();
        byDirection.merge(difference.direction(), 1L, Long::sum);
        boolean same = difference.direction() == Direction.SAME;
        if (same && difference.otherReasons()) {
            otherReasons++;
        }
        if (!same || difference.otherReasons()) {
            report.differs(row.id(), redecided);
        }
    }

    private void unread(String what) {
        unread++;
        io.err().println(what);
    }
}
