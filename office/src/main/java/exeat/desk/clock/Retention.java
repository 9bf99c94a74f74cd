package exeat.desk.clock;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Rejection;
import exeat.casework.value.StreamId.CaseId;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.operator.Operators;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.store.AppendOnlyFile;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.ErasureStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Erases cases that may no longer be kept. The file {@code retention} of the data folder says for
 * how long and under which law, one line for each directive. A line holds once two operators have
 * approved it as it stands, each with their own key, and people have been told of it for as long as
 * {@code files.retention-notice} says. Without such a line nothing is erased by the clock.
 */
public final class Retention {

    private static final int PAGE = 500;
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+([1-9]\\d{0,5})\\s+(\\S.*)");

    private final ErasureStore store;
    private final Desk desk;
    private final Authentication doors;
    private final Operators operators;
    private final Config config;
    private final InstantSource clock;
    private final AppendOnlyFile file;

    /** Owned by {@link #pass}, which runs once at a time. */
    private Instant next = Instant.MIN;

    public static Retention of(
            Infrastructure in, Desk desk, Authentication doors, Operators operators) {
        var file =
                in.config()
                        .given(Settings.RETENTION)
                        .map(Path::of)
                        .orElse(in.data().resolve("retention"));
        return new Retention(in, desk, doors, operators, file);
    }

    private Retention(
            Infrastructure in, Desk desk, Authentication doors, Operators operators, Path file) {
        this.store = new ErasureStore(in.database());
        this.desk = desk;
        this.doors = doors;
        this.operators = operators;
        this.config = in.config();
        this.clock = in.clock();
        this.file = new AppendOnlyFile(file);
    }

    /**
     * For how long the files of a directive are kept.
     *
     * @param days after the last thing that happened to the last person of a file
     * @param basis the law or rule by which they are erased then
     */
    public record Rule(String directive, int days, String basis) {

        /** What an operator signs who approves it. */
        public String approval() {
            return "retention approve " + directive + " " + days + " days: " + basis;
        }
    }

    /**
     * A rule that two have approved.
     *
     * @param from when it begins to be applied
     */
    public record Approved(Rule rule, Instant from) {}

    /** The rules that two operators have approved as they stand; the others erase nothing. */
    public List<Approved> approved() {
        var notice = config.time(Settings.RETENTION_NOTICE);
        return rules().stream()
                .flatMap(rule ->
                        operators.agreed(rule.approval()).stream()
                                .map(at -> new Approved(rule, at.plus(notice))))
                .toList();
    }

    /**
     * The result.
     *
     * @param erased files
     * @param kept files that are past their time, by why they are kept all the same
     */
    public record RetentionResult(int erased, SortedMap<Rejection.Code, Integer> kept) {
        public RetentionResult {
            kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
        }
    }

    /**
     * What the operator wrote.
     *
     * @throws OfficeException with the line that cannot be read
     */
    public List<Rule> rules() {
        return file.read().stream()
                .map(line -> {
                    var parts = LINE.matcher(line);
                    if (!parts.matches()) {
                        throw new OfficeException(
                                Code.BAD_INPUT,
                                "the file \"retention\": each line must be DIRECTIVE DAYS LAW: "
                                        + line);
                    }
                    return new Rule(
                            parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
                })
                .toList();
    }

    /** Once a day; nothing in between. */
    public synchronized int passDaily() {
        var now = clock.instant();
        if (now.isBefore(next)) {
            return 0;
        }
        next = now.plus(Duration.ofDays(1));
        return pass().erased();
    }

    /** Erases the cases whose time limit has passed. */
    public synchronized RetentionResult pass() {
        int erased = 0;
        var kept = new TreeMap<Rejection.Code, Integer>();
        var now = clock.instant();
        var rules =
                approved().stream()
                        .filter(approved -> !approved.from().isAfter(now))
                        .map(Approved::rule)
                        .toList();
        if (rules.isEmpty()) {
            return new RetentionResult(0, kept);
        }
        var session = doors.clockSession();
        try {
            for (var rule : rules) {
                erased += pass(session, rule, kept);
            }
        } finally {
            doors.signOut(session);
        }
        return new RetentionResult(erased, kept);
    }

    private int pass(Session session, Rule rule, SortedMap<Rejection.Code, Integer> kept) {
        int erased = 0;
        var before = clock.instant().minus(Duration.ofDays(rule.days()));
        var after = "";
        for (boolean more = true; more; ) {
            var from = after;
            var keys = StoreCalls.get(() -> store.resting(rule.directive(), before, from, PAGE));
            for (var key : keys) {
                var command =
                        new ArchiveCommand.EraseByRetention(
                                CaseId.of(key), rule.days(), rule.basis());
                switch (desk.handle(session, "retention " + SessionTokens.generate(), command)) {
                    case Reply.Done _ -> erased++;
                    case Reply.Rejected(var why) -> kept.merge(why.code(), 1, Integer::sum);
                    case Reply.Later _, Reply.KeyReused _ -> more = false;
                }
            }
            more = more && keys.size() == PAGE;
            after = keys.isEmpty() ? after : keys.getLast();
        }
        return erased;
    }
}
