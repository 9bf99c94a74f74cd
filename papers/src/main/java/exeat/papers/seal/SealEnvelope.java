package exeat.papers.seal;

import exeat.papers.json.Jcs;
import exeat.papers.json.JsonReader;
import exeat.papers.json.JsonReading;
import exeat.papers.json.JsonTree;
import exeat.papers.json.JsonTree.Members;
import exeat.papers.trust.Es256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The envelope of VDS-NC: header, message and signature of any use case, not yet believed. */
public final class SealEnvelope {

    /** Bytes: more than two of the largest QR codes. */
    public static final int MAX_BYTES = 8 * 1024;

    static final String ALGORITHM = "ES256";

    private final Members data;
    private final Members header;
    private final Members message;
    private final byte[] certificate;
    private final byte[] signature;

    private SealEnvelope(
            Members data, Members header, Members message, byte[] certificate, byte[] signature) {
        this.data = data;
        this.header = header;
        this.message = message;
        this.certificate = certificate;
        this.signature = signature;
    }

    /** What a reader made of bytes. */
    public sealed interface Reading {

        record Read(SealEnvelope envelope) implements Reading {}

        /** With what is wrong in English, which holds nothing of the bytes. */
        record Unreadable(SealReason reason, String detail) implements Reading {}
    }

    /** Reads what a barcode held; white space around it doesn't matter. */
    public static Reading read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return unreadable(SealReason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            return unreadable(SealReason.NOT_UTF8, "bytes that are no character");
        }
        return switch (JsonReader.read(text)) {
            case JsonReading.Unreadable(int at, var what) ->
                    unreadable(SealReason.NOT_JSON, "at character " + (at + 1) + ": " + what);
            case JsonReading.Read(Members whole) -> parts(whole);
            case JsonReading.Read other -> unreadable(SealReason.NOT_A_SEAL, "not an object");
        };
    }

    private static Reading parts(Members whole) {
        var data = whole.members("data");
        var header = data.flatMap(found -> found.members("hdr"));
        var message = data.flatMap(found -> found.members("msg"));
        var sealed = whole.members("sig");
        if (header.isEmpty() || message.isEmpty() || sealed.isEmpty()) {
            return unreadable(SealReason.NOT_A_SEAL, "\"data\" or \"sig\" is not there");
        }
        boolean named =
                header.get().text("t").isPresent()
                        && header.get().text("is").isPresent()
                        && version(header.get()) > 0;
        var algorithm = sealed.get().text("alg");
        var certificate = sealed.get().text("cer");
        var signature = sealed.get().text("sigvl");
        if (!named || algorithm.isEmpty() || certificate.isEmpty() || signature.isEmpty()) {
            return unreadable(SealReason.NOT_A_SEAL, "\"hdr\" or \"sig\" is not whole");
        }
        if (!algorithm.get().equals(ALGORITHM)) {
            return unreadable(SealReason.OTHER_ALGORITHM, "\"alg\" is not ES256");
        }
        var der = decoded(certificate.get());
        var value = decoded(signature.get());
        if (der.isEmpty() || value.isEmpty()) {
            var which = der.isEmpty() ? "\"cer\"" : "\"sigvl\"";
            return unreadable(SealReason.NOT_BASE64URL, which + " is not base64url");
        }
        if (value.get().length != Es256.LENGTH) {
            return unreadable(
                    SealReason.NOT_A_SIGNATURE, "it has " + value.get().length + " bytes");
        }
        if (!Es256.isInRange(value.get())) {
            return unreadable(SealReason.IMPOSSIBLE_SIGNATURE, "r or s is 0 or too large");
        }
        return new Reading.Read(
                new SealEnvelope(
                        data.orElseThrow(), header.get(), message.get(), der.get(), value.get()));
    }

    /** With or without padding, as VDS-NC is seen with both; else there is one way to write it. */
    private static Optional<byte[]> decoded(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var again = Base64.getUrlEncoder().encodeToString(bytes);
            boolean same = again.equals(text) || again.replace("=", "").equals(text);
            return same ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static int version(Members header) {
        return header.find("v").orElse(new JsonTree.Nothing()) instanceof JsonTree.Real real
                        && real.isWhole()
                        && real.value() < Short.MAX_VALUE
                ? (int) real.value()
                : 0;
    }

    private static Reading unreadable(SealReason reason, String detail) {
        return new Reading.Unreadable(reason, detail);
    }

    /** The use case, such as {@code icao.vacc}. */
    public String type() {
        return header.text("t").orElseThrow();
    }

    public int version() {
        return version(header);
    }

    /** The code of the issuing state. */
    public String state() {
        return header.text("is").orElseThrow();
    }

    public Members message() {
        return message;
    }

    /** The signer's certificate, if it is one. */
    public byte[] certificate() {
        return Arrays.copyOf(certificate, certificate.length);
    }

    /** r and s. */
    public byte[] signature() {
        return Arrays.copyOf(signature, signature.length);
    }

    /** What is under the signature: the canonical form of {@code data}. */
    public byte[] signed() {
        return Jcs.bytes(data);
    }
}
