package exeat.web.report;

import exeat.oversight.CounterSum;
import exeat.oversight.Figure.Countable;
import exeat.oversight.FigureRange;
import exeat.oversight.ReportPeriod;
import exeat.oversight.Situation;
import exeat.oversight.WeeklyFlow;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.form.FilterForm;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.FilterLinks;
import exeat.web.component.list.TableCell;
import exeat.web.filter.FilterValues;
import exeat.web.kit.AddressParts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened in some weeks, beside as many weeks before them. */
final class PeriodView {

    private static final int USUAL = 4;

    /** A growth up to this factor is given in percent. */
    private static final int MAX_TIMES = 3;

    /** With fewer people than this, a percentage says nothing. */
    private static final int FEW = 5;

    private static final List<Integer> SPANS = List.of(1, USUAL, CounterSum.SHOWN);

    private final Situation situation;
    private final String address;
    private final PageTexts words;

    PeriodView(Situation situation, String address, PageTexts words) {
        this.situation = situation;
        this.address = address;
        this.words = words;
    }

    /**
     * The weeks that an address names; the last four whole ones where it names none. One end alone
     * is the week that it is in.
     *
     * @param day of the report
     * @param from a day; empty where the address has none
     */
    static ReportPeriod period(FilterValues values, LocalDate day, String from, String to) {
        var first = values.choice("from", from, text -> counted(day, text));
        var last = values.choice("to", to, text -> counted(day, text));
        return first.or(() -> last)
                .map(one -> ReportPeriod.between(one, last.orElse(one)))
                .orElse(ReportPeriod.last(USUAL, day));
    }

    private static Optional<LocalDate> counted(LocalDate day, String text) {
        return AddressParts.day(text).filter(one -> ReportPeriod.between(one, one).isCounted(day));
    }

    /** Adds the weeks and what happened in them; where they cannot be read, the choices alone. */
    void addTo(Page sheet, ReportPeriod period, FilterValues values) {
        sheet.add(new Heading(2, words.say("period.title"), "period"));
        var spans =
                SPANS.stream()
                        .map(weeks ->
                                new Link(
                                        words.say("period.last", weeks),
                                        address(ReportPeriod.last(weeks, situation.day()))))
                        .toList();
        sheet.add(
                new FilterLinks(
                        words.say("period.choose"),
                        spans,
                        values.isRight() ? address(period) : ""));
        sheet.add(
                FilterForm.of(
                        address + "#period",
                        words.say("period.show"),
                        values.select("from", words.say("period.from"), weeks(period.from())),
                        values.select(
                                "to",
                                words.say("period.to"),
                                weeks(CounterSum.monday(period.to())))));
        if (values.isRight()) {
            sheet.add(table(period));
        }
        values.tell(sheet).add(new Paragraphs(List.of(words.say("period.weeks"))));
    }

    private String address(ReportPeriod period) {
        return address + "?from=" + period.from() + "&to=" + period.to() + "#period";
    }

    private List<ChoiceOption> weeks(LocalDate chosen) {
        return CounterSum.mondays(situation.day()).reversed().stream()
                .map(monday ->
                        new ChoiceOption(
                                monday.toString(), words.day(monday), "", monday.equals(chosen)))
                .toList();
    }

    private DataTable table(ReportPeriod period) {
        var before = Optional.of(period.before()).filter(past -> past.isCounted(situation.day()));
        var all = situation.units().keySet();
        var rows =
                Stream.of(WeeklyFlow.values()).map(flow -> row(flow, all, period, before)).toList();
        return new DataTable(
                words.say("period.of", words.day(period.from()), words.day(period.to())),
                List.of(
                        ColumnHeader.of(words.say("report.figure")),
                        new ColumnHeader(words.say("period.now"), true),
                        new ColumnHeader(
                                before.map(past ->
                                                words.say(
                                                        "period.before",
                                                        words.day(past.from()),
                                                        words.day(past.to())))
                                        .orElse(words.say("period.before.none")),
                                true),
                        ColumnHeader.of(words.say("period.change"))),
                rows);
    }

    private List<TableCell> row(
            WeeklyFlow flow,
            Collection<AuthorityId> all,
            ReportPeriod period,
            Optional<ReportPeriod> before) {
        var texts = new FigureTexts(words);
        var now = situation.flow(all, flow, period);
        var past = before.map(of -> situation.flow(all, flow, of));
        return List.of(
                TableCell.of(words.say("flow." + flow)).asHead(),
                TableCell.number(texts.text(now, Countable.PEOPLE)),
                TableCell.number(past.map(of -> texts.text(of, Countable.PEOPLE)).orElse("–")),
                TableCell.of(past.map(of -> change(words, of, now)).orElse("–")));
    }

    /**
     * Bands that overlap say nothing about the change, and neither does the page. Where one of the
     * periods has hardly anybody, a percentage says nothing either.
     */
    static String change(PageTexts words, FigureRange before, FigureRange now) {
        if (now.isExact() && before.isExact() && now.least() == before.least()) {
            return words.say("period.same");
        }
        boolean few = Math.min(before.least(), now.least()) < FEW;
        if (now.least() > before.most()) {
            return few || now.about() > MAX_TIMES * before.least()
                    ? words.say("period.more")
                    : words.say("period.more.by", percent(before, now));
        }
        if (now.most() < before.least()) {
            return few
                    ? words.say("period.fewer")
                    : words.say("period.fewer.by", percent(before, now));
        }
        return words.say("period.unclear");
    }

    private static long percent(FigureRange before, FigureRange now) {
        return Math.round(100.0 * Math.abs(now.about() - before.about()) / before.about());
    }
}
