package exeat.tool.office;

import exeat.store.key.InstallationKind;
import java.nio.file.Path;

/** What a command says beside its answer about a training installation. */
final class TrainingNotice {

    private TrainingNotice() {}

    /** A line, or nothing for an office. */
    static String of(Path data) {
        return InstallationKind.in(data) == InstallationKind.TRAINING
                ? "This is a training installation: its cases are made up and its log proves"
                        + " nothing.\n"
                : "";
    }
}
