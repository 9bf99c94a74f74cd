package exeat.desk.intake;

import exeat.casework.command.Actor;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.auth.Authentication;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.write.Desk;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files of applications of any length. Each is stored encrypted in the data folder, checked
 * completely, then filed. The file is deleted once it has been processed, the lists of results a
 * week later. One thread works through the files in order, with the session of the sender, and
 * pauses when that ends. Progress is on disk, so a crash costs only time.
 */
public final class FileIntakes implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    /** For a process that reads no files of lines. */
    static final LineReader NO_LINES = _ -> new ParsedLine(Optional.empty(), List.of());

    private final IntakeStateFiles states;
    private final IntakeWorker work;
    private final Vault vault;
    private final InstantSource clock;
    private final int mostUnderWay;
    private final long mostBytes;

    public static FileIntakes of(
            Infrastructure in, Desk desk, Authentication doors, DirectiveRegister register) {
        var vault = in.vault();
        var clock = in.clock();
        var states = new IntakeStateFiles(in.data().resolve("intake"), vault, clock, in.config());
        var work = new IntakeWorker(states, desk, doors, register, vault, clock);
        return new FileIntakes(states, work, vault, clock, in.config());
    }

    FileIntakes(
            IntakeStateFiles states,
            IntakeWorker work,
            Vault vault,
            InstantSource clock,
            Config config) {
        this.states = states;
        this.work = work;
        this.vault = vault;
        this.clock = clock;
        this.mostUnderWay = config.count(Settings.INTAKE_AT_ONCE);
        this.mostBytes = config.size(Settings.BODY_FILE);
    }

    /** Reads a line that is an application, in the API's form. */
    public interface LineReader {
        ParsedLine read(String line);
    }

    /** A line: an application, or its errors. No message repeats a value. */
    public record ParsedLine(Optional<ApplicationDraft> draft, List<LineProblem> problems) {
        public ParsedLine {
            problems = List.copyOf(problems);
        }
    }

    /** Something wrong in a line. */
    public record LineProblem(String field, String message) {}

    /** Goes on with what an earlier process left; from here on files of lines can be read too. */
    public void start(LineReader reader) {
        try {
            states.found().forEach(work::add);
        } catch (IOException failed) {
            throw IntakeStateFiles.broken(failed);
        }
        work.start(reader);
    }

    /**
     * Accepts a file and begins to process it. The same file from the same officer continues where
     * it was.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} for others than officers, {@link
     *     Code#TOO_LARGE} where it is, or where there is no room
     */
    public FileIntake receive(Session session, FileIntake.Format format, InputStream file) {
        var officer = officer(session);
        work.vocabulary(session);
        long underWay =
                states.all().values().stream()
                        .filter(s -> s.officer().equals(officer) && IntakeStateFiles.isUnderWay(s))
                        .count();
        if (underWay >= mostUnderWay) {
            throw new OfficeException(
                    Code.TOO_LARGE,
                    mostUnderWay
                            + " files are already being processed: wait"
                            + " until one is done");
        }
        try {
            var coming = states.coming();
            try {
                var digest = sha256();
                long bytes = lay(coming, file, digest);
                var hash = Bytes.of(digest.digest()).hex();
                var state =
                        IntakeState.begun(format, officer, work.sealed(session), clock.instant())
                                .received(hash, "file-" + hash, bytes);
                return taken(coming, state);
            } finally {
                if (Files.exists(coming)) {
                    IntakeFolder.remove(coming);
                }
            }
        } catch (IOException failed) {
            throw new OfficeException(Code.BAD_INPUT, "the upload was incomplete", failed);
        }
    }

    private synchronized FileIntake taken(Path coming, IntakeState fresh) throws IOException {
        var of = fresh.officer() + "\0" + fresh.hash();
        var id = vault.keyed("intake", of).hex().substring(0, 32);
        var known = states.find(id);
        if (known.isEmpty() || isToBeReadAgain(known.get())) {
            states.came(coming, id, fresh);
            work.add(id);
        } else if (known.get().stage() == FileIntake.Phase.STOPPED) {
            resume(id, known.get().by(fresh.token()));
        }
        return shown(id);
    }

    /** Rejected applications may be valid by now; filed ones are not filed again. */
    private static boolean isToBeReadAgain(IntakeState known) {
        return known.stage() == FileIntake.Phase.UNREADABLE
                || (known.stage() == FileIntake.Phase.DONE && known.rejected() > 0);
    }

    private long lay(Path coming, InputStream file, MessageDigest digest) throws IOException {
        long bytes = 0;
        try (var upload = new IntakeFolder(coming, vault).newUpload()) {
            var piece = new byte[PIECE];
            for (int n = file.read(piece); n >= 0; n = file.read(piece)) {
                digest.update(piece, 0, n);
                upload.write(piece, n);
                bytes += n;
                if (bytes > mostBytes) {
                    throw new OfficeException(
                            Code.TOO_LARGE, "a file has at most " + mostBytes + " bytes");
                }
                // Its rows are laid beside it once more, and the database has its own needs.
                if (coming.toFile().getUsableSpace() < 2 * bytes + (1L << 28)) {
                    throw new OfficeException(
                            Code.TOO_LARGE, "there is not enough disk space for" + " the file");
                }
            }
            upload.flush();
        }
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String officer(Session session) {
        if (session.actor() instanceof Actor.Officer officer) {
            return officer.id().text();
        }
        throw new OfficeException(Code.NOT_ALLOWED, "only officers may send files");
    }

    /** Those of the officer, the newest first. */
    public List<FileIntake> all(Session session) {
        var officer = officer(session);
        return states.all().entrySet().stream()
                .filter(one -> one.getValue().officer().equals(officer))
                .map(one -> shown(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(FileIntake::received).reversed())
                .toList();
    }

    /** One of the officer's files; empty if it is not theirs. */
    public Optional<FileIntake> find(Session session, String id) {
        var officer = officer(session);
        return states.find(id)
                .filter(state -> state.officer().equals(officer))
                .map(state -> shown(id, state));
    }

    private FileIntake shown(String id) {
        return shown(id, states.get(id));
    }

    private static FileIntake shown(String id, IntakeState s) {
        return new FileIntake(
                id,
                s.stage(),
                s.format(),
                s.received(),
                s.changed(),
                s.bytes(),
                s.rows(),
                s.filed(),
                s.rejected(),
                s.listed());
    }

    /** Lets one that stopped go on, with this session. */
    public synchronized FileIntake goOn(Session session, String id) {
        var state = own(session, id);
        if (state.stage() == FileIntake.Phase.STOPPED) {
            try {
                resume(id, state.by(work.sealed(session)));
            } catch (IOException failed) {
                throw IntakeStateFiles.broken(failed);
            }
        }
        return shown(id);
    }

    private void resume(String id, IntakeState state) throws IOException {
        var next = state.runs() > 0 ? FileIntake.Phase.FILING : FileIntake.Phase.RECEIVED;
        states.keep(id, state.at(next, clock.instant()));
        work.add(id);
    }

    private IntakeState own(Session session, String id) {
        var state = states.find(id);
        if (state.isEmpty() || !state.get().officer().equals(officer(session))) {
            throw new OfficeException(Code.NOT_FOUND, "this officer has no such file");
        }
        return state.get();
    }

    /** Is given one thing after another. */
    public interface RowSink<T> {
        void take(T one) throws IOException;
    }

    /** All errors in line order, once the whole file was checked. */
    public void problems(Session session, String id, RowSink<CsvIntake.BadRow> taker) {
        var state = own(session, id);
        if (!shown(id).isOver()) {
            throw new OfficeException(
                    Code.NOT_FOUND, "the list is available once the file has" + " been processed");
        }
        try (var sorted = states.files(id).listed().read(state.runs())) {
            for (var one = sorted.next(); one.isPresent(); one = sorted.next()) {
                taker.take(IntakeRows.problem(one.get()));
            }
        } catch (IOException failed) {
            throw IntakeStateFiles.broken(failed);
        }
    }

    /** The first errors. */
    public List<CsvIntake.BadRow> problems(Session session, String id, int most) {
        var state = own(session, id);
        var first = new ArrayList<CsvIntake.BadRow>();
        try (var sorted = states.files(id).listed().read(state.runs())) {
            for (var one = sorted.next();
                    one.isPresent() && first.size() < most;
                    one = sorted.next()) {
                first.add(IntakeRows.problem(one.get()));
            }
        } catch (IOException failed) {
            throw IntakeStateFiles.broken(failed);
        }
        return first;
    }

    /** The number of each application that was filed, as {@code number application}. */
    public void numbers(Session session, String id, RowSink<String> taker) {
        own(session, id);
        if (!states.files(id).has(IntakeFolder.NUMBERS)) {
            return;
        }
        try (var list = states.files(id).list(IntakeFolder.NUMBERS)) {
            for (var one = list.next(); one.isPresent(); one = list.next()) {
                taker.take(new String(one.get(), java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw IntakeStateFiles.broken(failed);
        }
    }

    /** A short file, at once and in this thread; see {@link CsvIntake}. */
    FileIntake readNow(Session session, InputStream csv, String keys) {
        try {
            var coming = states.coming();
            var digest = sha256();
            long bytes = lay(coming, csv, digest);
            var id = UUID.randomUUID().toString().replace("-", "");
            var hash = Bytes.of(digest.digest()).hex();
            var token = work.sealed(session);
            var state =
                    IntakeState.begun(
                            FileIntake.Format.CSV, officer(session), token, clock.instant());
            states.came(coming, id, state.received(hash, keys, bytes));
            work.run(id, session);
            return shown(id);
        } catch (IOException failed) {
            throw IntakeStateFiles.broken(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OfficeException(Code.FAULT, "a file was interrupted", stopped);
        }
    }

    void forget(String id) {
        states.forget(id);
    }

    public void sweep() {
        states.sweep();
    }

    @Override
    public void close() {
        work.close();
    }
}
