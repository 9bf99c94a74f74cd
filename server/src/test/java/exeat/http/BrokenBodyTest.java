package exeat.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the sender of a body did is no fault of ours, and what we did is none of theirs. */
class BrokenBodyTest {

    private static final StackTraceElement DECODER =
            new StackTraceElement(
                    "io.netty.handler.codec.http.HttpObjectDecoder", "getChunkSize", null, 1);
    private static final StackTraceElement OURS =
            new StackTraceElement("exeat.web.kit.Page", "ok", null, 1);

    private static Exception thrownIn(StackTraceElement... steps) {
        var fault = new NumberFormatException("zz");
        fault.setStackTrace(steps);
        return fault;
    }

    @Test
    void a_chunk_that_nobody_can_read_and_a_connection_that_closes_are_the_senders() {
        assertThat(FailureAnswers.isBrokenBody(thrownIn(DECODER))).isTrue();
        assertThat(FailureAnswers.isBrokenBody(new IOException(thrownIn(DECODER)))).isTrue();
        assertThat(FailureAnswers.isBrokenBody(new HttpClosedException("closed"))).isTrue();
    }

    @Test
    void what_is_thrown_in_ours_is_ours() {
        assertThat(FailureAnswers.isBrokenBody(null)).isFalse();
        assertThat(FailureAnswers.isBrokenBody(thrownIn(OURS, DECODER))).isFalse();
        assertThat(FailureAnswers.isBrokenBody(thrownIn())).isFalse();
    }
}
