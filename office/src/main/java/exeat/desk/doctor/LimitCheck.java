package exeat.desk.doctor;

import exeat.config.Config;
import exeat.config.LimitSettings;
import exeat.config.Setting;
import exeat.config.SettingType;
import exeat.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Each setting that limits what people may ask for, beside its default. */
final class LimitCheck {

    /** Much more than this, and a limit is none. */
    private static final int TIMES = 20;

    private static final Set<String> SECTIONS =
            Set.of("limits", "door", "bodies", "queue", "sessions", "clock");

    /** What nobody set. */
    private static final Config PLAIN = Config.plain(Path.of(""));

    private LimitCheck() {}

    static List<Advice> of(Config config) {
        var found = new ArrayList<Advice>();
        for (var setting : Settings.all()) {
            if (!SECTIONS.contains(setting.key().replaceFirst("\\..*", ""))) {
                continue;
            }
            boolean reserve = setting.equals(LimitSettings.DISK_FREE);
            double times = amount(config, setting) / Math.max(1, amount(PLAIN, setting));
            if (reserve ? times * TIMES < 1 : times > TIMES) {
                found.add(
                        Advice.unsafe(
                                "limits",
                                setting.key()
                                        + " is "
                                        + config.text(setting)
                                        + (reserve ? ", so low" : ", so high")
                                        + " that it has no effect. The default is "
                                        + setting.otherwise()
                                        + "."));
            }
        }
        return List.copyOf(found);
    }

    /** A number to compare with another of the same setting; 0 for what is no amount. */
    private static double amount(Config config, Setting setting) {
        return switch (setting.shape()) {
            case SettingType.Count _ -> config.count(setting);
            case SettingType.Size _ -> config.size(setting);
            case SettingType.Time _ -> config.time(setting).toMillis();
            case SettingType.Text _,
                    SettingType.Choice _,
                    SettingType.Names _,
                    SettingType.Place _,
                    SettingType.Secret _ ->
                    0;
        };
    }
}
