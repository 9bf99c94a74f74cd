package exeat.tool.log;

import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.ReceiptCheck;
import exeat.ledger.verify.ReceiptFile;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.Verdict;
import exeat.ledger.verify.VerifierKey;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.HelpfulCommand;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a log or a receipt, trusting the published key alone. */
@Command(
        name = "verify",
        description = {
            "Checks a receipt offline, or a whole log at its address: every entry and every tile"
                    + " up to the signed root. It trusts only the published key.",
            "With both, also checks the receipt against the log.",
            ""
        },
        footer = {"", "Exit status: 0 verified, 1 verification failed, 2 misuse or a fault."})
public final class VerifyCommand extends HelpfulCommand implements Callable<Integer> {

    private final CommandIo io;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description =
                    "The log's published key, or a file that holds it. Get it from a source other"
                            + " than the log itself.")
    private String key = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The log's address, such as https://exeat.example/ledger; or its folder.")
    private @Nullable String url;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description =
                    "A file with an earlier checkpoint, which the log must begin with. If"
                            + " everything is verified, the newer checkpoint is stored there.")
    private @Nullable Path since;

    @Option(
            names = "--witness",
            paramLabel = "KEY=URL",
            description =
                    "A witness's published key and address. The log must begin with what the"
                            + " witness signed last. May be given several times.")
    private List<String> witnesses = List.of();

    @Parameters(
            arity = "0..1",
            paramLabel = "RECEIPT",
            description = "A receipt that an applicant downloaded: PDF or JSON.")
    private @Nullable Path receipt;

    public VerifyCommand(CommandIo io) {
        this.io = io;
    }

    @Override
    public Integer call() throws IOException {
        if (url == null && receipt == null) {
            throw new UsageError("give a receipt, or the address of a log with --url");
        }
        if (!witnesses.isEmpty() && url == null) {
            throw new UsageError("--witness needs the address of a log: give it with --url");
        }
        if (since != null && url == null) {
            throw new UsageError("--since needs the address of a log: give it with --url");
        }
        var published = LogChecking.key(key);
        boolean good = true;
        Optional<String> text = Optional.empty();
        if (receipt != null) {
            try {
                text = Optional.of(ReceiptFile.text(bytes(receipt)));
                var verdict = ReceiptCheck.check(text.get(), published);
                good = told(LogChecking.judged(verdict, published));
            } catch (TreeHead.Unproven none) {
                good = told(new Verdict(List.of(), List.of(receipt + " " + none.getMessage())));
            }
        }
        if (url != null) {
            good &= log(published, url, text);
        }
        return good ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UsageError(file + ": cannot be read", e);
        }
    }

    private boolean log(VerifierKey published, String address, Optional<String> text)
            throws IOException {
        var earlier = new ArrayList<String>();
        if (since != null && Files.exists(since)) {
            earlier.add(CommandIo.read(since));
        }
        if (text.isPresent()) {
            earlier.addAll(noteOf(text.get(), published));
        }
        for (var witness : witnesses) {
            earlier.add(new WitnessMemory(WitnessAddress.of(witness)).seen(published.name()));
        }
        var files = LogChecking.log(address);
        var verdict = LogChecking.judged(LogCheck.check(published, files, earlier), published);
        boolean good = told(verdict);
        if (good && since != null) {
            var note = files.read("checkpoint").orElseThrow(() -> new UsageError("it disappeared"));
            Files.write(since, note);
        }
        return good;
    }

    /**
     * The checkpoint of a receipt, if it is one of this key's; else the receipt's own check said
     * so.
     */
    private static List<String> noteOf(String receipt, VerifierKey published) {
        try {
            var note = ReceiptCheck.note(receipt);
            TreeHead.of(note, published);
            return List.of(note);
        } catch (TreeHead.Unproven told) {
            return List.of();
        }
    }

    private boolean told(Verdict verdict) throws IOException {
        io.print(LogChecking.text(verdict) + LogChecking.last(verdict.isGood()));
        return verdict.isGood();
    }
}
