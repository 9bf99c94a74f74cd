package exeat.web.kit;

import exeat.casework.access.SearchView;
import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.auth.SignInOrigin;
import exeat.desk.auth.TypedText;
import exeat.desk.base.Session;
import exeat.desk.limit.Budgets.Use;
import exeat.http.ClientAddress;
import exeat.http.RequestLog;
import exeat.http.TrainingMode;
import exeat.pdf.PaperWords;
import exeat.pdf.SheetFrame;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The current request: its user, language and form. */
@RequestScoped
public class RequestContext {

    public static final String BROWSER_COOKIE = "exeat-visit";
    public static final String SESSION_COOKIE = "exeat-session";
    public static final String LANGUAGE_COOKIE = "exeat-lang";

    /**
     * Opens the application that somebody is filling in. It ends with the browser, and with any
     * sign-in or sign-out, so that the next person at a shared browser does not read the answers.
     */
    public static final String DRAFT_COOKIE = "exeat-draft";

    /**
     * The names for which this browser is known: other people's failed sign-ins do not count
     * against it.
     */
    public static final String DEVICE_COOKIE = "exeat-device";

    /** The parameter that names a directive by its id. */
    public static final String UNDER = "under";

    static final String CSRF = "csrf";

    /** The field for a code from a counter. */
    static final String COUNTER_CODE = "counter-code";

    private static final int TOKEN = 43;

    /** A path, and parameters as pages write them. */
    private static final Pattern OWN =
            Pattern.compile("/[A-Za-z0-9/_-]{0,300}([?][A-Za-z0-9=&._~%-]{1,300})?");

    private static final String OWNER = ".";

    private final RoutingContext request;
    private final Office office;
    private final PublicUrl address;
    private final ClientAddress client;
    private final TrainingMode training;
    private SubmittedForm posted = SubmittedForm.EMPTY;
    private String typedBy = "";
    private String visitToken = "";
    private boolean asked;
    private Optional<String> adopted = Optional.empty();
    private Optional<Session> session = Optional.empty();

    RequestContext(
            RoutingContext request,
            Office office,
            PublicUrl address,
            ClientAddress client,
            TrainingMode training) {
        this.client = client;
        this.training = training;
        this.request = request;
        this.office = office;
        this.address = address;
    }

    public SubmittedForm form() {
        return posted;
    }

    /** Whether nothing here is real, and how people find what is. */
    public TrainingMode training() {
        return training;
    }

    /** The frame around everything that is printed here. */
    public SheetFrame sheetFrame() {
        return training.isOn()
                ? new SheetFrame(
                        PageTexts.LANGUAGES.stream()
                                .map(lang ->
                                        new PaperWords(
                                                lang,
                                                PageTexts.of(lang)::say,
                                                PageTexts.of(lang)::born))
                                .toList())
                : SheetFrame.NONE;
    }

    /** The session of the user who signed in or began to apply; looked up once per request. */
    public Optional<Session> session() {
        if (!asked) {
            asked = true;
            session = cookie(SESSION_COOKIE).flatMap(office.authentication()::resume);
            session.ifPresent(found -> RequestLog.attachSession(request, found));
        }
        return session;
    }

    /** Begins a session with this request; its cookie is sent with the page. */
    public void beginSession(Session fresh) {
        adopted = Optional.of(fresh.token());
        asked = true;
        session = Optional.of(fresh);
    }

    Optional<String> begunSession() {
        return adopted;
    }

    /**
     * The directive that this request is about: of the mandate under which an officer or auditor
     * acts, or of the case of the person signed in; for anybody else the one that they named in
     * {@code under}, or the first in force.
     *
     * @throws ServiceUnavailableException if there is none yet
     */
    public Directive directive() {
        return own().or(() -> query(UNDER).flatMap(this::offered))
                .or(() -> offered().stream().findFirst())
                .orElseThrow(ServiceUnavailableException::new);
    }

    /**
     * The directive under which somebody applies: the one that they chose; for an officer that of
     * the mandate under which they act.
     */
    public Directive applyingUnder(String chosen) {
        return isStaff() ? directive() : offered(chosen).orElseGet(this::directive);
    }

    private Optional<Directive> own() {
        return session().flatMap(this::directive);
    }

    private Optional<Directive> directive(Session one) {
        return Optional.of(one.directive())
                .filter(id -> !id.isEmpty())
                .flatMap(office.register()::directive);
    }

