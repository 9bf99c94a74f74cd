package exeat.desk;

import exeat.oversight.Cell;
import exeat.oversight.Measure;
import exeat.oversight.Situation;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.store.ClerkStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ReadStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The situation, for an authority and everything below it. Few are never shown as a figure. */
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
     * The situation now, as an officer may see it.
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
        var directive = directive(authority);
        var units = directive.authorities().all().stream().map(unit -> unit.id().text()).toList();
        var cells = Calls.get(() -> reading.store().cells(eyes, units));
        var open = new HashMap<String, Long>();
        for (var issue : Calls.get(() -> reading.store().issues(eyes))) {
            if (issue.open()) {
                open.merge(issue.holder(), 1L, Long::sum);
            }
        }
        return report(directive, authority, cells, open);
    }

    /**
     * The situation now, for whoever runs the machine and so holds its keys: what any officer of
     * the authority's committee would see, and no more.
     *
     * @throws OfficeException {@link Code#NOT_FOUND} when no directive knows the authority
     */
    public SituationReport situationForOperator(AuthorityId authority) {
        var directive = directive(authority);
        return report(directive, authority, Calls.get(clerk::cells), Calls.get(clerk::openIssues));
    }

    private Directive directive(AuthorityId authority) {
        return register.covering(authority)
                .orElseThrow(
                        () -> new OfficeException(Code.NOT_FOUND, "no such unit: " + authority));
    }

    private SituationReport report(
            Directive directive,
            AuthorityId authority,
            List<ReadStore.Cell> rows,
            Map<String, Long> issues) {
        var cells = new HashMap<Cell, Long>();
        rows.forEach(row -> cells.merge(cell(row), row.n(), Long::sum));
        var open = new HashMap<AuthorityId, Long>();
        issues.forEach((unit, n) -> open.put(new AuthorityId(unit), n));
        var tree = directive.authorities();
        var day = clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
        return new SituationReport(Situation.of(tree, authority, cells, open, day, false), tree);
    }

    private static Cell cell(ReadStore.Cell row) {
        return new Cell(
                new AuthorityId(row.authority()),
                Measure.valueOf(row.measure()),
                row.began(),
                row.due());
    }
}
