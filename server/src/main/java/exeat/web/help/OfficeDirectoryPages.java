package exeat.web.help;

import exeat.casework.value.UnitChange;
import exeat.desk.Office;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.OfficeDirectory.Help;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.AddressParts;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every office of the directive in force, what it does and, where it says so, where it is and when
 * it is open, and who helps outside the offices: for anybody who is sent there.
 */
@Singleton
@Path(OfficeDirectoryPages.ADDRESS)
@RunOnVirtualThread
public final class OfficeDirectoryPages {

    public static final String ADDRESS = "/offices";

    /** The id of the part of the page about help outside the offices. */
    private static final String HELP = "help";

    private final PageFactory pages;
    private final Office office;

    OfficeDirectoryPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response offices() {
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        var tree = office.register().tree(terms.directive());
        var details = new OfficeDetails(terms, words);
        var directory = terms.directive().directory();
        boolean given = !directory.offices().isEmpty();
        var areas = tree.all().stream().filter(area -> !units(tree, area).isEmpty()).toList();
        var sheet =
                pages.page(words.say("offices.title"))
                        .forEverybody()
                        .wide()
                        .back(pages.request().home())
                        .add(
                                new Paragraphs(
                                        List.of(
                                                words.say(
                                                        given
                                                                ? "offices.what"
                                                                : "offices.what.only"))));
        DirectiveNotices.without(office, terms.directive(), words)
                .ifPresent(why -> sheet.add(new InsetText(why)));
        if (!given) {
            sheet.add(new InsetText(words.say("offices.none-given")));
        }
        sheet.add(index(areas, !directory.help().isEmpty(), terms, words));
        for (var area : areas) {
            sheet.add(new Heading(2, terms.unit(area.id()), area.id().text()))
                    .add(
                            table(area, units(tree, area), terms, details)
                                    .underHeading()
                                    .stackedWhereNarrow());
        }
        sheet.add(new Heading(2, words.say("offices.help"), HELP));
        help(sheet, directory.help(), details, words);
        return sheet.ok();
    }

    /** The parts of the page: an area each, and help outside the offices where there is any. */
    private static LinkList index(
            List<Authority> areas, boolean help, PackTexts terms, PageTexts words) {
        var parts =
                areas.stream().map(area -> new Link(terms.unit(area.id()), "#" + area.id().text()));
        var outside = Stream.of(new Link(words.say("offices.help"), "#" + HELP));
        return new LinkList((help ? Stream.concat(parts, outside) : parts).toList());
    }

    private static void help(Page sheet, List<Help> help, OfficeDetails details, PageTexts words) {
        if (help.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("offices.help.none"))));
            return;
        }
        sheet.add(new Paragraphs(List.of(words.say("offices.help.what"))));
        help.forEach(one ->
                sheet.add(new Heading(3, details.name(one), "help-" + one.id()))
                        .add(details.of(one)));
    }

    /** One office, and who helps in its area. */
    @GET
    @Path("{unit}")
    public Response one(String unit) {
        var words = pages.words();
        var id = AddressParts.unit(unit).orElseThrow(NotFoundException::new);
        var terms = new PackTexts(directive(id), words);
        var place = terms.directive().authorities().get(id).place();
        var details = new OfficeDetails(terms, words);
        var sheet = pages.page(terms.unit(id)).forEverybody().back(ADDRESS).add(details.of(id));
        var tree = office.register().tree(terms.directive());
        if (tree.isClosed(id)) {
            var now = terms.unit(tree.current(id).id());
            sheet.add(new InsetText(words.say("offices.closed", now)));
        }
        announced(terms, id).ifPresent(soon -> sheet.add(new InsetText(soon)));
        if (!tree.isClosed(id) && !details.isGiven(id)) {
            sheet.add(new InsetText(words.say("offices.nothing")));
        }
        sheet.add(new Heading(2, words.say("offices.help"), HELP));
        help(
                sheet,
                terms.directive().directory().helpIn(terms.directive().authorities(), place),
                details,
                words);
        return sheet.ok();
    }

    /** Says that an open office closes on a later day, and who does its work from then on. */
    private Optional<String> announced(PackTexts terms, AuthorityId unit) {
        var words = pages.words();
        var directive = terms.directive();
        var register = office.register();
        return register.units()
                .ending(unit)
                .filter(_ -> !register.tree(directive).isClosed(unit))
                .map(end -> {
                    var next = register.closed(directive, end.from()).getOrDefault(unit, unit);
                    var key =
                            end instanceof UnitChange.Merged ? "offices.merges" : "offices.closes";
                    return words.say(key, words.day(end.from()), terms.unit(next));
                });
    }

    /** The directive of the page's reader if it has the unit, else another that has. */
    private Directive directive(AuthorityId unit) {
        return Stream.concat(
                        Stream.of(pages.request().directive()),
                        office.register().covering(unit).stream())
                .filter(directive -> directive.authorities().find(unit).isPresent())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** An area's own office, and the offices of the area that have none below them. */
    private static List<Authority> units(AuthorityTree tree, Authority area) {
        if (!area.supervises() || tree.isClosed(area.id())) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(area),
                        tree.children(area.id()).stream().filter(unit -> !unit.supervises()))
                .filter(unit -> !tree.isClosed(unit.id()))
                .toList();
    }

    private DataTable table(
            Authority area, List<Authority> units, PackTexts terms, OfficeDetails details) {
        var words = pages.words();
        return new DataTable(
                terms.unit(area.id()),
                List.of(
                        ColumnHeader.of(words.say("offices.office")),
                        ColumnHeader.of(words.say("offices.does"))),
                units.stream()
                        .map(unit ->
                                List.of(
                                        TableCell.link(
                                                        terms.unit(unit.id()),
                                                        OfficeDetails.address(unit.id()))
                                                .asHead(),
                                        TableCell.of(
                                                Stream.concat(
                                                                details.does(unit.id()).stream(),
                                                                announced(terms, unit.id())
                                                                        .stream())
                                                        .collect(Collectors.joining(" ")))))
                        .toList());
    }
}
