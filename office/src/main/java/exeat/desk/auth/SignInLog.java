package exeat.desk.auth;

import exeat.casework.command.Actor;
import exeat.desk.auth.Authentication.SignInCounters;
import exeat.desk.base.Session;
import exeat.store.Bytes;
import exeat.store.key.Vault;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import exeat.telemetry.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Log lines and metrics of signing in, with pseudonyms and nothing that was typed. */
final class SignInLog {

    private final Vault vault;
    private final LongAdder opened = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder throttled = new LongAdder();

    SignInLog(Vault vault) {
        this.vault = vault;
    }

    Optional<Session> shut(String kind, Bytes subject) {
        throttled.increment();
        Log.write(LogEvent.SIGN_IN_THROTTLED, LogField.kind(kind), LogField.subject(subject.hex()));
        return Optional.empty();
    }

    Optional<Session> failed(String kind, Bytes subject) {
        failures.increment();
        Log.write(LogEvent.SIGN_IN_FAILED, LogField.kind(kind), LogField.subject(subject.hex()));
        return Optional.empty();
    }

    void signedIn(Session session, Bytes subject) {
        opened.increment();
        var fields = new ArrayList<>(fields(session));
        fields.add(LogField.subject(subject.hex()));
        Log.write(LogEvent.SIGNED_IN, fields.toArray(LogField[]::new));
    }

    void say(LogEvent occasion, Session session) {
        Log.write(occasion, fields(session).toArray(LogField[]::new));
    }

    /** Whose session it is, for the log: the kind, a pseudonym, and an officer's unit. */
    List<LogField> fields(Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer ->
                    List.of(
                            LogField.kind("officer"),
                            LogField.who(vault.keyed("in logs", officer.id().text()).hex()),
                            LogField.authority(officer.unit()));
            case Actor.Auditor auditor ->
                    List.of(
                            LogField.kind("auditor"),
                            LogField.who(vault.keyed("in logs", auditor.id().text()).hex()),
                            LogField.authority(auditor.unit()));
            case Actor.Administrator one ->
                    List.of(
                            LogField.kind("administrator"),
                            LogField.who(vault.keyed("in logs", one.id().text()).hex()));
            case Actor.Party(var id, var no) ->
                    List.of(
                            LogField.kind("party"),
                            LogField.who(vault.keyed("in logs", id.key() + "\0" + no).hex()));
            case Actor.Stranger _ -> List.of(LogField.kind("stranger"));
            case Actor.Clock _ -> List.of(LogField.kind("clock"));
        };
    }

    SignInCounters counters() {
        return new SignInCounters(opened.sum(), failures.sum(), throttled.sum());
    }
}
