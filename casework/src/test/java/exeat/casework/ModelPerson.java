package exeat.casework;

import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One traveller, as somebody with a sheet of paper would keep them. */
final class ModelPerson {
    Stage stage = Stage.UNCONFIRMED;
    boolean claimed;
    boolean grownWithoutWord;
    boolean stopped;
    boolean revoked;
    boolean trip;
    LocalDate until = LocalDate.MIN;
    final Map<String, AuthorityId> clearances = new HashMap<>();
    final Set<Integer> holds = new HashSet<>();
    final Map<Integer, TwoOfficerAct> proposals = new HashMap<>();
    final Map<Integer, OfficerId> proposers = new HashMap<>();
    final Map<Integer, AppealSubject> appeals = new HashMap<>();
    final Map<CrossingDirection, Set<UnitFunction>> parts = new HashMap<>();

    boolean isOver() {
        return stage == Stage.WITHDRAWN || stage == Stage.CLOSED;
    }

    boolean isReady() {
        return clearances.isEmpty() && holds.isEmpty();
    }
}
