package exeat.desk;

import exeat.oversight.Cell;
import exeat.oversight.Measure;
import exeat.oversight.Situation;
import exeat.rules.AuthorityId;
import exeat.rules.AuthorityTree;
import exeat.rules.Directive;
import exeat.store.ClerkStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ReadStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The situation, for an authority and everything below it. */
public final class Reports {

    private final Reading reading;
    private final ClerkStore clerk;
    private final Register register;
    private final InstantSource clock;

    Reports(Reading reading, ClerkStore clerk, Register register, InstantSource clock) {
        this.reading = reading;
        this.clerk = clerk;
        this.register = register;
        this.clock = clock;
    }

    /**
     * The situation now. Few are never shown as a figure.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} when the authority is not in the officer's
     *     scope
     */
    public SituationReport situation(Session session, AuthorityId authority) {
        var eyes = reading.eyes(session);
        if (!Calls.get(() -> reading.store().scope(eyes)).contains(authority.text())) {
            throw new OfficeException(
                    Code.NOT_ALLOWED, "not in the scope of this session: " + authority);
        }
        var units = tree(authority).all().stream().map(unit -> unit.id().text()).toList();
        var cells = Calls.get(() -> reading.store().cells(eyes, units));
        return report(authority, cells, issues(eyes));
    }

    /**
     * The same for the machine's own operator, who needs no session: whoever opened the office has
     * its keys. Figures are all there is to see.
     *
     * @throws OfficeException {@link Code#NOT_FOUND} when no directive knows the authority
     */
    public SituationReport forOperator(AuthorityId authority) {
        tree(authority);
        var open = new HashMap<AuthorityId, Long>();
        Calls.get(clerk::openIssues).forEach((unit, n) -> open.put(new AuthorityId(unit), n));
        return report(authority, Calls.get(clerk::cells), open);
    }

    private AuthorityTree tree(AuthorityId authority) {
        return covering(authority).authorities();
    }

    private Directive covering(AuthorityId authority) {
        return register.covering(authority)
                .orElseThrow(
                        () -> new OfficeException(Code.NOT_FOUND, "no such unit: " + authority));
    }

    private SituationReport report(
            AuthorityId authority, List<ReadStore.Cell> rows, Map<AuthorityId, Long> open) {
        var directive = covering(authority);
        var cells = new HashMap<Cell, Long>();
        rows.forEach(row -> cells.merge(cell(row), row.n(), Long::sum));
        var day = clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
        var tree = directive.authorities();
        return new SituationReport(Situation.of(tree, authority, cells, open, day, false), tree);
    }

    private static Cell cell(ReadStore.Cell row) {
        return new Cell(
                new AuthorityId(row.authority()),
                Measure.valueOf(row.measure()),
                row.began(),
                row.due());
    }

    private Map<AuthorityId, Long> issues(ReadStore.Eyes eyes) {
        var open = new HashMap<AuthorityId, Long>();
        for (var issue : Calls.get(() -> reading.store().issues(eyes))) {
            if (issue.open()) {
                open.merge(new AuthorityId(issue.holder()), 1L, Long::sum);
            }
        }
        return open;
    }
}
