package exeat.papers.seal;

import exeat.papers.seal.SealedAuthorisation.SealedPerson;
import exeat.papers.seal.SealedAuthorisation.StatusReference;
import exeat.papers.status.StatusList;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusToken;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.MadeAuthority;
import exeat.papers.trust.MadeAuthority.MadeSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Utopia, its signer, a paper and a reader of papers. */
final class Sample {

    static final String STATE = "UTO";
    static final String LIST = "https://papers.example/status/1";
    static final long INDEX = 4711;
    static final int PAPERS = 10_000;
    static final Instant NOW = Instant.parse("2026-12-02T09:00:00Z");
    static final MadeAuthority UTOPIA = MadeAuthority.named("Utopia CSCA");
    static final MadeSigner SIGNER = UTOPIA.signer();

    private Sample() {}

    static SealedAuthorisation paper() {
        return paper(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 3, 1));
    }

    static SealedAuthorisation paper(LocalDate from, LocalDate until) {
        return paper("Эрикссон Анна Мария", from, until);
    }

    static SealedAuthorisation named(String ownName) {
        return paper(ownName, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 3, 1));
    }

    private static SealedAuthorisation paper(String ownName, LocalDate from, LocalDate until) {
        return new SealedAuthorisation(
                "TA-7K3M-9Q2P",
                bearer(ownName),
                from,
                until,
                OptionalInt.of(1),
                List.of("Tumen", "훈춘"),
                List.of(minor()),
                Optional.of(new StatusReference(LIST, INDEX)),
                Map.of("pt", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"));
    }

    private static SealedPerson minor() {
        return new SealedPerson(
                "ERIKSSON  LARS",
                Optional.empty(),
                Optional.of("2015-05-30"),
                Optional.of("UTO"),
                Optional.empty(),
                Optional.empty());
    }

    private static SealedPerson bearer(String ownName) {
        return new SealedPerson(
                "ERIKSSON  ANNA MARIA",
                Optional.of(ownName),
                Optional.of("1974-08"),
                Optional.of("UTO"),
                Optional.of("F"),
                Optional.of("L898902C3"));
    }

    static String seal() {
        return sealed(paper());
    }

    static String sealed(SealedAuthorisation paper) {
        return SealWriter.seal(paper, STATE, SIGNER.signing());
    }

    static VerifierState reader() {
        return reader(NOW);
    }

    static VerifierState reader(Instant now) {
        return new VerifierState(
                List.of(UTOPIA.trustedFor(STATE)), List.of(), now, Instant.MIN, ZoneOffset.UTC);
    }

    static VerifierState with(VerifierState reader, StatusReading.Read list) {
        return new VerifierState(
                reader.trusted(), List.of(list), reader.now(), reader.knownPast(), reader.zone());
    }

    /** A list that was made at a time, with these revoked. */
    static StatusReading.Read list(Instant made, int... revoked) {
        return list(UTOPIA, STATE, made, revoked);
    }

    static StatusReading.Read list(
            MadeAuthority authority, String state, Instant made, int... revoked) {
        var signer = authority.signer();
        var token =
                new StatusToken(
                        LIST,
                        made,
                        Optional.of(made.plusSeconds(7 * 86_400)),
                        OptionalLong.of(3_600),
                        StatusList.revoking(PAPERS, IntStream.of(revoked)));
        var bytes = StatusTokens.sign(token, signer.certificate(), signer.key());
        return (StatusReading.Read)
                StatusTokens.read(bytes, state, List.of(authority.trustedFor(state)));
    }

    static SealStatement check(String seal, VerifierState reader) {
        return SealCheck.check(seal.getBytes(StandardCharsets.UTF_8), reader);
    }

    static SealStatement check(String seal) {
        return check(seal, reader());
    }
}
