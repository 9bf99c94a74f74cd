package exeat.tool.advisory;

import exeat.tool.advisory.Judgements.Judgement;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.Counted;
import exeat.tool.cli.ExitStatus;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for known vulnerabilities in what is packaged, and reports them. */
public final class AdvisoryCheck {

    /** What no report of this kind can say, whatever the folder holds. */
    private static final String UNKNOWN =
            """
            This report does not know:
            - what was published after the newest advisory of the folder, or never;
            - whether a vulnerable function is ever called;
            - advisories about Java itself, the operating system, and what is not a component of a bill:
              the style sheet of govuk-frontend, the fonts, and copies of code inside other libraries.
            """;

    private final SortedSet<Component> components = new TreeSet<>();
    private final List<Found> found = new ArrayList<>();
    private final LocalDate today;
    private final int oldest;
    private final Judgements judgements;
    private Instant newest = Instant.EPOCH;
    private int read;

    /** An advisory about a component. */
    private record Found(
            Component component, Advisory advisory, boolean sure, Optional<Judgement> judged) {}

    private AdvisoryCheck(LocalDate today, int oldest, Judgements judgements) {
        this.today = today;
        this.oldest = oldest;
        this.judgements = judgements;
    }

    /**
     * Compares, and prints a report.
     *
     * @param bills of CycloneDX, in JSON
     * @param folder of advisories
     * @param judged a file of what was judged before, if there is one
     * @param oldest days that the newest advisory of the folder may be old
     * @return the exit status: negative if a vulnerability counts, or the folder is too old
     */
    public static int run(
            CommandIo io, List<Path> bills, Path folder, Optional<Path> judged, int oldest)
            throws IOException {
        var today = io.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        var known =
                judged.map(file -> Judgements.of(file, CommandIo.read(file)))
                        .orElse(Judgements.NONE);
        var check = new AdvisoryCheck(today, oldest, known);
        bills.forEach(bill -> check.components.addAll(Component.of(bill)));
        new AdvisoryFolder(folder).read(check::compare);
        if (check.read == 0) {
            throw new UsageError(folder + ": holds no advisories");
        }
        io.print(check.report(bills, folder));
        return check.counts() > 0 || check.isOld() ? ExitStatus.NEGATIVE : ExitStatus.DONE;
    }

    private void compare(Advisory advisory) {
        read++;
        newest = advisory.modified().isAfter(newest) ? advisory.modified() : newest;
        for (var component : components) {
            var verdict = advisory.about(component);
            if (verdict != Advisory.Verdict.NO) {
                found.add(
                        new Found(
                                component,
                                advisory,
                                verdict == Advisory.Verdict.YES,
                                judgements.of(advisory, today)));
            }
        }
    }

    private long counts() {
        return found.stream().filter(one -> one.judged().isEmpty()).count();
    }

    private long age() {
        return ChronoUnit.DAYS.between(newest.atZone(ZoneOffset.UTC).toLocalDate(), today);
    }

    private boolean isOld() {
        return age() > oldest;
    }

    private String report(List<Path> bills, Path folder) {
        var text = new StringBuilder();
        text.append("Known vulnerabilities on %s.%n".formatted(today));
        text.append("Components: %d, of ".formatted(components.size()))
                .append(String.join(", ", bills.stream().map(Path::toString).toList()))
                .append(System.lineSeparator());
        text.append(
                "Advisories: %d, of %s; the newest was changed on %s, %s ago.%n"
                        .formatted(
                                read,
                                folder,
                                newest.atZone(ZoneOffset.UTC).toLocalDate(),
                                Counted.of(age(), "day", "days")));
        found.sort(
                Comparator.comparing(Found::component).thenComparing(one -> one.advisory().id()));
        found.stream()
                .filter(one -> one.judged().isEmpty())
                .forEach(one -> text.append('\n').append(lines(one)));
        found.stream()
                .filter(one -> one.judged().isPresent())
                .forEach(one ->
                        text.append(
                                "%nJudged until %s: %s, %s: %s%n"
                                        .formatted(
                                                one.judged().orElseThrow().until(),
                                                one.component(),
                                                one.advisory().id(),
                                                one.judged().orElseThrow().why())));
        text.append('\n').append(UNKNOWN).append('\n');
        if (isOld()) {
            text.append(
                    "The folder is older than %s: get the newest advisories first.%n"
                            .formatted(Counted.of(oldest, "day", "days")));
        }
        text.append(
                counts() == 0
                        ? "No known vulnerability counts.\n"
                        : Counted.of(counts(), "known vulnerability", "known vulnerabilities")
                                + ".\n");
        return text.toString();
    }

    private static String lines(Found one) {
        var advisory = one.advisory();
        var fixes = advisory.fixes(one.component());
        return "%s: %s%s%s%n  %s%n  %s%n"
                .formatted(
                        one.component(),
                        advisory.id(),
                        advisory.aliases().isEmpty()
                                ? ""
                                : " (" + String.join(", ", advisory.aliases()) + ")",
                        advisory.severity().isEmpty() ? "" : ", " + advisory.severity(),
                        advisory.summary(),
                        one.sure()
                                ? fixes.isEmpty()
                                        ? "No version is named in which it is mended."
                                        : "Mended in " + String.join(", ", fixes) + "."
                                : "It names no versions that can be compared: read it.");
    }
}
