package exeat.web.kit;

import exeat.casework.access.SearchView.By;
import exeat.casework.command.Actor;
import exeat.desk.base.Session;
import exeat.http.TrainingMode;
import exeat.web.component.Link;
import exeat.web.component.NotificationBanner;
import exeat.web.component.PageFrame;
import exeat.web.component.PageTemplate;
import exeat.web.component.form.ErrorSummary;
import exeat.web.style.Assets;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page under construction. Owned by the request that builds it. */
public final class Page {

    private final RequestContext visit;
    private final PageTexts words;
    private final Assets assets;
    private final String title;
    private final String heading;
    private final List<RawString> parts = new ArrayList<>();
    private final List<NewCookie> cookies = new ArrayList<>();
    private String caption = "";
    private String back = "";
    private String backIn = "";
    private boolean wide;
    private boolean wrong;
    private boolean open;

    Page(RequestContext visit, Assets assets, String title, String heading) {
        this.visit = visit;
        this.words = visit.words();
        this.assets = assets;
        this.title = title;
        this.heading = heading;
    }

    public Page add(TemplateInstance... pieces) {
        for (var piece : pieces) {
            parts.add(raw(piece));
        }
        return this;
    }

    /** Adds what is rendered already. */
    public Page add(RawString piece) {
        parts.add(piece);
        return this;
    }

    /** Adds components above the existing ones, in this order. */
    public Page prepend(TemplateInstance... pieces) {
        for (int at = pieces.length - 1; at >= 0; at--) {
            parts.addFirst(raw(pieces[at]));
        }
        return this;
    }

    /** Adds the form's errors at the top of the page, each linked to its field. */
    public Page errors(List<Link> errors) {
        if (!errors.isEmpty()) {
            wrong = true;
            parts.addFirst(raw(new ErrorSummary(words.say("error.summary"), errors)));
        }
        return this;
    }

    /** Adds the errors of a form with these field names. */
    public Page errors(Map<String, String> wrong) {
        return errors(links(wrong));
    }

    public static List<Link> links(Map<String, String> wrong) {
        return wrong.entrySet().stream()
                .map(field -> new Link(field.getValue(), "#" + field.getKey()))
                .toList();
    }

    /** Shows what was done, if an action led to this page. */
    public Page done() {
        visit.done()
                .filter(done -> words.has("done." + done))
                .ifPresent(done ->
                        add(new NotificationBanner(words.say("done"), words.say("done." + done))));
        return this;
    }

    public Page caption(String text) {
        caption = text;
        return this;
    }

    public Page back(String href) {
        back = href;
        return this;
    }

    /** Makes the back link a button of this form, which also sends what was typed. */
    public Page backIn(String form) {
        backIn = form;
        return this;
    }

    public Page wide() {
        wide = true;
        return this;
    }

    /**
     * A page that says the same to everybody: a browser without a session may keep it, and asks
     * each time whether it is still the same.
     */
    public Page forEverybody() {
        open = true;
        return this;
    }

    public Page cookie(NewCookie cookie) {
        cookies.add(cookie);
        return this;
    }

    public Response ok() {
        return status(wrong ? 422 : 200);
    }

    public Response status(int status) {
        var html = new PageTemplate(frame(), parts).render();
        var response =
                Response.status(status)
                        .type("text/html; charset=utf-8")
                        .header("Content-Language", words.lang());
        if (open && status == 200 && visit.session().isEmpty() && visit.hasBrowserToken()) {
            var tag = EntityTags.of(html);
            response.header("ETag", tag)
                    .header("Vary", "Accept-Encoding, Accept-Language, Cookie")
                    .header("Cache-Control", "private, no-cache");
            if (visit.has(tag)) {
                return response.status(304).build();
            }
        }
        response.entity(html);
        if (!visit.hasBrowserToken()) {
            response.cookie(
                    Cookies.set(
                            visit,
                            RequestContext.BROWSER_COOKIE,
                            visit.browserToken(),
                            Cookies.UNTIL_BROWSER_CLOSES));
        }
        visit.begunSession()
                .ifPresent(token ->
                        response.cookie(
                                Cookies.set(
                                        visit,
                                        RequestContext.SESSION_COOKIE,
                                        token,
                                        Cookies.UNTIL_BROWSER_CLOSES)));
        cookies.forEach(response::cookie);
        return response.build();
    }

    public static RawString raw(TemplateInstance piece) {
        return new RawString(piece.render());
    }

    private PageFrame frame() {
        var prefix = wrong ? words.say("error.prefix") + " " : "";
        var offered = visit.languages();
        var tongues =
                offered.stream()
                        .filter(_ -> offered.size() > 1)
                        .map(lang ->
                                new PageFrame.Tongue(
                                        lang, PageTexts.ownName(lang), lang.equals(words.lang())))
                        .toList();
        return new PageFrame(
                words.lang(),
                words.script(),
                marked(prefix + title + " – Exeat"),
                heading,
                caption,
                assets.style(),
                back,
                backIn,
                wide,
                visit.isStaff() ? visit.home() : "/",
                visit.path(),
                visit.place(),
                visit.csrf(),
                Menu.links(visit, words),
                tongues,
                furniture(),
                keys(),
                training());
    }

    /** A title; in training it says in each tab that nothing here is real. */
    private String marked(String title) {
        return training().isEmpty() ? title : words.say("training.word") + ": " + title;
    }

    private List<PageFrame.TrainingNotice> training() {
        return training(words, visit.training());
    }

    static List<PageFrame.TrainingNotice> training(PageTexts words, TrainingMode mode) {
        return mode.isOn()
                ? List.of(
                        new PageFrame.TrainingNotice(
                                words.say("training.word"), words.say("training.line")))
                : List.of();
    }

    /** The keyboard shortcuts for people who work here; a traveller's few pages have none. */
    private List<PageFrame.Shortcuts> keys() {
        if (!visit.isStaff()) {
            return List.of();
        }
        var find =
                visit.isAdministrator()
                        ? Menu.FIND_ACCOUNT
                        : visit.mayFind(By.PERSON) ? Menu.FIND : "";
        var all = new ArrayList<PageFrame.Key>();
        all.add(new PageFrame.Key("j", words.say("keys.next")));
        all.add(new PageFrame.Key("k", words.say("keys.previous")));
        if (visit.isOfficer()) {
            all.add(new PageFrame.Key("n", words.say("keys.take")));
        }
        if (!find.isEmpty()) {
            all.add(
                    new PageFrame.Key(
                            "/",
                            words.say(
                                    visit.isAdministrator() ? "keys.find.account" : "keys.find")));
        }
        all.add(new PageFrame.Key("?", words.say("keys.help")));
        return List.of(
                new PageFrame.Shortcuts(
                        assets.script(),
                        find,
                        words.say("keys.title"),
                        all,
                        words.say("keys.on"),
                        words.say("keys.close"),
                        words.say(
                                "print.by", visit.session().map(Session::displayName).orElse(""))));
    }

    private PageFrame.Furniture furniture() {
        boolean signedIn =
                visit.session().filter(now -> !(now.actor() instanceof Actor.Stranger)).isPresent();
        return new PageFrame.Furniture(
                words.say("shell.skip"),
                words.say("shell.back"),
                words.say("shell.menu"),
                words.say("shell.language"),
                words.say("shell.sign-out"),
                words.say(visit.isOfficer() ? "shell.protection.other" : "shell.protection"),
                words.say("terms.title"),
                words.say("offices.title"),
                words.say("shell.footer"),
                signedIn,
                !visit.isAuditor());
    }
}
