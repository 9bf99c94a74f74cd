package exeat.rules.pack;

import exeat.rules.source.PackProblems;
import exeat.rules.source.ProblemCollector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a pack: which they are, how they are read from a folder, and their hash. */
public final class PackFiles {

    public static final String RECORD = "record.yaml";
    public static final String RULES = "rules.dmn";
    public static final String VOCABULARY = "vocabulary.yaml";
    public static final String AUTHORITIES = "authorities.yaml";

    /** Optional: see {@link DirectoryReader}. */
    public static final String DIRECTORY = "directory.yaml";

    private static final Pattern MESSAGES = Pattern.compile("messages_([a-z]{2,3})\\.properties");
    private static final Pattern MODEL = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+\\.dmn");
    private static final long MAX_BYTES = 8L * 1024 * 1024;

    private PackFiles() {}

    public static boolean isMessages(String name) {
        return MESSAGES.matcher(name).matches();
    }

    /** Whether it is a model that the rules can import. */
    public static boolean isImportable(String name) {
        return MODEL.matcher(name).matches() && !name.equals(RULES);
    }

    static String language(String messagesFile) {
        return MESSAGES.matcher(messagesFile).replaceFirst("$1");
    }

    public static boolean isOwn(String name) {
        return name.equals(RECORD)
                || name.equals(RULES)
                || name.equals(VOCABULARY)
                || name.equals(AUTHORITIES)
                || name.equals(DIRECTORY)
                || isImportable(name)
                || isMessages(name);
    }

    /** The pack's own files in a folder; its worked cases and other folders are left out. */
    public static Map<String, byte[]> read(Path folder, PackProblems problems) {
        var files = new TreeMap<String, byte[]>();
        try (var entries = Files.list(folder)) {
            for (var entry : entries.sorted().toList()) {
                var name = String.valueOf(entry.getFileName());
                if (Files.isRegularFile(entry) && !name.startsWith(".")) {
                    if (!entry.toRealPath().startsWith(folder.toRealPath())) {
                        problems.in(name).add(0, "file", "is a link to a file outside the pack");
                        continue;
                    }
                    readFile(entry, name, files, problems.in(name));
                }
            }
        } catch (IOException unreadable) {
            problems.in(String.valueOf(folder.getFileName()))
                    .add(0, "folder", "is not a folder that can be read");
        }
        return files;
    }

    private static void readFile(
            Path file, String name, Map<String, byte[]> files, ProblemCollector problems) {
        try {
            if (!isOwn(name)) {
                problems.add(0, "file", "is not a file of a pack");
            } else if (Files.size(file) > MAX_BYTES) {
                problems.add(0, "file", "is longer than " + MAX_BYTES + " bytes");
            } else {
                files.put(name, Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            problems.add(0, "file", "cannot be read");
        }
    }

    /** SHA-256 over name, length and bytes of each file, in the order of the names. */
    public static String hash(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files)
                    .forEach((name, bytes) -> {
                        var nameBytes = name.getBytes(StandardCharsets.UTF_8);
                        digest.update(length(nameBytes.length));
                        digest.update(nameBytes);
                        digest.update(length(bytes.length));
                        digest.update(bytes);
                    });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }
}
