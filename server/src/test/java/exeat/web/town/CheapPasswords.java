package exeat.web.town;

import exeat.config.Config;
import exeat.desk.OfficeSettings;
import exeat.desk.base.PasswordCost;
import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The office under test hashes passwords at the least cost: they guard nothing. */
public final class CheapPasswords {

    @Produces
    @Mock
    @Singleton
    public static OfficeSettings settings(Config config) {
        return OfficeSettings.of(config, Map.of()).with(PasswordCost.MIN);
    }
}
