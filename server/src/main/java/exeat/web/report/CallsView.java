package exeat.web.report;

import exeat.casework.access.Mandate;
import exeat.desk.report.SituationReports;
import exeat.oversight.Alarm;
import exeat.oversight.Figure;
import exeat.oversight.Situation;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.web.component.ActionNotice;
import exeat.web.component.Details;
import exeat.web.component.Link;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What needs action: each point with its unit, why, since when, and where to act. */
final class CallsView {

    /** More than these are folded. */
    private static final int SHOWN = 8;

    private final SituationReports.Overview seen;
    private final Situation situation;
    private final AuthorityTree tree;
    private final PackTexts terms;
    private final PageTexts words;

    CallsView(SituationReports.Overview seen, PackTexts terms, PageTexts words) {
        this.seen = seen;
        this.situation = seen.report().situation();
        this.tree = seen.report().tree();
        this.terms = terms;
        this.words = words;
    }

    void addTo(Page sheet) {
        var calls = calls();
        if (calls.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("report.no-alarms"))));
            return;
        }
        int first = Math.min(SHOWN, calls.size());
        sheet.add(
                new ActionNotice(
                        words.say("report.alarms", calls.size()), calls.subList(0, first)));
        if (first < calls.size()) {
            var rest = new ActionNotice("", calls.subList(first, calls.size()));
            sheet.add(
                    new Details(
                            words.say("report.alarms.more", calls.size() - first),
                            List.of(Page.raw(rest))));
        }
    }

    /** Overdue work first, then the alarms. */
    List<ActionNotice.Item> calls() {
        return Stream.concat(late().stream(), seen.alarms().stream().map(this::alarm)).toList();
    }

    /** Units with overdue work, those with the most first. */
    private List<ActionNotice.Item> late() {
        return situation.units().keySet().stream()
                .filter(unit -> situation.of(unit, Figure.LATE).most() > 0)
                .sorted(
                        Comparator.comparingLong((AuthorityId unit) ->
                                        situation.of(unit, Figure.LATE).about())
                                .reversed())
                .map(this::late)
                .toList();
    }

    private ActionNotice.Item late(AuthorityId unit) {
        var n = new FigureTexts(words).text(situation.of(unit, Figure.LATE), Figure.Countable.WORK);
        var ways = new ArrayList<Link>();
        ways.add(new Link(words.say("call.late.see"), "/officer/late?unit=" + unit));
        if (canMove(unit)) {
            ways.add(new Link(words.say("backlog.title"), "/officer/backlog?from=" + unit));
        }
        return new ActionNotice.Item(
                terms.unit(unit),
                words.say("figure.LATE"),
                LocalizedText.here(words.say("call.late.why", n)),
                "",
                ways);
    }

    /**
     * Whether the officer is above a unit that holds files, and may move its cases because another
     * unit could take them.
     */
    private boolean canMove(AuthorityId unit) {
        var function = tree.get(unit).function();
        var mine = Mandate.scope(tree, seen.own());
        return !unit.equals(seen.own())
                && mine.contains(unit)
                && !tree.isClosed(unit)
                && Stream.concat(mine.stream(), Stream.of(seen.own()))
                        .anyMatch(other ->
                                !other.equals(unit)
                                        && !tree.isClosed(other)
                                        && tree.get(other).function().equals(function));
    }

    private ActionNotice.Item alarm(Alarm alarm) {
        var why =
                words.english().isEmpty()
                        ? alarm.words()
                        : words.say("call." + alarm.kind() + ".why");
        return new ActionNotice.Item(
                terms.unit(alarm.unit()),
                words.say("alarm." + alarm.kind()),
                LocalizedText.here(why),
                words.say("report.since", words.day(alarm.since())),
                List.of(new Link(words.say("call." + alarm.kind() + ".do"), alarm.link())));
    }
}
