package exeat.web.queue;

import exeat.casework.command.CaseCommand;

import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.Office;
import exeat.desk.queue.QueueRow;
import exeat.desk.write.Reply;
import exeat.desk.base.Session;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Banner;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.form.Option;
import exeat.web.component.Prose;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
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

/** A head moves files from one unit below to another that can do them. */
@Singleton
@Path("/officer/backlog")
@RunOnVirtualThread
public final class BacklogPages {

    /** So many at a time: each is a command of its own. */
    private static final int MOST = 100;

    private final Pages pages;
    private final Office office;

    BacklogPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response units() {
        var session = pages.visit().officer();
        var words = pages.words();
        var terms = new Terms(Directives.current(office), words);
        var from = pages.visit().query("from").flatMap(id -> below(session, id));
        if (from.isPresent()) {
            return files(session, from.get(), Posted.NOTHING, Map.of());
        }
        var sheet = pages.sheet(words.say("backlog.title")).back("/officer/late");
        sheet.add(new Prose(List.of(words.say("backlog.what"))));
        var links =
                below(session).stream()
                        .map(unit ->
                                new Link(
                                        terms.unit(unit.id()),
                                        "/officer/backlog?from=" + unit.id()))
                        .toList();
        return sheet.add(
                        links.isEmpty()
                                ? new Prose(List.of(words.say("backlog.nobody")))
                                : new LinkList(links))
                .ok();
    }

    /** The units below this officer's own. */
    private List<Authority> below(Session session) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            return List.of();
        }
        var tree = office.register().tree(Directives.current(office));
        return exeat.casework.access.Mandate.scope(tree, officer.unit()).stream()
                .filter(id -> !id.equals(officer.unit()) && !tree.isClosed(id))
                .map(tree::get)
                .toList();
    }

    private Optional<Authority> below(Session session, String id) {
        return below(session).stream().filter(unit -> unit.id().text().equals(id)).findFirst();
    }

    private Response files(
            Session session, Authority from, Posted values, Map<String, String> wrong) {
        var words = pages.words();
        var terms = new Terms(Directives.current(office), words);
        var sheet =
                pages.sheet(words.say("backlog.from", terms.unit(from.id())))
                        .back("/officer/backlog");
        pages.visit()
                .query("moved")
                .filter(n -> n.matches("[0-9]{1,4}"))
                .ifPresent(n ->
                        sheet.add(
                                new Banner(
                                        words.say("done"),
                                        words.say("backlog.moved", Integer.valueOf(n)))));
        var files = office.queues().ofUnit(session, from.id(), MOST);
        if (files.isEmpty()) {
            return sheet.add(new Prose(List.of(words.say("backlog.none")))).ok();
        }
        var form = new FormBuilder(pages.visit(), values, wrong);
        form.checks(
                        "file",
                        words.say("backlog.files"),
                        words.say("backlog.files.hint"),
                        options(files, terms, words))
                .select("to", words.say("backlog.to"), "", targets(session, from, terms, words))
                .area("reason", words.say("deed.reason"), words.say("backlog.reason.hint"));
        return sheet.add(form.to("/officer/backlog?from=" + from.id(), words.say("backlog.move")))
                .errors(form.errors())
                .ok();
    }

    private List<Option> options(List<QueueRow> files, Terms terms, Words words) {
        var byCase = new LinkedHashMap<CaseId, Option>();
        for (var row : files) {
            var due = row.due().map(words::day).map(day -> words.say("case.due", day));
            byCase.putIfAbsent(
                    row.id(),
                    new Option(
                            row.id().value().toString(),
                            row.number(),
                            QueuePages.task(row.task(), words, terms)
                                    + due.map(text -> ", " + text).orElse(""),
                            false));
        }
        return List.copyOf(byCase.values());
    }

    private List<Option> targets(Session session, Authority from, Terms terms, Words words) {
        var own =
                session.actor() instanceof Actor.Officer officer
                        ? Stream.of(Directives.current(office).authorities().get(officer.unit()))
                        : Stream.<Authority>empty();
        var units =
                Stream.concat(own, below(session).stream())
                        .filter(unit -> unit.function().equals(from.function()))
                        .filter(unit -> !unit.id().equals(from.id()))
                        .map(unit -> Option.of(unit.id().text(), terms.unit(unit.id()), ""));
        return Stream.concat(Stream.of(Option.of("", words.say("ask.choose"), " ")), units)
                .toList();
    }

    @POST
    public Response move() {
        var session = pages.visit().officer();
        var words = pages.words();
        var posted = pages.visit().posted();
        var from =
                pages.visit()
                        .query("from")
                        .flatMap(id -> below(session, id))
                        .orElseThrow(jakarta.ws.rs.NotFoundException::new);
        var to = below(session, posted.one("to")).map(Authority::id).or(() -> own(session, posted));
        var wrong = new LinkedHashMap<String, String>();
        if (posted.all("file").isEmpty()) {
            wrong.put("file", words.say("wrong.choose"));
        }
        if (to.isEmpty()) {
            wrong.put("to", words.say("wrong.choose"));
        }
        if (posted.one("reason").isEmpty()) {
            wrong.put("reason", words.say("wrong.empty"));
        }
        if (posted.isBack() || !wrong.isEmpty()) {
            return files(session, from, posted, posted.isBack() ? Map.of() : wrong);
        }
        long moved =
                posted.all("file").stream()
                        .limit(MOST)
                        .filter(file -> file.matches("[0-9a-f-]{36}"))
                        .map(UUID::fromString)
                        .map(id ->
                                new CaseCommand.HandOver(
                                        new CaseId(id),
                                        from.id(),
                                        to.orElseThrow(),
                                        posted.one("reason")))
                        .map(command -> handOver(session, posted, command))
                        .filter(Reply.Done.class::isInstance)
                        .count();
        return Response.seeOther(
                        URI.create("/officer/backlog?from=" + from.id() + "&moved=" + moved))
                .build();
    }

    private Reply handOver(Session session, Posted posted, CaseCommand.HandOver command) {
        var key = posted.key() + " " + command.stream().value();
        return office.desk().handle(session, key, command);
    }

    private static Optional<AuthorityId> own(Session session, Posted posted) {
        return session.actor() instanceof Actor.Officer officer
                        && officer.unit().text().equals(posted.one("to"))
                ? Optional.of(officer.unit())
                : Optional.empty();
    }
}