    /** The directives under which somebody may apply. */
    public List<Directive> offered() {
        return office.register().offered();
    }

    private Optional<Directive> offered(String id) {
        return offered().stream().filter(each -> each.ref().id().equals(id)).findFirst();
    }

    /** Whether the officer's unit has a role under the directive under which they act. */
    public boolean plays(Actor.Officer officer, Role role) {
        return session().filter(one -> plays(one, officer, role)).isPresent();
    }

    boolean plays(Session one, Actor.Officer officer, Role role) {
        return directive(one)
                .flatMap(directive -> directive.authorities().find(officer.unit()))
                .filter(unit -> unit.plays(role))
                .isPresent();
    }

    /** Whether the reader may look for people by this. */
    public boolean mayFind(SearchView.By by) {
        return session().filter(one -> office.search().allowed(one).contains(by)).isPresent();
    }

    /**
     * The page where this reader's work begins; the start page for people who have not signed in.
     */
    public String home() {
        return session().map(this::home).orElse("/");
    }

    /** The page where the work of somebody who just signed in begins. */
    public String home(Session one) {
        return Menu.home(this, one);
    }

    /** The officer's session; anybody else is sent to sign in. */
    public Session officer() {
        return session()
                .filter(now -> now.actor() instanceof Actor.Officer)
                .orElseThrow(() -> new SignInRequiredException("/officer"));
    }

    /** The auditor's session; anybody else is sent to sign in. */
    public Session auditor() {
        return session()
                .filter(now -> now.actor() instanceof Actor.Auditor)
                .orElseThrow(() -> new SignInRequiredException("/officer"));
    }

    /** The administrator's session; anybody else is sent to sign in. */
    public Session administrator() {
        return session()
                .filter(now -> now.actor() instanceof Actor.Administrator)
                .orElseThrow(() -> new SignInRequiredException("/officer"));
    }

    /** The session of a person of an application; anybody else is sent to sign in. */
    public Session party() {
        return session()
                .filter(now -> now.actor() instanceof Actor.Party)
                .orElseThrow(() -> new SignInRequiredException("/sign-in"));
    }

    public boolean isOfficer() {
        return session().filter(now -> now.actor() instanceof Actor.Officer).isPresent();
    }

    /** Whether somebody is signed in who has an account. */
    public boolean isStaff() {
        return isOfficer() || isAuditor() || isAdministrator();
    }

    /** The session of somebody who has an account; anybody else is sent to sign in. */
    public Session staff() {
        return isAuditor() ? auditor() : isAdministrator() ? administrator() : officer();
    }

    public boolean isAdministrator() {
        return session().filter(now -> now.actor() instanceof Actor.Administrator).isPresent();
    }

    public boolean isAuditor() {
        return session().filter(now -> now.actor() instanceof Actor.Auditor).isPresent();
    }

    /** The texts in the language that the reader or their browser chose, else in English. */
    public PageTexts words() {
        var offered = languages();
        return words(
                cookie(LANGUAGE_COOKIE)
                        .filter(offered::contains)
                        .orElseGet(() -> accepted(request, offered)));
    }

    /** The texts in a language, for what is handed to somebody else than the reader. */
    public PageTexts words(String language) {
        return PageTexts.of(language).with(UnitNames.of(office.register()));
    }

    /** The languages in which this page is available, in display order. */
    List<String> languages() {
        return isStaff() || path().startsWith("/officer")
                ? PageTexts.DESK_LANGUAGES
                : PageTexts.LANGUAGES;
    }

