package exeat.casework;

import static exeat.casework.World.DIRECTIVE;
import static exeat.casework.World.JILIN;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.lawyer;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.state.BriefingState;
import exeat.casework.state.Enactment;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requirements for putting a directive in force, and its suspension, resumption and repeal. */
class EnactingTest {

    private static final StreamId.BriefingId BRIEFING = new StreamId.BriefingId("prc-1963");
    private static final String VERSION = DIRECTIVE.ref().hash();
    private static final Command PUT_IN_FORCE = new BriefingCommand.PutInForce(BRIEFING, VERSION);
    private static final ProofReport PROOFS = Prover.of(DIRECTIVE);

    /** Proved, signed by two, in force. */
    static void putInForce(World world) {
        world.force = force(PROOFS);
        world.accepted(lawyer(1), sign(pairs()));
        world.accepted(lawyer(2), sign(pairs()));
        world.accepted(officer(ROOT), PUT_IN_FORCE);
    }

    private static DirectiveContext force(ProofReport proofs) {
        return new DirectiveContext(
                DirectiveStatus.NEVER_IN_FORCE, Optional.empty(), Optional.of(proofs));
    }

    private static Set<String> pairs() {
        return RulePair.of(DIRECTIVE).stream().map(RulePair::hash).collect(Collectors.toSet());
    }

    private static Command sign(Set<String> pairs) {
        return new BriefingCommand.SignRules(BRIEFING, VERSION, pairs);
    }

    private static Enactment enactment(World world) {
        var state = (BriefingState) Objects.requireNonNull(world.states.get(BRIEFING));
        return state.enactment().orElseThrow();
    }

    @Test
    void the_pack_of_1963_can_be_put_in_force_once_it_is_signed() {
        var world = new World();
        putInForce(world);

        assertThat(PROOFS.proved()).isTrue();
        assertThat(enactment(world).tenure().on(world.today())).contains(DIRECTIVE.ref());
        assertThat(enactment(world).tenure().standing(world.today()))
                .isEqualTo(DirectiveStatus.IN_FORCE);
        assertThat(world.rejected(officer(ROOT), PUT_IN_FORCE)).isEqualTo(Code.ALREADY_EXISTS);
    }

    @Test
    void a_version_not_proved_or_not_decided_stays_out_of_force() {
        for (var verdict :
                List.of(
                        Proof.Verdict.FAILED,
                        Proof.Verdict.UNDECIDED,
                        Proof.Verdict.NOT_PROVABLE)) {
            var world = new World();
            putSignatures(world);
            world.force = force(with(verdict));
            var rejection = world.rejection(officer(ROOT), PUT_IN_FORCE);
            assertThat(rejection).isEqualTo(new Rejection(Code.NOT_PROVED, "3"));
        }
        var world = new World();
        putSignatures(world);
        world.force = DirectiveContext.of(DIRECTIVE);
        assertThat(world.rejected(officer(ROOT), PUT_IN_FORCE)).isEqualTo(Code.NOT_PROVED);
    }

    private static void putSignatures(World world) {
        world.accepted(lawyer(1), sign(pairs()));
        world.accepted(lawyer(2), sign(pairs()));
    }

    private static ProofReport with(Proof.Verdict verdict) {
        var failures =
                verdict == Proof.Verdict.FAILED
                        ? List.of(new Proof.Failure("a rule is dead", "", List.of(), List.of()))
                        : List.<Proof.Failure>of();
        var proofs =
                PROOFS.proofs().stream()
                        .map(proof ->
                                proof.obligation() == Obligation.NOTHING_HIDDEN
                                        ? new Proof(
                                                proof.obligation(), verdict, failures, 0, List.of())
                                        : proof)
                        .toList();
        return new ProofReport(
                PROOFS.directive(), List.of(), false, List.of(), proofs, List.of(), 1, 1);
    }

    @Test
    void every_pair_needs_two_different_lawyers() {
        var world = new World();
        world.force = force(PROOFS);
        world.accepted(lawyer(1), sign(pairs()));
        assertThat(world.rejected(lawyer(1), sign(pairs()))).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(ROOT), PUT_IN_FORCE)).isEqualTo(Code.NOT_SIGNED);

        var all = RulePair.of(DIRECTIVE);
        var last = all.getLast();
        var others =
                pairs().stream().filter(p -> !p.equals(last.hash())).collect(Collectors.toSet());
        world.accepted(lawyer(2), sign(others));
        assertThat(world.rejection(officer(ROOT), PUT_IN_FORCE))
                .isEqualTo(new Rejection(Code.NOT_SIGNED, last.number()));
        world.accepted(lawyer(2), sign(Set.of(last.hash())));
        world.accepted(officer(ROOT), PUT_IN_FORCE);
    }

    @Test
    void only_a_lawyer_of_the_issuer_signs_and_only_what_is_in_the_version() {
        var world = new World();
        var far = lawyer(1);
        var elsewhere = new Actor.Officer(far.id(), JILIN, far.function(), true, true);
        assertThat(world.rejected(officer(ROOT), sign(pairs()))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(elsewhere, sign(pairs()))).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(lawyer(1), sign(Set.of()))).isEqualTo(Code.BAD_VALUE);
        assertThat(world.rejected(lawyer(1), sign(Set.of("0".repeat(64)))))
                .isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    @Test
    void two_officers_of_the_issuer_suspend_resume_and_repeal() {
        var world = new World();
        putInForce(world);
        change(world, new DirectiveChange.Suspend(), 1);
        assertThat(enactment(world).tenure().standing(world.today()))
                .isEqualTo(DirectiveStatus.SUSPENDED);
        change(world, new DirectiveChange.Resume(), 2);
        var end = world.today().plusDays(3);
        change(world, new DirectiveChange.Repeal(end), 3);

        var tenure = enactment(world).tenure();
        assertThat(tenure.standing(end.minusDays(1))).isEqualTo(DirectiveStatus.IN_FORCE);
        assertThat(tenure.standing(end)).isEqualTo(DirectiveStatus.REPEALED);
    }

    private static void change(World world, DirectiveChange change, int number) {
        var propose = new BriefingCommand.ProposeChange(BRIEFING, change, "a reason");
        var second = new BriefingCommand.SecondChange(BRIEFING, number);
        assertThat(world.rejected(officer(JILIN), propose)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(ROOT, 1), propose);
        assertThat(world.rejected(officer(ROOT, 1), second)).isEqualTo(Code.SECOND_OFFICER);
        world.accepted(officer(ROOT, 2), second);
        assertThat(world.rejected(officer(ROOT, 2), second)).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void nothing_is_suspended_before_it_is_in_force() {
        var world = new World();
        putSignatures(world);
        var propose =
                new BriefingCommand.ProposeChange(
                        BRIEFING, new DirectiveChange.Suspend(), "a reason");
        assertThat(world.rejected(officer(ROOT), propose)).isEqualTo(Code.WRONG_STAGE);
    }
}
