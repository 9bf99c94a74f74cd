package exeat.papers.status;

import exeat.papers.trust.Es256;
import exeat.papers.trust.Signer;
import exeat.papers.trust.SignerAnswer;
import exeat.papers.trust.SignerCheck;
import exeat.papers.trust.TrustedAuthority;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Signs and reads lists as CWT in COSE_Sign1 (RFC 8392, RFC 9052), with the signer's certificate in
 * the protected header (x5chain, RFC 9360).
 */
public final class StatusTokens {

    /** A list of ten million papers with a revoked one in ten has 0.7 MB. */
    private static final int MAX_LENGTH = 4 * 1024 * 1024;

    private static final String TYPE = "application/statuslist+cwt";
    private static final long SIGN1 = 18;
    private static final int ES256 = -7;

    private static final int ALGORITHM = 1;
    private static final int CRITICAL = 2;
    private static final int TYPE_LABEL = 16;
    private static final int CHAIN = 33;

    private static final int SUBJECT = 2;
    private static final int EXPIRES = 4;
    private static final int ISSUED = 6;
    private static final int LIST = 65_533;
    private static final int TTL = 65_534;

    /** The year 9999, after which dates have another form. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private StatusTokens() {}

    /**
     * Signs a list.
     *
     * @throws IllegalArgumentException if the key is not the certificate's
     */
    public static byte[] sign(StatusToken token, X509Certificate signer, PrivateKey key) {
        var header = new LinkedHashMap<CborItem, CborItem>();
        header.put(whole(ALGORITHM), whole(ES256));
        header.put(whole(TYPE_LABEL), new CborItem.Text(TYPE));
        header.put(whole(CHAIN), new CborItem.Octets(encoded(signer)));
        var claims = new LinkedHashMap<CborItem, CborItem>();
        claims.put(whole(SUBJECT), new CborItem.Text(token.subject()));
        claims.put(whole(ISSUED), whole(token.issuedAt().getEpochSecond()));
        token.expires().ifPresent(time -> claims.put(whole(EXPIRES), whole(time.getEpochSecond())));
        token.ttl().ifPresent(seconds -> claims.put(whole(TTL), whole(seconds)));
        var list = new LinkedHashMap<CborItem, CborItem>();
        list.put(new CborItem.Text("bits"), whole(token.list().bits()));
        list.put(new CborItem.Text("lst"), new CborItem.Octets(token.list().compressed()));
        claims.put(whole(LIST), new CborItem.Entries(list));

        var protectedHeader = CborWriter.bytes(new CborItem.Entries(header));
        var payload = CborWriter.bytes(new CborItem.Entries(claims));
        var signed = signed(protectedHeader, payload);
        var signature = Es256.sign(key, signed);
        if (!Es256.isSigned(signer.getPublicKey(), signed, signature)) {
            throw new IllegalArgumentException("the key is not the certificate's");
        }
        return CborWriter.bytes(
                new CborItem.Tagged(
                        SIGN1,
                        new CborItem.Items(
                                List.of(
                                        new CborItem.Octets(protectedHeader),
                                        new CborItem.Entries(Map.of()),
                                        new CborItem.Octets(payload),
                                        new CborItem.Octets(signature)))));
    }

    /** Reads the list of a state; whether its signer's time is over is not asked here. */
    public static StatusReading read(byte[] bytes, String state, List<TrustedAuthority> trusted) {
        if (bytes.length > MAX_LENGTH) {
            return new StatusReading.Unreadable(ListFault.TOO_LARGE);
        }
        var item = CborReader.read(bytes);
        if (item.isEmpty()) {
            return new StatusReading.Unreadable(ListFault.NOT_CBOR);
        }
        if (!(item.get() instanceof CborItem.Tagged(long tag, CborItem.Items(var parts)))
                || tag != SIGN1
                || parts.size() != 4
                || !(parts.get(0) instanceof CborItem.Octets(var protectedHeader))
                || !(parts.get(1) instanceof CborItem.Entries unprotected)
                || !(parts.get(2) instanceof CborItem.Octets(var payload))
                || !(parts.get(3) instanceof CborItem.Octets(var signature))
                || !(CborReader.read(protectedHeader).orElse(new CborItem.Other())
                        instanceof CborItem.Entries header)) {
            return new StatusReading.Unreadable(ListFault.NOT_A_LIST);
        }
        var fault = header(header);
        if (fault.isPresent()) {
            return new StatusReading.Unreadable(fault.get());
        }
        var certificate = certificate(header).or(() -> certificate(unprotected));
        return certificate
                .map(der ->
                        switch (SignerCheck.check(der, state, trusted)) {
                            case SignerAnswer.Refused(var why) ->
                                    new StatusReading.Unreadable(
                                            ListFault.UNKNOWN_SIGNER, Optional.of(why));
                            case SignerAnswer.Known(var signer) ->
                                    signer.hasSigned(signed(protectedHeader, payload), signature)
                                            ? claims(payload, signer)
                                            : new StatusReading.Unreadable(ListFault.ALTERED);
                        })
                .orElseGet(() -> new StatusReading.Unreadable(ListFault.NOT_A_LIST));
    }

