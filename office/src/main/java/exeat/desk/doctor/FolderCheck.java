package exeat.desk.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Modes and owners of the data folder and of what lies in it. */
final class FolderCheck {

    private static final List<String> FOLDERS =
            List.of("ledger", "drafts", "uploads", "intake", "program", "postgres", "demo");

    private final Path data;
    private final List<Advice> found = new ArrayList<>();

    private FolderCheck(Path data) {
        this.data = data;
    }

    static List<Advice> of(Path data) throws IOException {
        var check = new FolderCheck(data);
        check.closed(data);
        for (var name : FOLDERS) {
            var folder = data.resolve(name);
            if (Files.isDirectory(folder)) {
                check.closed(folder);
            }
        }
        var keys = data.resolve("keys");
        if (Files.isDirectory(keys)) {
            check.closed(keys);
            try (var files = Files.list(keys)) {
                for (var file : files.toList()) {
                    check.closed(file);
                }
            }
        }
        return List.copyOf(check.found);
    }

    private void closed(Path place) throws IOException {
        var modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(place));
        if (!modes.endsWith("------")) {
            found.add(
                    Advice.unsafe(
                            "folders",
                            place
                                    + " is open to other users of this machine ("
                                    + modes
                                    + "). Close it: chmod go-rwx "
                                    + place));
        }
        owned(place);
    }

    private void owned(Path place) throws IOException {
        var owner = Files.getOwner(place);
        if (!owner.equals(Files.getOwner(data))) {
            found.add(
                    Advice.unsafe(
                            "folders",
                            place
                                    + " belongs to "
                                    + owner.getName()
                                    + ", and the data folder to "
                                    + Files.getOwner(data).getName()
                                    + ". Find out who put it there."));
        }
    }
}
