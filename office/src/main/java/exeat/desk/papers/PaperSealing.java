package exeat.desk.papers;

import exeat.casework.event.Event;
import exeat.casework.event.TravellerEvent.Authorised;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.PersonName;
import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.BirthDate.Precision;
import exeat.desk.base.Infrastructure;
import exeat.papers.mrz.MachineReadableZone;
import exeat.papers.mrz.MrzDate;
import exeat.papers.mrz.MrzFormat;
import exeat.papers.mrz.MrzName;
import exeat.papers.mrz.MrzWriter;
import exeat.papers.seal.SealWriter;
import exeat.papers.seal.SealedAuthorisation;
import exeat.papers.seal.SealedAuthorisation.SealedPerson;
import exeat.papers.seal.SealedAuthorisation.StatusReference;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.SealKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Seals a travel authorisation when it is issued. Sealed is what the paper says of its bearer, for
 * whom it is readable anyway: number, name, date of birth, nationality, days. Not its purpose, not
 * whether it allows to come back, and nobody else.
 *
 * <p>A paper that cannot be sealed is issued without: a name or a key stops nobody's journey.
 */
public final class PaperSealing {

    private static final System.Logger LOG = System.getLogger(PaperSealing.class.getName());

    private static final String STATELESS = "XXA";
    private static final String NOT_STATED = "XXX";
    private static final String VISA = "V";

    /** Bytes: a longer text would need modules that are too small to be read. */
    private static final int MAX_PRINTED = 2_331;

    private final SealKeys keys;
    private final NoisePlaces noise;
    private final String address;

    /** With the keys of an office, and the address under which it publishes. */
    public static PaperSealing of(Infrastructure in) {
        var keys = Keys.in(in.data());
        return new PaperSealing(
                new SealKeys(keys),
                new NoisePlaces(keys, RevokedPapers.SIZE),
                SealAddress.of(keys, in.config()));
    }

    private PaperSealing(SealKeys keys, NoisePlaces noise, String address) {
        this.keys = keys;
        this.noise = noise;
        this.address = address;
    }

    /** The same events, with seals for the papers that they issue. */
    public List<Event> sealed(List<Event> events, Optional<State> before, Instant now) {
        return events.stream()
                .map(event ->
                        event instanceof Authorised issued
                                        && before.orElse(null) instanceof CaseState state
                                ? sealed(issued, state, now)
                                : event)
                .toList();
    }

    private Event sealed(Authorised issued, CaseState state, Instant now) {
        var traveller =
                Optional.ofNullable(state.travellers().get(issued.traveller())).orElseThrow();
        return new Authorised(
                issued.traveller(),
                issued.number(),
                issued.from(),
                issued.until(),
                issued.reentry(),
                issued.by(),
                seal(issued, traveller.traveller(), now));
    }

    private Optional<PaperSeal> seal(Authorised issued, Traveller traveller, Instant now) {
        var latin = LatinName.of(traveller);
        if (latin.isEmpty()) {
            return Optional.empty();
        }
        try {
            var sealing = keys.sealing(now);
            var place = place(issued);
            var paper = paper(issued, traveller, latin.get().name(), place);
            return Optional.of(
                    new PaperSeal(
                            text(paper, sealing),
                            zone(issued, traveller, latin.get().name(), sealing.state()),
                            latin.get().own(),
                            place));
        } catch (OfficeException | IllegalArgumentException unsealed) {
            // The message of a fault may hold what is in the paper.
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a travel authorisation is issued without a seal: " + unsealed.getClass());
            return Optional.empty();
        }
    }

    /** At random. Whether another paper has it, the database knows: then all is tried again. */
    private PaperSeal.Place place(Authorised issued) {
        var list = RevokedPapers.list(issued.from());
        while (true) {
            int random = ByteBuffer.wrap(Keys.random(Integer.BYTES).array()).getInt();
            int index = random & RevokedPapers.SIZE - 1;
            if (!noise.of(list).containsKey(index)) {
                return new PaperSeal.Place(list, index);
            }
        }
    }

