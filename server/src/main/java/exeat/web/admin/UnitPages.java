package exeat.web.admin;

import exeat.casework.command.Rejection;
import exeat.casework.decide.UnitRules;
import exeat.casework.state.UnitRegister;
import exeat.casework.value.UnitChange;
import exeat.desk.Office;
import exeat.desk.auth.UnitAdministration.Came;
import exeat.desk.base.Session;
import exeat.desk.register.FormerNames;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Heading;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.filter.FilterValues;
import exeat.web.filter.ListPart;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/** The register of units: each with what became of it, and proposing a change. */
@Singleton
@Path("/admin/units")
@RunOnVirtualThread
public final class UnitPages {

    static final String HOME = "/admin/units";

    private static final String ID = "{id: [a-z0-9]+(-[a-z0-9]+)*}";
    private static final List<String> CHANGES = List.of("renamed", "moved", "merged", "closed");

    private final PageFactory pages;
    private final Office office;

    UnitPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response list(@RestQuery @DefaultValue("") String page) {
        var session = pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var register = office.register().units().whole();
        var today = office.unitAdministration().today();
        var sheet =
                pages.page(words.say("units.title"))
                        .wide()
                        .back("/admin")
                        .done()
                        .add(new Paragraphs(List.of(words.say("units.what"))));
        proposals(sheet, session, terms, page);
        var rows =
                register.founded().keySet().stream()
                        .map(unit ->
                                List.of(
                                        TableCell.link(terms.unit(unit), HOME + "/" + unit)
                                                .asHead(),
                                        TableCell.of(unit.text()),
                                        TableCell.of(above(register, unit, today, terms)),
                                        TableCell.of(state(register, unit, today, terms))))
                        .toList();
        return sheet.add(new Heading(2, words.say("units.all"), "all"))
                .add(
                        new DataTable(
                                        words.say("units.all"),
                                        List.of(
                                                ColumnHeader.of(words.say("accounts.name")),
                                                ColumnHeader.of(words.say("account.id")),
                                                ColumnHeader.of(words.say("units.above")),
                                                ColumnHeader.of(words.say("sample.state"))),
                                        rows)
                                .underHeading())
                .ok();
    }

    private void proposals(Page sheet, Session session, AdminTexts terms, String page) {
        var words = pages.words();
        var values = new FilterValues(words);
        var part = ListPart.of(page, values, HOME);
        var found = office.unitAdministration().proposals(session, part.from(), ListPart.ROWS + 1);
        part.check(!found.isEmpty(), values, HOME);
        sheet.add(new Heading(2, words.say("units.changes"), "changes"));
        if (!values.isRight()) {
            values.tell(sheet);
            return;
        }
        sheet.add(
                found.isEmpty()
                        ? new Paragraphs(List.of(words.say("units.changes.none")))
                        : new UnitTexts(terms, words)
                                .table(
                                        found.stream().limit(ListPart.ROWS).toList(),
                                        office.administration().names(session)));
        part.beside(HOME, found.size() > ListPart.ROWS, words).ifPresent(sheet::add);
    }

    /** The unit above, and where a version in force still places it below another one, which. */
    private String above(
            UnitRegister register, AuthorityId unit, LocalDate today, AdminTexts terms) {
        var said = register.parent(unit, today);
        return said.map(terms::unit)
                .map(name ->
                        office.register().covering(unit).stream()
                                .flatMap(pack -> pack.authorities().parent(unit).stream())
                                .map(over -> over.id())
                                .filter(still -> !said.equals(Optional.of(still)))
                                .findFirst()
                                .map(still ->
                                        pages.words()
                                                .say("units.above.still", name, terms.unit(still)))
                                .orElse(name))
                .orElse("");
    }

    private String state(
            UnitRegister register, AuthorityId unit, LocalDate today, AdminTexts terms) {
        var words = pages.words();
        return register.ending(unit)
                .filter(_ -> !register.isOpen(unit, today))
                .map(end -> new UnitTexts(terms, words).said(end))
                .orElse(words.say("units.open"));
    }

    @GET
    @Path(ID)
    public Response one(String id) {
        pages.request().administrator();
        return show(found(id), SubmittedForm.EMPTY, Map.of());
    }

    private AuthorityId found(String id) {
        var unit = new AuthorityId(id);
        if (!office.register().units().whole().founded().containsKey(unit)) {
            throw new NotFoundException();
        }
        return unit;
    }

    private Response show(AuthorityId unit, SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var register = office.register().units().whole();
        var today = office.unitAdministration().today();
        var founding = register.founded().get(unit);
        if (founding == null) {
            throw new NotFoundException();
        }
        var sheet =
                pages.page(terms.unit(unit))
                        .back(HOME)
                        .add(
                                new SummaryList(
                                        List.of(
                                                SummaryRow.of(words.say("account.id"), unit.text()),
                                                SummaryRow.of(
                                                        words.say("units.above"),
                                                        above(register, unit, today, terms)),
                                                SummaryRow.of(
                                                        words.say("unit.since"),
                                                        terms.time(founding.at())),
                                                SummaryRow.of(
                                                        words.say("sample.state"),
                                                        state(register, unit, today, terms)))));
        formerNames(sheet, unit, terms);
        history(sheet, register, unit, terms);
        if (register.ending(unit).isEmpty()) {
            form(sheet, unit, terms, new FormBuilder(pages.request(), posted, wrong));
        }
        return sheet.ok();
    }

    /** Shows the former names of a unit; nothing if it never had another. */
    private void formerNames(Page sheet, AuthorityId unit, AdminTexts terms) {
        var names =
                new FormerNames(office.register(), terms.zoneId(), PageTexts.LANGUAGES)
                        .of(unit, office.unitAdministration().today());
        if (!names.isEmpty()) {
            sheet.add(new Heading(2, pages.words().say("unit.names"), "names"))
                    .add(UnitTexts.former(names, pages.words()));
        }
    }

