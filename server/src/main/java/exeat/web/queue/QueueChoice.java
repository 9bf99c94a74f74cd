package exeat.web.queue;

import exeat.desk.projection.QueueName;
import exeat.desk.queue.DueSpan;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.NextTask;
import exeat.web.component.Link;
import exeat.web.component.list.FilterLinks;
import exeat.web.filter.FilterValues;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.Arrays;
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

    /** All the work where the address names no list. */
    static QueueChoice of(
            FilterValues values, String which, String due, Optional<AuthorityId> unit) {
        var all = NextTask.address(QueueName.WORK);
        var queue = values.link(which, QueueChoice::which, all).orElse(QueueName.WORK);
        var deadline = values.link(due, text -> deadline(queue, text), NextTask.address(queue));
        return new QueueChoice(queue, unit, deadline.orElse(Deadline.ALL));
    }

    static Optional<QueueName> which(String text) {
        return FilterValues.constant(QueueName.class, text);
    }

    private static Optional<Deadline> deadline(QueueName queue, String text) {
        return FilterValues.constant(Deadline.class, text).filter(_ -> hasDeadlines(queue));
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

    /** This list with another deadline. */
    QueueChoice with(Deadline other) {
        return new QueueChoice(which, unit, other);
    }

    String address() {
        return NextTask.address(which)
                + unit.map(id -> "&unit=" + id).orElse("")
                + (isFiltered() ? "&due=" + FilterValues.word(deadline) : "");
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
