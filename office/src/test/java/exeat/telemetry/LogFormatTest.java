package exeat.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.authority.AuthorityId;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogFormatTest {

    private static final Instant AT = Instant.parse("2026-11-25T10:00:00.123456Z");

    private static LogFormat.LogDetails said(
            Optional<LogLine> line, String message, Optional<Throwable> fault) {
        return new LogFormat.LogDetails(AT, "WARN", "a.library", line, message, fault);
    }

    @Test
    void a_line_is_one_object_with_time_level_event_and_request() {
        var line =
                new LogLine(
                        LogEvent.SIGN_IN_FAILED,
                        List.of(
                                LogField.kind("officer"),
                                LogField.subject("0123456789abcdef0123"),
                                LogField.authority(new AuthorityId("jl-yanji")),
                                LogField.status(401)));
        try (var _ = CurrentRequest.with(Context.root(), "r1").makeCurrent()) {
            assertThat(LogFormat.JSON.of(said(Optional.of(line), "{0}", Optional.empty())))
                    .isEqualTo(
                            """
                            {"time":"2026-11-25T10:00:00.123Z","level":"WARN","event":"sign-in-failed",\
                            "request":"r1","kind":"officer","subject":"0123456789abcdef",\
                            "authority":"jl-yanji","status":401}
                            """);
            assertThat(LogFormat.TEXT.of(said(Optional.of(line), "{0}", Optional.empty())))
                    .isEqualTo(
                            "2026-11-25T10:00:00Z WARN sign-in-failed kind=officer"
                                    + " subject=0123456789abcdef authority=jl-yanji status=401"
                                    + " request=r1\n");
        }
    }

    @Test
    void an_exception_is_logged_with_types_and_places_but_no_message() {
        var fault = new IllegalStateException("Kim Chol Su", new RuntimeException("secret"));
        for (var form : LogFormat.values()) {
            var text = form.of(said(Optional.empty(), "it failed", Optional.of(fault)));
            assertThat(text)
                    .contains("it failed", "java.lang.IllegalStateException", "LogFormatTest")
                    .contains("because of java.lang.RuntimeException")
                    .doesNotContain("Chol", "secret");
        }
        assertThat(LogFormat.JSON.of(said(Optional.empty(), "a\nb\"", Optional.empty())))
                .hasLineCount(1)
                .contains("a\\nb\\\"");
    }

    @Test
    void a_field_takes_no_text_that_somebody_wrote() {
        assertThat(LogField.route("/a b\nfaked line").value()).isEqualTo("?");
        assertThat(LogField.method("GET\"").value()).isEqualTo("?");
    }
}
