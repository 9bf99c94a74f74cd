package exeat.web.queue;

import exeat.desk.projection.QueueName;
import exeat.desk.queue.DueSpan;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.NextTask;
import exeat.web.component.Link;
import exeat.web.component.list.FilterLinks;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which part of the work a list shows, as the address of its page has it: so it can be kept, sent
 * and come back to.
 *
 * @param unit the unit behind a figure of the report; empty for the reader's own work
 */
record QueueChoice(QueueName which, Optional<AuthorityId> unit, Deadline deadline) {

    private static final int WEEK = 7;

    /** The deadlines to choose from; each day is in one of the last three. */
    enum Deadline {
        ALL,
        LATE,
        WEEK,
        LATER
    }

    /** What cannot be read is not asked for. */
    static QueueChoice of(RequestContext visit, Optional<AuthorityId> unit) {
        var which = which(visit.query("which").orElse("work"));
        var deadline =
                visit.query("due")
                        .filter(_ -> hasDeadlines(which))
                        .flatMap(text ->
                                Arrays.stream(Deadline.values())
                                        .filter(one -> word(one).equals(text))
                                        .findFirst())
                        .orElse(Deadline.ALL);
        return new QueueChoice(which, unit, deadline);
    }

    static QueueName which(String text) {
        return Arrays.stream(QueueName.values())
                .filter(queue -> word(queue).equals(text))
                .findFirst()
                .orElse(QueueName.WORK);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static boolean hasDeadlines(QueueName which) {
        return switch (which) {
            case WORK, REFERRED, CLEARANCES, SECOND, TO_AUTHORISE, HELD, WAITING, APPEALS -> true;
            case UNCONFIRMED, BORDER, PROTECTION -> false;
        };
    }

    boolean isFiltered() {
        return deadline != Deadline.ALL;
    }

    /** The same list with another deadline. */
    QueueChoice with(Deadline other) {
        return new QueueChoice(which, unit, other);
    }

    String address() {
        return NextTask.address(which)
                + unit.map(id -> "&unit=" + id).orElse("")
                + (isFiltered() ? "&due=" + word(deadline) : "");
    }

    /** The days that are chosen, today being in the week. */
    DueSpan span(LocalDate today) {
        return switch (deadline) {
            case ALL -> DueSpan.ALL;
            case LATE -> DueSpan.until(today.minusDays(1));
            case WEEK -> DueSpan.between(today, today.plusDays(WEEK));
            case LATER -> DueSpan.from(today.plusDays(WEEK + 1L));
        };
    }

    /** The list's name, with the deadline that is chosen. */
    String name(PageTexts words) {
        var list = words.say("queue." + which);
        return isFiltered()
                ? words.say("queue.filtered", list, words.say("queue.due." + deadline))
                : list;
    }

    /** The deadlines to choose from; empty for a list whose tasks have none. */
    Optional<FilterLinks> deadlines(PageTexts words) {
        return hasDeadlines(which)
                ? Optional.of(
                        new FilterLinks(
                                words.say("queue.due.filter"),
                                Arrays.stream(Deadline.values())
                                        .map(one ->
                                                new Link(
                                                        words.say("queue.due." + one),
                                                        with(one).address()))
                                        .toList(),
                                address()))
                : Optional.empty();
    }
}
