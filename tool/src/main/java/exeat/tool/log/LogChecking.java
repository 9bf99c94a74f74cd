package exeat.tool.log;

import exeat.ledger.verify.LogFiles;
import exeat.ledger.verify.Verdict;
import exeat.ledger.verify.VerifierKey;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the commands that check a log, a receipt or a sample have in common. */
final class LogChecking {

    /** Control characters, line ends, and marks that change the direction of a text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile(
                    "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]");

    private LogChecking() {}

    /** The log's published key, or those in a file: a line each, the one of now first. */
    static VerifierKey key(String given) throws IOException {
        var lines = (given.contains("+") ? given : CommandIo.read(Path.of(given))).strip();
        var keys =
                lines.lines().map(line -> VerifierKey.parse(line).orElseThrow(LogChecking::none));
        var all = keys.toList();
        if (all.isEmpty()) {
            throw none();
        }
        try {
            return all.getFirst().after(all.subList(1, all.size()));
        } catch (IllegalArgumentException another) {
            throw new UsageError("--key: " + another.getMessage(), another);
        }
    }

    private static UsageError none() {
        return new UsageError("--key: this is not a published key of a log");
    }

    /** The log at an address, or in a folder. */
    static LogFiles log(String address) {
        if (address.contains("://")) {
            return new HttpLogFiles(address);
        }
        var root = Path.of(address);
        return path -> {
            var file = root.resolve(path);
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        };
    }

    /** What a check shows and what is wrong, a sentence a line. */
    static String text(Verdict verdict) {
        var text = new StringBuilder();
        verdict.shown().forEach(sentence -> text.append(plain(sentence)).append('\n'));
        verdict.wrong()
                .forEach(sentence -> text.append("WRONG: ").append(plain(sentence)).append('\n'));
        return text.toString();
    }

    /** A sentence without the characters with which a checked file could write lines of its own. */
    private static String plain(String sentence) {
        return UNPRINTABLE.matcher(sentence).replaceAll("?");
    }

    static String last(boolean good) {
        return good ? "It holds.\n" : "Verification failed.\n";
    }

    /** The verdict; of a training installation's log nothing is proved, however right it is. */
    static Verdict judged(Verdict verdict, VerifierKey key) {
        if (!key.isTraining()) {
            return verdict;
        }
        var wrong = new ArrayList<>(verdict.wrong());
        wrong.add("this is from training: it proves nothing");
        return new Verdict(verdict.shown(), wrong);
    }
}
