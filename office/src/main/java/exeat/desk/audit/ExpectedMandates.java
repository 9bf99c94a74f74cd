package exeat.desk.audit;

import exeat.store.Bytes;
import exeat.store.audit.AuditStore.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rows that the register's events give for accounts, mandates and second factors, and the
 * history of accounts.
 */
final class ExpectedMandates {

    private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]+)\"");
    private static final Pattern DIRECTIVE = Pattern.compile("\"directive\": \"([^\"]+)\"");

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> mandates = new HashMap<>();
    private final Map<String, String> scopes = new HashMap<>();
    private final Map<String, String> factors = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> records = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private final List<String> everySetting = new ArrayList<>();
    private final Map<String, String> operators = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Map<String, String> proposals = new HashMap<>();
    private final ProposalVerifier hooks = new ProposalVerifier("webhook_change");
    private final List<Line> acts = new ArrayList<>();
    private final List<Line> log = new ArrayList<>();
    private final AccountVerifier changes = new AccountVerifier();

    /** One event of the register, as it was written. */
    record Change(long sequence, String type, Instant at, Bytes payload) {}

    /** Takes the next one; false where it is no event of the register of mandates. */
    boolean take(Change change) {
        var text = change.payload().text();
        var id = ID.matcher(text);
        if (!id.find()) {
            return false;
        }
        switch (change.type()) {
            case "account-set" -> {
                changes.changed(id.group(1), accounts.put(id.group(1), text), text, change.at());
                scopes.putIfAbsent(
                        id.group(1), "{\"id\": \"%s\", \"scope\": []}".formatted(id.group(1)));
            }
            case "account-removed" -> {
                accounts.remove(id.group(1));
                changes.removed(id.group(1));
            }
            case "mandate-set" -> {
                var under = under(id.group(1), text);
                changes.mandate(id.group(1), mandates.put(under, text), text, change.at());
            }
            case "mandate-removed" -> {
                mandates.remove(under(id.group(1), text));
                changes.mandateEnded(id.group(1), change.at());
            }
            case "scope-set" -> scopes.put(id.group(1), text);
            case "factor-set" -> factors.put(id.group(1), text);
            case "codes-set" -> codes.put(id.group(1), text);
            case "record-set" -> records.put(id.group(1), text);
            case "record-removed" -> records.remove(id.group(1));
            case "settings-set" -> {
                settings.put(id.group(1), text);
                everySetting.add(text);
            }
            case "claimed-at-nothing" -> claims.put(id.group(1), text);
            case "account-proposed" -> proposals.put(id.group(1), text);
            case "webhook-proposed" -> hooks.take(text);
            case "operator-set" -> operators.put(id.group(1), text);
            case "operator-acted" -> acts.add(new Line(id.group(1), text));
            case "account-logged" -> {
                log.add(new Line(id.group(1), text));
                changes.logged(id.group(1), text, change.at());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether each change of an account is one that a command makes. */
    AccountVerifier changes() {
        return changes;
    }

    List<Line> accounts() {
        return lines(accounts);
    }

    /** Under which directives they act, and for which units. */
    List<Line> mandates() {
        return lines(mandates);
    }

    List<Line> scopes() {
        return lines(scopes);
    }

    List<Line> factors() {
        return lines(factors);
    }

    List<Line> codes() {
        return lines(codes);
    }

    /** What archives published and the register imported. */
    List<Line> records() {
        return lines(records);
    }

    /** Claims to protection that met nobody. */
    List<Line> claims() {
        return lines(claims);
    }

    /** The settings of a server that concern people. */
    List<Line> settings() {
        return lines(settings);
    }

    /** Every text of settings that was ever in force. */
    List<String> everySetting() {
        return List.copyOf(everySetting);
    }

    /** What administrators proposed about accounts. */
    List<Line> proposals() {
        return lines(proposals);
    }

    /** What administrators proposed about webhooks. */
    ProposalVerifier hooks() {
        return hooks;
    }

    /** Operators of the machine. */
    List<Line> operators() {
        return lines(operators);
    }

    /** What they did, all of it. */
    List<Line> acts() {
        return List.copyOf(acts);
    }

    /** What was done with accounts, all of it. */
    List<Line> log() {
        return List.copyOf(log);
    }

    /** The place of a mandate: the account, a space and the directive. */
    private static String under(String account, String text) {
        var directive = DIRECTIVE.matcher(text);
        return account + " " + (directive.find() ? directive.group(1) : "");
    }

    private static List<Line> lines(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }
}
