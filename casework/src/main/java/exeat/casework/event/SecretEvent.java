package exeat.casework.event;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.time.Instant;
import java.util.Optional;

/** An event about a person's own secret. Of the secret itself nothing is in it. */
public sealed interface SecretEvent extends CaseEvent {

    /** Whose secret it is; {@link TravellerNo#PRINCIPAL} for somebody who files and stays. */
    TravellerNo to();

    /**
     * An officer identified the person and handed them the first part of a secret.
     *
     * @param request counted within the case, from 1
     * @param partHash keyed, of that part
     */
    @StoredAs(fields = {"to", "request", "by", "unit", "seen", "partHash"})
    record SecretAsked(
            TravellerNo to,
            int request,
            OfficerId by,
            AuthorityId unit,
            String seen,
            String partHash)
            implements SecretEvent {}

    /**
     * A person's own secret was made.
     *
     * @param by the officer who handed over the last part of it; empty for whoever filed
     * @param seen what identified the person to that officer
     * @param request whose first part it follows; empty for whoever filed, and in what is older
     *     than requests
     * @param from when it begins to work, where it replaces one or the person is already live;
     *     empty where it works at once
     */
    @StoredAs(fields = {"to", "by", "seen", "request", "from"})
    record SecretIssued(
            TravellerNo to,
            Optional<OfficerId> by,
            Optional<String> seen,
            Optional<Integer> request,
            Optional<Instant> from)
            implements SecretEvent {

        /** The secret of whoever filed, which no officer saw. */
        public static SecretIssued toWhoeverFiled(TravellerNo to) {
            return new SecretIssued(
                    to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * A new secret does not come to be, and the one before stays.
     *
     * @param by the officer who took it back; empty where the person objected
     */
    @StoredAs(fields = {"to", "request", "by", "reason"})
    record SecretStopped(TravellerNo to, int request, Optional<OfficerId> by, String reason)
            implements SecretEvent {}
}
