package exeat.server;

import exeat.demo.Demo;
import exeat.demo.DemoClock;
import exeat.demo.Training;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.http.TrainingMode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the demonstration and training begin with. */
@Singleton
final class MadeUpCases {

    private final TrainingMode training;
    private final boolean planted;
    private final Training.Plan plan;

    MadeUpCases(
            TrainingMode training,
            @ConfigProperty(name = "exeat.demo.planted") boolean planted,
            @ConfigProperty(name = "exeat.training.units") Optional<List<String>> units,
            @ConfigProperty(name = "exeat.training.trainees") int trainees,
            @ConfigProperty(name = "exeat.training.applications") int applications) {
        this.training = training;
        this.planted = planted;
        this.plan = new Training.Plan(units.orElse(List.of()), trainees, applications);
    }

    /** Makes what is not there yet, and prints whom to act as. */
    void load(Office office, DemoClock clock, OfficeSettings settings) {
        if (training.isOn()) {
            Training.load(office, clock, settings, System.out, plan);
        } else {
            Demo.load(office, clock, settings, System.out, Demo.Size.whole(planted));
        }
    }
}
