package exeat.desk.intake;

import exeat.rules.source.StoredWord;
import exeat.store.key.SealedFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

/**
 * How far a file has come, as it is kept beside it. What it says is on the disk: after a crash the
 * work goes on from here, and whatever was done beyond it is done again under the same keys.
 *
 * @param officer who sent it, by the id
 * @param token of the session in which it goes on, sealed
 * @param hash SHA-256 of the file
 * @param runs sorted runs that were laid; 0 before the check has ended
 * @param looked applications that were looked at, filed or rejected
 * @param problems how far the list of problems is written
 * @param numbers how far the list of numbers is written
 */
record IntakeState(
        FileIntake.Phase stage,
        FileIntake.Format format,
        String officer,
        String token,
        String hash,
        String keys,
        Instant received,
        Instant changed,
        long bytes,
        long rows,
        long applications,
        int runs,
        long looked,
        long filed,
        long rejected,
        long listed,
        SealedFile.Mark problems,
        SealedFile.Mark numbers) {

    private static final String FILE = "state";
    private static final SealedFile.Mark NONE = new SealedFile.Mark(0, 0);

    static IntakeState begun(FileIntake.Format format, String officer, String token, Instant now) {
        return new IntakeState(
                FileIntake.Phase.RECEIVED,
                format,
                officer,
                token,
                "",
                "",
                now,
                now,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                NONE,
                NONE);
    }

    IntakeState received(String sha256, String keyPrefix, long length) {
        return new IntakeState(
                stage,
                format,
                officer,
                token,
                sha256,
                keyPrefix,
                received,
                changed,
                length,
                rows,
                applications,
                runs,
                looked,
                filed,
                rejected,
                listed,
                problems,
                numbers);
    }

    IntakeState at(FileIntake.Phase next, Instant now) {
        return new IntakeState(
                next,
                format,
                officer,
                token,
                hash,
                keys,
                received,
                now,
                bytes,
                rows,
                applications,
                runs,
                looked,
                filed,
                rejected,
                listed,
                problems,
                numbers);
    }

    IntakeState by(String sealedToken) {
        return new IntakeState(
                stage,
                format,
                officer,
                sealedToken,
                hash,
                keys,
                received,
                changed,
                bytes,
                rows,
                applications,
                runs,
                looked,
                filed,
                rejected,
                listed,
                problems,
                numbers);
    }

    IntakeState checked(long rowsRead, int runsLaid, long problemsListed, SealedFile.Mark mark) {
        return new IntakeState(
                stage,
                format,
                officer,
                token,
                hash,
                keys,
                received,
                changed,
                bytes,
                rowsRead,
                applications,
                runsLaid,
                looked,
                filed,
                rejected,
                problemsListed,
                mark,
                numbers);
    }

    /** Errors were sorted into this many runs; no runs of rows are left. */
    IntakeState listed(int runsOfProblems) {
        return new IntakeState(
                stage,
                format,
                officer,
                token,
                hash,
                keys,
                received,
                changed,
                bytes,
                rows,
                applications,
                runsOfProblems,
                looked,
                filed,
                rejected,
                listed,
                problems,
                numbers);
    }

    IntakeState filed(
            long accepted,
            long refused,
            long problemsListed,
            SealedFile.Mark p,
            SealedFile.Mark n) {
        return new IntakeState(
                stage,
                format,
                officer,
                token,
                hash,
                keys,
                received,
                changed,
                bytes,
                rows,
                Math.max(applications, accepted + refused),
                runs,
                accepted + refused,
                accepted,
                refused,
                problemsListed,
                p,
                n);
    }

    void write(Path folder) throws IOException {
        var text = new StringWriter();
        properties().store(text, null);
        var fresh = folder.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        try (var channel =
                FileChannel.open(
                        fresh,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private Properties properties() {
        var p = new Properties();
        p.setProperty("stage", stage.stored());
        p.setProperty("format", format.stored());
        p.setProperty("officer", officer);
        p.setProperty("token", token);
        p.setProperty("hash", hash);
        p.setProperty("keys", keys);
        p.setProperty("received", received.toString());
        p.setProperty("changed", changed.toString());
        p.setProperty("bytes", Long.toString(bytes));
        p.setProperty("rows", Long.toString(rows));
        p.setProperty("applications", Long.toString(applications));
        p.setProperty("runs", Integer.toString(runs));
        p.setProperty("looked", Long.toString(looked));
        p.setProperty("filed", Long.toString(filed));
        p.setProperty("rejected", Long.toString(rejected));
        p.setProperty("listed", Long.toString(listed));
        p.setProperty("problems", problems.length() + " " + problems.frames());
        p.setProperty("numbers", numbers.length() + " " + numbers.frames());
        return p;
    }

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    static IntakeState read(Path folder) throws IOException {
        var p = new Properties();
        p.load(new StringReader(Files.readString(folder.resolve(FILE))));
        return new IntakeState(
                StoredWord.of(FileIntake.Phase.class, text(p, "stage")),
                StoredWord.of(FileIntake.Format.class, text(p, "format")),
                text(p, "officer"),
                text(p, "token"),
                text(p, "hash"),
                text(p, "keys"),
                Instant.parse(text(p, "received")),
                Instant.parse(text(p, "changed")),
                number(p, "bytes"),
                number(p, "rows"),
                number(p, "applications"),
                Math.toIntExact(number(p, "runs")),
                number(p, "looked"),
                number(p, "filed"),
                number(p, "rejected"),
                number(p, "listed"),
                mark(p, "problems"),
                mark(p, "numbers"));
    }

    private static String text(Properties p, String name) throws IOException {
        var value = p.getProperty(name);
        if (value == null) {
            throw new IOException("the state of an intake has no " + name);
        }
        return value;
    }

    private static long number(Properties p, String name) throws IOException {
        return Long.parseLong(text(p, name));
    }

    private static SealedFile.Mark mark(Properties p, String name) throws IOException {
        var parts = text(p, name).split(" ", 2);
        return new SealedFile.Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
