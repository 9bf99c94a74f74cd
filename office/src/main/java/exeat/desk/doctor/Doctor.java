package exeat.desk.doctor;

import exeat.config.BackupSettings;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Office;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.backup.LastBackup;
import exeat.store.backup.TestRestore;
import exeat.store.backup.WalArchiver;
import exeat.store.key.SealKeys;
import exeat.store.ledger.CheckpointFile;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks an open office, and reports what is unsafe in its setup. */
public final class Doctor {

    private static final Duration BACKUP = Duration.ofDays(7);

    /** A piece of the log is archived within seconds. */
    private static final Duration ARCHIVED = Duration.ofMinutes(10);

    private static final Duration KEY = Duration.ofDays(366);
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private static final Pattern DATABASE_HOST =
            Pattern.compile("jdbc:postgresql://(\\[[^]]+]|[^:/?]+).*");

    /** Where the services that set clocks say that they run. */
    private static final List<Path> CLOCKS =
            List.of(
                    Path.of("/run/systemd/timesync/synchronized"),
                    Path.of("/run/chrony"),
                    Path.of("/run/ntpd.pid"));

    private final Config config;
    private final Path data;
    private final Instant now;
    private final List<Advice> found = new ArrayList<>();

    private Doctor(Config config, Path data, Instant now) {
        this.config = config;
        this.data = data;
        this.now = now;
    }

    /**
     * Everything that is worth saying, the unsafe first.
     *
     * @param config as the server has it
     * @param data the data folder
     */
    public static List<Advice> look(Office office, Config config, Path data, Instant now) {
        var doctor = new Doctor(config, data, now);
        try {
            doctor.found.addAll(FolderCheck.of(data));
            doctor.keys();
        } catch (IOException broken) {
            throw new OfficeException(Code.BAD_INPUT, data + " cannot be read", broken);
        }
        doctor.addresses();
        doctor.limits();
        doctor.found.addAll(LedgerCheck.of(office, config, data));
        for (var what : office.health().databaseSafety()) {
            doctor.found.add(Advice.unsafe("database", what));
        }
        doctor.backups();
        doctor.clocks(office);
        doctor.people(office);
        doctor.papers(office);
        return doctor.found.stream().sorted(java.util.Comparator.comparing(Advice::level)).toList();
    }

    private void keys() throws IOException {
        unsafe(
                "keys",
                System.getProperty("user.name", "").equals("root"),
                "This runs as root. Give the office a user of its own.");
        try (var files = Files.list(data.resolve("keys"))) {
            for (var file : files.toList()) {
                var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
                var name = String.valueOf(file.getFileName());
                if (name.startsWith("master") && age.compareTo(KEY) > 0) {
                    found.add(
                            Advice.note(
                                    "keys",
                                    "The master key "
                                            + name
                                            + " is older than a year: ./exeat keys rotate"));
                }
            }
        }
    }

    private void addresses() {
        var host = config.text(Settings.HOST);
        var address = config.text(Settings.PUBLIC_URL);
        boolean open = !isLoopback(host);
        unsafe(
                "tls",
                open,
                "The server listens on "
                        + host
                        + " without TLS: anyone on the network can read secrets. Listen on"
                        + " 127.0.0.1 behind a proxy with https (server.host, server.public-url).");
        unsafe(
                "tls",
                address.startsWith("http://") && !isLoopback(hostOf(address)),
                "People use " + address + " without TLS. Use https (server.public-url).");
        if (!open && address.isEmpty()) {
            found.add(
                    Advice.note(
                            "tls",
                            "Only this machine can connect. If there is a proxy in front, set"
                                    + " server.public-url, or all people seem to have the same address"));
        }
        var url = config.text(Settings.DATABASE_URL);
        var database = DATABASE_HOST.matcher(url);
        unsafe(
                "tls",
                database.matches()
                        && !isLoopback(database.group(1))
                        && !url.contains("sslmode=verify-full"),
                "The database is on another machine, and its certificate is not checked. Add"
                        + " sslmode=verify-full to database.url.");
        unsafe(
                "webhooks",
                config.isOn(Settings.WEBHOOK_LOOPBACK) || config.isOn(Settings.WEBHOOK_PRIVATE),
                "Webhooks may call addresses of this machine or of private networks"
                        + " (webhooks.loopback, webhooks.private).");
    }

