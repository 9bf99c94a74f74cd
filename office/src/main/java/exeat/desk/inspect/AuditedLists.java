package exeat.desk.inspect;

import exeat.casework.value.AppealSubject;
import exeat.casework.value.Document;
import exeat.casework.value.HoldGround;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.document.DirectiveRef;
import java.util.List;
import java.util.Set;

/**
 * What auditors are shown of the fields of steps, by kind and field as they are stored. Units,
 * officers and numbers of travellers are shown in any field, as the audit names them. Every other
 * field must be listed here to be shown whole without names: of a date that is not, the year alone
 * is shown, as of a date of birth, and of anything else nothing.
 */
final class AuditedLists {

    private AuditedLists() {}

    /** Records whose fields are gone through; of any other, nothing comes. */
    static final List<Class<?>> RECORDS =
            List.of(
                    TwoOfficerAct.class,
                    HoldGround.class,
                    RequestedItem.class,
                    AppealSubject.class,
                    Safeguard.class,
                    Document.class,
                    DirectiveRef.class);

    /** Dates, numbers, yes or no, and constants: deadlines, counts, what an officer chose. */
    static final Set<String> SHOWN =
            Set.of(
                    "confirmed.told",
                    "confirmed-of-age.told",
                    "consent.guardian",
                    "clearance-opened.due",
                    "clearance-escalated.due",
                    "proposed.proposal",
                    "seconded.proposal",
                    "declined.proposal",
                    "place-hold.limit",
                    "extend-hold.hold",
                    "extend-hold.limit",
                    "court-order.expires",
                    "court-order.copyServed",
                    "hold-placed.hold",
                    "hold-escalated.hold",
                    "hold-escalated.limit",
                    "hold-sent-to-review.hold",
                    "hold-extended.hold",
                    "hold-extended.limit",
                    "hold-released.hold",
                    "authorised.from",
                    "authorised.until",
                    "authorised.reentry",
                    "part-recorded.direction",
                    "departed.on",
                    "returned.on",
                    "stop-escalated.due",
                    "appealed.appeal",
                    "appealed.due",
                    "hold.hold",
                    "appeal-escalated.appeal",
                    "appeal-escalated.due",
                    "appeal-decided.appeal",
                    "appeal-decided.upheld",
                    "warned.due",
                    "jumped.why",
                    "recused.asked",
                    "secret-asked.request",
                    "secret-issued.request",
                    "secret-issued.from",
                    "secret-stopped.request");

    /** Texts that are words of the pack or of a form. */
    static final Set<String> WORDS =
            Set.of(
                    "clearance-opened.clearance",
                    "clearance-done.clearance",
                    "clearance-escalated.clearance",
                    "place-hold.clearance",
                    "document.kind",
                    "warned.task",
                    "jumped.task",
                    "directive-ref.id",
                    "directive-ref.version",
                    "directive-ref.hash");

    /**
     * What could tell a protected fact, such as that a traveller is an officer's kin, or is of a
     * secret; also where names are shown.
     */
    static final Set<String> TELLING =
            Set.of(
                    "set-aside.ground",
                    "was-set-aside.ground",
                    "recused.tie",
                    "recused.words",
                    "secret-asked.partHash");
}
