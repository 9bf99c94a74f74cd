package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.LimitSettings;
import exeat.config.Settings;
import exeat.store.OfficeException;
import exeat.web.kit.SecureTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        drafts.keep(token, UnfinishedApplication.EMPTY, (_, _, _) -> {});
        drafts.sweep();
        assertThat(drafts.find(token)).isPresent();
        now = now.plus(drafts.kept());
        drafts.sweep();
        assertThat(drafts.find(token)).isPresent();
        now = now.plus(Duration.ofSeconds(1));
        drafts.sweep();
        assertThat(drafts.find(token)).isEmpty();
    }

    @Test
    void what_is_over_a_budget_is_not_kept_and_a_sent_one_always_is(@TempDir Path data)
            throws ConfigException {
        var config =
                Config.plain(data)
                        .with(Settings.DATA, data.toString(), "test")
                        .with(LimitSettings.DRAFT_SIZE, "16kB", "test");
        var drafts = new UnfinishedApplications(config, () -> now);
        var token = SecureTokens.fresh();
        var grown = new ArrayList<Long>();
        drafts.keep(token, UnfinishedApplication.EMPTY, (bytes, all, _) -> grown.add(all));
        var filled = UnfinishedApplication.EMPTY.withAnother();
        drafts.keep(token, filled, (bytes, all, _) -> grown.add(all));
        assertThat(grown).hasSize(2).isSorted();
        UnfinishedApplications.Budget none =
                (_, _, _) -> {
                    throw new IllegalStateException("over budget");
                };
        assertThatThrownBy(() -> drafts.keep(token, filled.withAnother(), none))
                .hasMessage("over budget");
        assertThat(drafts.find(token)).contains(filled);
        var answers = Map.of("name", List.of("x".repeat(17_000)));
        var whole = new UnfinishedApplication(answers, filled.people(), "");
        assertThatThrownBy(() -> drafts.keep(token, whole, (_, _, _) -> {}))
                .isInstanceOf(OfficeException.class);
        drafts.sent(token, filled.sentWith("key"));
        assertThat(drafts.find(token)).contains(filled.sentWith("key"));
    }
}
