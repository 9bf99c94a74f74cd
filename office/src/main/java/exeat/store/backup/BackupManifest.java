package exeat.store.backup;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself, in the file {@code BACKUP} of its folder: a word and its value a
 * line, and each file with its hash.
 *
 * @param postgres the major version of the server
 * @param files by name, what each must hash to
 * @param running where the log begins that makes it whole, if the database ran meanwhile
 * @param mark of all the rest, made with the office's keys; empty for one that is being made, or of
 *     a version before there was one
 */
record BackupManifest(
        Kind kind,
        Instant made,
        int postgres,
        String database,
        DatabaseStatus standing,
        SortedMap<String, FileDigest> files,
        Optional<RunningCopy.Ended> running,
        String mark) {

    static final String NAME = "BACKUP";
    private static final String FIRST = "exeat backup 1";

    BackupManifest {
        files = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** How the database was copied. */
    enum Kind {
        /** The folder of the embedded PostgreSQL, stopped. */
        EMBEDDED("embedded"),
        /** A dump by {@code pg_dump}. */
        OUTSIDE("outside");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Kind of(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("this database cannot be backed up: " + word);
        }
    }

    /** A file's SHA-256 in hex, and its length. */
    record FileDigest(String sha256, long bytes) {}

    String text() {
        var text = new StringBuilder(FIRST + "\n");
        line(text, "kind", kind.word());
        line(text, "made", made);
        line(text, "postgres", postgres);
        line(text, "database", database);
        line(text, "schema", standing.schema());
        line(text, "keys", standing.keyMark());
        line(text, "log", standing.log());
        line(text, "entries", standing.entries());
        line(text, "waiting", standing.waiting());
        standing.last().ifPresent(last -> line(text, "last", last));
        running.ifPresent(copy -> line(text, "running", copy.first() + " " + copy.at()));
        files.forEach(
                (name, sum) -> line(text, "file", sum.sha256() + " " + sum.bytes() + " " + name));
        return text.toString();
    }

    /** The whole file: what it says, and the mark of it. */
    String marked(Vault vault) {
        return text() + "mark " + mark(vault) + "\n";
    }

    /**
     * Whether it was made with these keys, and nothing in it was changed since: anybody who can
     * write where backups are kept could else put programs into one.
     */
    boolean isMarked(Vault vault) {
        return java.security.MessageDigest.isEqual(
                Bytes.utf8(mark(vault)).array(), Bytes.utf8(mark).array());
    }

    private String mark(Vault vault) {
        return vault.keyed("backup", text()).hex();
    }

    private static void line(StringBuilder text, String word, Object value) {
        text.append(word).append(' ').append(value).append('\n');
    }

    /**
     * Reads it.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} when the folder holds no backup that this
     *     version can read
     */
    static BackupManifest in(Path folder) {
        try {
            return parse(folder, Files.readString(folder.resolve(NAME)));
        } catch (NoSuchFileException none) {
            throw bad(folder + " is not a backup: it has no file " + NAME, none);
        } catch (IOException broken) {
            throw bad(folder.resolve(NAME) + " cannot be read", broken);
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw bad(folder.resolve(NAME) + " is damaged", damaged);
        }
    }

    private static BackupManifest parse(Path folder, String text) {
        if (!text.startsWith(FIRST + "\n")) {
            var first = text.lines().findFirst().orElse("");
            throw bad(
                    "%s has an unknown format (%s); this Exeat reads: %s"
                            .formatted(
                                    folder,
                                    first.startsWith("exeat backup") ? first : "unknown",
                                    FIRST),
                    new IllegalArgumentException(NAME));
        }
        var values = new HashMap<String, String>();
        var files = new TreeMap<String, FileDigest>();
        text.lines()
                .skip(1)
                .forEach(line -> {
                    var parts = line.split(" ", 2);
                    if (parts[0].equals("file")) {
                        var file = parts[1].split(" ", 3);
                        files.put(file[2], new FileDigest(file[0], Long.parseLong(file[1])));
                    } else {
                        values.put(parts[0], parts[1]);
                    }
                });
        return new BackupManifest(
                Kind.of(value(values, "kind")),
                Instant.parse(value(values, "made")),
                Integer.parseInt(value(values, "postgres")),
                value(values, "database"),
                new DatabaseStatus(
                        Integer.parseInt(value(values, "schema")),
                        value(values, "keys"),
                        value(values, "log"),
                        Long.parseLong(value(values, "entries")),
                        Long.parseLong(value(values, "waiting")),
                        Optional.ofNullable(values.get("last")).map(Instant::parse)),
                files,
                Optional.ofNullable(values.get("running"))
                        .map(line -> line.split(" ", 2))
                        .map(parts -> new RunningCopy.Ended(parts[0], Instant.parse(parts[1]))),
                values.getOrDefault("mark", ""));
    }

    private static String value(Map<String, String> values, String word) {
        var value = values.get(word);
        if (value == null) {
            throw new IllegalArgumentException(word);
        }
        return value;
    }

    private static OfficeException bad(String why, Exception cause) {
        return new OfficeException(Code.BAD_INPUT, why, cause);
    }
}
