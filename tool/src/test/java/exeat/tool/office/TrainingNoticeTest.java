package exeat.tool.office;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.store.key.InstallationKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingNoticeTest {

    @Test
    void a_training_installation_is_called_one_and_an_office_is_not(@TempDir Path data) {
        assertThat(TrainingNotice.of(data)).isEmpty();
        InstallationKind.markTraining(data);
        assertThat(TrainingNotice.of(data)).contains("training", "proves nothing").endsWith("\n");
    }
}
