package exeat.config;

import static exeat.config.Setting.count;
import static exeat.config.Setting.onOff;
import static exeat.config.Setting.place;
import static exeat.config.Setting.size;
import static exeat.config.Setting.time;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All settings, in the order of the file. */
public final class Settings {

    public static final Setting DATA =
            place(
                    "data",
                    ".exeat",
                    "a folder",
                    "Holds the keys, the embedded PostgreSQL and the latest checkpoint of the"
                            + " log.");

    public static final Setting DIRECTIVES =
            place(
                    "directives",
                    "directives",
                    "a folder",
                    "Folder of packs. New packs are loaded at the start.");

    public static final Setting HOST =
            new Setting(
                    "server.host",
                    new SettingType.Text(
                            "a name or an address", Pattern.compile("[A-Za-z0-9.:\\[\\]-]+")),
                    "127.0.0.1",
                    "The address to listen on; by default only this machine can connect.");

    public static final Setting PORT =
            count("server.port", 1, 65_535, 8080, "The port to listen on.");

    public static final Setting PUBLIC_URL =
            new Setting(
                    "server.public-url",
                    new SettingType.Text(
                            "http:// or https://, a host, and no path",
                            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/?")),
                    "",
                    "The address that people type, if there is a proxy in front. With https,"
                            + " cookies and browsers are bound to it.");

    public static final Setting DATABASE_URL =
            new Setting(
                    "database.url",
                    new SettingType.Text(
                            "jdbc:postgresql:..., without a password",
                            Pattern.compile("jdbc:postgresql:(?!\\S*password=)\\S+")),
                    "",
                    "Leave empty to use the embedded PostgreSQL in the data folder.");

    public static final Setting DATABASE_USER =
            new Setting(
                    "database.user",
                    new SettingType.Text("a name", Pattern.compile("\\S+")),
                    "",
                    "This user must own the database and be allowed to create roles. If empty,"
                            + " EXEAT_JDBC_USER is read.");

    public static final Setting DATABASE_PASSWORD =
            new Setting(
                    "database.password-file",
                    new SettingType.Secret(),
                    "",
                    "The password of that user. If empty, EXEAT_JDBC_PASSWORD is read.");

    public static final Setting DATABASE_READERS =
            count(
                    "database.readers",
                    2,
                    100,
                    12,
                    "Connections for reading. Writing uses three more, and everything else eleven"
                            + " more.");

    public static final Setting DATABASE_STATEMENT =
            time(
                    "database.statement-limit",
                    "1s",
                    "10m",
                    "30s",
                    "Reading that takes longer is cancelled, and so is writing that waits longer"
                            + " for a lock. Nothing ends a commit.");

    public static final Setting OFFICER_SESSION =
            time(
                    "sessions.officer",
                    "5m",
                    "24h",
                    "10h",
                    "An officer's session ends after this time, even if it is in use.");

    public static final Setting TRAVELLER_SESSION =
            time(
                    "sessions.traveller",
                    "5m",
                    "24h",
                    "1h",
                    "The same for a traveller who signed in with number and secret.");

    public static final Setting STRANGER_SESSION =
            time(
                    "sessions.applicant",
                    "30m",
                    "24h",
                    "4h",
                    "How long an applicant has to file an application after they start to send"
                            + " it.");

    public static final Setting OFFICER_REST =
            time(
                    "sessions.officer-rest",
                    "5m",
                    "24h",
                    "30m",
                    "An officer's session ends when it has been idle for this time.");

    public static final Setting TRAVELLER_REST =
            time(
                    "sessions.traveller-rest",
                    "5m",
                    "24h",
                    "20m",
                    "The same for a traveller who signed in with number and secret.");

    public static final Setting SECOND_FACTOR =
            new Setting(
                    "door.second-factor",
                    new SettingType.Names(
                            "none or more of lawyer, auditor, administrator and the functions that a"
                                    + " directive declares, with hyphens for spaces"),
                    "",
                    "Officers of these functions, lawyers, auditors or administrators must sign in with a second"
                            + " factor. An account that has a second factor always needs it.");

    public static final Setting DOOR_FAILURES =
            count(
                    "door.failures",
                    3,
                    100,
                    10,
                    "After this many failures for one login or number, further attempts are"
                            + " rejected.");

    public static final Setting DOOR_WINDOW =
            time("door.window", "1m", "24h", "15m", "Failures older than this no longer count.");

    public static final Setting QUEUE_WAITING =
            count(
                    "queue.waiting",
                    16,
                    100_000,
                    1024,
                    "How many commands may wait to be written; further requests get 503.");

    public static final Setting QUEUE_BATCH =
            count("queue.batch", 1, 500, 64, "The most commands written in one transaction.");

    public static final Setting QUEUE_RETRY =
            time(
                    "queue.retry-after",
                    "1s",
                    "5m",
                    "2s",
                    "The Retry-After that a 503 of a full" + " queue gives.");

    public static final Setting CLOCK_JUMP =
            time(
                    "clock.jump",
                    "1m",
                    "24h",
                    "10m",
                    "If the machine's clock jumps by more than this, nothing falls due.");

    public static final Setting CLOCK_STANDS =
            time(
                    "clock.stands",
                    "1m",
                    "7d",
                    "1h",
                    "After this time, the new time after a jump is accepted.");

    public static final Setting STROKE =
            time(
                    "clock.stroke",
                    "10s",
                    "10m",
                    "1m",
                    "How often the office checks what has fallen due.");

    public static final Setting RETENTION =
            place(
                    "files.retention",
                    "",
                    "a file",
                    "A file that says how long closed cases are kept, one line for each"
                            + " directive: id, days, law. If empty, \"retention\" in the data"
                            + " folder is read. Without such a file nothing is erased"
                            + " automatically.");

    public static final Setting RETENTION_NOTICE =
            time(
                    "files.retention-notice",
                    "7d",
                    "365d",
                    "30d",
                    "How long people are told of such a line before it is applied, after two"
                            + " operators approved it.");

    public static final Setting DRAFTS =
            time(
                    "files.drafts",
                    "1h",
                    "90d",
                    "14d",
                    "How long an unfinished application is kept after its last change.");

    public static final Setting TURN =
            time(
                    "files.taken",
                    "5m",
                    "24h",
                    "2h",
                    "How long a case stays with the officer who took it from the queue.");

    public static final Setting INTAKE_AT_ONCE =
            count(
                    "intake.at-once",
                    1,
                    100,
                    5,
                    "How many uploaded files may be processed at the" + " same time.");

    public static final Setting INTAKE_KEPT =
            time(
                    "intake.kept",
                    "1h",
                    "90d",
                    "7d",
                    "How long the results of an uploaded file are kept after it has been"
                            + " processed.");

    public static final Setting INTAKE_STOPPED =
            time(
                    "intake.kept-stopped",
                    "1h",
                    "365d",
                    "30d",
                    "How long a paused file is kept while it waits for its officer.");

    public static final Setting BODY_INTERFACE =
            size(
                    "bodies.interface",
                    1L << 16,
                    1L << 24,
                    "1MB",
                    "The largest body of an API call; a large family needs about a hundredth of"
                            + " the default.");

    public static final Setting BODY_PAGE =
            size(
                    "bodies.page",
                    1L << 20,
                    1L << 28,
                    "32MB",
                    "The largest form on a page," + " including an uploaded file.");

    public static final Setting BODY_FILE =
            size(
                    "bodies.file",
                    1L << 20,
                    1L << 32,
                    "4GB",
                    "The largest file of applications sent through the API.");

    public static final Setting LOOKS_WAITING =
            count(
                    "looks.waiting",
                    100,
                    1_000_000,
                    10_000,
                    "How many entries of the access log may wait to be written; beyond that,"
                            + " reading waits.");

    public static final Setting LOOKS_PAUSE =
            time(
                    "looks.pause",
                    "10ms",
                    "5s",
                    "250ms",
                    "How long an access log entry waits to be written together with others. A"
                            + " crash loses at most this much.");

    public static final Setting LOOKS_TOGETHER =
            time(
                    "looks.together",
                    "1m",
                    "24h",
                    "1h",
                    "If one officer opens an application several times within this time, the"
                            + " traveller sees one entry with the count.");

    public static final Setting WATCH_FROM =
            count(
                    "watch.from-hour",
                    0,
                    23,
                    0,
                    "The hour, in the directive's time zone, after which the watchers run once a"
                            + " day.");

    public static final Setting LOG_LEVEL =
            new Setting(
                    "log.level",
                    new SettingType.Choice(List.of("ERROR", "WARN", "INFO")),
                    "WARN",
                    "The lowest level of library messages that are logged.");

    public static final Setting LOG_FORMAT =
            new Setting(
                    "log.format",
                    new SettingType.Choice(List.of("json", "text")),
                    "",
                    "One JSON object a line, or text for people. If empty: json in run, text in"
                            + " demo and training.");

    public static final Setting LOG_REQUESTS =
            new Setting(
                    "log.requests",
                    new SettingType.Choice(List.of("all", "refused")),
                    "all",
                    "Whether every request is logged, or only those answered 401 or 403.");

    public static final Setting TRACES_ENDPOINT =
            new Setting(
                    "traces.endpoint",
                    new SettingType.Text("http:// or https://", Pattern.compile("https?://\\S+")),
                    "",
                    "Where spans are sent, with OTLP over HTTP, such as"
                            + " http://127.0.0.1:4318/v1/traces. If empty, nothing is traced.");

    public static final Setting TRACES_HEADER =
            new Setting(
                    "traces.header-file",
                    new SettingType.Secret(),
                    "",
                    "A header sent with the spans, NAME=VALUE, such as a token.");

    public static final Setting WEBHOOK_LOOPBACK =
            onOff(
                    "webhooks.loopback",
                    "Whether a webhook may use an address of this machine; http is then allowed"
                            + " too.");

    public static final Setting WEBHOOK_PRIVATE =
            onOff(
                    "webhooks.private",
                    "Whether a webhook may use an address of a private network, such as 10.0.0.1.");

    public static final Setting WEBHOOK_PATIENCE =
            time("webhooks.patience", "1s", "1m", "10s", "How long a receiver has to answer.");

    public static final Setting WEBHOOK_FIRST_PAUSE =
            time(
                    "webhooks.first-pause",
                    "1s",
                    "1h",
                    "10s",
                    "How long to wait after the first failure. The wait doubles after each"
                            + " further failure.");

    public static final Setting WEBHOOK_MAX_PAUSE =
            time(
                    "webhooks.longest-pause",
                    "1m",
                    "24h",
                    "1h",
                    "The longest wait between two" + " attempts.");

    public static final Setting WEBHOOK_TRIES =
            count(
                    "webhooks.tries",
                    1,
                    100,
                    16,
                    "After this many failures a delivery is given up, until somebody sends it"
                            + " again.");

    public static final Setting WEBHOOK_OFF =
            time(
                    "webhooks.off-after",
                    "1h",
                    "90d",
                    "5d",
                    "A subscription is switched off if no delivery succeeds for this time.");

    public static final Setting WEBHOOK_KEPT =
            time(
                    "webhooks.kept",
                    "1d",
                    "365d",
                    "30d",
                    "How long deliveries are kept that were given up or wait for a subscription"
                            + " that is switched off.");

    public static final Setting WEBHOOK_OLD_SECRET =
            time(
                    "webhooks.old-secret",
                    "0s",
                    "30d",
                    "24h",
                    "How long the previous secret still signs after a new one was made.");

    public static final Setting TRACES_SHARE =
            count("traces.percent", 0, 100, 100, "The percentage of requests that are traced.");

    private Settings() {}

    /** All of them, in the order of the file. */
    public static List<Setting> all() {
        return SettingOrder.ALL;
    }

    static Optional<Setting> of(String key) {
        return SettingOrder.ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
