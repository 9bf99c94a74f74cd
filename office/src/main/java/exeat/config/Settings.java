package exeat.config;

import static exeat.config.Setting.count;
import static exeat.config.Setting.onOff;
import static exeat.config.Setting.place;
import static exeat.config.Setting.size;
import static exeat.config.Setting.time;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every setting there is, in the order of the file. */
public final class Settings {

    public static final Setting DATA =
            place(
                    "data",
                    ".exeat",
                    "a folder",
                    "Keys, the embedded PostgreSQL, the newest checkpoint of the log.");

    public static final Setting DIRECTIVES =
            place(
                    "directives",
                    "directives",
                    "a folder",
                    "Packs that are loaded at the start, those that are new.");

    public static final Setting HOST =
            new Setting(
                    "server.host",
                    new SettingType.Text(
                            "a name or an address", Pattern.compile("[A-Za-z0-9.:\\[\\]-]+")),
                    "127.0.0.1",
                    "The address to listen on; by default this machine alone.");

    public static final Setting PORT =
            count("server.port", 1, 65_535, 8080, "The port to listen on.");

    public static final Setting PUBLIC_URL =
            new Setting(
                    "server.public-url",
                    new SettingType.Text(
                            "http:// or https://, a host, and no path",
                            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/?")),
                    "",
                    "The address that people type, when a proxy is in front. With https, cookies and"
                            + " browsers are bound to it.");

    public static final Setting DATABASE_URL =
            new Setting(
                    "database.url",
                    new SettingType.Text(
                            "jdbc:postgresql:..., without a password",
                            Pattern.compile("jdbc:postgresql:(?!\\S*password=)\\S+")),
                    "",
                    "Empty for the embedded one, which lives in the data folder.");

    public static final Setting DATABASE_USER =
            new Setting(
                    "database.user",
                    new SettingType.Text("a name", Pattern.compile("\\S+")),
                    "",
                    "Owns that database and may create roles. Where this is empty,"
                            + " EXEAT_JDBC_USER is read.");

    public static final Setting DATABASE_PASSWORD =
            new Setting(
                    "database.password-file",
                    new SettingType.Secret(),
                    "",
                    "That user's password. Where this is empty, EXEAT_JDBC_PASSWORD is read.");

    public static final Setting DATABASE_READERS =
            count(
                    "database.readers",
                    2,
                    100,
                    12,
                    "Connections for reading. Writing takes three and the rest eleven more.");

    public static final Setting DATABASE_STATEMENT =
            time(
                    "database.statement-limit",
                    "1s",
                    "10m",
                    "30s",
                    "A statement is ended after that.");

    public static final Setting OFFICER_SESSION =
            time(
                    "sessions.officer",
                    "5m",
                    "24h",
                    "10h",
                    "An officer's session ends after that, whatever they do.");

    public static final Setting TRAVELLER_SESSION =
            time(
                    "sessions.traveller",
                    "5m",
                    "24h",
                    "1h",
                    "The same of whoever signed in with number and secret.");

    public static final Setting STRANGER_SESSION =
            time(
                    "sessions.applicant",
                    "30m",
                    "24h",
                    "4h",
                    "How long somebody has to file an application, once they began to send it.");

    public static final Setting OFFICER_REST =
            time(
                    "sessions.officer-rest",
                    "5m",
                    "24h",
                    "30m",
                    "An officer's session ends when nothing was asked in it for so long.");

    public static final Setting TRAVELLER_REST =
            time(
                    "sessions.traveller-rest",
                    "5m",
                    "24h",
                    "20m",
                    "The same of whoever signed in with number and secret.");

    public static final Setting SECOND_FACTOR =
            new Setting(
                    "door.second-factor",
                    new SettingType.Names(
                            "none or more of lawyer, auditor and the functions that a directive"
                                    + " declares, with hyphens for spaces"),
                    "",
                    "Officers of these functions, lawyers and auditors get in with a second factor alone."
                            + " Whoever was given one always needs it.");

    public static final Setting DOOR_FAILURES =
            count(
                    "door.failures",
                    3,
                    100,
                    10,
                    "So many failures by one login or number, and nothing more is tried.");

    public static final Setting DOOR_WINDOW =
            time("door.window", "1m", "24h", "15m", "Failures older than that are forgotten.");

    public static final Setting QUEUE_WAITING =
            count(
                    "queue.waiting",
                    16,
                    100_000,
                    1024,
                    "Commands that may wait to be written; whoever comes then is told 503.");

    public static final Setting QUEUE_BATCH =
            count(
                    "queue.batch",
                    1,
                    500,
                    64,
                    "The most commands that are written in one transaction.");

    public static final Setting QUEUE_RETRY =
            time("queue.retry-after", "1s", "5m", "2s", "What a 503 of a full queue asks to wait.");

    public static final Setting CLOCK_JUMP =
            time(
                    "clock.jump",
                    "1m",
                    "24h",
                    "10m",
                    "When the machine's clock leaps by more than this, nothing falls due.");

    public static final Setting CLOCK_STANDS =
            time(
                    "clock.stands",
                    "1m",
                    "7d",
                    "1h",
                    "A leap that has stood for so long is taken for the truth.");

    public static final Setting STROKE =
            time(
                    "clock.stroke",
                    "10s",
                    "10m",
                    "1m",
                    "How often the office looks what has fallen due.");

    public static final Setting RETENTION =
            place(
                    "files.retention",
                    "",
                    "a file",
                    "For how long ended files are kept, a line for each directive: id, days, law. Empty"
                            + " for \"retention\" in the data folder; without such a file nothing is erased"
                            + " by time.");

    public static final Setting DRAFTS =
            time(
                    "files.drafts",
                    "1h",
                    "90d",
                    "14d",
                    "An unfinished application is kept so long after its last change.");

    public static final Setting TURN =
            time(
                    "files.taken",
                    "5m",
                    "24h",
                    "2h",
                    "Whoever takes the next file of a queue has it for so long.");

    public static final Setting INTAKE_AT_ONCE =
            count("intake.at-once", 1, 100, 5, "Files that may be under way at the same time.");

    public static final Setting INTAKE_KEPT =
            time(
                    "intake.kept",
                    "1h",
                    "90d",
                    "7d",
                    "The lists of what came of a file are kept so long after its end.");

    public static final Setting INTAKE_STOPPED =
            time(
                    "intake.kept-stopped",
                    "1h",
                    "365d",
                    "30d",
                    "A file that waits for its officer is kept so long.");

    public static final Setting BODY_INTERFACE =
            size(
                    "bodies.interface",
                    1L << 16,
                    1L << 24,
                    "1MB",
                    "What a call of the interface takes; a large family is a hundredth of that.");

    public static final Setting BODY_PAGE =
            size("bodies.page", 1L << 20, 1L << 28, "32MB", "The form of a page, with its file.");

    public static final Setting BODY_FILE =
            size(
                    "bodies.file",
                    1L << 20,
                    1L << 32,
                    "4GB",
                    "A file of applications through the interface.");

    public static final Setting LOOKS_WAITING =
            count(
                    "looks.waiting",
                    100,
                    1_000_000,
                    10_000,
                    "Looks at files that may wait to be written down; at more, reading waits.");

    public static final Setting LOOKS_PAUSE =
            time(
                    "looks.pause",
                    "10ms",
                    "5s",
                    "250ms",
                    "How long one waits for others to be written with; a crash loses no more.");

    public static final Setting LOOKS_TOGETHER =
            time(
                    "looks.together",
                    "1m",
                    "24h",
                    "1h",
                    "An officer's looks within it are told the person as one, with their number.");

    public static final Setting WATCH_FROM =
            count(
                    "watch.from-hour",
                    0,
                    23,
                    0,
                    "From this hour of a directive's zone on its watchers look, once a day.");

    public static final Setting LOG_LEVEL =
            new Setting(
                    "log.level",
                    new SettingType.Choice(List.of("ERROR", "WARN", "INFO")),
                    "WARN",
                    "The least that libraries must mean to be heard.");

    public static final Setting LOG_FORMAT =
            new Setting(
                    "log.format",
                    new SettingType.Choice(List.of("json", "text")),
                    "",
                    "An object a line, or a text for whoever looks on. Empty: json in run, text in"
                            + " demo.");

    public static final Setting LOG_REQUESTS =
            new Setting(
                    "log.requests",
                    new SettingType.Choice(List.of("all", "refused")),
                    "all",
                    "Whether each request has a line, or only one that was refused.");

    public static final Setting TRACES_ENDPOINT =
            new Setting(
                    "traces.endpoint",
                    new SettingType.Text("http:// or https://", Pattern.compile("https?://\\S+")),
                    "",
                    "Where spans are sent, with OTLP over HTTP, such as"
                            + " http://127.0.0.1:4318/v1/traces. Empty: nothing is traced.");

    public static final Setting TRACES_HEADER =
            new Setting(
                    "traces.header-file",
                    new SettingType.Secret(),
                    "",
                    "A header that goes with them, NAME=VALUE, such as a token.");

    public static final Setting WEBHOOK_LOOPBACK =
            onOff(
                    "webhooks.loopback",
                    "Whether a webhook may be an address of this machine itself, there also with"
                            + " http.");

    public static final Setting WEBHOOK_PRIVATE =
            onOff(
                    "webhooks.private",
                    "Whether a webhook may be an address of a private network, such as 10.0.0.1.");

    public static final Setting WEBHOOK_PATIENCE =
            time("webhooks.patience", "1s", "1m", "10s", "How long a receiver has to answer.");

    public static final Setting WEBHOOK_FIRST_PAUSE =
            time(
                    "webhooks.first-pause",
                    "1s",
                    "1h",
                    "10s",
                    "After the first failure; twice as long after each further one.");

    public static final Setting WEBHOOK_MAX_PAUSE =
            time("webhooks.longest-pause", "1m", "24h", "1h", "No pause is longer.");

    public static final Setting WEBHOOK_TRIES =
            count(
                    "webhooks.tries",
                    1,
                    100,
                    16,
                    "After so many failures a delivery is given up, until somebody sends it again.");

    public static final Setting WEBHOOK_OFF =
            time(
                    "webhooks.off-after",
                    "1h",
                    "90d",
                    "5d",
                    "A subscription to which nothing arrives for so long is switched off.");

    public static final Setting WEBHOOK_KEPT =
            time(
                    "webhooks.kept",
                    "1d",
                    "365d",
                    "30d",
                    "What was given up, or waits for one that is off, is kept so long.");

    public static final Setting WEBHOOK_OLD_SECRET =
            time(
                    "webhooks.old-secret",
                    "0s",
                    "30d",
                    "24h",
                    "How long the secret before still signs after a new one was made.");

    public static final Setting TRACES_SHARE =
            count("traces.percent", 0, 100, 100, "So many of a hundred requests are traced.");

    private Settings() {}

    /** All of them, in the order of the file. */
    public static List<Setting> all() {
        return SettingOrder.ALL;
    }

    static Optional<Setting> of(String key) {
        return SettingOrder.ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }
}
