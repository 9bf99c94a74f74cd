package exeat.desk.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.desk.operator.OperatorHistory;
import exeat.desk.projection.CaseSight;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.authority.AuthorityId;
import exeat.store.audit.AccountRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether what became of accounts is what commands make of them: triggers write down every change,
 * also one that somebody made in the database by hand. From the first operator on, the operator who
 * made or ended an account signed for it.
 */
final class AccountVerifier {

    private static final String OPERATOR = "operator ";
    private static final String WITHOUT_KEY = "operator without a key";
    private static final String PROPOSAL = "proposal ";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is done with an account by operators; each other word is an officer's own act. */
    private static final Set<String> BY_OPERATORS =
            Set.of("made", "ended", "factor", "factor ended", "mandate", "mandate ended");

    /** What of it administrators can agree to, by what they proposed. */
    private static final Map<String, Set<String>> AGREED =
            Map.of(
                    "made", Set.of("account"),
                    "ended", Set.of("end"),
                    "password", Set.of("account", "password"),
                    "factor", Set.of("account", "factor"));

    /** A command signs first and acts then. */
    private static final Duration AT_ONCE = Duration.ofMinutes(10);

    /** What may change of an account; the name is sealed anew with each master key. */
    private static final Set<String> CHANGEABLE = Set.of("password", "name", "ended");

    /** An account's event, beside the one before it. */
    private record Change(String id, JsonNode before, JsonNode after, Instant at) {}

    /** A mandate given or ended; one of these acts says by whom. */
    private record Granting(String id, List<String> acts, Instant at) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<Change> moves = new ArrayList<>();
    private final List<Granting> mandates = new ArrayList<>();
    private final List<IntegrityAudit.Fault> faults = new ArrayList<>();
    private final Set<String> logged = new HashSet<>();

    void changed(String id, @Nullable String before, String after, Instant at) {
        if (before != null) {
            changes.add(new Change(id, read(before), read(after), at));
        }
    }

    /** A mandate was given, with its account or later, or goes on in another unit. */
    void mandate(String id, @Nullable String before, String after, Instant at) {
        if (before == null) {
            mandates.add(new Granting(id, List.of("made", "mandate"), at));
        } else {
            moves.add(new Change(id, read(before), read(after), at));
        }
    }

    void mandateEnded(String id, Instant at) {
        mandates.add(new Granting(id, List.of("mandate ended"), at));
    }

    void removed(String id) {
        fault("account", id, "it was removed, which no command does");
    }

    /** In one transaction with what is done the time is the same. */
    void logged(String id, String text, Instant at) {
        logged.add(id + " " + read(text).path("what").asText() + " " + at);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            return JSON.createObjectNode();
        }
    }

    private void fault(String table, String id, String what) {
        faults.add(new IntegrityAudit.Fault(table, id, what));
    }

    /** Everything that no command did. */
    List<IntegrityAudit.Fault> faults(
            OperatorHistory history, AccountRows rows, DirectiveRegister register)
            throws java.sql.SQLException {
        changes.forEach(this::check);
        moves.forEach(move -> moved(move, register));
        mandates.forEach(this::granted);
        var agreed =
                rows.agreed().stream()
                        .collect(Collectors.toMap(AccountRows.Agreed::id, Function.identity()));
        var administrators = Set.copyOf(rows.administrators());
        for (var done : rows.done()) {
            if (done.by().startsWith(PROPOSAL)) {
                check(done, Optional.ofNullable(agreed.get(number(done))));
            } else if (done.what().equals("sessions ended")) {
                if (!administrators.contains(done.by())) {
                    fault("account_log", done.account(), "no administrator ended its sessions");
                }
            } else {
                check(done, history);
            }
        }
        var made =
                rows.done().stream()
                        .filter(done -> done.what().equals("made"))
                        .map(AccountRows.Done::account)
                        .collect(Collectors.toSet());
        for (var account : rows.active()) {
            if (!made.contains(account.id())) {
                fault("account", account.id(), "nobody made it");
            }
            scope(account, register);
        }
        return faults;
    }

    private void check(Change change) {
        var changed = new TreeSet<String>();
        for (var json : List.of(change.before(), change.after())) {
            json.fieldNames()
                    .forEachRemaining(name -> {
                        if (!change.before().path(name).equals(change.after().path(name))) {
                            changed.add(name);
                        }
                    });
        }
        if (changed.contains("ended") && !logged.contains(change.id() + " ended " + change.at())) {
            fault("account", change.id(), "its end was changed, but it is not recorded by whom");
        }
        changed.removeAll(CHANGEABLE);
        if (!changed.isEmpty()) {
            fault(
                    "account",
                    change.id(),
                    "%s was changed, which no command does".formatted(String.join(", ", changed)));
        }
    }

    private void moved(Change move, DirectiveRegister register) {
        if (!move.before().path("unit").equals(move.after().path("unit"))
                && !isClosed(move, register)) {
            fault("mandate", move.id(), "its unit was changed, but the old unit has not closed");
        }
        if (!move.before().path("function").equals(move.after().path("function"))) {
            fault("mandate", move.id(), "its function was changed, which no command does");
        }
    }

    private void granted(Granting one) {
        if (one.acts().stream()
                .noneMatch(act -> logged.contains(one.id() + " " + act + " " + one.at()))) {
            fault("mandate", one.id(), "it was given or ended, but it is not recorded by whom");
        }
    }

    private static boolean isClosed(Change change, DirectiveRegister register) {
        var unit = new AuthorityId(change.before().path("unit").asText());
        return register.directive(change.before().path("directive").asText())
                .map(register::tree)
                .filter(tree -> tree.find(unit).isEmpty() || tree.isClosed(unit))
                .isPresent();
    }

    private void check(AccountRows.Done done, OperatorHistory history) {
        boolean named = done.by().startsWith(OPERATOR) && !done.by().equals(WITHOUT_KEY);
        boolean needed =
                BY_OPERATORS.contains(done.what())
                        && history.since().filter(done.at()::isAfter).isPresent();
        var who = done.by().substring(named ? OPERATOR.length() : 0);
        if ((named || needed) && !(named && history.acted(who, done.at(), AT_ONCE))) {
            fault(
                    "account_log",
                    done.account(),
                    "\"%s\" by %s: no operator signed for it".formatted(done.what(), done.by()));
        }
    }

    private static String number(AccountRows.Done done) {
        return done.by().substring(PROPOSAL.length());
    }

    /** What administrators did, two of them agreed to. */
    private void check(AccountRows.Done done, Optional<AccountRows.Agreed> agreed) {
        var fits =
                agreed.filter(one ->
                        one.account().equals(done.account())
                                && AGREED.getOrDefault(done.what(), Set.of()).contains(one.what()));
        if (fits.isEmpty()) {
            fault(
                    "account_log",
                    done.account(),
                    "\"%s\" by %s: no two administrators agreed to it"
                            .formatted(done.what(), done.by()));
        }
    }

    /**
     * An officer looks as far as their unit does, and no further; a lawyer or an administrator at
     * no case.
     */
    private void scope(AccountRows.Active account, DirectiveRegister register) {
        var unit = new AuthorityId(account.unit());
        register.directive(account.directive())
                .map(register::tree)
                .filter(tree -> tree.find(unit).isPresent())
                .map(tree -> account.blind() ? Set.<String>of() : CaseSight.scope(tree, unit))
                .filter(scope -> !scope.equals(Set.copyOf(account.scope())))
                .ifPresent(_ ->
                        fault(
                                "scope",
                                account.id(),
                                "it differs from the scope of the mandate's unit"));
    }
}
