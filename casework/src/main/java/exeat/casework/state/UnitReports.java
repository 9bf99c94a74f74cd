package exeat.casework.state;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A unit's due and sent reports, numbered from 1. */
public record UnitReports(List<Due> dues, List<Sent> sent) {

    /**
     * A regular report belongs to its date; one sent earlier than this counts as an extra report.
     */
    private static final int MAX_DAYS_EARLY = 3;

    public static final UnitReports NONE = new UnitReports(List.of(), List.of());

    public UnitReports {
        dues = List.copyOf(dues);
        sent = List.copyOf(sent);
    }

    /** Why a report is due. */
    public enum ReportReason implements StoredWord {
        /** On receipt of the directive. */
        FIRST("FIRST"),
        /** A regular date. */
        REGULAR("REGULAR"),
        /** A level above asked for it. */
        ASKED("ASKED");

        private final String stored;

        ReportReason(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /**
     * A report that is or was due.
     *
     * @param by the last day for it
     * @param asked by whom and with which text, if a level above asked for it
     * @param reminded until when only the unit is reminded; empty before the deadline
     * @param levels the levels that were told that it is missing, in order
     * @param settled the report and the day; empty while it is open
     */
    public record Due(
            int number,
            ReportReason why,
            LocalDate by,
            Optional<ReportRequest> asked,
            Optional<LocalDate> reminded,
            List<Missed> levels,
            Optional<Settled> settled) {
        public Due {
            levels = List.copyOf(levels);
        }

        /** How many days it is or was overdue; none if it is not. */
        public long daysLate(LocalDate today) {
            var until = settled.map(Settled::on).orElse(today);
            return Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(by, until));
        }

        public boolean isOpen() {
            return settled.isEmpty();
        }

        /** The first day on which the clock has something to do about it. */
        public Optional<LocalDate> look() {
            if (!isOpen()) {
                return Optional.empty();
            }
            var until =
                    levels.isEmpty() ? Optional.of(reminded.orElse(by)) : levels.getLast().until();
            return until.map(day -> day.plusDays(1));
        }

        private Due reminded(LocalDate until) {
            return new Due(number, why, by, asked, Optional.of(until), levels, settled);
        }

        private Due missed(Missed level) {
            var all = new ArrayList<>(levels);
            all.add(level);
            return new Due(number, why, by, asked, reminded, all, settled);
        }

        private Due settled(Settled how) {
            return new Due(number, why, by, asked, reminded, levels, Optional.of(how));
        }
    }

    public record ReportRequest(AuthorityId unit, OfficerId officer, String words) {}

    /**
     * A level that was told.
     *
     * @param until when only that level knows of it; empty at the top
     */
    public record Missed(AuthorityId to, Instant at, Optional<LocalDate> until) {}

    public record Settled(int report, LocalDate on) {}

    /**
     * A report that was sent; its figures are in its event.
     *
     * @param step the number of that event in the stream
     * @param settles the numbers of the due reports that it settles
     * @param words the unit's own remarks
     * @param added remarks added by levels above
     */
    public record Sent(
            int number,
            long step,
            Instant at,
            LocalDate day,
            List<Integer> settles,
            String words,
            List<Comment> added) {
        public Sent {
            settles = List.copyOf(settles);
            added = List.copyOf(added);
        }
    }

    /** What a level says. */
    public record Comment(AuthorityId unit, OfficerId by, String text, Instant at) {}

    public List<Due> open() {
        return dues.stream().filter(Due::isOpen).toList();
    }

    /**
     * The numbers of the reports that one sent on this day settles: everything due by then, and the
     * next one if its date is near or somebody asked for it.
     */
    public List<Integer> settledOn(LocalDate today) {
        var next =
                open().stream()
                        .filter(due -> due.by().isAfter(today))
                        .filter(due ->
                                due.why() != ReportReason.REGULAR
                                        || !due.by().isAfter(today.plusDays(MAX_DAYS_EARLY)))
                        .map(Due::by)
                        .min(LocalDate::compareTo);
        return open().stream()
                .filter(due -> !due.by().isAfter(today) || next.equals(Optional.of(due.by())))
                .map(Due::number)
                .toList();
    }

    /** The last regular date; requested reports are separate. */
    public Optional<Due> lastOfThePack() {
        return dues.stream()
                .filter(due -> due.why() != ReportReason.ASKED)
                .reduce((_, last) -> last);
    }

    /** The first day on which the clock must look. */
    public Optional<LocalDate> look() {
        return java.util.stream.Stream.concat(
                        dues.stream().flatMap(due -> due.look().stream()),
                        lastOfThePack().stream().map(due -> due.by().plusDays(1)))
                .min(LocalDate::compareTo);
    }

    public UnitReports with(Due due) {
        var all = new ArrayList<>(dues);
        all.add(due);
        return new UnitReports(all, sent);
    }

    private UnitReports changed(int number, UnaryOperator<Due> change) {
        var all = dues.stream().map(d -> d.number() == number ? change.apply(d) : d).toList();
        return new UnitReports(all, sent);
    }

    public UnitReports reminded(int due, LocalDate until) {
        return changed(due, one -> one.reminded(until));
    }

    public UnitReports missed(int due, Missed level) {
        return changed(due, one -> one.missed(level));
    }

    /** With a report added and the due ones that it settles. */
    public UnitReports with(Sent report) {
        var how = new Settled(report.number(), report.day());
        var all =
                dues.stream()
                        .map(d -> report.settles().contains(d.number()) ? d.settled(how) : d)
                        .toList();
        var reports = new ArrayList<>(sent);
        reports.add(report);
        return new UnitReports(all, reports);
    }

    /** With remarks that a level above added to a report. */
    public UnitReports with(int report, Comment words) {
        return new UnitReports(
                dues, sent.stream().map(s -> s.number() == report ? with(s, words) : s).toList());
    }

    private static Sent with(Sent s, Comment words) {
        var added = new ArrayList<>(s.added());
        added.add(words);
        return new Sent(s.number(), s.step(), s.at(), s.day(), s.settles(), s.words(), added);
    }
}
