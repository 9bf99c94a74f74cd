package exeat.bench.proofs;

import exeat.rules.source.PackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One part of the bench, run in a virtual machine of its own, so that it can be ended when its time
 * is up and has the heap and processor that its bar specifies to itself.
 */
public final class ProofsPart {

    private static final String ANSWER = "answer: ";

    /**
     * The output of a part, and its total processor time, including startup.
     *
     * @param answers empty if its time ran out
     */
    record Result(List<String> answers, double wall, double cpu) {
        Optional<String> answer() {
            return answers.stream().findFirst();
        }
    }

    private ProofsPart() {}

    /**
     * Runs a part in a virtual machine of its own.
     *
     * @param limit processor time: on a busy machine the wall clock is meaningless
     */
    static Result run(Duration limit, String... part) throws IOException, InterruptedException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var command =
                Stream.concat(
                                Stream.of(
                                        java,
                                        "-XX:+UseSerialGC",
                                        "-XX:ActiveProcessorCount=1",
                                        "-Xmx1g",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        ProofsPart.class.getName()),
                                Stream.of(part))
                        .toList();
        long begin = System.nanoTime();
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        double cpu = 0;
        var lines = new ArrayList<String>();
        var reader =
                Thread.ofVirtual()
                        .start(() -> answers(process.inputReader(StandardCharsets.UTF_8), lines));
        try {
            while (process.isAlive() && cpu * 1e9 < limit.toNanos()) {
                Thread.sleep(50);
                cpu =
                        process.toHandle()
                                .info()
                                .totalCpuDuration()
                                .map(spent -> spent.toNanos() / 1e9)
                                .orElse(cpu);
            }
            boolean ended = !process.isAlive();
            if (ended && process.exitValue() != 0) {
                throw new IllegalStateException(
                        "the part "
                                + String.join(" ", part)
                                + " ended with "
                                + process.exitValue());
            }
            process.destroyForcibly().waitFor();
            reader.join();
            return new Result(
                    ended ? List.copyOf(lines) : List.of(), (System.nanoTime() - begin) / 1e9, cpu);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void answers(BufferedReader output, List<String> into) {
        output.lines()
                .filter(line -> line.startsWith(ANSWER))
                .forEach(line -> into.add(line.substring(ANSWER.length())));
    }

    /**
     * Runs a part in this virtual machine, writes each answer as a line to standard output, and
     * exits, because peers leave threads behind.
     */
    public static void main(String[] part) {
        try {
            answer(List.of(part), System.out);
            System.exit(0);
        } catch (PackException | RuntimeException fault) {
            System.err.println("exeat: " + fault);
            System.exit(2);
        }
    }

    private static void answer(List<String> part, PrintStream out) throws PackException {
        int rules = Integer.parseInt(part.get(1));
        switch (part.get(0)) {
            case "kie" -> {
                var table = BenchTable.ranges(rules, Integer.parseInt(part.get(2)), rules);
                out.println(ANSWER + new KieAnalysis().of(table).line());
            }
            case "kie-small" -> {
                var kie = new KieAnalysis();
                for (int seed = 0; seed < rules; seed++) {
                    out.println(ANSWER + kie.of(SmallTable.of(seed).table()).line());
                }
            }
            case "ours" -> {
                var table = BenchTable.ranges(rules, Integer.parseInt(part.get(2)), rules);
                out.println(ANSWER + ExeatProof.of(ProofPack.files(table)).line());
            }
            case "wide" -> out.println(ANSWER + wide(rules, part.get(2), part.get(3)).line());
            default -> throw new IllegalArgumentException("no part " + part);
        }
    }

    private static ExeatProof wide(int rules, String kind, String with) throws PackException {
        boolean disjoint = kind.equals("disjoint");
        var table = disjoint ? WideTables.disjoint(rules) : WideTables.overlapping(rules);
        if (with.equals("alone")) {
            return ExeatProof.of(ProofPack.files(table));
        }
        // If rules overlap, the first one certainly decides for somebody.
        int stricter = disjoint ? rules / 2 : 0;
        while (!table.rows().get(stricter).approves()) {
            stricter++;
        }
        return ExeatProof.of(ProofPack.files(table, ProofPack.Local.valueOf(with), stricter));
    }
}
