package exeat.config;

import static exeat.config.Setting.count;
import static exeat.config.Setting.size;

/** What one address, session or unit may ask for: the settings of the section {@code limits}. */
public final class LimitSettings {

    private static final int MAX = 100_000_000;

    public static final Setting CONNECTIONS =
            count(
                    "limits.connections",
                    16,
                    MAX,
                    500,
                    "Open connections of one address, but of a proxy on this machine. A network"
                            + " (/24, or /48 of IPv6) has four times as many, here and below."
                            + " Further ones are closed at once.");

    public static final Setting REQUESTS =
            count(
                    "limits.requests",
                    60,
                    MAX,
                    3000,
                    "Requests a minute from one address. Further requests get 429.");

    public static final Setting SESSIONS =
            count(
                    "limits.sessions",
                    10,
                    MAX,
                    120,
                    "Sessions an hour that one address may begin without signing in.");

    public static final Setting FILINGS =
            count(
                    "limits.filings",
                    12,
                    MAX,
                    60,
                    "Travellers an hour for whom one address may file without signing in.");

    public static final Setting FILINGS_IN_ALL =
            count(
                    "limits.filings-in-all",
                    100,
                    MAX,
                    6000,
                    "The same for all addresses together. Half is for networks from which nothing"
                            + " was filed within the hour.");

    public static final Setting CLAIMS =
            count(
                    "limits.claims",
                    4,
                    MAX,
                    12,
                    "Claims to protection an hour for somebody else, by one address, one session or"
                            + " one officer; a unit has four times as many. What a person who is"
                            + " signed in claims for themselves is never counted.");

    public static final Setting DRAFT_SIZE =
            size(
                    "limits.draft-size",
                    1L << 14,
                    1L << 24,
                    "128kB",
                    "The largest unfinished application.");

    public static final Setting DRAFTS =
            size(
                    "limits.drafts",
                    1L << 17,
                    1L << 40,
                    "1MB",
                    "How much the unfinished applications of one address may grow within an"
                            + " hour.");

    public static final Setting DRAFTS_IN_ALL =
            size(
                    "limits.drafts-in-all",
                    1L << 20,
                    1L << 40,
                    "1GB",
                    "How much all unfinished applications may take.");

    public static final Setting DISK_FREE =
            size(
                    "limits.disk-free",
                    1L << 20,
                    1L << 44,
                    "512MB",
                    "With less free space in the data folder, nobody begins or files an"
                            + " application without signing in, and no file is taken.");

    public static final Setting UPLOADS =
            size(
                    "limits.uploads",
                    1L << 20,
                    1L << 44,
                    "8GB",
                    "How much one officer may send in files within an hour. A unit has four times"
                            + " as much.");

    public static final Setting ACTS =
            count("limits.acts", 30, MAX, 300, "Commands a minute of one session.");

    public static final Setting UNIT_ACTS =
            count(
                    "limits.acts-of-a-unit",
                    300,
                    MAX,
                    3000,
                    "Commands a minute of all officers of one unit.");

    private LimitSettings() {}
}
