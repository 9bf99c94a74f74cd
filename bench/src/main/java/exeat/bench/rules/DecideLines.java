package exeat.bench.rules;

import exeat.bench.rules.subject.BenchSubject;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Measures {@code ./exeat decide} over millions of lines of CSV: lines a second, and memory. */
final class DecideLines {

    private static final int POLL_MILLIS = 50;

    /**
     * Numbers of lines.
     *
     * @param compared lines compared with the reference, which are not measured
     * @param first lines timed from the start of the command
     * @param many enough lines for a steady rate after the first ones
     */
    record Sizes(int compared, int first, int many) {

        static final Sizes MILLIONS = new Sizes(4_096, 1_000_000, 10_000_000);
    }

    /**
     * The measurements, by the wall clock.
     *
     * @param million seconds for a million lines from the start of the command
     * @param steady lines a second after the first million
     * @param megabytes peak resident memory for a million lines
     * @param megabytesOfMany peak resident memory for ten million lines
     */
    record Lines(double million, double steady, double megabytes, double megabytesOfMany) {}

    /** One run of the command. */
    private record Took(double seconds, double megabytes) {}

    private final Path root;
    private final BenchSubject subject;
    private final Sizes sizes;

    /**
     * @param root of the repository
     * @param subject the directive of 1963, with people
     */
    DecideLines(Path root, BenchSubject subject, Sizes sizes) {
        this.root = root;
        this.subject = subject;
        this.sizes = sizes;
    }

    /**
     * Compares some lines with the reference, then measures.
     *
     * @throws IllegalStateException if a line differs from the reference, or the command fails
     */
    Lines measure() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("bench");
        var input = folder.resolve("people.csv");
        var output = folder.resolve("findings.jsonl");
        try {
            write(input, sizes.compared());
            run(input, output.toFile());
            compare(Files.readAllLines(output));
            write(input, sizes.first());
            var nowhere = new File("/dev/null");
            var million = run(input, nowhere);
            write(input, sizes.many());
            var many = run(input, nowhere);
            return new Lines(
                    million.seconds(),
                    (sizes.many() - sizes.first()) / (many.seconds() - million.seconds()),
                    million.megabytes(),
                    many.megabytes());
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
            Files.delete(folder);
        }
    }

    private void write(Path file, int lines) throws IOException {
        var names = List.copyOf(subject.people().getFirst().keySet());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id," + String.join(",", names) + "\n");
            for (int line = 0; line < lines; line++) {
                var person = subject.people().get(line & (subject.people().size() - 1));
                out.write(
                        names.stream()
                                .map(name -> String.valueOf(person.get(name)))
                                .collect(Collectors.joining(",", line + ",", "\n")));
            }
        }
    }

    private void compare(List<String> findings) {
        if (findings.size() != sizes.compared()) {
            throw new IllegalStateException(
                    sizes.compared() + " lines in, " + findings.size() + " out");
        }
        for (int line = 0; line < sizes.compared(); line++) {
            var expected = "\"outcome\":\"" + subject.expected().get(line).outcome().word() + "\"";
            if (!findings.get(line).contains(expected)) {
                throw new IllegalStateException("line " + line + " has no " + expected);
            }
        }
    }

    private Took run(Path input, File output) throws IOException, InterruptedException {
        var command = root.resolve("exeat").toString();
        long begin = System.nanoTime();
        var process =
                new ProcessBuilder(
                                command, "decide", subject.directive().ref().id(), input.toString())
                        .redirectOutput(output)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        double megabytes = 0;
        try {
            while (process.isAlive()) {
                Thread.sleep(POLL_MILLIS);
                megabytes = Math.max(megabytes, resident(process.pid()));
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " decide ended with " + process.exitValue());
        }
        return new Took((System.nanoTime() - begin) / 1e9, megabytes);
    }

    /** The peak memory of a process so far; 0 if the system does not report it. */
    private static double resident(long pid) {
        try (var lines =
                Files.lines(
                        Path.of("/proc", String.valueOf(pid), "status"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
