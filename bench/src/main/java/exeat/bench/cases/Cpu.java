package exeat.bench.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Processor time as Linux counts it, in ticks of ten milliseconds, over all threads. */
final class Cpu {

    /** What Linux tells programs, on every machine that this runs on. */
    static final double TICK_MILLIS = 10;

    /** Fields of {@code /proc/PID/stat} after the command's name, counted from 0. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    private Cpu() {}

    static long ofThis() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    static long of(long pid) throws IOException {
        var fields = fields(Path.of("/proc", Long.toString(pid), "stat"));
        return number(fields, USER) + number(fields, SYSTEM);
    }

    /** A process, its children, and those of its children that have ended. */
    static long ofTree(long pid) throws IOException {
        var own = fields(Path.of("/proc", Long.toString(pid), "stat"));
        long ticks = number(own, USER) + number(own, SYSTEM);
        ticks += number(own, ENDED_USER) + number(own, ENDED_SYSTEM);
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                try {
                    var fields = fields(process.resolve("stat"));
                    if (number(fields, PARENT) == pid) {
                        ticks += number(fields, USER) + number(fields, SYSTEM);
                    }
                } catch (NoSuchFileException ended) {
                    // Its time is its parent's now.
                }
            }
        }
        return ticks;
    }

    private static String[] fields(Path stat) throws IOException {
        try {
            var line = Files.readString(stat);
            // A command's name may hold spaces and brackets; the last bracket ends it.
            return line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException gone) {
            // A process that ends while it is read.
            throw new NoSuchFileException(stat.toString(), null, gone.toString());
        }
    }

    private static long number(String[] fields, int at) {
        return Long.parseLong(fields[at]);
    }
}