    private void history(Page sheet, UnitRegister register, AuthorityId unit, AdminTexts terms) {
        var words = pages.words();
        var names = office.administration().names(pages.request().administrator());
        var texts = new UnitTexts(terms, words);
        var rows =
                register.history(unit).reversed().stream()
                        .map(made ->
                                List.of(
                                        TableCell.of(texts.said(made.change())).asHead(),
                                        TableCell.of(made.reason()),
                                        TableCell.of(
                                                terms.name(names, made.first())
                                                        + "; "
                                                        + terms.name(names, made.second())),
                                        TableCell.of(terms.time(made.at()))))
                        .toList();
        sheet.add(new Heading(2, words.say("unit.history"), "history"))
                .add(
                        rows.isEmpty()
                                ? new Paragraphs(List.of(words.say("unit.history.none")))
                                : new DataTable(
                                                words.say("unit.history"),
                                                List.of(
                                                        ColumnHeader.of(words.say("unit.change")),
                                                        ColumnHeader.of(
                                                                words.say("account.reason")),
                                                        ColumnHeader.of(words.say("audit.by")),
                                                        ColumnHeader.of(words.say("audit.when"))),
                                                rows)
                                        .underHeading());
    }

    private void form(Page sheet, AuthorityId unit, AdminTexts terms, FormBuilder form) {
        var words = pages.words();
        sheet.add(new Heading(2, words.say("account.propose"), "propose"));
        form.prose(words.say("account.propose.what"))
                .radios(
                        "what",
                        words.say("unit.change"),
                        "",
                        CHANGES.stream()
                                .map(what ->
                                        ChoiceOption.of(
                                                what,
                                                words.say("unit.change." + what),
                                                words.say("unit.change." + what + ".hint")))
                                .toList())
                .date("from", words.say("unit.from"), "");
        for (var language : PageTexts.LANGUAGES) {
            form.text("name-" + language, words.say("unit.name", words.language(language)), "");
        }
        form.select(
                        "other",
                        words.say("unit.other"),
                        words.say("unit.other.hint"),
                        others(unit, terms))
                .area("reason", words.say("account.reason"), words.say("account.reason.hint"));
        sheet.add(form.to(HOME + "/" + unit, words.say("account.propose.button")))
                .errors(form.errors());
    }

    private List<ChoiceOption> others(AuthorityId unit, AdminTexts terms) {
        var options = new ArrayList<ChoiceOption>();
        options.add(new ChoiceOption("", pages.words().say("new-account.unit.choose"), "", true));
        var register = office.register().units().whole();
        register.founded().keySet().stream()
                .filter(other -> !other.equals(unit) && register.ending(other).isEmpty())
                .forEach(
                        other -> options.add(ChoiceOption.of(other.text(), terms.unit(other), "")));
        return options;
    }

    @POST
    @Path(ID)
    public Response propose(String id) {
        var session = pages.request().administrator();
        var unit = found(id);
        var posted = pages.request().form();
        if (posted.isRestored()) {
            return show(unit, posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        var change = change(unit, posted, wrong);
        if (change.isEmpty() || !wrong.isEmpty()) {
            return show(unit, posted, wrong);
        }
        var came =
                office.unitAdministration().propose(session, change.get(), posted.value("reason"));
        return came.done()
                ? Response.seeOther(URI.create(HOME + "?done=unit-proposed")).build()
                : show(unit, posted, refused(came));
    }

    /** What is proposed; empty if something is wrong with it. */
    private Optional<UnitChange> change(
            AuthorityId unit, SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var what = posted.oneOf("what", CHANGES).orElse("");
        var from = posted.date("from");
        var names = new TreeMap<String, String>();
        PageTexts.LANGUAGES.stream()
                .filter(language -> !posted.value("name-" + language).isEmpty())
                .forEach(language -> names.put(language, posted.value("name-" + language)));
        var known = office.register().units().whole().founded().keySet();
        var other =
                posted.oneOf("other", known.stream().map(AuthorityId::text).toList())
                        .map(AuthorityId::new);
        if (what.isEmpty()) {
            wrong.put("what", words.say("account.wrong.what"));
        }
        if (from.isEmpty()) {
            wrong.put("from", words.say("wrong.date"));
        }
        if (what.equals("renamed") && !names.containsKey("en")) {
            wrong.put("name-en", words.say("unit.wrong.name", UnitRules.MAX_NAME));
        }
        if (List.of("moved", "merged").contains(what) && other.isEmpty()) {
            wrong.put("other", words.say("new-account.unit.choose"));
        }
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", words.say("account.wrong.reason"));
        }
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (what) {
                    case "renamed" -> new UnitChange.Renamed(unit, names, from.orElseThrow());
                    case "moved" ->
                            new UnitChange.Moved(unit, other.orElseThrow(), from.orElseThrow());
                    case "merged" ->
                            new UnitChange.Merged(unit, other.orElseThrow(), from.orElseThrow());
                    default -> new UnitChange.Closed(unit, from.orElseThrow());
                });
    }

    /** The error beside the field that it is about. */
    private Map<String, String> refused(Came came) {
        var words = pages.words();
        var says = new UnitTexts(new AdminTexts(office, words), words).refused(came);
        var field =
                switch (came.rule().map(Rejection::about).orElse("unit")) {
                    case "from" -> "from";
                    case "name" -> "name-en";
                    case "reason" -> "reason";
                    case "parent", "successor" -> "other";
                    default -> "what";
                };
        return Map.of(field, says);
    }
}
