package exeat.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes as a value: compared by content, never printed. In JSON they are base64. */
public final class Bytes {

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    public static Bytes of(byte[] value) {
        return new Bytes(value.clone());
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Bytes fromBase64(String text) {
        return new Bytes(Base64.getMimeDecoder().decode(text));
    }

    public byte[] array() {
        return value.clone();
    }

    public int length() {
        return value.length;
    }

    public void into(ByteBuffer buffer) {
        buffer.put(value);
    }

    public boolean startsWith(byte first) {
        return value.length > 0 && value[0] == first;
    }

    public Bytes then(Bytes more) {
        var both = Arrays.copyOf(value, value.length + more.value.length);
        System.arraycopy(more.value, 0, both, value.length, more.value.length);
        return new Bytes(both);
    }

    public boolean startsWith(Bytes start) {
        int length = start.value.length;
        return length <= value.length && Arrays.equals(value, 0, length, start.value, 0, length);
    }

    public Bytes sha256() {
        try {
            return new Bytes(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @JsonValue
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** In a time that does not tell where they differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && MessageDigest.isEqual(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return value.length + " bytes";
    }
}
