package exeat.desk.inspect;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.Application;
import exeat.casework.value.Guardian;
import exeat.casework.value.OfficerId;
import exeat.casework.value.Safeguard;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.desk.Town;
import exeat.desk.inspect.AuditedField.ToldValue;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.source.PackException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step tells an auditor of what is not shown: nothing. */
class AuditRedactionTest {

    private static final CaseId CASE = new CaseId(new UUID(1, 2));
    private static final OfficerId FIRST = new OfficerId("jl-yanji-fa.1");
    private static final OfficerId SECOND = new OfficerId("jl-yanji-fa.2");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @TempDir Path folder;

    private static Directive directive() {
        try {
            return Pack.read(Town.packs().resolve("prc-1963"));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private AuditRedaction redaction(boolean lifted) {
        var names = new Pseudonyms(new Vault(Keys.in(folder)), new OfficerId("auditor"));
        return new AuditRedaction(names, directive(), CASE, lifted);
    }

    private List<AuditedField> fields(boolean lifted, Event event) {
        return redaction(lifted).fields(event);
    }

    private Map<String, String> plain(boolean lifted, Event event) {
        return AuditedField.plain(fields(lifted, event));
    }

    private static Event setAside(String ground) {
        return new TravellerEvent.WasSetAside(ONE, ground, FIRST, SECOND, "Not found.");
    }

    private static Event proposed(String ground, String reason) {
        var act = new TwoOfficerAct.SetAside(ground);
        return new TravellerEvent.Proposed(
                ONE, 1, act, FIRST, YANJI_FA, reason, Optional.empty(), Optional.empty());
    }

    @Test
    void what_is_not_shown_does_not_say_its_length() {
        for (boolean lifted : new boolean[] {false, true}) {
            assertThat(fields(lifted, setAside("relations-not-found")))
                    .isEqualTo(fields(lifted, setAside("x")));
            assertThat(fields(lifted, proposed("relations-not-found", "Not found.")))
                    .isEqualTo(fields(lifted, proposed("x", "Not found.")));
            assertThat(plain(lifted, setAside("relations-not-found")))
                    .containsEntry("ground", "not shown");
        }
        assertThat(fields(false, proposed("x", "Not found.")))
                .isEqualTo(fields(false, proposed("x", "No.")));
    }

    private static Event warned(String task, String about) {
        return new TravellerEvent.Warned(ONE, task, about, YANJI_FA, YANJI, DAY);
    }

    @Test
    void a_warning_says_which_clearance_or_hold_is_late() {
        assertThat(fields(false, warned("clear", "identity")))
                .filteredOn(field -> field.label().equals("about"))
                .singleElement()
                .satisfies(field ->
                        assertThat(field.told())
                                .containsExactly(new ToldValue.ToldClearance("identity")));
        assertThat(plain(false, warned("hold", "2"))).containsEntry("about", "2");
        assertThat(plain(false, warned("decide", ""))).containsEntry("about", "");
    }

    /** With what the application itself shows. */
    private static Map<FactName, Value> facts() {
        var facts = new TreeMap<>(Town.settling().declared().values());
        for (var fact : directive().vocabulary().facts()) {
            switch (fact.source()) {
                case DECLARED -> {}
                case NATIONALITY -> facts.put(fact.name(), Value.of("CN"));
                case RESIDENCE_ADDRESSED -> facts.put(fact.name(), Value.of(true));
                case AGE -> facts.put(fact.name(), Value.of(46));
                case PURPOSE -> facts.put(fact.name(), Value.of("settle"));
            }
        }
        return facts;
    }

    private Finding approved() {
        var finding = directive().decide(new Facts(facts()));
        assertThat(finding.grounds()).anyMatch(ground -> ground.paragraph().revealsProtected());
        assertThat(finding.burden().documents()).isNotEmpty();
        return finding;
    }

    private static Finding withDocuments(Finding finding, List<String> documents) {
        var burden = finding.burden();
        return new Finding(
                finding.directive(),
                finding.outcome(),
                finding.why(),
                finding.purpose(),
                finding.routes(),
                new Burden(
                        burden.clearances(),
                        documents,
                        burden.fee(),
                        burden.appearances(),
                        burden.decisionDays(),
                        burden.validityDays(),
                        burden.reentry(),
                        burden.interviews(),
                        burden.quota(),
                        burden.outputs()),
                finding.grounds(),
                finding.facts(),
                finding.unanswered(),
                finding.instrumentsNotHeld(),
                finding.setAsideGrounds());
    }

    @Test
    void what_follows_from_a_hidden_paragraph_is_hidden_with_it() {
        var finding = approved();
        var found = new TravellerEvent.Found(ONE, finding);
        var other = new TravellerEvent.Found(ONE, withDocuments(finding, List.of("photograph")));
        for (boolean lifted : new boolean[] {false, true}) {
            assertThat(plain(lifted, found))
                    .containsEntry("paragraphs", new ToldValue.Protected().plain())
                    .containsEntry("documents", new ToldValue.Protected().plain())
                    .containsEntry("purpose", "settle")
                    .containsEntry("outcome", "approve in general");
            assertThat(fields(lifted, found)).isEqualTo(fields(lifted, other));
        }
    }

    @Test
    void what_is_still_open_follows_from_protected_answers_and_is_hidden() {
        var facts = facts();
        var open =
                facts.keySet().stream()
                        .map(name -> {
                            var fewer = new TreeMap<>(facts);
                            fewer.remove(name);
                            return directive().decide(new Facts(fewer));
                        })
                        .filter(finding -> !finding.unanswered().isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(plain(false, new TravellerEvent.Found(ONE, open)))
                .containsEntry("documents", new ToldValue.Protected().plain())
                .containsEntry("unanswered", new ToldValue.Protected().plain());
    }

    private static String key(AuditedField field) {
        return field.path().getLast() instanceof AuditedField.LabelPart.FieldName name
                ? name.meaning()
                : "";
    }

    private String key(Event event, String label) {
        return fields(false, event).stream()
                .filter(field -> field.label().equals(label))
                .findFirst()
                .map(AuditRedactionTest::key)
                .orElseThrow();
    }

    @Test
    void one_label_has_one_meaning() {
        var paper =
                new TravellerEvent.Authorised(
                        ONE, "TA1", DAY, DAY.plusDays(9), true, FIRST, Optional.empty());
        var secret =
                new SecretEvent.SecretIssued(
                        ONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Instant.EPOCH));
        var ref = directive().ref();
        assertThat(key(new CaseEvent.SentUp(YANJI_FA, YANJI), "from")).isEqualTo("from");
        assertThat(key(new CaseEvent.SentUp(YANJI_FA, YANJI), "to")).isEqualTo("to");
        assertThat(key(paper, "from")).isEqualTo("valid-from");
        assertThat(key(secret, "from")).isEqualTo("valid-from");
        assertThat(key(secret, "to")).isEqualTo("secret-of");
        assertThat(key(new CaseEvent.Moved(ref, ref), "from")).isEqualTo("from-version");
        assertThat(key(new CaseEvent.Moved(ref, ref), "to")).isEqualTo("to-version");
    }

    private static CaseEvent.Applied applied(Traveller child) {
        var application =
                new Application(
                        "EX-1",
                        Application.Channel.WEB,
                        Optional.of(child.name()),
                        Optional.empty(),
                        List.of(child));
        return new CaseEvent.Applied(directive().ref(), application, YANJI_FA, Optional.empty());
    }

    @Test
    void a_guardian_is_told_by_name_only_where_names_are() {
        var child =
                Town.person(
                        ONE,
                        LocalDate.of(2020, 1, 1),
                        "CN",
                        Town.settling().purpose(),
                        Town.settling().declared(),
                        List.of(new Guardian("Kim Yong Hui", Optional.of(TravellerNo.PRINCIPAL))));
        var consent = new Safeguard.Consent(0, "own secret");
        var met = new TravellerEvent.SafeguardMet(ONE, consent);
        for (boolean lifted : new boolean[] {false, true}) {
            var redaction = redaction(lifted);
            redaction.fields(applied(child));
            var guardian =
                    new ToldValue.ToldGuardian(
                            0, lifted ? "Kim Yong Hui" : "", Optional.of(TravellerNo.PRINCIPAL));
            var fields = redaction.fields(met);
            assertThat(fields)
                    .filteredOn(field -> field.label().equals("safeguard.guardian"))
                    .singleElement()
                    .satisfies(field -> assertThat(field.told()).containsExactly(guardian));
            assertThat(fields)
                    .filteredOn(field -> field.label().equals("safeguard.evidence"))
                    .singleElement()
                    .satisfies(field ->
                            assertThat(field.told())
                                    .containsExactly(
                                            lifted
                                                    ? new ToldValue.PersonsSecret()
                                                    : new ToldValue.NotShown()));
        }
    }
}
