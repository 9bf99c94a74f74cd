package exeat.desk.protection;

import exeat.casework.command.Actor;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.LeastTime;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.write.Desk;
import exeat.desk.write.Reply;
import exeat.desk.write.WriterMetrics;
import exeat.store.Bytes;
import exeat.store.key.Vault;
import exeat.store.rows.RegisterStore;
import exeat.store.rows.SessionStore;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes claims to protection for somebody else, from officers and from people who have not signed
 * in. The answer is the same for a case that is not there, one that was claimed for before, and one
 * that was not: it goes the same way through the writer, leaves one entry in the log, and takes the
 * same time where it can.
 */
public final class ClaimDoor {

    /** Longer than a claim takes, so that one that does nothing takes as long. */
    public static final Duration TIME = Duration.ofMillis(500);

    private final SessionStore store;
    private final RegisterStore register;
    private final WriterMetrics counts;
    private final Authentication doors;
    private final Desk desk;
    private final Vault vault;
    private final LeastTime time;
    private final ClaimSurge surge;

    /**
     * A door.
     *
     * @param counts where one that meets nobody counts like any other
     * @param time that every answer takes at least
     */
    public static ClaimDoor of(
            Infrastructure in,
            Authentication doors,
            Desk desk,
            WriterMetrics counts,
            Duration time) {
        return new ClaimDoor(in, doors, desk, counts, time);
    }

    private ClaimDoor(
            Infrastructure in,
            Authentication doors,
            Desk desk,
            WriterMetrics counts,
            Duration time) {
        this.store = new SessionStore(in.database());
        this.register = new RegisterStore(in.database());
        this.counts = counts;
        this.doors = doors;
        this.desk = desk;
        this.vault = in.vault();
        this.time = new LeastTime(time);
        this.surge = new ClaimSurge(in.clock());
    }

    /**
     * A claim for somebody else.
     *
     * @param number of the application, as it was typed
     * @param words why; must not be blank
     */
    public record Claim(String number, TravellerNo traveller, String words) {}

    /**
     * Takes a claim.
     *
     * @param session of an officer; nobody else's session is used
     * @param key with which the same claim acts once
     * @return that the same is to be sent again, where the office is too busy to take it or it is
     *     not known whether it did; empty where it was taken, whatever came of it
     */
    public Optional<Reply.Later> claim(Optional<Session> session, String key, Claim claim) {
        return time.of(() -> taken(session, key, claim));
    }

    /** How many claims come at once. */
    public ClaimSurge surge() {
        return surge;
    }

    private Optional<Reply.Later> taken(Optional<Session> session, String key, Claim claim) {
        var by =
                session.filter(s -> s.actor() instanceof Actor.Officer)
                        .orElseGet(doors::anonymousSession);
        var command =
                new TravellerCommand.ClaimForAnother(
                        find(claim.number()), claim.traveller(), claim.words());
        // Of all that was said: the same key with other words is another claim, or that it was
        // used before would tell whether there is such a case.
        var said = String.join("\0", key, claim.number(), claim.traveller() + "", claim.words());
        var once = vault.keyed("claim", said).hex();
        surge.take(vault.keyed("claims", ReferenceCodes.readNumber(claim.number()).orElse("")));
        var reply = desk.handle(by, Desk.AT_DOOR + once, command);
        if (reply instanceof Reply.Rejected) {
            atNothing(by, once);
        }
        return reply instanceof Reply.Later later ? Optional.of(later) : Optional.empty();
    }

    /**
     * One that meets nobody is written down and counted like one that does: neither how the log
     * grows nor a figure tells which it was.
     */
    private void atNothing(Session by, String once) {
        var id = vault.keyed("claim at nothing", Desk.principal(by) + "\0" + once).hex();
        counts.claimedAtNothing(StoreCalls.get(() -> register.claimAtNothing(id)));
    }

    /** The case, or one that is not there, by an id that nobody can tell from another. */
    private CaseId find(String typed) {
        var number = ReferenceCodes.readNumber(typed).orElse("");
        return StoreCalls.get(() -> store.caseByNumber(number))
                .map(CaseId::of)
                .orElseGet(() -> nobodys(vault.keyed("no case", number)));
    }

    private static CaseId nobodys(Bytes keyed) {
        var bits = ByteBuffer.wrap(keyed.array());
        return new CaseId(new UUID(bits.getLong(), bits.getLong()));
    }
}
