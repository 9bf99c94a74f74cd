package exeat.tool.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * A command's input, output and clock.
 *
 * @param err what people read: never buffered
 * @param terminal whether {@code err} is one, so that progress is shown
 */
public record CommandIo(
        InputStream in, OutputStream out, PrintStream err, boolean terminal, InstantSource clock) {

    public static CommandIo ofProcess() {
        var out = new Pipe(new java.io.FileOutputStream(java.io.FileDescriptor.out));
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new CommandIo(
                System.in, out, err, Boolean.getBoolean("exeat.terminal"), InstantSource.system());
    }

    /** A file, or standard input for {@code -}. */
    public InputStream open(String file) {
        if (file.equals("-")) {
            return new FilterInputStream(in) {
                @Override
                public void close() {} // Standard input is not ours to close.
            };
        }
        try {
            if (Files.isDirectory(Path.of(file))) {
                throw new UsageError(file + ": is a folder");
            }
            return Files.newInputStream(Path.of(file));
        } catch (IOException e) {
            throw new UsageError(file + ": cannot be read", e);
        }
    }

    /**
     * A new password: from the terminal, twice and unseen, or else the first line of the input.
     *
     * @throws UsageError when there is none, or the two are not the same
     */
    public String newPassword() throws IOException {
        var terminals = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminals.isEmpty()) {
            var line = new BufferedReader(new InputStreamReader(in, utf8())).readLine();
            if (line == null || line.isEmpty()) {
                throw new UsageError(
                        "a password is missing: give it as the first line of the input");
            }
            return line;
        }
        var console = terminals.get();
        var first = console.readPassword("Password: ");
        var again = console.readPassword("Repeat the password: ");
        if (first == null || !Arrays.equals(first, again)) {
            throw new UsageError("the two passwords do not match");
        }
        return new String(first);
    }

    /** Rejects invalid bytes, because they would change the password. */
    private static CharsetDecoder utf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Writes text, all of it or the failure. */
    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The reader of the output has stopped; this is not a fault and is not reported. */
    public static final class PipeClosed extends IOException {

        private static final long serialVersionUID = 1L;

        public PipeClosed(IOException cause) {
            super("the program that read the output has stopped", cause);
        }
    }

    /** Distinguishes a closed reader from a full disk. */
    private static final class Pipe extends OutputStream {

        private final OutputStream target;

        Pipe(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                target.write(bytes, offset, length);
            } catch (IOException e) {
                throw "Broken pipe".equals(e.getMessage()) ? new PipeClosed(e) : e;
            }
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }

    /** A whole file, in UTF-8. */
    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageError(file + ": cannot be read", e);
        }
    }
}
