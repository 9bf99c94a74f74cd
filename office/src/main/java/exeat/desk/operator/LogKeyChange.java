package exeat.desk.operator;

import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.ledger.verify.VerifierKey;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import exeat.store.ledger.LogKeys;
import exeat.store.ledger.LogSigner;
import exeat.store.ledger.LogSigners;
import exeat.store.rows.OperatorStore;
import java.util.ArrayList;
import java.util.Optional;

/**
 * A new key for the log, which two operators sign, each with their own key and each having stood
 * for {@link Operators#STANDING}. Which keys a log has had follows from those acts and from nothing
 * else, so they are in the log like every act; who checks the log elsewhere, witnesses above all,
 * is told by people.
 */
public final class LogKeyChange {

    private LogKeyChange() {}

    /**
     * What an operator's part came to.
     *
     * @param key the new published key
     * @param agreed whether two operators have approved it, so that the next start goes on with it
     */
    public record Approval(String key, boolean agreed) {}

    /** The signer of this office's log, under the key that it has now. */
    public static LogSigner signer(Infrastructure in, Keys keys) {
        return LogSigners.of(in.database(), keys, in.data(), in.config(), first -> keys(in, first));
    }

    /**
     * Approves a new key.
     *
     * @param key as the other operator told it; empty for the first of the two, for whom it is made
     *     in {@code keys/ledger.next}
     * @throws OfficeException {@link Code#BAD_INPUT} if this is not a key that can follow, {@link
     *     Code#NOT_ALLOWED} for anybody but an operator
     */
    public static Approval approve(
            Infrastructure in, Keys keys, OperatorKey by, Optional<String> key) {
        var first =
                LogSigners.first(in.database())
                        .orElseThrow(() -> bad("the log has not begun, so it needs no new key"));
        var name = VerifierKey.parse(first).orElseThrow().name();
        if (key.isEmpty() && !keys.read(LedgerKey.NEXT).isEmpty()) {
            throw bad(
                    "a new key waits in "
                            + keys.file(LedgerKey.NEXT)
                            + " already. Give its published key, as the operator who made it told you");
        }
        var next = key.orElseGet(() -> LedgerKey.next(keys, name)).strip();
        if (!follows(name, next)) {
            throw bad("not a published key that can sign the log " + name + ": " + next);
        }
        var known = keys(in, first);
        if (known.all().contains(next)) {
            throw bad("this log has or had that key already");
        }
        new Operators(in, first)
                .acting(Optional.of(by), OperatorHistory.succession(known.current(), next));
        return new Approval(next, keys(in, first).current().equals(next));
    }

    private static boolean follows(String name, String next) {
        return VerifierKey.parse(next)
                .filter(key -> !key.isWitness() && key.name().equals(name))
                .isPresent();
    }

    /** The first key, and each that two operators let follow. */
    private static LogKeys keys(Infrastructure in, String first) {
        var name = VerifierKey.parse(first).orElseThrow().name();
        var acts = StoreCalls.get(new OperatorStore(in.database())::log);
        var history = OperatorHistory.of(first, acts);
        var all = new ArrayList<String>();
        for (var next = Optional.of(first); next.isPresent(); ) {
            all.add(next.get());
            next =
                    history.successor(next.get(), Operators.STANDING, in.clock().instant())
                            .filter(one -> follows(name, one) && !all.contains(one));
        }
        return new LogKeys(all);
    }

    private static OfficeException bad(String why) {
        return new OfficeException(Code.BAD_INPUT, why);
    }
}