    private static Optional<ListFault> header(CborItem.Entries header) {
        if (!(header.find(ALGORITHM).orElse(new CborItem.Other())
                        instanceof CborItem.Whole(long algorithm))
                || algorithm != ES256) {
            return Optional.of(ListFault.OTHER_ALGORITHM);
        }
        boolean list =
                header.find(TYPE_LABEL).filter(new CborItem.Text(TYPE)::equals).isPresent()
                        && header.find(CRITICAL).isEmpty();
        return list ? Optional.empty() : Optional.of(ListFault.NOT_A_LIST);
    }

    /** The signer's own certificate, which is the first if there are several. */
    private static Optional<byte[]> certificate(CborItem.Entries header) {
        return header.find(CHAIN)
                .map(chain ->
                        chain instanceof CborItem.Items(var all) && !all.isEmpty()
                                ? all.getFirst()
                                : chain)
                .flatMap(first ->
                        first instanceof CborItem.Octets(var der)
                                ? Optional.of(der)
                                : Optional.empty());
    }

    private static StatusReading claims(byte[] payload, Signer signer) {
        if (!(CborReader.read(payload).orElse(new CborItem.Other())
                        instanceof CborItem.Entries claims)
                || !(claims.find(SUBJECT).orElse(new CborItem.Other())
                        instanceof CborItem.Text(var subject))
                || !(claims.find(LIST).orElse(new CborItem.Other())
                        instanceof CborItem.Entries list)
                || !(list.find("bits").orElse(new CborItem.Other())
                        instanceof CborItem.Whole(long bits))
                || !(list.find("lst").orElse(new CborItem.Other())
                        instanceof CborItem.Octets(var compressed))
                || seconds(claims, ISSUED).isEmpty()
                || isBroken(claims, EXPIRES)
                || isBroken(claims, TTL)) {
            return new StatusReading.Unreadable(ListFault.NOT_A_LIST);
        }
        int width = bits > Byte.SIZE ? 0 : (int) bits;
        return StatusList.inflate(width, compressed, StatusList.MAX_BYTES)
                .<StatusReading>map(inflated ->
                        new StatusReading.Read(
                                new StatusToken(
                                        subject,
                                        Instant.ofEpochSecond(seconds(claims, ISSUED).orElse(0)),
                                        time(claims),
                                        seconds(claims, TTL),
                                        inflated),
                                signer))
                .orElseGet(() -> new StatusReading.Unreadable(ListFault.NOT_UNPACKED));
    }

    private static Optional<Instant> time(CborItem.Entries claims) {
        var seconds = seconds(claims, EXPIRES);
        return seconds.isPresent()
                ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong()))
                : Optional.empty();
    }

    private static boolean isBroken(CborItem.Entries claims, int label) {
        return claims.find(label).isPresent() && seconds(claims, label).isEmpty();
    }

    private static OptionalLong seconds(CborItem.Entries claims, int label) {
        return claims.find(label).orElse(new CborItem.Other()) instanceof CborItem.Whole(long value)
                        && value >= 0
                        && value <= MAX_SECONDS
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    /** What is under the signature (RFC 9052, section 4.4). */
    private static byte[] signed(byte[] protectedHeader, byte[] payload) {
        return CborWriter.bytes(
                new CborItem.Items(
                        List.of(
                                new CborItem.Text("Signature1"),
                                new CborItem.Octets(protectedHeader),
                                new CborItem.Octets(new byte[0]),
                                new CborItem.Octets(payload))));
    }

    private static CborItem whole(long value) {
        return new CborItem.Whole(value);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate that can be written", e);
        }
    }
}
