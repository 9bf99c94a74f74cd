package exeat.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestMetersTest {

    private static Meter.Id request(String method, String uri, String status) {
        var tags = Tags.of("method", method, "uri", uri, "status", status);
        return RequestMeters.plain(
                new Meter.Id("http.server.requests", tags, null, null, Meter.Type.TIMER));
    }

    @Test
    void of_a_request_that_failed_the_figures_say_the_part_of_the_site_alone() {
        var said =
                Map.of(
                        "/officer/case/EX-T7DE", "/officer",
                        "/track/%zz", "/track",
                        "/evil.example/x", "other",
                        "/", "other",
                        "", "other",
                        "/apply;x=Kim/y", "/apply");
        said.forEach((sent, kept) ->
                assertThat(request("GET", sent, "404").getTag("uri")).as(sent).isEqualTo(kept));
        assertThat(request("GET", "/officer/case/{id}", "200").getTag("uri"))
                .isEqualTo("/officer/case/{id}");
    }

    /** Counted apart, it would tell the hour in which somebody claimed, was heard or ended it. */
    @Test
    void no_act_of_protection_is_a_figure_of_its_own() {
        var acts = "/api/v1/applications/{id}/travellers/{no}/";
        var withdrawn = request("POST", acts + "withdrawal", "200");
        assertThat(request("POST", acts + "protection-claim", "200")).isEqualTo(withdrawn);
        assertThat(request("DELETE", acts + "protection-claim", "200")).isEqualTo(withdrawn);
        assertThat(request("POST", acts + "protection-hearing", "200")).isEqualTo(withdrawn);
        assertThat(request("POST", acts + "in-person-requests/{n}/second", "200"))
                .isEqualTo(withdrawn);
        var claim = request("POST", "/api/v1/protection-claims", "202");
        assertThat(claim).isEqualTo(withdrawn);
        assertThat(claim.getTags()).isEqualTo(withdrawn.getTags());
        for (var method : new String[] {"GET", "POST"}) {
            assertThat(request(method, "/protection", "200").getTags())
                    .isEqualTo(request(method, "/sign-in", "303").getTags());
        }
    }

    @Test
    void a_method_that_somebody_made_up_is_no_figure_of_its_own() {
        assertThat(request("FROB", "/", "405").getTag("method")).isEqualTo("other");
        assertThat(request("POST", "/", "200").getTag("method")).isEqualTo("POST");
    }
}
