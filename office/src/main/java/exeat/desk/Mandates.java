package exeat.desk;

import exeat.store.AuditStore.Line;
import exeat.store.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the events of the register say of accounts and scopes, the last of each. */
final class Mandates {

    private static final Pattern ID = Pattern.compile("\"id\": \"([^\"]+)\"");

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, String> scopes = new HashMap<>();

    /** One event of the register, as it was written. */
    record Change(long sequence, String type, Bytes payload) {}

    void take(Change change) {
        var text = change.payload().text();
        var id = ID.matcher(text);
        if (!id.find()) {
            return;
        }
        switch (change.type()) {
            case "account-set" -> {
                accounts.put(id.group(1), text);
                scopes.putIfAbsent(
                        id.group(1), "{\"id\": \"%s\", \"scope\": []}".formatted(id.group(1)));
            }
            case "account-removed" -> accounts.remove(id.group(1));
            case "scope-set" -> scopes.put(id.group(1), text);
            default -> throw new IllegalStateException("an event of type " + change.type());
        }
    }

    List<Line> accounts() {
        return lines(accounts);
    }

    List<Line> scopes() {
        return lines(scopes);
    }

    private static List<Line> lines(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }
}
