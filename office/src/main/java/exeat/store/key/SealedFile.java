package exeat.store.key;

import exeat.store.Bytes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A file of records that only its owner can read, and nobody without the keys: frames of about 64
 * kB, each sealed for its place in this file, under a key of the file's own that stands at its
 * head, wrapped. What is written is there after {@link FrameWriter#flush}; whatever follows its
 * length is not.
 */
public final class SealedFile {

    private static final int FRAME = 1 << 16;
    private static final int MAX_RECORD = 1 << 26;

    private SealedFile() {}

    /** How far a file is written. */
    public record Mark(long length, long frames) {}

    /** Writes records; for one thread. */
    public static final class FrameWriter implements AutoCloseable {
        private final FileChannel channel;
        private final DataOutputStream out;
        private final Vault.StreamKey key;
        private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
        private long frames;

        private FrameWriter(FileChannel channel, Vault.StreamKey key, long frames) {
            this.channel = channel;
            this.out =
                    new DataOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel)));
            this.key = key;
            this.frames = frames;
        }

        public void write(byte[] record) throws IOException {
            write(record, record.length);
        }

        /** The first bytes of an array as a record. */
        public void write(byte[] record, int length) throws IOException {
            frame.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
            frame.write(record, 0, length);
            if (frame.size() >= FRAME) {
                seal();
            }
        }

        private void seal() throws IOException {
            if (frame.size() > 0) {
                frames++;
                var sealed = key.sealEvent(frames, Bytes.of(frame.toByteArray())).array();
                out.writeInt(sealed.length);
                out.write(sealed);
                frame.reset();
            }
        }

        /** Everything so far is on the disk, and this is how far it goes. */
        public Mark flush() throws IOException {
            seal();
            out.flush();
            channel.force(false);
            return new Mark(channel.position(), frames);
        }

        @Override
        public void close() throws IOException {
            seal();
            out.close();
        }
    }

    /** A new file. Its name is part of what it is sealed for. */
    public static FrameWriter create(Path file, Vault vault, String name) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        var key = vault.newKey(name);
        var writer = new FrameWriter(channel, key, 0);
        var wrapped = key.wrapped().array();
        writer.out.writeInt(wrapped.length);
        writer.out.write(wrapped);
        return writer;
    }

    /** Goes on after a mark; what follows it is cut off. */
    public static FrameWriter append(Path file, Vault vault, String name, Mark after)
            throws IOException {
        Vault.StreamKey key;
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            key = key(in, vault, name);
        }
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(after.length());
        channel.position(after.length());
        return new FrameWriter(channel, key, after.frames());
    }

    private static Vault.StreamKey key(DataInputStream in, Vault vault, String name)
            throws IOException {
        return vault.unwrap(name, Bytes.of(read(in)), java.util.Map.of());
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_RECORD) {
            throw new IOException("a sealed file is damaged");
        }
        var bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** Reads records; for one thread. */
    public static final class FrameReader implements AutoCloseable {
        private final DataInputStream in;
        private final Vault.StreamKey key;
        private ByteBuffer frame = ByteBuffer.allocate(0);
        private long frames;

        private FrameReader(DataInputStream in, Vault.StreamKey key) {
            this.in = in;
            this.key = key;
        }

        /** The next record; empty at the end. */
        public Optional<byte[]> next() throws IOException {
            if (!frame.hasRemaining()) {
                byte[] sealed;
                try {
                    sealed = read(in);
                } catch (EOFException end) {
                    return Optional.empty();
                }
                frames++;
                frame = ByteBuffer.wrap(key.openEvent(frames, Bytes.of(sealed)).array());
            }
            var record = new byte[frame.getInt()];
            frame.get(record);
            return Optional.of(record);
        }

        /** All records as one stream of bytes. */
        public InputStream stream() {
            return new InputStream() {
                private ByteBuffer record = ByteBuffer.allocate(0);

                private boolean fill() throws IOException {
                    while (!record.hasRemaining()) {
                        var next = next();
                        if (next.isEmpty()) {
                            return false;
                        }
                        record = ByteBuffer.wrap(next.get());
                    }
                    return true;
                }

                @Override
                public int read() throws IOException {
                    return fill() ? record.get() & 0xff : -1;
                }

                @Override
                public int read(byte[] to, int at, int length) throws IOException {
                    if (length == 0) {
                        return 0;
                    }
                    if (!fill()) {
                        return -1;
                    }
                    int n = Math.min(length, record.remaining());
                    record.get(to, at, n);
                    return n;
                }
            };
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    public static FrameReader open(Path file, Vault vault, String name) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), FRAME));
        try {
            return new FrameReader(in, key(in, vault, name));
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }
}
