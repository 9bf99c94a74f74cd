package exeat.tool.decide;

import exeat.rules.Directive;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.Progress;
import exeat.tool.cli.UsageError;
import exeat.tool.input.CsvRows;
import exeat.tool.input.CsvRows.BadHeader;
import exeat.tool.input.FactColumns;
import exeat.tool.input.FactRow;
import exeat.tool.input.FactRows;
import exeat.tool.input.JsonRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decides a stream of rows. Holds one row at a time, whatever the length of the stream. */
final class RowDecider {

    private static final int BUFFER = 1 << 16;

    private final Directive directive;
    private final CommandIo io;
    private final String name;

    /**
     * @param name of the input, as messages give it
     */
    RowDecider(Directive directive, CommandIo io, String name) {
        this.directive = directive;
        this.io = io;
        this.name = name;
    }

    /** Whether every row could be decided. */
    boolean decide(InputStream input, boolean csv) throws IOException {
        var reader = new InputStreamReader(input, StandardCharsets.UTF_8);
        var columns = new FactColumns(directive.vocabulary());
        FactRows rows;
        try {
            rows = csv ? new CsvRows(reader, columns) : new JsonRows(reader, columns);
        } catch (BadHeader e) {
            throw new UsageError(e.bad().at(name), e);
        }
        return decide(rows);
    }

    private boolean decide(FactRows rows) throws IOException {
        long read = 0;
        long bad = 0;
        try (var progress = new Progress(io, "lines");
                var findings = new FindingLines(new BufferedOutputStream(io.out(), BUFFER))) {
            for (Optional<FactRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                progress.at(++read);
                switch (row.get()) {
                    case FactRow.Good good ->
                            findings.write(good.id(), directive.decide(good.facts()));
                    case FactRow.Bad trouble -> {
                        bad++;
                        io.err().println(trouble.at(name));
                    }
                }
            }
        }
        if (bad > 0) {
            io.err().println("exeat: " + bad + " of " + read + " lines could not be decided");
        }
        return bad == 0;
    }
}
