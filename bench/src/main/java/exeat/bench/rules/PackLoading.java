package exeat.bench.rules;

import exeat.bench.rules.subject.BenchSubject;
import exeat.rules.Pack;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes to load a pack from its files to a directive that can decide: with warm code,
 * and as the first work of a new virtual machine.
 */
public final class PackLoading {

    /**
     * Milliseconds of processor time of the reading thread, and of wall-clock time.
     *
     * @param warm median of the second half of several readings
     * @param cold median over several virtual machines
     */
    record Loading(String subject, Took warm, Took cold) {}

    /** Milliseconds of one reading. */
    record Took(double cpu, double wall) {
        static Took median(List<Took> all) {
            return new Took(
                    Score.median(all.stream().map(Took::cpu).toList()),
                    Score.median(all.stream().map(Took::wall).toList()));
        }
    }

    private PackLoading() {}

    /**
     * Reads a subject's pack.
     *
     * @param colds how many virtual machines to start; four times as many warm readings are made
     * @throws IllegalStateException if it cannot be read, or a virtual machine fails
     */
    static Loading of(BenchSubject subject, int colds) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("bench");
        try {
            var pack = folder.resolve(subject.directive().ref().id());
            for (var file : subject.files().entrySet()) {
                var path = pack.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            var cold = new ArrayList<Took>();
            for (int at = 0; at < colds; at++) {
                cold.add(inNewMachine(pack));
            }
            var warm = new ArrayList<Took>();
            for (int at = 0; at < 4 * colds; at++) {
                warm.add(read(pack));
            }
            return new Loading(
                    subject.title(),
                    Took.median(warm.subList(2 * colds, warm.size())),
                    Took.median(cold));
        } catch (PackException unreadable) {
            throw new IllegalStateException(unreadable);
        } finally {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Took read(Path pack) throws PackException {
        var threads = ManagementFactory.getThreadMXBean();
        long spent = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        var directive = Pack.read(pack);
        var took =
                new Took(
                        (threads.getCurrentThreadCpuTime() - spent) / 1e6,
                        (System.nanoTime() - begin) / 1e6);
        if (directive.rules().isEmpty()) {
            throw new IllegalStateException("a pack without rules: " + pack);
        }
        return took;
    }

    private static Took inNewMachine(Path pack) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-Xmx1g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PackLoading.class.getName(),
                                pack.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var line = output.readLine();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0 || line == null) {
                throw new IllegalStateException("the pack was not read in a new virtual machine");
            }
            var parts = line.split(" ", -1);
            return new Took(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } finally {
            process.destroyForcibly();
        }
    }

    /** The main method of the new virtual machine: reads one pack, and prints the time. */
    public static void main(String[] pack) throws PackException {
        var took = read(Path.of(pack[0]));
        System.out.println(took.cpu() + " " + took.wall());
    }
}
