package exeat.web.report;

import exeat.desk.report.SituationReport;
import exeat.desk.report.SituationReports;
import exeat.oversight.Figure;
import exeat.oversight.Situation;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A unit that several directives share: what its report says of the others, and the view of all of
 * them, whose totals are the sums of the figures beside them.
 */
final class TogetherView {

    /** The value of the address's parameter for this view. */
    static final String ALL = "all";

    private final PackTexts terms;
    private final PageTexts words;

    TogetherView(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    private static String address(AuthorityId authority) {
        return ReportView.address(authority) + "?directives=" + ALL;
    }

    private String title(Directive directive) {
        return new PackTexts(directive, words).title().text();
    }

    /** The title, with id and version where another one beside it has the same. */
    private String title(Directive directive, Collection<Directive> beside) {
        return apart(
                title(directive),
                directive.ref(),
                beside.stream()
                        .filter(other -> !other.ref().equals(directive.ref()))
                        .map(this::title)
                        .toList());
    }

    static String apart(String title, DirectiveRef ref, List<String> others) {
        return others.contains(title)
                ? "%s (%s, %s)".formatted(title, ref.id(), ref.version())
                : title;
    }

    private BulletList titles(Collection<Directive> directives, Collection<Directive> beside) {
        return new BulletList(directives.stream().map(one -> title(one, beside)).toList());
    }

    private static List<Directive> every(Collection<Directive> some, Collection<Directive> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /**
     * Tells, in the report under one directive, that there are others, and links to all together.
     */
    void tell(Page sheet, AuthorityId authority, SituationReports.Sharing sharing) {
        var all = every(sharing.readable(), sharing.others());
        if (all.isEmpty()) {
            return;
        }
        sheet.add(new Heading(2, words.say("report.shared.title"), "directives"))
                .add(
                        new Paragraphs(
                                List.of(words.say("report.shared", title(terms.directive(), all)))),
                        titles(all, every(all, List.of(terms.directive()))));
        if (sharing.readable().isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("report.shared.hidden"))));
        } else {
            var link = new Link(words.say("report.together.see"), address(authority));
            sheet.add(new LinkList(List.of(link)));
        }
    }

    /** The view of all together. */
    void addTo(Page sheet, SituationReports.Together seen) {
        var sum = seen.sum().situation();
        var all = every(seen.sum().directives(), seen.others());
        seen.sum()
                .at()
                .map(at -> words.say("report.day", words.zoned(at.toInstant(), at.getZone())))
                .ifPresent(said -> sheet.add(new Paragraphs(List.of(said))));
        sheet.add(
                new Paragraphs(List.of(words.say("report.together.what"))),
                titles(seen.sum().directives(), all));
        if (!seen.others().isEmpty()) {
            sheet.add(
                    new Paragraphs(List.of(words.say("report.together.without"))),
                    titles(seen.others(), all));
        }
        sheet.add(new InsetText(words.say("report.together.few")));
        sheet.add(figures(seen, all), units(seen.sum()));
        sheet.add(new Heading(2, words.say("report.files"), "files"))
                .add(new Paragraphs(List.of(words.say("report.files.what"))))
                .add(new LinkList(files(sum.authority())))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say(
                                                        "report.together.back",
                                                        title(terms.directive(), all)),
                                                ReportView.address(sum.authority())))));
    }

    /** Every figure: a column a directive, and the last one for what they come to. */
    private DataTable figures(SituationReports.Together seen, List<Directive> all) {
        var heads = new ArrayList<ColumnHeader>();
        heads.add(ColumnHeader.of(words.say("report.figure")));
        seen.parts()
                .forEach(part ->
                        heads.add(
                                new ColumnHeader(title(part.directives().getFirst(), all), true)));
        heads.add(new ColumnHeader(words.say("report.together.sum"), true));
        var rows =
                Arrays.stream(Figure.values())
                        .map(figure ->
                                Stream.concat(
                                                Stream.of(
                                                        TableCell.of(words.say("figure." + figure))
                                                                .asHead()),
                                                Stream.concat(
                                                                seen.parts().stream(),
                                                                Stream.of(seen.sum()))
                                                        .map(report ->
                                                                total(report.situation(), figure)))
                                        .toList())
                        .toList();
        return new DataTable(words.say("report.all"), heads, rows);
    }

    private TableCell total(Situation situation, Figure figure) {
        return TableCell.number(ReportView.text(situation.total(figure), words));
    }

    /** The key figures of each unit, added up. */
    private DataTable units(SituationReport sum) {
        var heads = new ArrayList<ColumnHeader>();
        heads.add(ColumnHeader.of(words.say("officer.unit")));
        Arrays.stream(KeyFigure.values())
                .forEach(key -> heads.add(new ColumnHeader(words.say(key.label()), true)));
        var rows = sum.situation().units().keySet().stream().map(unit -> unit(sum, unit)).toList();
        return new DataTable(words.say("report.units"), heads, rows);
    }

    private List<TableCell> unit(SituationReport sum, AuthorityId unit) {
        var row = new ArrayList<TableCell>();
        row.add(name(sum, unit).asHead());
        for (var key : KeyFigure.values()) {
            row.add(
                    TableCell.number(
                            ReportView.text(key.of(List.of(unit), sum.situation()), words)));
        }
        return List.copyOf(row);
    }

    /**
     * The unit's name in the first directive that has it, with a link to its report: to all
     * together if several directives have the unit, none if the session's own does not.
     */
    private TableCell name(SituationReport sum, AuthorityId unit) {
        var having =
                sum.directives().stream()
                        .filter(directive -> directive.authorities().find(unit).isPresent())
                        .toList();
        var name = new PackTexts(having.getFirst(), words).unit(unit);
        var own = terms.directive().ref();
        if (having.stream().noneMatch(directive -> directive.ref().equals(own))) {
            return TableCell.of(name);
        }
        return TableCell.link(name, having.size() > 1 ? address(unit) : ReportView.address(unit));
    }

    private List<Link> files(AuthorityId authority) {
        return ReportView.files(authority, "?directives=" + ALL, words);
    }
}
