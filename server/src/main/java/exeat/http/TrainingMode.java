package exeat.http;

import exeat.config.Config;
import exeat.config.TrainingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this is a training installation, which says so in each answer. */
@ApplicationScoped
public class TrainingMode {

    /** The header of each answer. */
    public static final String HEADER = "Exeat-Training";

    static final String SAYS = "cases are made up; nothing counts; nobody is alerted";

    private final boolean on;
    private final Optional<String> realSite;

    public TrainingMode(@ConfigProperty(name = "exeat.training") boolean on, Config config) {
        this.on = on;
        this.realSite = config.given(TrainingSettings.REAL_SITE);
    }

    public boolean isOn() {
        return on;
    }

    /** The address of the office's real site, if the settings name it. */
    public Optional<String> realSite() {
        return realSite;
    }
}
