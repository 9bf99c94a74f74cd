package exeat.desk.intake;

import exeat.store.key.SealedFile;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What lies in the folder of one intake, sealed. */
record IntakeFolder(Path folder, Vault vault) {

    private static final String UPLOAD = "upload";
    static final String PROBLEMS = "problems";
    static final String NUMBERS = "numbers";
    private static final String ROWS = "rows";
    private static final String LISTED = "listed";

    SealedFile.FrameWriter newUpload() throws IOException {
        return SealedFile.create(folder.resolve(UPLOAD), vault, UPLOAD);
    }

    SealedFile.FrameReader upload() throws IOException {
        return SealedFile.open(folder.resolve(UPLOAD), vault, UPLOAD);
    }

    ExternalSort rows() {
        return new ExternalSort(folder, ROWS, vault);
    }

    ExternalSort listed() {
        return new ExternalSort(folder, LISTED, vault);
    }

    /** A growing list; anything written after the mark is cut off. */
    SealedFile.FrameWriter list(String name, SealedFile.Mark mark) throws IOException {
        var file = folder.resolve(name);
        if (mark.length() == 0) {
            Files.deleteIfExists(file);
            return SealedFile.create(file, vault, sealed(name));
        }
        return SealedFile.append(file, vault, sealed(name), mark);
    }

    SealedFile.FrameReader list(String name) throws IOException {
        return SealedFile.open(folder.resolve(name), vault, sealed(name));
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    private String sealed(String name) {
        return folder.getFileName() + "/" + name;
    }

    /** What an earlier, broken check left. */
    void forgetRows() throws IOException {
        forget(ROWS + "-");
    }

    /** What people sent is needed no more, once everything was looked at. */
    void forgetPeople() throws IOException {
        forget(ROWS + "-");
        forget(UPLOAD);
        forget(PROBLEMS);
    }

    void forgetListed() throws IOException {
        forget(LISTED + "-");
    }

    private void forget(String beginning) throws IOException {
        for (var file : files(folder)) {
            if (file.getFileName().toString().startsWith(beginning)) {
                Files.deleteIfExists(file);
            }
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** Removes the folder and all that is in it. */
    static void remove(Path folder) throws IOException {
        for (var file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
