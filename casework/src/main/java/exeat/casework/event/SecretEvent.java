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
     * A person's secret was issued.
     *
     * @param by the officer who handed over its last part; empty for a person who filed
     * @param seen what identified the person to that officer
     * @param request the request whose first part it completes; empty for a person who filed, and
     *     in events older than requests
     * @param from when it begins to work, if it replaces one or the application is already live;
     *     empty if it works at once
     */
    @StoredAs(fields = {"to", "by", "seen", "request", "from"})
    record SecretIssued(
            TravellerNo to,
            Optional<OfficerId> by,
            Optional<String> seen,
            Optional<Integer> request,
            Optional<Instant> from)
            implements SecretEvent {

        /** The secret of a person who filed, which no officer saw. */
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
