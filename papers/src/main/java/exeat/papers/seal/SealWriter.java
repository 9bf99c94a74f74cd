package exeat.papers.seal;

import exeat.papers.json.Jcs;
import exeat.papers.json.JsonTree;
import exeat.papers.json.JsonTree.Members;
import exeat.papers.json.JsonTree.Real;
import exeat.papers.json.JsonTree.Text;
import exeat.papers.trust.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;

/** Seals travel authorisations. */
public final class SealWriter {

    private SealWriter() {}

    /**
     * The text of the barcode, in canonical form.
     *
     * @param state the code of the issuing state, as the signer's authority is trusted for it
     * @throws IllegalArgumentException if something is not as the format allows, or if it is too
     *     large: no paper leaves that no reader would take
     */
    public static String seal(SealedAuthorisation paper, String state, SigningKey signer) {
        var message = SealMessage.write(paper);
        var reading = SealMessage.read(message);
        if (reading.paper().filter(paper::equals).isEmpty()) {
            throw new IllegalArgumentException("cannot be sealed: " + reading.detail());
        }
        var header =
                Map.<String, JsonTree>of(
                        "t",
                        new Text(SealMessage.TYPE),
                        "v",
                        new Real(SealMessage.VERSION),
                        "is",
                        new Text(state));
        var data =
                new Members(Map.<String, JsonTree>of("hdr", new Members(header), "msg", message));
        var bytes = Jcs.bytes(data);
        var signature = signer.sign(bytes);
        var sealed =
                Map.<String, JsonTree>of(
                        "alg",
                        new Text(SealEnvelope.ALGORITHM),
                        "cer",
                        new Text(encoded(signer.certificate())),
                        "sigvl",
                        new Text(Base64.getUrlEncoder().encodeToString(signature)));
        var whole = Map.<String, JsonTree>of("data", data, "sig", new Members(sealed));
        var text = Jcs.text(new Members(whole));
        if (text.getBytes(StandardCharsets.UTF_8).length > SealEnvelope.MAX_BYTES) {
            throw new IllegalArgumentException("too large for a seal");
        }
        return text;
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not a certificate that can be written", e);
        }
    }
}
