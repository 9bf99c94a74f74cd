package exeat.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.casefile.CaseActionKind;
import exeat.web.casefile.CaseActionKind.OfferedTo;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import exeat.web.town.ActScenes;
import exeat.web.town.Filings;
import exeat.web.town.Town;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an officer does ends on a page that says so, for whom, and what is next. */
@QuarkusTest
class EveryActIT {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(csrf|key|seen)\" value=\"([^\"]*)\">");

    /** The name of everybody in these scenes. */
    private static final String NAME = "남궁";

    /** Where nothing is disclosed of the person: any more, or yet, or since it is gone. */
    private static final Set<CaseActionKind> UNNAMED =
            EnumSet.of(
                    CaseActionKind.PROTECT,
                    CaseActionKind.HEAR,
                    CaseActionKind.WITHDRAW_IN_PERSON,
                    CaseActionKind.SECOND_IN_PERSON,
                    CaseActionKind.STOP_IN_PERSON,
                    CaseActionKind.END_CLAIM_IN_PERSON,
                    CaseActionKind.DISOWN_IN_PERSON,
                    CaseActionKind.ERASE_SECOND,
                    CaseActionKind.ERASE_FILE,
                    CaseActionKind.KEEP_FILE,
                    CaseActionKind.FREE_FILE);

    /** What only time makes possible, and fees, of which the pack of 1963 takes none. */
    private static final Set<CaseActionKind> NOT_HERE =
            EnumSet.of(
                    CaseActionKind.EXTEND,
                    CaseActionKind.RECORD_APPEARANCE,
                    CaseActionKind.RECORD_PAYMENT,
                    CaseActionKind.WAIVE_FEE,
                    CaseActionKind.REFUND_FEE);

    /** Done by officers who see the traveller whole. */
    private static final Set<CaseActionKind> WITH_FINDING =
            EnumSet.of(
                    CaseActionKind.AUTHORISE,
                    CaseActionKind.APPROVE,
                    CaseActionKind.REFUSE,
                    CaseActionKind.SET_ASIDE,
                    CaseActionKind.REVOKE,
                    CaseActionKind.HOLD,
                    CaseActionKind.SECOND,
                    CaseActionKind.DECLINE,
                    CaseActionKind.DECIDE_APPEAL,
                    CaseActionKind.ASK,
                    CaseActionKind.CORRECT,
                    CaseActionKind.LIFT);

    /** What works against a traveller, and the act of two officers that it is or becomes. */
    private static final Map<CaseActionKind, String> EFFECTS =
            Map.of(
                    CaseActionKind.REFUSE, "Refuse",
                    CaseActionKind.SECOND, "PlaceHold",
                    CaseActionKind.SET_ASIDE, "SetAside",
                    CaseActionKind.HOLD, "PlaceHold",
                    CaseActionKind.HOLD_CLEARANCE, "PlaceHold",
                    CaseActionKind.REVOKE, "Revoke",
                    CaseActionKind.CORRECT, "CorrectFact");

    @Inject Town town;
    @Inject Filings filings;

    @BeforeEach
    void open() {
        town.open();
    }

    @ParameterizedTest
    @EnumSource(CaseActionKind.class)
    void an_act_ends_on_a_page_that_says_what_was_done_and_for_whom(CaseActionKind kind) {
        var scene = new ActScenes(town, filings).of(kind);
        if (scene.isEmpty()) {
            assertThat(NOT_HERE.contains(kind) || kind.readers().equals(Set.of(OfferedTo.PARTY)))
                    .as("%s is an officer's, and has no scene", kind)
                    .isTrue();
            return;
        }
        var token = scene.get().session().token();
        var opened = get(token, scene.get().filing().address());
        assertThat(opened.statusCode()).as("the case of %s", kind).isEqualTo(200);
        var form = get(token, scene.get().address());
        assertThat(form.statusCode()).as("the page of %s: %s", kind, text(form)).isEqualTo(200);
        var words = PageTexts.of("en");
        assertThat(text(form)).as("the page of %s", kind).contains(scene.get().filing().number());
        if (!UNNAMED.contains(kind)) {
            assertThat(text(form)).as("the page of %s", kind).contains(NAME);
        }
        if (WITH_FINDING.contains(kind)) {
            assertThat(text(form))
                    .as("the finding, and what it rests on, on the page of %s", kind)
                    .contains(words.say("case.outcome"));
            // What is seconded here is a hold, of somebody who was approved: by no ground.
            if (kind != CaseActionKind.SECOND) {
                assertThat(text(form))
                        .as("the grounds, for %s", kind)
                        .contains(words.say("case.grounds"));
            }
        }
        if (EFFECTS.containsKey(kind)) {
            assertThat(text(form))
                    .as("what %s does to the traveller", kind)
                    .contains(words.say("act." + EFFECTS.get(kind) + ".effect"));
        }
        var after = post(token, form, scene.get().address(), scene.get().typed());

        assertThat(after.statusCode()).as("after %s: %s", kind, text(after)).isEqualTo(303);
        var page = get(token, after.header("Location").replaceFirst("^https?://[^/]+", ""));
        assertThat(page.statusCode()).as("after %s", kind).isEqualTo(200);
        assertThat(text(page))
                .as("after %s", kind)
                .contains(words.say("done." + kind.address()), scene.get().filing().number());
        if (!UNNAMED.contains(kind)) {
            assertThat(text(page)).as("after %s", kind).contains(NAME);
        }
        assertThat(page.asString())
                .as("what is next after %s", kind)
                .containsAnyOf("/officer/queue/take?which=", words.say("act.no-next"));
    }

    /** As twenty simple files are cleared: one press for each, and the next one is on the page. */
    @Test
    void one_button_clears_and_shows_the_next_person() {
        var scenes = new ActScenes(town, filings);
        var first = scenes.of(CaseActionKind.CLEAR).orElseThrow();
        assertThat(scenes.of(CaseActionKind.CLEAR)).isPresent();
        var token = first.session().token();
        var form = get(token, first.address());
        var after = post(token, form, first.address(), Map.of("go", "next"));

        var next = after.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(next).matches("/officer/case/[0-9a-f-]{36}/1/clear/.*[?]done=clear");
        var page = get(token, next);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(text(page))
                .contains(PageTexts.of("en").say("done.clear"), first.filing().number(), NAME);
        assertThat(page.asString()).contains("value=\"next\"");
    }

    @Test
    void a_second_officer_reads_the_first_ones_reason_and_writes_their_own() {
        var scene = new ActScenes(town, filings).of(CaseActionKind.SECOND).orElseThrow();
        var token = scene.session().token();
        assertThat(get(token, scene.filing().address()).statusCode()).isEqualTo(200);
        var form = get(token, scene.address());
        var words = PageTexts.of("en");
        assertThat(text(form)).contains("a reason", words.say("action.second.reason"));
        var refused =
                Map.of(
                        "", "wrong.empty",
                        "I agree.", "wrong.reason-short");
        refused.forEach((typed, why) -> {
            var again = post(token, form, scene.address(), Map.of("reason", typed));
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(text(again)).as(typed).contains(words.say(why));
        });
        var after = post(token, form, scene.address(), Map.of("reason", Town.AGREED));
        assertThat(after.statusCode()).isEqualTo(303);
        var told =
                given().cookie(RequestContext.SESSION_COOKIE, filings.party(scene.filing()))
                        .get("/track");
        assertThat(text(told))
                .contains(
                        words.say("event.Seconded.first", "a reason")
                                + " · "
                                + words.say("event.Seconded.second", Town.AGREED));
    }

    @Test
    void the_person_sees_what_is_proposed_before_all_else_and_answers_it() {
        var scene = new ActScenes(town, filings).of(CaseActionKind.RECORD_ANSWER).orElseThrow();
        var words = PageTexts.of("en");
        var person = filings.party(scene.filing());
        var page = get(person, "/track");
        var notice = words.say("hearing.notice", words.say("decision.refusal"));
        assertThat(text(page)).contains(notice, "a reason", words.say("hearing.unserved"));
        assertThat(text(page).indexOf(notice))
                .isLessThan(text(page).indexOf(words.say("stage.REFERRED")));
        // Whoever filed has no proof to be the person: no day begins with them.
        assertThat(page.asString()).doesNotContain("confirm-receipt");

        var answer = "/track/1/answer-proposal/1";
        assertThat(page.asString()).contains(answer);
        var empty = post(person, get(person, answer), answer, Map.of("words", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        var said = Map.of("words", "My mother lives there.");
        assertThat(post(person, get(person, answer), answer, said).statusCode()).isEqualTo(303);
        assertThat(text(get(person, "/track"))).contains("My mother lives there.");
        var file = text(get(scene.session().token(), scene.filing().address()));
        assertThat(file).contains("My mother lives there.");
    }

    @Test
    void the_person_reads_how_they_were_served_and_says_that_it_is_not_so() {
        var scene = new ActScenes(town, filings).of(CaseActionKind.SERVE).orElseThrow();
        var words = PageTexts.of("en");
        var person = filings.party(scene.filing());
        assertThat(text(get(person, "/track")))
                .contains(words.say("notice.unserved"), words.say("notice.no-end"));
        // Whoever filed has no proof to be the person: nothing is theirs to confirm.
        assertThat(get(person, "/track").asString()).doesNotContain("confirm-receipt");

        var token = scene.session().token();
        assertThat(get(token, scene.filing().address()).statusCode()).isEqualTo(200);
        var form = get(token, scene.address());
        post(token, form, scene.address(), scene.typed());
        var told = get(person, "/track");
        assertThat(text(told)).contains("says that an officer handed it to you on");
        assertThat(told.asString()).contains("/track/1/dispute-service/1");

        var dispute = "/track/1/dispute-service/1";
        var empty = post(person, get(person, dispute), dispute, Map.of("words", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        var said = Map.of("words", "I was not there");
        assertThat(post(person, get(person, dispute), dispute, said).statusCode()).isEqualTo(303);
        assertThat(text(get(person, "/track")))
                .contains(words.say("notice.disputed"), "I was not there");
        // The same officer cannot say it again; the page tells why another must.
        assertThat(text(get(token, scene.address()))).contains(words.say("action.serve.disputed"));
        var again = post(token, get(token, scene.address()), scene.address(), scene.typed());
        assertThat(again.statusCode()).isNotEqualTo(303);
    }

    @Test
    void a_second_officer_who_has_not_opened_the_case_is_asked_to() {
        var scene = new ActScenes(town, filings).of(CaseActionKind.SECOND).orElseThrow();
        var token = scene.session().token();
        assertThat(get(token, scene.address()).statusCode()).isEqualTo(409);
        assertThat(text(get(token, scene.address()))).contains("Open the case first");
        assertThat(get(token, scene.filing().address()).statusCode()).isEqualTo(200);
        assertThat(get(token, scene.address()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_that_names_an_act_which_nobody_did_shows_nothing() {
        var filing = filings.confirmed(filings.settler(1));
        var stranger = town.session("jl-hunchun-fa", 1).token();
        assertThat(get(stranger, filing.address()).statusCode()).isEqualTo(404);
        var claimed = get(stranger, filing.address() + "?done=clear");
        assertThat(claimed.statusCode()).isEqualTo(303);
        assertThat(claimed.asString()).doesNotContain(filing.number());
    }

    private static Response get(String token, String path) {
        return given().cookie(RequestContext.SESSION_COOKIE, token)
                .redirects()
                .follow(false)
                .get(path);
    }

    private static Response post(
            String token, Response form, String address, Map<String, String> typed) {
        var sent =
                given().cookie(RequestContext.SESSION_COOKIE, token)
                        .cookie(
                                RequestContext.BROWSER_COOKIE,
                                form.getCookie(RequestContext.BROWSER_COOKIE))
                        .contentType("application/x-www-form-urlencoded; charset=utf-8")
                        .redirects()
                        .follow(false);
        var own = form.asString();
        var matcher = HIDDEN.matcher(own.substring(own.indexOf("<main")));
        while (matcher.find()) {
            sent = sent.formParam(matcher.group(1), matcher.group(2));
        }
        for (var one : typed.entrySet()) {
            sent = sent.formParam(one.getKey(), one.getValue());
        }
        // Other tests leave files before it.
        return sent.formParam("why", "at-the-counter").post(address);
    }

    /** The words of a page, without its marks. */
    private static String text(Response page) {
        return page.asString()
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
