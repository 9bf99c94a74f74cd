package exeat.web.directive;

import exeat.desk.Office;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every office of the directive in force, what it does, and where: for anybody who is sent there.
 */
@Singleton
@Path(OfficeDirectoryPages.ADDRESS)
@RunOnVirtualThread
public final class OfficeDirectoryPages {

    public static final String ADDRESS = "/offices";

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
        var tree = terms.directive().authorities();
        var sheet =
                pages.page(words.say("offices.title"))
                        .forEverybody()
                        .wide()
                        .back(pages.request().home())
                        .add(new Paragraphs(List.of(words.say("offices.what"))));
        DirectiveNotices.without(office, terms.directive(), words)
                .ifPresent(why -> sheet.add(new InsetText(why)));
        for (var area : tree.all()) {
            var units = units(tree, area);
            if (!units.isEmpty()) {
                sheet.add(new Heading(2, terms.unit(area.id()), area.id().text()))
                        .add(table(units, terms, words).underHeading());
            }
        }
        return sheet.ok();
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

    private static DataTable table(List<Authority> units, PackTexts terms, PageTexts words) {
        return new DataTable(
                words.say("offices.title"),
                List.of(
                        ColumnHeader.of(words.say("offices.office")),
                        ColumnHeader.of(words.say("offices.does"))),
                units.stream()
                        .map(unit ->
                                List.of(
                                        TableCell.of(terms.unit(unit.id())).asHead(),
                                        TableCell.of(does(unit, words))))
                        .toList());
    }

    private static String does(Authority unit, PageTexts words) {
        return Arrays.stream(Role.values())
                .filter(unit::plays)
                .map(role -> words.say("offices.role." + role))
                .collect(Collectors.joining(" "));
    }
}
