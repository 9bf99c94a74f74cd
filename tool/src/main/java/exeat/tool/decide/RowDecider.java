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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Decides a stream of rows. One thread reads and writes, the others decide; a fixed number of rows
 * is held, whatever the length of the stream, and findings come in the order of the rows.
 */
final class RowDecider {

    /** How many rows are decided at once. */
    private static final int BATCH = 256;

    /** How many batches are read ahead of what is written. */
    private static final int AHEAD = 8;

    /**
     * What is to be written of some rows.
     *
     * @param findings lines of JSON
     * @param troubles one for each row that could not be decided
     */
    private record Decided(ByteArrayOutputStream findings, List<String> troubles) {}

    private final Directive directive;
    private final CommandIo io;
    private final String name;
    private final FindingLines lines = new FindingLines();

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
        var columns = new FactColumns(directive.reader());
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
        var deciders = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try (var progress = new Progress(io, "lines")) {
            var ahead = new ArrayDeque<Future<Decided>>();
            for (var batch = next(rows); !batch.isEmpty(); batch = next(rows)) {
                ahead.add(submit(deciders, batch));
                if (ahead.size() == AHEAD) {
                    bad += write(ahead.remove());
                }
                read += batch.size();
                progress.at(read);
            }
            while (!ahead.isEmpty()) {
                bad += write(ahead.remove());
            }
        } finally {
            deciders.shutdownNow();
        }
        if (bad > 0) {
            io.err().println("exeat: " + bad + " of " + read + " lines could not be decided");
        }
        return bad == 0;
    }

    private static List<FactRow> next(FactRows rows) throws IOException {
        var batch = new ArrayList<FactRow>(BATCH);
        var row = rows.next();
        while (row.isPresent()) {
            batch.add(row.get());
            row = batch.size() < BATCH ? rows.next() : Optional.empty();
        }
        return batch;
    }

    private Future<Decided> submit(ExecutorService deciders, List<FactRow> batch) {
        return deciders.submit(() -> decide(batch));
    }

    private Decided decide(List<FactRow> batch) throws IOException {
        var findings = new ByteArrayOutputStream(BATCH << 10);
        var troubles = new ArrayList<String>();
        for (var row : batch) {
            switch (row) {
                case FactRow.Good good ->
                        lines.write(findings, good.id(), directive.decide(good.facts()));
                case FactRow.Bad trouble -> troubles.add(trouble.at(name));
            }
        }
        return new Decided(findings, troubles);
    }

    /** Writes what is there when it is; returns how many rows could not be decided. */
    private int write(Future<Decided> coming) throws IOException {
        try {
            var decided = coming.get();
            decided.findings().writeTo(io.out());
            decided.troubles().forEach(io.err()::println);
            return decided.troubles().size();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException unwritten -> throw unwritten;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
