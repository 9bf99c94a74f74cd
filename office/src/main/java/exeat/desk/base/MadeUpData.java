package exeat.desk.base;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.TrainingFolder;
import exeat.store.key.InstallationKind;
import java.nio.file.Path;

/**
 * Where made-up cases may be: the demonstration's in no training folder, training's in no other.
 */
public final class MadeUpData {

    private MadeUpData() {}

    /**
     * For the demonstration.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if the data folder is a training
     *     installation's
     */
    public static void refuseTraining(Path data) {
        TrainingFolder.refuse(data);
    }

    /**
     * For training.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if the data folder is anything else
     */
    public static void requireTraining(Path data) {
        if (InstallationKind.in(data) != InstallationKind.TRAINING) {
            throw new OfficeException(
                    Code.BAD_INPUT, data + " is no training installation's folder");
        }
    }
}
