package exeat.web.queue;

import exeat.desk.queue.QueueRow;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.List;

/** What waits for a second officer but this one cannot agree to now: why, and until when. */
final class NotForThisOfficer {

    private final PackTexts terms;
    private final PageTexts words;
    private final LocalDate today;

    NotForThisOfficer(PackTexts terms, PageTexts words, LocalDate today) {
        this.terms = terms;
        this.words = words;
        this.today = today;
    }

    DataTable table(List<QueueRow> rows) {
        return new DataTable(
                        words.say("queue.second.later"),
                        List.of(
                                ColumnHeader.of(words.say("track.number")),
                                ColumnHeader.of(words.say("case.name")),
                                ColumnHeader.of(words.say("queue.second.why")),
                                ColumnHeader.of(words.say("officer.unit"))),
                        rows.stream()
                                .map(row ->
                                        List.of(
                                                QueuePages.number(row),
                                                QueuePages.name(row, words),
                                                TableCell.of(why(row)),
                                                TableCell.of(terms.unit(row.unit()))))
                                .toList())
                .stackedWhereNarrow();
    }

    String why(QueueRow row) {
        return row.heard()
                .filter(last -> !last.isBefore(today))
                .map(last -> words.say("queue.second.heard", words.day(last)))
                .orElseGet(() ->
                        words.say(
                                row.task().equals("hearing")
                                        ? "queue.second.first"
                                        : "queue.second.other"));
    }
}