    /** The one of these languages that the browser would rather have, else English. */
    static String accepted(RoutingContext request, List<String> offered) {
        var header = request.request().getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return MessageFiles.ENGLISH;
        }
        try {
            var ranges = Locale.LanguageRange.parse(header);
            var found = Locale.lookupTag(ranges, offered);
            return found == null ? MessageFiles.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return MessageFiles.ENGLISH;
        }
    }

    /** The form's token, derived from this browser's cookie and the session. */
    String csrf() {
        return SecureTokens.hmac(
                browserToken(), adopted.or(() -> cookie(SESSION_COOKIE)).orElse(""));
    }

    /**
     * The value that this page's forms carry: the token, a dot, and a pseudonym of the signed-in
     * user, so that only they can recover what they typed if their session ends before they send
     * it.
     */
    String formToken() {
        var owner = session().map(office.typedText()::owner).orElse("");
        return csrf() + OWNER + owner;
    }

    /** Accepts the form of a page; returns whether it carries this session's token. */
    boolean takes(SubmittedForm form) {
        posted = form;
        var token = form.value(CSRF);
        int end = token.indexOf(OWNER);
        typedBy = end < 0 ? "" : token.substring(end + 1);
        return SecureTokens.constantTimeEquals(csrf(), end < 0 ? token : token.substring(0, end));
    }

    /** The pseudonym of the user signed in when the form was made; empty if nobody was. */
    String typedBy() {
        return typedBy;
    }

    TypedText typedText() {
        return office.typedText();
    }

    /** The browser's token; if it has none, one is created and sent with the page. */
    String browserToken() {
        if (visitToken.isEmpty()) {
            visitToken =
                    cookie(BROWSER_COOKIE)
                            .filter(token -> token.length() == TOKEN)
                            .orElseGet(SecureTokens::fresh);
        }
        return visitToken;
    }

    /** Replaces this browser's token, since somebody may have planted the old one. */
    public void renewBrowserToken() {
        visitToken = SecureTokens.fresh();
    }

    boolean hasBrowserToken() {
        return cookie(BROWSER_COOKIE).filter(browserToken()::equals).isPresent();
    }

    /** The origin of a sign-in: the address and whether the browser is known. */
    public SignInOrigin origin() {
        return new SignInOrigin(client.of(request), cookie(DEVICE_COOKIE).orElse(""));
    }

    /** Counts a submitted form against the session's limit; beyond it the answer is 429. */
    void act() {
        session().ifPresent(own -> office.budgets().requireAct(own, client.network(request)));
    }

    /** Counts a claim to protection for somebody else against the session's and address's limit. */
    public void claim() {
        office.budgets().requireClaim(session(), client.network(request));
    }

    /**
     * Counts against the address's limit, except for officers: an office often shares one address.
     */
    public void spend(Use use, long units) {
        if (!isStaff()) {
            office.budgets().require(use, client.network(request), units);
        }
    }

    /**
     * Checks a draft's growth in bytes, and the resulting total of all drafts against its maximum.
     */
    public void growDraft(long bytes, long all, long most) {
        if (!isStaff()) {
            office.diskQuota().require(Use.DRAFT, all, most);
            spend(Use.DRAFT, (bytes >> 10) + 1);
        }
    }

    /**
     * Counts the travellers in an application by somebody who is not signed in against the limit of
     * the address, or of a counter's code in the form.
     */
    public void file(int travellers) {
        if (!isStaff()) {
            office.diskQuota().require(Use.FILING);
            var code = office.counterCodes().read(posted.value(COUNTER_CODE));
            office.budgets().requireFiling(client.network(request), code, travellers);
        }
    }

    public Optional<String> cookie(String name) {
        var cookie = request.request().getCookie(address.cookie(name));
        return cookie == null || cookie.getValue().isEmpty()
                ? Optional.empty()
                : Optional.of(cookie.getValue());
    }

    /** Whether the browser says that it has the page with this tag. */
    boolean has(String tag) {
        var header = request.request().getHeader("If-None-Match");
        return header != null && EntityTags.matches(header, tag);
    }

    PublicUrl address() {
        return address;
    }

    public String path() {
        return request.normalizedPath();
    }

    /**
     * The page with its parameters, so that a reader who changes the language stays where they are;
     * the path alone where a form was sent or the parameters are not ones of ours.
     */
    String place() {
        var query = request.request().query();
        var place = path() + "?" + query;
        return query != null
                        && request.request().method().equals(HttpMethod.GET)
                        && isOwnPlace(place)
                ? place
                : path();
    }

    /** Whether it is the address of a page of this site, and no address elsewhere. */
    public static boolean isOwnPlace(String address) {
        return OWN.matcher(address).matches() && !address.startsWith("//");
    }

    /** What was just done, if an act led to this page, as its address says. */
    public Optional<String> done() {
        return query("done");
    }

    /**
     * A query parameter; never a person's name or number, or a secret. Filters of lists are
     * parameters of their method instead, so that a test finds them.
     */
    private Optional<String> query(String name) {
        return Optional.ofNullable(request.request().getParam(name));
    }

    /** A unit of the directive that this request is about, by its id. */
    public Optional<AuthorityId> unit(String id) {
        return AddressParts.unit(id).flatMap(directive().authorities()::find).map(Authority::id);
    }
}
