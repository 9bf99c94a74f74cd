package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.Settings;
import exeat.web.kit.SecureTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedApplicationsTest {

    /** Far from the clock of any file system. */
    private Instant now = Instant.parse("2063-02-28T23:59:00Z");

    @Test
    void a_draft_is_as_old_as_the_offices_clock_says(@TempDir Path data) throws ConfigException {
        var config = Config.plain(data).with(Settings.DATA, data.toString(), "test");
        var drafts = new UnfinishedApplications(config, () -> now);
        var token = SecureTokens.fresh();
        drafts.keep(token, UnfinishedApplication.EMPTY);
        drafts.sweep();
        assertThat(drafts.find(token)).isPresent();
        now = now.plus(drafts.kept());
        drafts.sweep();
        assertThat(drafts.find(token)).isPresent();
        now = now.plus(Duration.ofSeconds(1));
        drafts.sweep();
        assertThat(drafts.find(token)).isEmpty();
    }
}
