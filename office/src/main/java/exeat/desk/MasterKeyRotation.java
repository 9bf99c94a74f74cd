package exeat.desk;

import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.store.rows.MasterKeyStore;
import exeat.store.rows.MasterKeyStore.Count;
import exeat.store.rows.MasterKeyStore.Forgotten;
import java.util.List;

/** The master keys, under which all other keys lie. */
public final class MasterKeyRotation {

    private final MasterKeyStore store;

    static MasterKeyRotation of(Infrastructure in) {
        return new MasterKeyRotation(new MasterKeyStore(in.database(), in.vault()));
    }

    MasterKeyRotation(MasterKeyStore store) {
        this.store = store;
    }

    /** Every master key, with how much lies under it. */
    public List<Count> all() {
        return StoreCalls.get(store::all);
    }

    /** Makes a new one and seals anew what lies under others; says how much that was. */
    public long rotate() {
        return StoreCalls.get(store::rotate);
    }

    /** Seals anew what does not lie under the newest: the rest of a rotation that was cut short. */
    public long reseal() {
        return StoreCalls.get(store::reseal);
    }

    /** Forgets one under which nothing lies. */
    public Forgotten forget(String number) {
        return StoreCalls.get(() -> store.forget(number));
    }
}
