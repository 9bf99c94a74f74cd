package exeat.desk;

import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.store.rows.MasterKeyStore;
import exeat.store.rows.MasterKeyStore.Count;
import exeat.store.rows.MasterKeyStore.Forgotten;
import java.util.List;

/** The master keys, which encrypt all other keys. */
public final class MasterKeyRotation {

    private final MasterKeyStore store;

    static MasterKeyRotation of(Infrastructure in) {
        return new MasterKeyRotation(new MasterKeyStore(in.database(), in.vault()));
    }

    MasterKeyRotation(MasterKeyStore store) {
        this.store = store;
    }

    /** Every master key, with the number of keys and names that it encrypts. */
    public List<Count> all() {
        return StoreCalls.get(store::all);
    }

    /** Makes a new one and re-encrypts everything with it; returns how much that was. */
    public long rotate() {
        return StoreCalls.get(store::rotate);
    }

    /**
     * Completes an interrupted rotation: re-encrypts everything that is not yet under the newest
     * key.
     */
    public long reseal() {
        return StoreCalls.get(store::reseal);
    }

    /** Deletes one that encrypts nothing any more. */
    public Forgotten forget(String number) {
        return StoreCalls.get(() -> store.forget(number));
    }
}
