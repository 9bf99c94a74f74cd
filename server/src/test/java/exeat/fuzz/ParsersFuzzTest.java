package exeat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every target: first what once found a fault, then what the mutator makes, for {@code
 * exeat.fuzz.seconds} from the seed {@code exeat.fuzz.seed}. A failure names the input.
 */
class ParsersFuzzTest {

    private static final long SECONDS = Integer.getInteger("exeat.fuzz.seconds", 1);
    private static final long SEED = Long.getLong("exeat.fuzz.seed", 1963);

    /** Of processor time, for one input. */
    private static final long SLOWEST = TimeUnit.SECONDS.toNanos(10);

    private static List<byte[]> corpus(Targets name) throws IOException {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var folder =
                Path.of(
                        root,
                        "server/src/test/resources/fuzz",
                        name.name().toLowerCase(Locale.ROOT));
        var inputs = new ArrayList<byte[]>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        return inputs;
    }

    private static void run(Target target, byte[] input) {
        var bean = ManagementFactory.getThreadMXBean();
        long begun = bean.getCurrentThreadCpuTime();
        try {
            target.run(input);
        } catch (Exception | Error fault) {
            throw new AssertionError(Base64.getEncoder().encodeToString(input), fault);
        }
        assertThat(bean.getCurrentThreadCpuTime() - begun)
                .as(() -> Base64.getEncoder().encodeToString(input))
                .isLessThan(SLOWEST);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_but_what_a_parser_declares_comes_of_any_input(Targets name) throws Exception {
        var target = name.open();
        var corpus = corpus(name);
        for (var input : corpus) {
            run(target, input);
        }
        var inputs = Targets.inputs(target, corpus);
        for (var input : inputs) {
            run(target, input);
        }
        var mutator = new Mutator(SEED, inputs, target.words());
        long tried = 0;
        for (long begun = System.nanoTime();
                System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS);
                tried++) {
            run(target, mutator.next());
        }
        System.out.println("fuzz: " + name + " " + tried + " inputs from seed " + SEED);
        assertThat(tried).isPositive();
    }
}
