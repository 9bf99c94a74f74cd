package exeat.desk.intake;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.ClosedFolder;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The intakes of a data folder and how far each has come: a folder each, which only its owner can
 * read. What is said here of one is on the disk, or, while rows are counted, a little further.
 */
final class IntakeStateFiles {

    private static final String COMING = "coming-";

    private final Path folder;
    private final Vault vault;
    private final InstantSource clock;
    private final Duration whenOver;
    private final Duration whenStopped;
    private final Map<String, IntakeState> states = new ConcurrentHashMap<>();

    IntakeStateFiles(Path folder, Vault vault, InstantSource clock, Config config) {
        this.folder = folder;
        this.vault = vault;
        this.clock = clock;
        this.whenOver = config.time(Settings.INTAKE_KEPT);
        this.whenStopped = config.time(Settings.INTAKE_STOPPED);
    }

    /** Those that an earlier process left under way; what had not come whole is removed. */
    List<String> found() throws IOException {
        ClosedFolder.make(folder);
        var underWay = new ArrayList<String>();
        for (var each : IntakeFolder.files(folder)) {
            if (IntakeState.isIn(each) && !each.getFileName().toString().startsWith(COMING)) {
                var id = each.getFileName().toString();
                var state = IntakeState.read(each);
                states.put(id, state);
                if (isUnderWay(state)) {
                    underWay.add(id);
                } else if (state.stage() != FileIntake.Phase.STOPPED) {
                    files(id).forgetPeople();
                }
            } else {
                IntakeFolder.remove(each);
            }
        }
        return underWay;
    }

    static boolean isUnderWay(IntakeState state) {
        return switch (state.stage()) {
            case RECEIVED, CHECKING, FILING -> true;
            case STOPPED, DONE, UNREADABLE -> false;
        };
    }

    /** A folder for a file that is coming in. */
    Path coming() throws IOException {
        ClosedFolder.make(folder);
        return ClosedFolder.make(folder.resolve(COMING + UUID.randomUUID()));
    }

    /** It came whole: from here on it survives a crash. */
    void came(Path coming, String id, IntakeState state) throws IOException {
        if (Files.exists(folder.resolve(id))) {
            IntakeFolder.remove(folder.resolve(id));
        }
        state.write(coming);
        Files.move(coming, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
        states.put(id, state);
    }

    Map<String, IntakeState> all() {
        return Map.copyOf(states);
    }

    Optional<IntakeState> find(String id) {
        return Optional.ofNullable(states.get(id));
    }

    IntakeState get(String id) {
        return Objects.requireNonNull(states.get(id), "no such intake");
    }

    void keep(String id, IntakeState state) throws IOException {
        state.write(folder.resolve(id));
        states.put(id, state);
    }

    /** Publishes the state to readers, without writing to the disk. */
    void tell(String id, IntakeState state) {
        states.put(id, state);
    }

    IntakeFolder files(String id) {
        return new IntakeFolder(folder.resolve(id), vault);
    }

    /** Forgets one, with all that came of it. */
    void forget(String id) {
        try {
            states.remove(id);
            IntakeFolder.remove(folder.resolve(id));
        } catch (IOException failed) {
            throw broken(failed);
        }
    }

    /** Forgets what has been over for a while, and what nobody lets go on for longer. */
    void sweep() {
        var now = clock.instant();
        all().forEach((id, state) -> {
            var kept = state.stage() == FileIntake.Phase.STOPPED ? whenStopped : whenOver;
            if (!isUnderWay(state) && state.changed().plus(kept).isBefore(now)) {
                forget(id);
            }
        });
    }

    static OfficeException broken(IOException failed) {
        return new OfficeException(Code.FAULT, "the folder of intakes cannot be used", failed);
    }
}
