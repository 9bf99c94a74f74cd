package exeat.desk.search;

import exeat.casework.state.Stage;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import java.util.Optional;

/**
 * A person whom a search found.
 *
 * @param name empty where this reader sees none
 * @param stage how far the application is, as this reader sees it; empty for an erased one
 * @param holder the unit that handles the application
 */
public record SearchHit(
        CaseId id,
        String number,
        TravellerNo traveller,
        String name,
        Optional<Stage> stage,
        AuthorityId holder) {}