    private static String hostOf(String address) {
        return address.replaceFirst("https?://", "").replaceFirst("(:[0-9]+)?/?$", "");
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private void limits() {
        found.addAll(LimitCheck.of(config));
        if (config.several(Settings.SECOND_FACTOR).isEmpty()) {
            found.add(
                    Advice.note(
                            "sign-in", "No function needs a second factor (door.second-factor)."));
        }
    }

    private void backups() {
        var last = LastBackup.of(data);
        unsafe(
                "backups",
                last.isEmpty(),
                "No backup was made with ./exeat backup. If you have no other backups, make one"
                        + " today.");
        unsafe(
                "backups",
                last.filter(at -> at.plus(BACKUP).isBefore(now)).isPresent(),
                "The last backup is of " + last.map(Object::toString).orElse("") + ".");
        restores(last);
        WalArchiver.waitsSince(data)
                .filter(since -> since.plus(ARCHIVED).isBefore(now))
                .ifPresent(since ->
                        found.add(
                                Advice.unsafe(
                                        "backups",
                                        ("Since %s nothing of the write-ahead log was archived: see"
                                                        + " the server's log, and backup.archive.")
                                                .formatted(since))));
    }

    /** Whether a backup could be restored when that was last tried, and whether it was of late. */
    private void restores(Optional<Instant> backedUp) {
        var tested = TestRestore.last(data);
        unsafe(
                "backups",
                tested.filter(last -> !last.passed()).isPresent(),
                tested.map(last -> "The test restore of " + last.at() + " failed: " + last.what())
                                .orElse("")
                        + ".");
        if (config.given(Settings.DATABASE_URL).isEmpty()) {
            var due = now.minus(config.time(BackupSettings.TEST_EVERY).multipliedBy(2));
            var moved = LastBackup.folder(data).filter(folder -> !Files.isDirectory(folder));
            unsafe(
                    "backups",
                    backedUp.filter(at -> !at.isAfter(due) || moved.isPresent()).isPresent()
                            && tested.filter(last -> last.at().isAfter(due)).isEmpty(),
                    "No backup was restored for a test since "
                            + tested.map(last -> last.at().toString()).orElse("the first")
                            + moved.map(folder -> " (the last one is not in " + folder + ")")
                                    .orElse("")
                            + ": ./exeat restore --test FOLDER");
        }
    }

    private void clocks(Office office) {
        office.health()
                .clockJump()
                .ifPresent(by ->
                        found.add(
                                Advice.unsafe(
                                        "clocks",
                                        "The clock jumped by "
                                                + by.toMinutes()
                                                + " minutes; nothing falls due until it is"
                                                + " trusted again.")));
        new CheckpointFile(data)
                .progress()
                .filter(kept -> kept.at().isAfter(now.plus(AHEAD)))
                .ifPresent(kept ->
                        found.add(
                                Advice.unsafe(
                                        "clocks",
                                        "The last checkpoint is of "
                                                + kept.at().truncatedTo(ChronoUnit.SECONDS)
                                                + ", which is in the future: this machine's clock"
                                                + " is behind, or was ahead.")));
        zones(office);
        if (CLOCKS.stream().noneMatch(Files::exists)) {
            found.add(
                    Advice.note(
                            "clocks",
                            "No known service sets this machine's clock (chrony, ntpd,"
                                    + " systemd-timesyncd)."));
        }
    }

    /** The database stamps accounts and mandates by its own clock. */
    private void zones(Office office) {
        var drift = office.health().databaseDrift(now);
        unsafe(
                "clocks",
                drift.abs().compareTo(AHEAD) > 0,
                "The clock of PostgreSQL differs from this machine's by "
                        + drift.abs().toMinutes()
                        + " minutes. Set both from the same source.");
    }

    private void people(Office office) {
        int operators = office.operators().active().size();
        unsafe(
                "operators",
                operators == 0,
                "No operator has a key of their own, so nobody can tell who changed accounts."
                        + " Make one: ./exeat operator key");
        unsafe(
                "operators",
                operators == 1,
                "There is only one operator, so acts that need two are impossible. Add another.");
        long named =
                office.officerAccounts().members().stream()
                        .filter(one -> one.ended().isEmpty() && one.idIsLogin())
                        .count();
        unsafe(
                "sign-in",
                named > 0,
                named
                        + " officers sign in with the id that travellers are shown. Make new"
                        + " accounts for them, and deactivate these.");
    }

    private void papers(Office office) {
        if (office.revokedPapers().state().equals(SealKeys.UTOPIA)) {
            found.add(
                    Advice.note(
                            "papers",
                            "Travel papers are sealed for UTO, the state of specimens. Write the"
                                    + " code of your state in the file seal.state of the keys, then:"
                                    + " ./exeat seal keys succeed"));
        }
    }

    private void unsafe(String area, boolean is, String what) {
        if (is) {
            found.add(Advice.unsafe(area, what));
        }
    }
}
