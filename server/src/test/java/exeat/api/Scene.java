package exeat.api;

import static exeat.api.ApiTown.TUMEN_BD;
import static exeat.api.ApiTown.YANJI_FA;

import exeat.api.ApiTown.Filing;
import exeat.web.town.Today;
import java.time.Duration;

/** How far a case has come when somebody tries what is done at that point. */
enum Scene {
    UNCONFIRMED,
    ASKED,
    CLEARING,
    CLEARED,
    AUTHORISED,
    STOPPED,
    TO_APPEAR,
    TO_MOVE,
    REFERRED,
    PROPOSED,
    SERVED,
    ANSWERED,
    HANDED_OVER,
    APPEALED,
    TO_HOLD,
    HELD,
    CORRECTED,
    PROTECTED,
    IN_PERSON,
    LEFT_IN_PERSON;

    /** A case of its own that has come as far. */
    Filing set(ApiTown town) {
        return switch (this) {
            case UNCONFIRMED -> town.file(ApiTown.returning());
            case ASKED -> asked(town);
            case CLEARING -> town.confirmed(ApiTown.returning());
            case CLEARED -> cleared(town);
            case AUTHORISED -> post(town, CLEARED, YANJI_FA, "/authorisation", "");
            case STOPPED -> post(town, AUTHORISED, TUMEN_BD, "/stop", "{\"reason\": \"torn\"}");
            case TO_APPEAR ->
                    post(
                            town,
                            CLEARING,
                            YANJI_FA,
                            "/appearances",
                            """
                            {"kind": "at-office", "purpose": "identity", "words": "a passport",
                             "place": "%s", "at": "%s"}\
                            """
                                    .formatted(YANJI_FA, Today.NOW.plus(Duration.ofDays(9))));
            case TO_MOVE -> toMove(town);
            case REFERRED -> town.confirmed(ApiTown.referred());
            case PROPOSED -> propose(town, REFERRED, "{\"type\": \"refuse\"}");
            case SERVED -> served(town);
            case ANSWERED -> answered(town);
            case HANDED_OVER -> handedOver(town);
            case APPEALED -> appealed(town);
            case TO_HOLD ->
                    propose(
                            town,
                            CLEARING,
                            """
                            {"type": "place-hold", "evidence": "two birth dates",
                             "ground": {"type": "identity-not-established"}, "limit": "%s"}\
                            """
                                    .formatted(Today.day().plusDays(10)));
            case HELD -> seconded(town, TO_HOLD.set(town));
            case CORRECTED ->
                    seconded(
                            town,
                            propose(
                                    town,
                                    REFERRED,
                                    """
                                    {"type": "correct-fact", "fact": "ethnicity",
                                     "value": "korean", "evidence": "the register"}\
                                    """));
            case PROTECTED -> protectedOne(town);
            case IN_PERSON -> inPerson(town);
            case LEFT_IN_PERSON -> leftInPerson(town);
        };
    }

    private static Filing toMove(ApiTown town) {
        var filing = TO_APPEAR.set(town);
        town.done(
                filing.token(),
                "POST",
                filing.one() + "/appearances/1/another-time",
                "{\"words\": \"later\"}");
        return filing;
    }

    private static Filing cleared(ApiTown town) {
        var filing = CLEARING.set(town);
        town.clear(filing);
        return filing;
    }

    private static Filing post(ApiTown town, Scene before, String unit, String to, String body) {
        var filing = before.set(town);
        town.done(town.officer(unit), "POST", filing.one() + to, body);
        return filing;
    }

    private static Filing propose(ApiTown town, Scene before, String act) {
        return post(
                town,
                before,
                YANJI_FA,
                "/proposals",
                "{\"act\": " + act + ", \"reason\": \"it seems so\"}");
    }

    private static Filing seconded(ApiTown town, Filing filing) {
        town.agree(filing);
        return filing;
    }

