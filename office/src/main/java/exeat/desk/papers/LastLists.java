package exeat.desk.papers;

import exeat.papers.status.StatusList;
import exeat.store.Bytes;
import exeat.store.ClosedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lists as they were last published, in the folder {@code lists} of the data: signed, and
 * secret to nobody. What a case revoked that can no longer be read stands there alone. After a
 * crash the old list or the new one is there.
 */
final class LastLists {

    private static final System.Logger LOG = System.getLogger(LastLists.class.getName());

    private final Path folder;

    // Owned by this object's lock.
    private final Map<String, StatusList> kept = new HashMap<>();

    LastLists(Path data) {
        this.folder = data.resolve("lists");
    }

    /** The list of a year as it was signed; empty if there is none, or it cannot be read. */
    Optional<Bytes> read(String list) {
        try {
            return Optional.of(Bytes.of(Files.readAllBytes(folder.resolve(list))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the last list of " + list, unreadable);
            return Optional.empty();
        }
    }

    /**
     * Kept if it says something new. A disk that is full stops no list from being published: a
     * paper that was revoked just now must be in it.
     */
    synchronized void keep(String list, StatusList what, Bytes signed) {
        if (Optional.ofNullable(kept.get(list)).filter(what::equals).isPresent()) {
            return;
        }
        try {
            var fresh = ClosedFolder.make(folder).resolve(list + ".new");
            Files.write(fresh, signed.array());
            Files.move(
                    fresh,
                    folder.resolve(list),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            kept.put(list, what);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "the list of " + list + " is not kept", full);
        }
    }
}
