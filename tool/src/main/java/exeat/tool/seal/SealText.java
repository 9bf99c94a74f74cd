package exeat.tool.seal;

import exeat.papers.seal.SealStatement;
import exeat.papers.seal.SealedAuthorisation;
import exeat.papers.seal.SealedAuthorisation.SealedPerson;
import exeat.papers.seal.VerifierState;
import exeat.papers.status.ListFault;
import exeat.papers.status.StatusAnswer;
import exeat.papers.status.StatusReading;
import exeat.papers.trust.Signer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * A statement in words. Of the bytes it shows only what the format has checked, so that no paper
 * writes lines of its own.
 */
final class SealText {

    private static final String OF_NOBODY =
            "This paper could not be verified. That says nothing about the person who holds it.\n";

    private SealText() {}

    static String of(SealStatement statement, VerifierState reader) {
        return switch (statement) {
            case SealStatement.Established(var paper, var signer, var status) ->
                    established(signer) + paper(paper) + revocation(status, reader.now());
            case SealStatement.NotEstablished(var reason, var paper) ->
                    "Not established: "
                            + reason.words()
                            + ".\n"
                            + paper.map(SealText::paper).orElse("")
                            + OF_NOBODY;
            case SealStatement.UnknownSigner(var reason) ->
                    "Unknown signer: "
                            + reason.words()
                            + ".\n"
                            + "It may be a paper of a state whose authority you have not given.\n"
                            + OF_NOBODY;
            case SealStatement.UnknownTime(var reason, var paper) ->
                    "Not known: "
                            + reason.words()
                            + ".\n"
                            + paper.map(SealText::paper).orElse("")
                            + "Set the clock and check again.\n";
            case SealStatement.Malformed(var reason, var detail) ->
                    "Not readable: " + reason.words() + " (" + detail + ").\n" + OF_NOBODY;
        };
    }

    private static String established(Signer signer) {
        return "Established: a travel authorisation of %s, signed with certificate %s.\n"
                .formatted(
                        signer.authority().state(),
                        signer.certificate().getSerialNumber().toString(16));
    }

    private static String paper(SealedAuthorisation paper) {
        var text = new StringBuilder();
        line(text, "Number", paper.number());
        person(text, "Bearer", paper.bearer());
        line(text, "Valid", paper.from() + " to " + paper.until());
        paper.crossings().ifPresent(count -> line(text, "Crossings", String.valueOf(count)));
        if (!paper.places().isEmpty()) {
            line(text, "Places", String.join("; ", paper.places()));
        }
        paper.minors().forEach(minor -> person(text, "Minor", minor));
        return text.toString();
    }

    private static void person(StringBuilder text, String who, SealedPerson person) {
        line(text, who, person.name() + person.ownName().map(own -> " (" + own + ")").orElse(""));
        person.born().ifPresent(born -> line(text, "  born", born));
        person.nationality().ifPresent(code -> line(text, "  nationality", code));
        person.sex().ifPresent(sex -> line(text, "  sex", sex));
        person.document().ifPresent(number -> line(text, "  passport", number));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String revocation(StatusAnswer status, Instant now) {
        return switch (status) {
            case StatusAnswer.NotRevoked(var asOf) ->
                    "Revocation: it had not been revoked when the list was made, "
                            + age(asOf, now)
                            + " ago ("
                            + asOf
                            + ").\n";
            case StatusAnswer.Unknown(var fault, var asOf) ->
                    "Revocation: not known, because "
                            + words(fault)
                            + asOf.map(made -> " (made " + age(made, now) + " ago, " + made + ")")
                                    .orElse("")
                            + ".\n";
            case StatusAnswer.Revoked(var asOf) -> "Revocation: revoked by " + asOf + ".\n";
        };
    }

    /** The age in its largest unit, rounded down; nothing is newer than now. */
    private static String age(Instant made, Instant now) {
        var age = made.isAfter(now) ? Duration.ZERO : Duration.between(made, now);
        for (var unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            long count = age.dividedBy(unit.getDuration());
            if (count > 0) {
                var name = unit.toString().toLowerCase(Locale.ROOT);
                return count + " " + (count == 1 ? name.substring(0, name.length() - 1) : name);
            }
        }
        return "less than a minute";
    }

    static String unused(String file, StatusReading.Unreadable none) {
        return "List "
                + file.replaceAll("\\p{Cntrl}", "?")
                + " is not used: "
                + words(none.fault())
                + ".\n";
    }

    private static String words(ListFault fault) {
        return switch (fault) {
            case NOT_GIVEN -> "there is no list of these papers";
            case TOO_LARGE -> "it is larger than a list can be";
            case NOT_CBOR, NOT_A_LIST -> "it is not a signed status list";
            case OTHER_ALGORITHM -> "it is signed in another way than ES256";
            case UNKNOWN_SIGNER -> "no authority that you gave vouches for its signer";
            case ALTERED -> "its signature does not match";
            case NOT_UNPACKED -> "its contents cannot be unpacked";
            case TOO_SHORT -> "the list does not reach to this paper";
            case EXPIRED -> "the list has expired";
            case OTHER_STATUS -> "the list says something else of this paper";
        };
    }
}
