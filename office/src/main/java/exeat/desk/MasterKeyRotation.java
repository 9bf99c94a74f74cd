package exeat.desk;

import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.search.SearchIndex;
import exeat.store.rows.MasterKeyStore;
import exeat.store.rows.MasterKeyStore.Count;
import exeat.store.rows.MasterKeyStore.Forgotten;
import java.util.List;

/** The master keys, which encrypt all other keys. */
public final class MasterKeyRotation {

    private final MasterKeyStore store;
    private final SearchIndex search;

    static MasterKeyRotation of(Infrastructure in, SearchIndex search) {
        return new MasterKeyRotation(new MasterKeyStore(in.database(), in.vault()), search);
    }

    private MasterKeyRotation(MasterKeyStore store, SearchIndex search) {
        this.store = store;
        this.search = search;
    }

    /**
     * Every master key, with the number of keys and names that it encrypts, and of people whose
     * search tokens are made with it.
     */
    public List<Count> all() {
        return StoreCalls.get(store::all);
    }

    /** Makes a new one and re-encrypts everything with it; returns how much that was. */
    public long rotate() {
        return searchable(StoreCalls.get(store::rotate));
    }

    /**
     * Completes an interrupted rotation: re-encrypts everything that is not yet under the newest
     * key.
     */
    public long reseal() {
        return searchable(StoreCalls.get(store::reseal));
    }

    /** Search tokens cannot be encrypted anew: they are made again, page by page. */
    private long searchable(long sealed) {
        search.fill();
        return sealed;
    }

    /** Deletes one that encrypts nothing any more. */
    public Forgotten forget(String number) {
        return StoreCalls.get(() -> store.forget(number));
    }
}
