package exeat.store.backup;

import exeat.store.backup.BackupManifest.FileDigest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder's files as one file, hashed as it is written. */
final class PackedFolder implements AutoCloseable {

    private final Path to;
    private final SummingStream summed;
    private final ZipOutputStream zip;

    private PackedFolder(Path to, SummingStream summed, ZipOutputStream zip) {
        this.to = to;
        this.summed = summed;
        this.zip = zip;
    }

    /** One that is not there yet. */
    static PackedFolder to(Path to) throws IOException {
        BackupFiles.create(to);
        var file = Files.newOutputStream(to);
        var summed = new SummingStream(new BufferedOutputStream(file));
        var zip = new ZipOutputStream(summed);
        zip.setLevel(Deflater.BEST_SPEED);
        return new PackedFolder(to, summed, zip);
    }

    /**
     * What is in a folder. A file that vanishes meanwhile is none.
     *
     * @param copied whether a name under the folder is
     */
    void folder(Path folder, Predicate<String> copied) throws IOException {
        for (var each : BackupFiles.tree(folder)) {
            var name = folder.relativize(each).toString();
            if (Files.isSymbolicLink(each)) {
                throw new IOException(
                        each
                                + " is a link: tablespaces outside the data folder are"
                                + " not copied");
            }
            if (name.isEmpty() || !copied.test(name)) {
                continue;
            }
            if (Files.isDirectory(each)) {
                zip.putNextEntry(new ZipEntry(name + "/"));
                zip.closeEntry();
            } else {
                file(name, each);
            }
        }
    }

    private void file(String name, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException gone) {
            // Dropped since it was listed; what dropped it is in the write-ahead log.
        }
    }

    /** One file with this content. */
    void file(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** It is on the disk; what it hashes to. */
    FileDigest finish() throws IOException {
        zip.finish();
        zip.flush();
        BackupFiles.settle(to);
        return summed.sum();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
