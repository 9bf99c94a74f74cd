package exeat.web.kit;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.auth.SignInOrigin;
import exeat.desk.auth.TypedText;
import exeat.desk.base.Session;
import exeat.desk.limit.Budgets.Use;
import exeat.http.ClientAddress;
import exeat.http.RequestLog;
import exeat.rules.authority.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The current request: its user, language and form. */
@RequestScoped
public class RequestContext {

    public static final String BROWSER_COOKIE = "exeat-visit";
    public static final String SESSION_COOKIE = "exeat-session";
    public static final String LANGUAGE_COOKIE = "exeat-lang";

    /** By which names this browser is known: nobody else's failures to sign in count for it. */
    public static final String DEVICE_COOKIE = "exeat-device";

    static final String CSRF = "csrf";

    /** The field of a code that a counter gave. */
    static final String COUNTER_CODE = "counter-code";

    private static final int TOKEN = 43;
    private static final String OWNER = ".";

    private final RoutingContext request;
    private final Office office;
    private final PublicUrl address;
    private final ClientAddress client;
    private SubmittedForm posted = SubmittedForm.EMPTY;
    private String typedBy = "";
    private String visitToken = "";
    private boolean asked;
    private Optional<String> adopted = Optional.empty();
    private Optional<Session> session = Optional.empty();

    RequestContext(RoutingContext request, Office office, PublicUrl address, ClientAddress client) {
        this.client = client;
        this.request = request;
        this.office = office;
        this.address = address;
    }

    public SubmittedForm form() {
        return posted;
    }

    /** Whoever has signed in, or began to apply; asked of the office once a request. */
    public Optional<Session> session() {
        if (!asked) {
            asked = true;
            session = cookie(SESSION_COOKIE).flatMap(office.authentication()::resume);
            session.ifPresent(found -> RequestLog.attachSession(request, found));
        }
        return session;
    }

    /** A session that begins with this very request; its cookie goes out with the page. */
    public void beginSession(Session fresh) {
        adopted = Optional.of(fresh.token());
        asked = true;
        session = Optional.of(fresh);
    }

    Optional<String> begunSession() {
        return adopted;
    }

    /** Whether the officer's unit has a role, under the directive in whose tree it stands. */
    boolean plays(Actor.Officer officer, Role role) {
        return office.register()
                .covering(officer.unit())
                .flatMap(directive -> directive.authorities().find(officer.unit()))
                .filter(unit -> unit.plays(role))
                .isPresent();
    }

    /** An officer's session; anybody else is sent to sign in. */
    public Session officer() {
        return session()
                .filter(now -> now.actor() instanceof Actor.Officer)
                .orElseThrow(() -> new SignInRequiredException("/officer"));
    }

    /** An auditor's session; anybody else is sent to sign in. */
    public Session auditor() {
        return session()
                .filter(now -> now.actor() instanceof Actor.Auditor)
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

    /** Whether an officer or an auditor is signed in. */
    public boolean isStaff() {
        return isOfficer() || isAuditor();
    }

    /** The session of an officer or an auditor; anybody else is sent to sign in. */
    public Session staff() {
        return isAuditor() ? auditor() : officer();
    }

    public boolean isAuditor() {
        return session().filter(now -> now.actor() instanceof Actor.Auditor).isPresent();
    }

    /** The words of the language that the reader chose, or their browser; else of English. */
    public PageTexts words() {
        var offered = languages();
        return PageTexts.of(
                cookie(LANGUAGE_COOKIE).filter(offered::contains).orElseGet(this::accepted));
    }

    /** The languages in which this page can be read, in the order in which they are offered. */
    List<String> languages() {
        return isStaff() || path().startsWith("/officer")
                ? PageTexts.DESK_LANGUAGES
                : PageTexts.LANGUAGES;
    }

    private String accepted() {
        var header = request.request().getHeader("Accept-Language");
        if (header == null || header.length() > 500) {
            return MessageFiles.ENGLISH;
        }
        try {
            var ranges = Locale.LanguageRange.parse(header);
            var found = Locale.lookupTag(ranges, languages());
            return found == null ? MessageFiles.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return MessageFiles.ENGLISH;
        }
    }

    /** The form's token: made from this browser's own cookie and its session. */
    String csrf() {
        return SecureTokens.hmac(
                browserToken(), adopted.or(() -> cookie(SESSION_COOKIE)).orElse(""));
    }

    /**
     * What a form of this page carries: its token, and after a dot a pseudonym of who is signed in,
     * so that what they type stays theirs if their session ends before they send it.
     */
    String formToken() {
        var owner = session().map(office.typedText()::owner).orElse("");
        return csrf() + OWNER + owner;
    }

    /** Takes the form of a page; whether it carries the token of this very session. */
    boolean takes(SubmittedForm form) {
        posted = form;
        var token = form.value(CSRF);
        int end = token.indexOf(OWNER);
        typedBy = end < 0 ? "" : token.substring(end + 1);
        return SecureTokens.constantTimeEquals(csrf(), end < 0 ? token : token.substring(0, end));
    }

    /** The pseudonym of who was signed in when the form was made; empty for nobody. */
    String typedBy() {
        return typedBy;
    }

    TypedText typedText() {
        return office.typedText();
    }

    /** The browser's own token; made when it has none, and then sent with the page. */
    String browserToken() {
        if (visitToken.isEmpty()) {
            visitToken =
                    cookie(BROWSER_COOKIE)
                            .filter(token -> token.length() == TOKEN)
                            .orElseGet(SecureTokens::fresh);
        }
        return visitToken;
    }

    /** From here on this browser has another token: its old one may have been planted. */
    public void renewBrowserToken() {
        visitToken = SecureTokens.fresh();
    }

    boolean hasBrowserToken() {
        return cookie(BROWSER_COOKIE).filter(browserToken()::equals).isPresent();
    }

    /** From where somebody signs in here. */
    public SignInOrigin origin() {
        return new SignInOrigin(client.of(request), cookie(DEVICE_COOKIE).orElse(""));
    }

    /** A form that was sent counts for the session; more than it may is 429. */
    void act() {
        session().ifPresent(own -> office.budgets().requireAct(own, client.network(request)));
    }

    /** What counts for an address, but for officers: an office often has one address for all. */
    public void spend(Use use, long units) {
        if (!isStaff()) {
            office.budgets().require(use, client.network(request), units);
        }
    }

    /** A draft grows by so many bytes, and all drafts to so many of the most there may be. */
    public void growDraft(long bytes, long all, long most) {
        if (!isStaff()) {
            office.diskQuota().require(Use.DRAFT, all, most);
            spend(Use.DRAFT, (bytes >> 10) + 1);
        }
    }

    /**
     * So many travellers in an application of somebody who has not signed in count for the address,
     * or for the code of a counter in the form.
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

    PublicUrl address() {
        return address;
    }

    public String path() {
        return request.normalizedPath();
    }

    /** A parameter of the address; never a name, a number of a person or a secret. */
    public Optional<String> query(String name) {
        var value = request.request().getParam(name);
        return value == null ? Optional.empty() : Optional.of(value);
    }
}
