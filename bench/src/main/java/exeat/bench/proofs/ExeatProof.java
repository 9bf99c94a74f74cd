package exeat.bench.proofs;

import com.sun.management.OperatingSystemMXBean;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Map;

/**
 * What Exeat proves of a pack, and the time and memory that it takes.
 *
 * @param reading time from files to a pack that can be proved
 * @param proving time to prove every obligation
 * @param splits of all obligations
 * @param decided whether no obligation ran into the limit
 * @param complete whether every case has a rule for its route
 * @param disagreeing rules hidden by a rule with a worse outcome
 * @param hidden rules hidden completely by others
 * @param restricts whether the pack was found to restrict the one above
 * @param megabytes the most that the heap held, garbage included
 */
record ExeatProof(
        Cost reading,
        Cost proving,
        long splits,
        boolean decided,
        boolean complete,
        int disagreeing,
        int hidden,
        boolean restricts,
        long megabytes) {

    /** Wall-clock seconds, and processor seconds of all threads of the virtual machine. */
    record Cost(double wall, double cpu) {
        Cost plus(Cost other) {
            return new Cost(wall + other.wall, cpu + other.cpu);
        }
    }

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    static ExeatProof of(Map<String, byte[]> files) throws PackException {
        long begin = System.nanoTime();
        long spent = SYSTEM.getProcessCpuTime();
        var draft = ProofPack.read(files);
        var reading = since(begin, spent);
        begin = System.nanoTime();
        spent = SYSTEM.getProcessCpuTime();
        var report = Prover.of(draft);
        var proving = since(begin, spent);
        return new ExeatProof(
                reading,
                proving,
                report.splits(),
                report.proofs().stream().noneMatch(proof -> proof.verdict() == Verdict.UNDECIDED),
                report.proof(Obligation.ANSWERS).notes().isEmpty(),
                failures(report, Obligation.AGREES),
                failures(report, Obligation.NOTHING_HIDDEN),
                report.proof(Obligation.NO_RESTRICTION).verdict() == Verdict.FAILED,
                peak());
    }

    private static Cost since(long begin, long spent) {
        return new Cost(
                (System.nanoTime() - begin) / 1e9, (SYSTEM.getProcessCpuTime() - spent) / 1e9);
    }

    private static int failures(ProofReport report, Obligation obligation) {
        var proof = report.proof(obligation);
        return proof.failures().size() + proof.more();
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / 1_000_000;
    }

    static ExeatProof parse(String line) {
        var parts = line.split(" ", -1);
        return new ExeatProof(
                new Cost(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])),
                new Cost(Double.parseDouble(parts[2]), Double.parseDouble(parts[3])),
                Long.parseLong(parts[4]),
                Boolean.parseBoolean(parts[5]),
                Boolean.parseBoolean(parts[6]),
                Integer.parseInt(parts[7]),
                Integer.parseInt(parts[8]),
                Boolean.parseBoolean(parts[9]),
                Long.parseLong(parts[10]));
    }

    /** The form that {@link #parse} reads. */
    String line() {
        return reading.wall()
                + " "
                + reading.cpu()
                + " "
                + proving.wall()
                + " "
                + proving.cpu()
                + " "
                + splits
                + " "
                + decided
                + " "
                + complete
                + " "
                + disagreeing
                + " "
                + hidden
                + " "
                + restricts
                + " "
                + megabytes;
    }
}
