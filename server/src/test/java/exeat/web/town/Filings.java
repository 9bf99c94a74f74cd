package exeat.web.town;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure.Whole;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.write.Reply;
import exeat.rules.finding.Purpose;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.SecureTokens;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applications that stand where a journey begins: filed and moved through the desk. */
@Singleton
public final class Filings {

    public static final TravellerNo ONE = new TravellerNo(1);

    /** Whom the first route approves in general. */
    public static final Map<String, String> SETTLER =
            Map.of(
                    "asked to return", "false",
                    "applied to build", "true",
                    "relations in Korea", "true",
                    "ethnicity", "korean");

    /** Whom no rule covers. */
    public static final Map<String, String> NOBODY = MadeUp.ANSWERS.uncovered();

    /** How everybody here is called, the long ones first. */
    public static final List<String> NAMES =
            List.of(
                    "하늘별님구름햇살누리",
                    "남궁",
                    "Namgung-Wolfeschlegelsteinhausen",
                    "Haneulbyeolnim",
                    "Ri Yong Hui",
                    "Kim Sun I");

    private final Town town;

    public Filings(Town town) {
        this.town = town;
    }

    /** An application, with the secret of whoever filed it. */
    public record Filing(CaseId id, String number, String secret) {
        public String address() {
            return CaseAddress.of(id);
        }
    }

    public Filing file(Optional<PersonName> principal, Traveller... travellers) {
        var session = town.office().authentication().anonymousSession();
        var draft = new ApplicationDraft(Channel.WEB, principal, List.of(travellers));
        var filed = town.office().desk().apply(session, SecureTokens.fresh(), draft);
        var done = (Reply.Done) filed.reply();
        return new Filing(
                (CaseId) done.stream(), filed.number().orElseThrow(), filed.secret().orElseThrow());
    }

    /** One adult's own, confirmed. */
    public Filing confirmed(Traveller traveller) {
        var filing = file(Optional.empty(), traveller);
        confirm(filing, filing.secret(), ONE, traveller.purpose());
        return filing;
    }

    /** The token of whoever filed it, signed in. */
    public String party(Filing filing) {
        return town.office()
                .authentication()
                .signInTraveller(filing.number(), filing.secret())
                .orElseThrow()
                .token();
    }

    public void confirm(Filing filing, String secret, TravellerNo no, Purpose purpose) {
        var party =
                town.office()
                        .authentication()
                        .signInTraveller(filing.number(), secret)
                        .orElseThrow();
        var command =
                new TravellerCommand.Confirm(
                        filing.id(), no, town.directive().purposes().givesUp(purpose));
        town.done(town.office().desk().handle(party, SecureTokens.fresh(), command), "confirm");
    }

    /** Two officers of Yanji's office hand a person their own secret, each one part of it. */
    public String secret(Filing filing, int no) {
        var desk = town.office().desk();
        var to = new TravellerNo(no);
        var first = town.session("jl-yanji-fa", 1);
        var asked = desk.askForSecret(first, SecureTokens.fresh(), filing.id(), to, "a passport");
        int request = asked.request().orElseThrow();
        var second = town.session("jl-yanji-fa", 2);
        var issued =
                desk.issueSecret(
                        second, SecureTokens.fresh(), filing.id(), to, request, "the face");
        return asked.part().orElseThrow() + "-" + issued.part().orElseThrow();
    }

    /** The first officer of Yanji's office says why they decide it now: nobody asks them again. */
    public void taken(Filing filing) {
        var jump =
                new TravellerCommand.TakeOutOfOrder(
                        filing.id(),
                        ONE,
                        "decide",
                        exeat.casework.state.CaseHandling.OutOfOrderReason.AT_THE_COUNTER,
                        "");
        var session = town.session("jl-yanji-fa", 1);
        town.done(town.office().workQueue().recordJump(session, SecureTokens.fresh(), jump), jump);
    }

    public Filing cleared(Traveller traveller) {
        var filing = confirmed(traveller);
        clear(filing);
        return filing;
    }

    /** The others open with the one that establishes identity. */
    public void clear(Filing filing) {
        for (var open = state(filing, 1).openClearances();
                !open.isEmpty();
                open = state(filing, 1).openClearances()) {
            town.act(
                    open.getFirst().unit().text(),
                    1,
                    new TravellerCommand.CompleteClearance(
                            filing.id(), ONE, open.getFirst().name()));
        }
    }

    public Filing authorised(Traveller traveller) {
        var filing = cleared(traveller);
        town.act("jl-yanji-fa", 1, new TravellerCommand.Authorise(filing.id(), ONE));
        return filing;
    }

    public String paper(Filing filing) {
        return state(filing, 1).paper().orElseThrow().number();
    }

    /** As the office that has the file sees the traveller. */
    public TravellerState state(Filing filing, int no) {
        var seen = town.office().cases().find(town.session("jl-yanji-fa", 1), filing.id());
        assertThat(seen).as(filing.number()).isPresent();
        var one = seen.get().seen().travellers().get(new TravellerNo(no));
        assertThat(one).isInstanceOf(Whole.class);
        return ((Whole) java.util.Objects.requireNonNull(one)).state();
    }

    /** Somebody of Yanji, with a name as long as names get. */
    public Traveller settler(int no) {
        return traveller(no, "CN", new Purpose("settle"), "1938-04-02", SETTLER);
    }

    public Traveller tripper(int no) {
        return traveller(
                no,
                "CN",
                new Purpose("trip"),
                "1941-11-30",
                Map.of("on a request list", "true", "officer kinship", "true"));
    }

    public Traveller traveller(
            int no, String nationality, Purpose purpose, String born, Map<String, String> said) {
        return new Traveller(
                new TravellerNo(no),
                List.of(
                        new PersonName("Hang", "남궁", "하늘별님구름햇살누리"),
                        new PersonName(
                                "Latn", "Namgung-Wolfeschlegelsteinhausen", "Haneulbyeolnim")),
                BirthDate.of(java.time.LocalDate.parse(born)),
                nationality,
                new exeat.rules.authority.AuthorityId("jl-yanji"),
                purpose,
                MadeUp.ANSWERS.facts(MadeUp.ANSWERS.beside(said)),
                List.of(),
                List.of(),
                "ko",
                Optional.empty());
    }
}
