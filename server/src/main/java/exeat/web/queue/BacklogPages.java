package exeat.web.queue;

import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.queue.QueueRow;
import exeat.desk.write.Reply;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.NotificationBanner;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.filter.FilterValues;
import exeat.web.kit.AddressParts;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** Moves cases from one unit below to another that can handle them. */
@Singleton
@Path(BacklogPages.HERE)
@RunOnVirtualThread
public final class BacklogPages {

    static final String HERE = "/officer/backlog";

    /** How many cases move at a time; each is a separate command. */
    private static final int MAX_ROWS = 100;

    private final PageFactory pages;
    private final Office office;

    BacklogPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response units(
            @RestQuery @DefaultValue("") String from, @RestQuery @DefaultValue("") String moved) {
        var session = pages.request().officer();
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        var values = new FilterValues(words);
        var unit = values.link(from, id -> below(session, id), HERE);
        var done = AddressParts.number(moved).map(n -> words.say("backlog.moved", n));
        if (unit.isPresent()) {
            var sheet = sheet(unit.get());
            done.ifPresent(said -> sheet.add(new NotificationBanner(words.say("done"), said)));
            return files(sheet, session, unit.get(), SubmittedForm.EMPTY, Map.of());
        }
        var sheet = pages.page(words.say("backlog.title")).back(OverduePages.HERE);
        if (!values.isRight()) {
            return values.tell(sheet).ok();
        }
        sheet.add(new Paragraphs(List.of(words.say("backlog.what"))));
        var links =
                below(session).stream()
                        .map(one -> new Link(terms.unit(one.id()), address(one)))
                        .toList();
        return sheet.add(
                        links.isEmpty()
                                ? new Paragraphs(List.of(words.say("backlog.nobody")))
                                : new LinkList(links))
                .ok();
    }

    private static String address(Authority from) {
        return HERE + "?from=" + from.id();
    }

    /** The units below this officer's own. */
    private List<Authority> below(Session session) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return List.of();
        }
        var tree = office.register().tree(pages.request().directive());
        return exeat.casework.access.Mandate.scope(tree, officer.unit()).stream()
                .filter(id -> !id.equals(officer.unit()) && !tree.isClosed(id))
                .map(tree::get)
                .toList();
    }

    private Optional<Authority> below(Session session, String id) {
        return below(session).stream().filter(unit -> unit.id().text().equals(id)).findFirst();
    }

    private Page sheet(Authority from) {
        var words = pages.words();
        var name = new PackTexts(pages.request().directive(), words).unit(from.id());
        return pages.page(words.say("backlog.from", name)).back(HERE);
    }

    private Response files(
            Page sheet,
            Session session,
            Authority from,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        var files = office.queues().forUnit(session, from.id(), MAX_ROWS);
        if (files.isEmpty()) {
            return sheet.add(new Paragraphs(List.of(words.say("backlog.none")))).ok();
        }
        var form = new FormBuilder(pages.request(), values, wrong);
        form.checks(
                        "file",
                        words.say("backlog.files"),
                        words.say("backlog.files.hint"),
                        options(files, terms, words))
                .select("to", words.say("backlog.to"), "", targets(session, from, terms, words))
                .area("reason", words.say("action.reason"), words.say("backlog.reason.hint"));
        return sheet.add(form.to(address(from), words.say("backlog.move")))
                .errors(form.errors())
                .ok();
    }

    private List<ChoiceOption> options(List<QueueRow> files, PackTexts terms, PageTexts words) {
        var byCase = new LinkedHashMap<CaseId, ChoiceOption>();
        for (var row : files) {
            var due = row.due().map(words::day).map(day -> words.say("case.due", day));
            byCase.putIfAbsent(
                    row.id(),
                    new ChoiceOption(
                            row.id().value().toString(),
                            row.number(),
                            QueuePages.task(row.task(), words, terms)
                                    + due.map(text -> ", " + text).orElse(""),
                            false));
        }
        return List.copyOf(byCase.values());
    }

    private List<ChoiceOption> targets(
            Session session, Authority from, PackTexts terms, PageTexts words) {
        var own =
                session.actor() instanceof Actor.Officer officer
                        ? Stream.of(pages.request().directive().authorities().get(officer.unit()))
                        : Stream.<Authority>empty();
        var units =
                Stream.concat(own, below(session).stream())
                        .filter(unit -> unit.function().equals(from.function()))
                        .filter(unit -> !unit.id().equals(from.id()))
                        .map(unit -> ChoiceOption.of(unit.id().text(), terms.unit(unit.id()), ""));
        return Stream.concat(Stream.of(ChoiceOption.of("", words.say("ask.choose"), " ")), units)
                .toList();
    }

    @POST
    public Response move(@RestQuery @DefaultValue("") String from) {
        var session = pages.request().officer();
        var words = pages.words();
        var posted = pages.request().form();
        var unit = below(session, from).orElseThrow(NotFoundException::new);
        var to =
                below(session, posted.value("to"))
                        .map(Authority::id)
                        .or(() -> own(session, posted));
        var wrong = new LinkedHashMap<String, String>();
        if (posted.values("file").isEmpty()) {
            wrong.put("file", words.say("wrong.choose"));
        }
        if (to.isEmpty()) {
            wrong.put("to", words.say("wrong.choose"));
        }
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", words.say("wrong.empty"));
        }
        if (posted.isRestored() || !wrong.isEmpty()) {
            return files(
                    sheet(unit), session, unit, posted, posted.isRestored() ? Map.of() : wrong);
        }
        long moved =
                posted.values("file").stream()
                        .limit(MAX_ROWS)
                        .filter(file -> file.matches("[0-9a-f-]{36}"))
                        .map(UUID::fromString)
                        .map(id ->
                                new CaseCommand.HandOver(
                                        new CaseId(id),
                                        unit.id(),
                                        to.orElseThrow(),
                                        posted.value("reason")))
                        .map(command -> handOver(session, posted, command))
                        .filter(Reply.Done.class::isInstance)
                        .count();
        return Response.seeOther(URI.create(address(unit) + "&moved=" + moved)).build();
    }

    private Reply handOver(Session session, SubmittedForm posted, CaseCommand.HandOver command) {
        var key = posted.key() + " " + command.stream().value();
        return office.desk().handle(session, key, command);
    }

    private static Optional<AuthorityId> own(Session session, SubmittedForm posted) {
        return session.actor() instanceof Actor.Officer officer
                        && officer.unit().text().equals(posted.value("to"))
                ? Optional.of(officer.unit())
                : Optional.empty();
    }
}
