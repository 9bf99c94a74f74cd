package exeat.tool.office;

import exeat.desk.doctor.Advice;
import exeat.desk.doctor.Doctor;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.ExitStatus;
import java.io.IOException;
import java.util.List;

/** What the command on an office's safety asks the office for. */
public final class DoctorClient {

    private DoctorClient() {}

    /** Prints what there is to say, and whether anything is unsafe. */
    public static int look(CommandIo io, DataOptions options) throws IOException {
        var setup = options.setup();
        List<Advice> found =
                OperatorSession.in(
                        options,
                        office ->
                                Doctor.look(
                                        office,
                                        setup.settings().config(),
                                        setup.data(),
                                        options.clock().instant()));
        boolean unsafe = false;
        for (var one : found) {
            unsafe |= one.level() == Advice.Level.UNSAFE;
            io.print("%-7s %-10s %s%n".formatted(one.level(), one.area(), one.what()));
        }
        if (!unsafe) {
            io.print("Nothing unsafe was found.%n".formatted());
        }
        return unsafe ? ExitStatus.NEGATIVE : ExitStatus.DONE;
    }
}
