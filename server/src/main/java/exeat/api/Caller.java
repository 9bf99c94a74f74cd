package exeat.api;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.desk.auth.SignInOrigin;
import exeat.desk.base.Session;
import exeat.desk.limit.Budgets.Use;
import exeat.http.ClientAddress;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.http.RequestLog;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The caller of the current request, by bearer token only; cookies are ignored. */
@RequestScoped
public class Caller {

    private static final String SCHEME = "Bearer ";
    private static final String COUNTER_CODE = "Counter-Code";
    private static final int MAX_LENGTH = 100;
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final RoutingContext request;
    private final Office office;
    private final ClientAddress client;
    private Optional<Session> session = Optional.empty();

    Caller(RoutingContext request, Office office, ClientAddress client) {
        this.client = client;
        this.request = request;
        this.office = office;
    }

    /** The place from which the caller signs in; a program has no device that could be known. */
    SignInOrigin origin() {
        return new SignInOrigin(client.of(request), "");
    }

    /** The session of the token; a caller without one gets 401. */
    public Session session() {
        if (session.isEmpty()) {
            session = token().flatMap(office.authentication()::resume);
            session.ifPresent(found -> RequestLog.attachSession(request, found));
        }
        return session.orElseThrow(() -> ProblemMapper.thrown(ProblemCode.SIGN_IN_FIRST));
    }

    /** Counts a request for the session; answers 429 if there are too many. */
    void act() {
        office.budgets().requireAct(session(), client.network(request));
    }

    /**
     * A file that counts for its sender while it is read, since it need not say its length.
     *
     * @throws exeat.desk.limit.OverBudgetException from its reader, when it is more than they may
     *     send or than the disk has room for
     */
    public InputStream metered(InputStream file) {
        return new MeteredInput(
                file,
                piece -> {
                    office.diskQuota().requireRoom(piece);
                    office.budgets().requireUpload(session(), piece);
                });
    }

    /** A session that is not signed in to counts for the address. */
    void begin() {
        office.budgets().require(Use.SESSION, client.network(request), 1);
    }

    /** A claim to protection for somebody else counts for session and address. */
    public void claim() {
        office.budgets().requireClaim(Optional.of(session()), client.network(request));
    }

    /** Counts an application of somebody who has not signed in, with its number of travellers. */
    public void file(int travellers) {
        if (session().actor() instanceof Actor.Stranger) {
            office.diskQuota().require(Use.FILING);
            var code =
                    Optional.ofNullable(request.request().getHeader(COUNTER_CODE))
                            .flatMap(office.counterCodes()::read);
            office.budgets().requireFiling(client.network(request), code, travellers);
        }
    }

    private Optional<String> token() {
        var header = request.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return Optional.of(header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty() && token.length() <= MAX_LENGTH);
    }

    /** The version that the caller has seen, from If-Match; empty when they do not say. */
    OptionalLong seen() {
        var header = request.request().getHeader("If-Match");
        if (header == null || header.strip().equals("*")) {
            return OptionalLong.empty();
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ProblemCode.MATCH_BAD.thrown();
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    /** Says which version the answer shows, for the If-Match of a command that rests on it. */
    public void shows(long version) {
        request.response().putHeader("ETag", "\"" + version + "\"");
    }

    /** The key under which the desk remembers what this command came to. */
    public String key() {
        var key = request.request().getHeader("Idempotency-Key");
        if (key == null) {
            throw ProblemCode.KEY_MISSING.thrown();
        }
        if (!key.matches("[!-~]{1," + MAX_LENGTH + "}")) {
            throw ProblemCode.KEY_BAD.thrown();
        }
        return key;
    }
}
