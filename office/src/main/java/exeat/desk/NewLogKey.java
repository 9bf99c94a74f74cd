package exeat.desk;

import exeat.desk.base.Infrastructure;
import exeat.desk.operator.LogKeyChange;
import exeat.desk.operator.OperatorKey;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Gives the log of an office a new key, also where the office does not open because the old one is
 * gone.
 */
public final class NewLogKey {

    private NewLogKey() {}

    /**
     * One operator's part of it; see {@link LogKeyChange#approve}.
     *
     * @param key the new published key; empty for the operator who makes it
     */
    public static LogKeyChange.Approval approve(
            OfficeSettings settings, InstantSource clock, OperatorKey by, Optional<String> key) {
        var keys = Keys.in(settings.data());
        try (var database =
                OfficeDatabase.running(settings, keys)
                        .orElseGet(() -> OfficeDatabase.open(settings, keys))) {
            var in =
                    new Infrastructure(
                            database,
                            new Vault(keys),
                            settings.data(),
                            settings.config(),
                            settings.passwordCost(),
                            clock);
            return LogKeyChange.approve(in, keys, by, key);
        }
    }
}
