package exeat.tool.log;

import exeat.ledger.verify.SampleCheck;
import exeat.ledger.verify.Verdict;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Repeats the draw of a sample, or makes a new seed for an auditor. */
@Command(
        name = "sample",
        description = {
            "Repeats the draw of an auditor's sample from its file and the log's published key."
                    + " Checks that the seed and the list were committed beforehand and that the"
                    + " same cases are drawn.",
            ""
        },
        footer = {
            "",
            "The draw takes the tickets with the lowest SHA-256 over the 32 bytes of the seed,",
            "the 32 bytes of the checkpoint's root, and the 32 bytes of the ticket. A ticket is",
            "the log's entry of the step that decided a case.",
            "",
            "Exit status: 0 verified, 1 verification failed, 2 it could not be checked."
        })
public final class SampleCommand extends HelpfulCommand implements Callable<Integer> {

    private static final int SEED = 32;

    private final CommandIo io;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A sample's file, downloaded from the auditor's page.")
    private @Nullable Path file;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The log's published key, or a file that holds it.")
    private @Nullable String key;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The log's address, or its folder: each ticket must be one of its entries.")
    private @Nullable String url;

    @Option(
            names = "--new-seed",
            description =
                    "Print a new seed and its SHA-256. Commit with the SHA-256, and keep the seed"
                            + " secret until the draw.")
    private boolean fresh;

    public SampleCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (fresh) {
            io.print(seed());
            return ExitStatus.DONE;
        }
        if (file == null || key == null) {
            throw new UsageError("give a sample's file and --key; or --new-seed");
        }
        var text = CommandIo.read(file);
        var published = LogChecking.key(key);
        boolean good = told(LogChecking.judged(SampleCheck.check(text, published), published));
        if (good && url != null) {
            good = told(SampleCheck.inLog(text, published, LogChecking.log(url)));
        }
        io.print(LogChecking.last(good));
        return good ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private static String seed() {
        var seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(seed);
            var hex = HexFormat.of();
            return "seed        %s%ncommitment  %s%n"
                    .formatted(hex.formatHex(seed), hex.formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private boolean told(Verdict verdict) throws IOException {
        io.print(LogChecking.text(verdict));
        return verdict.isGood();
    }
}
