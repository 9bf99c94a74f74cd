package exeat.http;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Rejection;
import exeat.store.OfficeException;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {

    private static final String INNER = "inner detail";

    private static String text(Response answer) {
        return String.valueOf(answer.getEntity());
    }

    @Test
    void every_rejection_is_a_4xx_with_its_code_a_sentence_and_what_it_is_about() {
        for (var code : Rejection.Code.values()) {
            var problem = ProblemMapper.of(new Rejection(code, "told"));
            assertThat(problem.status()).as(code.name()).isIn(403, 404, 409, 412, 422);
            assertThat(problem.code()).isEqualTo(code.name());
            assertThat(problem.about()).isEqualTo("told");
            assertThat(problem.detail()).endsWith(".");
        }
    }

    @Test
    void every_fault_of_the_office_has_a_status_and_tells_nothing_of_the_inside() {
        for (var code : OfficeException.Code.values()) {
            var answer = ProblemMapper.of(new OfficeException(code, INNER));
            int expected =
                    switch (code) {
                        case SESSION_ENDED -> 401;
                        case NOT_ALLOWED -> 403;
                        case NOT_FOUND -> 404;
                        case ALREADY_EXISTS -> 409;
                        case BAD_INPUT -> 422;
                        case TOO_LARGE -> 413;
                        case DATA_IN_USE, DATABASE_AWAY, DATABASE_UNFIT -> 503;
                        case BUSY -> 503;
                        case OUTCOME_UNKNOWN -> 504;
                        case KEYS, FAULT -> 500;
                    };
            assertThat(answer.getStatus()).as(code.name()).isEqualTo(expected);
            // How much is taken at once is said to whoever sent more.
            assertThat(text(answer).contains(INNER))
                    .as(code.name())
                    .isEqualTo(code == OfficeException.Code.TOO_LARGE);
            assertThat(answer.getHeaderString("Retry-After") != null)
                    .isEqualTo(expected == 503 || expected == 504);
        }
    }

    @Test
    void busy_says_when_to_come_back_and_never_at_once() {
        assertThat(ProblemMapper.busy(Duration.ofSeconds(7)).getHeaderString("Retry-After"))
                .isEqualTo("7");
        assertThat(ProblemMapper.busy(Duration.ofMillis(3)).getHeaderString("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void an_unexpected_exception_is_a_500_without_internal_details() {
        var answer = ProblemMapper.of(new InternalServerErrorException(INNER));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(text(answer)).doesNotContain(INNER).contains("\"code\":\"FAULT\"");
        assertThat(text(ProblemMapper.fault())).contains("\"status\":500");
    }

    @Test
    void only_addresses_below_api_are_ours() {
        assertThat(ProblemMapper.isOurs("/api/v1/x")).isTrue();
        assertThat(ProblemMapper.isOurs("/api")).isTrue();
        assertThat(ProblemMapper.isOurs("/apiary")).isFalse();
        assertThat(ProblemMapper.isOurs("/officer/api/")).isFalse();
    }
}
