package exeat.desk.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.LimitSettings;
import exeat.config.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitCheckTest {

    private static final Config PLAIN = Config.plain(Path.of(""));

    @Test
    void the_defaults_and_what_is_a_little_above_them_are_safe() throws ConfigException {
        assertThat(LimitCheck.of(PLAIN)).isEmpty();
        var raised =
                PLAIN.with(LimitSettings.FILINGS, "600", "")
                        .with(Settings.DOOR_FAILURES, "100", "")
                        .with(Settings.PORT, "443", "")
                        .with(LimitSettings.DISK_FREE, "100GB", "");
        assertThat(LimitCheck.of(raised)).isEmpty();
    }

    @Test
    void a_limit_that_limits_nothing_is_named_with_its_default() throws ConfigException {
        var open =
                PLAIN.with(LimitSettings.DRAFTS, "1000MB", "")
                        .with(LimitSettings.UNIT_ACTS, "90000", "")
                        .with(LimitSettings.DISK_FREE, "1MB", "")
                        .with(Settings.QUEUE_WAITING, "100000", "");
        assertThat(LimitCheck.of(open))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.level()).isEqualTo(Advice.Level.UNSAFE))
                .extracting(Advice::what)
                .anyMatch(what ->
                        what.equals(
                                "limits.drafts is 1000MB, so high that it has no effect."
                                        + " The default is 1MB."))
                .anyMatch(what -> what.startsWith("limits.disk-free is 1MB, so low"));
    }
}