    /** An officer handed the decision on a hold over. */
    private static Filing served(ApiTown town) {
        var on = "{\"on\": \"%s\"}".formatted(Today.day());
        return post(town, HELD, YANJI_FA, "/decisions/1/service", on);
    }

    /** An officer handed the proposal to refuse over. */
    private static Filing handedOver(ApiTown town) {
        var on = "{\"on\": \"%s\"}".formatted(Today.day());
        return post(town, PROPOSED, YANJI_FA, "/proposals/1/service", on);
    }

    /** The person answered it, and nobody replied yet. */
    private static Filing answered(ApiTown town) {
        var filing = PROPOSED.set(town);
        town.done(
                filing.token(),
                "POST",
                filing.one() + "/proposals/1/answers",
                "{\"words\": \"my mother is there\"}");
        return filing;
    }

    private static Filing appealed(ApiTown town) {
        var filing = HELD.set(town);
        town.done(
                filing.token(),
                "POST",
                filing.one() + "/appeals",
                "{\"against\": {\"type\": \"hold\", \"hold\": 1}, \"grounds\": \"I am who I am\"}");
        return filing;
    }

    /** The first officer has handed over one part of a new secret. */
    private static Filing asked(ApiTown town) {
        var filing = UNCONFIRMED.set(town);
        var body = "{\"to\": 1, \"seen\": \"a passport\"}";
        town.done(town.officer(YANJI_FA), "POST", filing.path() + "/secrets", body);
        return filing;
    }

    private static Filing protectedOne(ApiTown town) {
        var filing = CLEARING.set(town);
        town.done(filing.token(), "POST", filing.one() + "/protection-claim", "");
        return filing;
    }

    /** The first officer identified somebody who asks to leave. */
    private static Filing inPerson(ApiTown town) {
        var asked = "{\"seen\": \"a card\"}";
        return post(town, CLEARING, "jl-yanji", "/in-person-withdrawal", asked);
    }

    /** Two officers of the county say that they left. */
    private static Filing leftInPerson(ApiTown town) {
        var filing = inPerson(town);
        var second = filing.one() + "/in-person-requests/1/second";
        town.done(town.unbriefed("jl-yanji", 2), "POST", second, "{\"seen\": \"a face\"}");
        return filing;
    }

    /** Where a call of this name is tried. */
    static Scene of(String call) {
        if (call.contains("/in-person-requests/")) {
            return IN_PERSON;
        }
        var last = call.substring(call.lastIndexOf('/') + 1);
        return switch (last) {
            case "confirm" -> UNCONFIRMED;
            case "approval", "proposals" -> REFERRED;
            case "second", "decline" -> call.contains("/proposals/") ? PROPOSED : CLEARING;
            case "release" -> HELD;
            case "answers" -> call.contains("/proposals/") ? PROPOSED : CLEARING;
            case "service", "receipt" -> call.contains("/proposals/") ? PROPOSED : HELD;
            case "dispute" -> call.contains("/proposals/") ? HANDED_OVER : SERVED;
            case "spoken-answers" -> PROPOSED;
            case "replies" -> ANSWERED;
            case "time" -> TO_MOVE;
            case "cancellation", "end", "another-time" -> TO_APPEAR;
            case "appeals" -> HELD;
            case "decision" -> APPEALED;
            case "authorisation" -> CLEARED;
            case "other-part" -> ASKED;
            case "stop" -> call.contains("/secrets/") ? ASKED : AUTHORISED;
            case "crossings" -> AUTHORISED;
            case "lift" -> STOPPED;
            case "responses" -> CORRECTED;
            case "protection-admissions" -> PROTECTED;
            case "protection-hearing", "in-person-claim-end" -> PROTECTED;
            case "in-person-disowning" -> LEFT_IN_PERSON;
            case "protection-claim" -> call.startsWith("DELETE") ? PROTECTED : CLEARING;
            default -> CLEARING;
        };
    }
}
