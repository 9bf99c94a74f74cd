package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.LimitSettings;
import exeat.config.Settings;
import exeat.desk.base.ReferenceCodes;
import exeat.store.OfficeException;
import exeat.web.kit.SecureTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** Whoever takes the device later does not learn from it that somebody has applied. */
    @Test
    void a_sent_one_is_told_of_for_a_day(@TempDir Path data) throws ConfigException {
        var config = Config.plain(data).with(Settings.DATA, data.toString(), "test");
        var drafts = new UnfinishedApplications(config, () -> now);
        var token = ReferenceCodes.draft();
        drafts.sent(token, UnfinishedApplication.EMPTY.sentWith("a key", "EX-7K3M-9Q2P"));
        now = now.plus(Duration.ofDays(1));
        assertThat(drafts.find(token).orElseThrow().number()).isEqualTo("EX-7K3M-9Q2P");
        now = now.plus(Duration.ofSeconds(1));
        assertThat(drafts.find(token)).isEmpty();
    }

    @Test
    void a_code_is_read_as_people_type_it_and_one_from_before_as_it_was_made() {
        var code = ReferenceCodes.draft();
        assertThat(code).hasSize(19);
        assertThat(ReferenceCodes.readDraft(" " + code.toLowerCase(Locale.ROOT).replace('-', ' ')))
                .isEqualTo(code);
        assertThat(ReferenceCodes.readDraft("7kq4m2xd9traw5ho")).isEqualTo("7KQ4-M2XD-9TRA-W5H0");
        var before = SecureTokens.fresh();
        assertThat(ReferenceCodes.readDraft(before)).isEqualTo(before);
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
        drafts.sent(token, filled.sentWith("key", "EX-7K3M-9Q2P"));
        assertThat(drafts.find(token)).contains(filled.sentWith("key", "EX-7K3M-9Q2P"));
    }
}
