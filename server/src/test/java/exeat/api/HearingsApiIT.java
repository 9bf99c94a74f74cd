package exeat.api;

import static exeat.api.ApiTown.AGREED;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.call;
import static exeat.api.ApiTown.get;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.town.Today;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is decided against over the interface before they were heard. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class HearingsApiIT {

    private final ApiTown town;

    @Inject
    HearingsApiIT(ApiTown town) {
        this.town = town;
    }

    @BeforeEach
    void open() {
        town.open();
    }

    @Test
    void nobody_agrees_to_a_refusal_before_the_person_was_heard() {
        var filing = town.confirmed(ApiTown.referred());
        var refuse =
                "{\"act\": {\"type\": \"refuse\"}, \"reason\": \"it is not covered by any of them\"}";
        town.done(town.officer(YANJI_FA), "POST", filing.one() + "/proposals", refuse);
        var proposal = filing.one() + "/proposals/1";
        var second = town.unbriefed(YANJI_FA, 2);
        get(second, filing.path());
        ApiTown.isProblem(
                call(second, key(), "POST", proposal + "/second", AGREED), 409, "HEARING_OPEN");

        ApiTown.isProblem(
                call(filing.token(), key(), "POST", proposal + "/receipt", ""),
                409,
                "SECRET_UNPROVED");
        var on = "{\"on\": \"%s\"}".formatted(Today.day());
        town.done(town.officer(YANJI_FA), "POST", proposal + "/service", on);
        var words = "{\"words\": \"my mother is there\"}";
        town.done(filing.token(), "POST", proposal + "/answers", words);
        var seen = get(filing.token(), filing.path()).jsonPath();
        var hearing = "travellers[0].proposals[0].hearing.";
        assertThat(seen.getString(hearing + "until")).isEqualTo(Today.day().plusDays(14) + "");
        assertThat(seen.getBoolean(hearing + "answers[0].proved")).isFalse();
        ApiTown.isProblem(
                call(second, key(), "POST", proposal + "/replies", words), 403, "NOT_ALLOWED");
        var reply = "{\"words\": \"The register was asked again, and knows of nobody.\"}";
        ApiTown.isProblem(
                call(town.officer(YANJI_FA), key(), "POST", proposal + "/replies", reply),
                409,
                "NOT_OPENED");
        get(town.officer(YANJI_FA), filing.path());
        town.done(town.officer(YANJI_FA), "POST", proposal + "/replies", reply);
        assertThat(
                        get(filing.token(), filing.path())
                                .jsonPath()
                                .getString(hearing + "answers[0].reply"))
                .startsWith("The register");
        ApiTown.isProblem(
                call(second, key(), "POST", proposal + "/second", AGREED), 409, "HEARING_OPEN");
        assertThat(town.stage(filing)).isEqualTo("referred");
    }

    @Test
    void what_is_missing_and_what_is_used_up_have_a_reason_each() {
        var filing = town.confirmed(ApiTown.referred());
        var refuse = "{\"act\": {\"type\": \"refuse\"}, \"reason\": \"no paragraph covers it\"}";
        town.done(town.officer(YANJI_FA), "POST", filing.one() + "/proposals", refuse);
        var proposal = filing.one() + "/proposals/1";
        var second = town.unbriefed(YANJI_FA, 2);
        get(second, filing.path());
        var seconding = proposal + "/second";
        said(call(second, key(), "POST", seconding, AGREED), "service", "not handed over");
        var officer = town.officer(YANJI_FA);
        var early = "{\"on\": \"%s\"}".formatted(Today.day().minusDays(1));
        said(
                call(officer, key(), "POST", proposal + "/service", early),
                "on",
                "one of the three before");
        var on = "{\"on\": \"%s\"}".formatted(Today.day());
        town.done(officer, "POST", proposal + "/service", on);
        said(call(second, key(), "POST", seconding, AGREED), "days", "still has days");
        var words = "{\"words\": \"\u202emy mother is there\"}";
        for (int n = 0; n < 10; n++) {
            town.done(filing.token(), "POST", proposal + "/answers", words);
        }
        said(
                call(filing.token(), key(), "POST", proposal + "/answers", words),
                "answer",
                "answered ten times");
        assertThat(
                        get(filing.token(), filing.path())
                                .jsonPath()
                                .getList("travellers[0].proposals[0].hearing.answers.words"))
                .hasSize(10)
                .containsOnly("my mother is there");
    }

    private static void said(Answer answer, String about, String detail) {
        assertThat(answer.text("about")).isEqualTo(about);
        assertThat(answer.asString()).contains(detail);
    }
}