    /** With the name in the person's own script, unless the format has no room for it. */
    private static String text(SealedAuthorisation paper, SealKeys.Sealing sealing) {
        try {
            return sealed(paper, sealing);
        } catch (IllegalArgumentException odd) {
            var person = paper.bearer();
            var plain =
                    new SealedPerson(
                            person.name(),
                            Optional.empty(),
                            person.born(),
                            person.nationality(),
                            person.sex(),
                            person.document());
            return sealed(
                    new SealedAuthorisation(
                            paper.number(),
                            plain,
                            paper.from(),
                            paper.until(),
                            paper.crossings(),
                            paper.places(),
                            paper.minors(),
                            paper.status(),
                            paper.reserved()),
                    sealing);
        }
    }

    private static String sealed(SealedAuthorisation paper, SealKeys.Sealing sealing) {
        var text = SealWriter.seal(paper, sealing.state(), sealing.signer());
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_PRINTED) {
            throw new IllegalArgumentException("longer than the code that is printed");
        }
        return text;
    }

    private SealedAuthorisation paper(
            Authorised issued, Traveller traveller, MrzName name, PaperSeal.Place place) {
        var spelled = String.join(" ", name.primary());
        if (!name.secondary().isEmpty()) {
            spelled += "  " + String.join(" ", name.secondary());
        }
        var own = traveller.names().stream().filter(one -> !one.script().equals("Latn"));
        var bearer =
                new SealedPerson(
                        spelled,
                        own.findFirst().map(PersonName::full),
                        born(traveller.birthDate()),
                        Optional.of(nationality(traveller)),
                        Optional.empty(),
                        Optional.empty());
        return new SealedAuthorisation(
                issued.number(),
                bearer,
                issued.from(),
                issued.until(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                Optional.of(
                        new StatusReference(SealAddress.of(address, place.list()), place.index())),
                Map.of());
    }

    /** The visa of two lines of 44; its number has no room for the prefix and the hyphens. */
    private static String zone(Authorised issued, Traveller traveller, MrzName name, String state) {
        var plain = issued.number().replace("-", "");
        return MrzWriter.write(
                new MachineReadableZone(
                        MrzFormat.MRV_A,
                        VISA,
                        state,
                        plain.substring("TA".length()),
                        nationality(traveller),
                        zone(traveller.birthDate()),
                        MachineReadableZone.Sex.UNSPECIFIED,
                        MrzDate.of(issued.until()),
                        name,
                        "",
                        ""));
    }

    /** As much as all the days have in common that it can be. */
    private static Optional<String> born(BirthDate born) {
        var common = common(born);
        return Optional.of(common.text()).filter(_ -> common.precision() != Precision.BETWEEN);
    }

    /** Likewise; what is unknown are fillers (Doc 9303 part 3, section 4.8). */
    private static MrzDate zone(BirthDate born) {
        var common = common(born);
        var whole = MrzDate.of(common.earliest());
        return switch (common.precision()) {
            case DAY -> whole;
            case MONTH -> new MrzDate(whole.year(), whole.month(), OptionalInt.empty());
            case YEAR -> new MrzDate(whole.year(), OptionalInt.empty(), OptionalInt.empty());
            case BETWEEN -> MrzDate.unknown();
        };
    }

    private static BirthDate common(BirthDate born) {
        var day = born.earliest();
        return Stream.of(
                        BirthDate.of(day),
                        BirthDate.of(YearMonth.from(day)),
                        BirthDate.of(Year.from(day)))
                .filter(wider -> wider.mayBe(born.earliest()) && wider.mayBe(born.latest()))
                .findFirst()
                .orElse(born);
    }

    /** By the codes of Doc 9303 part 3, section 5. */
    private static String nationality(Traveller traveller) {
        return switch (traveller.nationality()) {
            case "none" -> STATELESS;
            // The one state that has a code of its own there.
            case "DE" -> "D";
            default -> {
                try {
                    yield Locale.of("", traveller.nationality()).getISO3Country();
                } catch (MissingResourceException unknown) {
                    yield NOT_STATED;
                }
            }
        };
    }
}
