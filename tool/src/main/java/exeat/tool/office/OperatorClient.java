package exeat.tool.office;

import exeat.desk.NewLogKey;
import exeat.desk.operator.OperatorKey;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.tool.cli.UsageError;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the commands on operators and on how long files are kept ask the office for. */
public final class OperatorClient {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private OperatorClient() {}

    /** Makes a key, and says what others need of it. */
    public static String made(String name, Path file) {
        try {
            return "%s %s%n".formatted(name, OperatorKey.make(name, file).open().base64());
        } catch (OfficeException wrong) {
            throw new UsageError(wrong);
        }
    }

    /** Why an operator was not added; empty when they were. */
    public static String add(DataOptions options, String name, String key) {
        return OperatorSession.in(
                options,
                office ->
                        office.operators().add(name, read(key), options.operatorKey()).orElse(""));
    }

    private static Bytes read(String key) {
        try {
            return Bytes.fromBase64(key);
        } catch (IllegalArgumentException damaged) {
            throw new UsageError("a public key is 32 bytes in base 64");
        }
    }

    /** Why one was not ended; empty when they were. */
    public static String end(DataOptions options, String name) {
        return OperatorSession.in(
                options,
                office -> {
                    var key =
                            options.operatorKey()
                                    .orElseThrow(() ->
                                            new UsageError("give your own key: --operator-key"));
                    return office.operators().end(name, key) ? "" : "there is no operator " + name;
                });
    }

    /** Every operator, and what each did, a line each. */
    public static String list(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    var text = new StringBuilder();
                    for (var one : office.operators().all()) {
                        text.append(
                                "%-20s since %s%s%s%n"
                                        .formatted(
                                                one.id(),
                                                DAY.format(one.added()),
                                                one.addedBy().map(by -> " by " + by).orElse(""),
                                                one.ended()
                                                        .map(at -> ", ended " + DAY.format(at))
                                                        .orElse("")));
                    }
                    for (var act : office.operators().acts()) {
                        text.append("%s %s: %s%n".formatted(act.at(), act.operator(), act.what()));
                    }
                    return text.toString();
                });
    }

    /** What an operator's approval of a new key of the log came to, in lines. */
    public record KeyApproval(String text, boolean isAgreed) {}

    /**
     * Approves a new key of the log, also where the office does not open without one.
     *
     * @param key as the other operator told it; blank for the first of the two
     */
    public static KeyApproval newLogKey(DataOptions options, String key) {
        OperatorSession.quiet();
        var by =
                options.operatorKey()
                        .orElseThrow(() -> new UsageError("give your own key: --operator-key"));
        try {
            var approval =
                    NewLogKey.approve(
                            options.setup().settings(),
                            options.clock(),
                            by,
                            key.isBlank() ? Optional.empty() : Optional.of(key));
            var next =
                    approval.agreed()
                            ? "Two operators have approved it. Start the server again, then tell"
                                    + " every witness.\n"
                            : "Approved. Tell this key to another operator, who must approve it,"
                                    + " too; each must have been one for seven days.\n";
            return new KeyApproval(approval.key() + "\n" + next, approval.agreed());
        } catch (OfficeException wrong) {
            throw new UsageError(wrong);
        }
    }

    /** Approves the rule of a directive as it stands; says what follows. */
    public static String approve(DataOptions options, String directive) {
        return OperatorSession.in(
                options,
                office -> {
                    var retention = office.retention();
                    var rule =
                            retention.rules().stream()
                                    .filter(one -> one.directive().equals(directive))
                                    .findFirst()
                                    .orElseThrow(() ->
                                            new UsageError(
                                                    "the file \"retention\" has no line for "
                                                            + directive));
                    var key =
                            options.operatorKey()
                                    .orElseThrow(() ->
                                            new UsageError("give your own key: --operator-key"));
                    office.operators().acting(Optional.of(key), rule.approval());
                    return retention.approved().stream()
                            .filter(one -> one.rule().equals(rule))
                            .findFirst()
                            .map(one ->
                                    "Two operators have approved it. It is applied from %s.%n"
                                            .formatted(DAY.format(one.from())))
                            .orElse(
                                    "Approved. It is not applied before another operator approves"
                                            + " it, too; each must have been one for seven days,"
                                            + " and both approvals must be in the log.%n"
                                                    .formatted());
                });
    }
}
