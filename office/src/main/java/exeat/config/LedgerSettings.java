package exeat.config;

import static exeat.config.Setting.count;
import static exeat.config.Setting.place;
import static exeat.config.Setting.time;

/** Who signs the log and who has seen it: the settings of the section {@code ledger}. */
public final class LedgerSettings {

    public static final Setting SIGNER =
            place(
                    "ledger.signer",
                    "",
                    "the path of a socket",
                    "The socket of a signer (./exeat signer), which holds the key of the log under"
                            + " another user. If empty, the key lies in the data folder.");

    public static final Setting WITNESSES =
            count(
                    "ledger.witnesses",
                    1,
                    16,
                    1,
                    "How many witnesses must have signed the log recently. With fewer, the log is not"
                            + " healthy. Who may be one is in the file \"witnesses\" of the data"
                            + " folder.");

    public static final Setting WITHIN =
            time(
                    "ledger.witnessed-within",
                    "10m",
                    "30d",
                    "1h",
                    "The maximum age of their signatures.");

    private LedgerSettings() {}
}
