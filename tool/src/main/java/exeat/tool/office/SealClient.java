package exeat.tool.office;

import exeat.store.key.SealKeys;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** The keys that seal the papers of an office, for an operator. */
public final class SealClient {

    private SealClient() {}

    /** The authorities and the signer, a line each. */
    public static String keys(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    var papers = office.revokedPapers();
                    var authorities =
                            papers.authorities().stream()
                                    .map(each -> line("authority", papers.state(), each))
                                    .collect(Collectors.joining());
                    var signer = papers.keys().sealing(papers.now()).certificate();
                    var utopia =
                            papers.state().equals(SealKeys.UTOPIA)
                                    ? "UTO is the state of specimens, and no post takes its papers."
                                            + " Write the code of your state in the file seal.state"
                                            + " of the keys, then: ./exeat seal keys succeed\n"
                                    : "";
                    return authorities + line("signer", papers.state(), signer) + utopia;
                });
    }

    private static String line(String what, String state, X509Certificate certificate) {
        return "%-10s %-3s %s  %s to %s\n"
                .formatted(
                        what,
                        state,
                        certificate.getSerialNumber().toString(16),
                        day(certificate.getNotBefore().toInstant()),
                        day(certificate.getNotAfter().toInstant()));
    }

    private static String day(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    }

    public static String rotated(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    OperatorActs.acting(options, office, "seal keys rotate");
                    var papers = office.revokedPapers();
                    return line("signer", papers.state(), papers.keys().rotate(papers.now()));
                });
    }

    public static String succeeded(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    OperatorActs.acting(options, office, "seal keys succeed");
                    var papers = office.revokedPapers();
                    return line("authority", papers.state(), papers.keys().succeed(papers.now()));
                });
    }
}
