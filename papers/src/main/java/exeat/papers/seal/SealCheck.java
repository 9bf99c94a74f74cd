package exeat.papers.seal;

import exeat.papers.status.ListFault;
import exeat.papers.status.StatusAnswer;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusToken;
import exeat.papers.trust.Signer;
import exeat.papers.trust.SignerAnswer;
import exeat.papers.trust.SignerCheck;
import exeat.papers.trust.SignerFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Says what a seal establishes. First who signed, then whether this is what they signed, then what
 * it says, and last whether it is valid now: so that a forger learns nothing from an answer about a
 * date, and a wrong clock never hides a wrong signature.
 */
public final class SealCheck {

    /** Clocks that are not set by a network differ by minutes. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private SealCheck() {}

    /** What these bytes, of whatever origin, establish here and now. */
    public static SealStatement check(byte[] bytes, VerifierState reader) {
        return switch (SealEnvelope.read(bytes)) {
            case SealEnvelope.Reading.Unreadable(var reason, var detail) ->
                    new SealStatement.Malformed(reason, detail);
            case SealEnvelope.Reading.Read(var envelope) -> signed(envelope, reader);
        };
    }

    private static SealStatement signed(SealEnvelope envelope, VerifierState reader) {
        return switch (SignerCheck.check(
                envelope.certificate(), envelope.state(), reader.trusted())) {
            case SignerAnswer.Refused(var fault) -> refused(fault, Optional.empty());
            case SignerAnswer.Known(var signer) ->
                    signer.hasSigned(envelope.signed(), envelope.signature())
                            ? read(envelope, signer, reader)
                            : new SealStatement.NotEstablished(
                                    SealReason.ALTERED, Optional.empty());
        };
    }

    private static SealStatement read(SealEnvelope envelope, Signer signer, VerifierState reader) {
        if (!envelope.type().equals(SealMessage.TYPE)
                || envelope.version() != SealMessage.VERSION) {
            return new SealStatement.NotEstablished(SealReason.OTHER_TYPE, Optional.empty());
        }
        var message = SealMessage.read(envelope.message());
        return message.paper()
                .map(paper -> timed(paper, signer, reader))
                .orElseGet(() -> new SealStatement.Malformed(message.reason(), message.detail()));
    }

    private static SealStatement timed(
            SealedAuthorisation paper, Signer signer, VerifierState reader) {
        var list = list(paper, signer, reader);
        var status = status(paper, list, reader);
        if (status instanceof StatusAnswer.Revoked) {
            // True whatever the clock says.
            return new SealStatement.NotEstablished(SealReason.REVOKED, Optional.of(paper));
        }
        var past = list.map(StatusToken::issuedAt).orElse(Instant.MIN);
        var known = past.isAfter(reader.knownPast()) ? past : reader.knownPast();
        if (reader.now().plus(TOLERANCE).isBefore(known)) {
            return new SealStatement.UnknownTime(SealReason.CLOCK_BEHIND, Optional.of(paper));
        }
        var fault = signer.faultAt(reader.now());
        if (fault.isPresent()) {
            return refused(fault.get(), Optional.of(paper));
        }
        var today = reader.now().atZone(reader.zone()).toLocalDate();
        if (today.isBefore(paper.from())) {
            return new SealStatement.NotEstablished(SealReason.NOT_YET_VALID, Optional.of(paper));
        }
        return today.isAfter(paper.until())
                ? new SealStatement.NotEstablished(SealReason.EXPIRED, Optional.of(paper))
                : new SealStatement.Established(paper, signer, status);
    }

    /**
     * The newest list with the address that the paper names. It must be of the same state, or one
     * that is trusted for its own papers could revoke those of another.
     */
    private static Optional<StatusToken> list(
            SealedAuthorisation paper, Signer signer, VerifierState reader) {
        if (paper.status().isEmpty()) {
            return Optional.empty();
        }
        var uri = paper.status().get().uri();
        return reader.lists().stream()
                .filter(read -> isOf(signer.authority().state(), read))
                .map(StatusReading.Read::token)
                .filter(token -> token.subject().equals(uri))
                .max(Comparator.comparing(StatusToken::issuedAt));
    }

    private static boolean isOf(String state, StatusReading.Read read) {
        return read.signer().authority().state().equals(state)
                && read.signer().faultAt(read.token().issuedAt()).isEmpty();
    }

    private static StatusAnswer status(
            SealedAuthorisation paper, Optional<StatusToken> list, VerifierState reader) {
        if (paper.status().isEmpty() || list.isEmpty()) {
            return new StatusAnswer.Unknown(ListFault.NOT_GIVEN, Optional.empty());
        }
        return list.get().answer(paper.status().get().index(), reader.now());
    }

    private static SealStatement refused(SignerFault fault, Optional<SealedAuthorisation> paper) {
        return switch (fault) {
            case NOT_A_CERTIFICATE ->
                    new SealStatement.Malformed(SealReason.NOT_A_CERTIFICATE, "not X.509 in DER");
            case NO_AUTHORITY -> new SealStatement.UnknownSigner(SealReason.NO_AUTHORITY);
            case NOT_SIGNED_BY_AUTHORITY ->
                    new SealStatement.UnknownSigner(SealReason.NOT_SIGNED_BY_AUTHORITY);
            case NOT_YET_VALID ->
                    new SealStatement.UnknownTime(SealReason.SIGNER_NOT_YET_VALID, paper);
            case OTHER_STATE -> new SealStatement.NotEstablished(SealReason.OTHER_STATE, paper);
            case WRONG_CURVE -> new SealStatement.NotEstablished(SealReason.WRONG_CURVE, paper);
            case NOT_A_SIGNER -> new SealStatement.NotEstablished(SealReason.NOT_A_SIGNER, paper);
            case WITHDRAWN -> new SealStatement.NotEstablished(SealReason.SIGNER_WITHDRAWN, paper);
            case EXPIRED -> new SealStatement.NotEstablished(SealReason.SIGNER_EXPIRED, paper);
            case AUTHORITY_EXPIRED ->
                    new SealStatement.NotEstablished(SealReason.AUTHORITY_EXPIRED, paper);
        };
    }
}
