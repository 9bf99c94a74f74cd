package exeat.config;

import java.util.regex.Pattern;

/** What a training installation tells of the real one: the settings of the section training. */
public final class TrainingSettings {

    public static final Setting REAL_SITE =
            new Setting(
                    "training.real-site",
                    new SettingType.Text(
                            "http:// or https://, a host, and no path",
                            Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/?")),
                    "",
                    "The address of the office's real site. Training shows it to people who need"
                            + " protection themselves, since nobody is alerted there.");

    private TrainingSettings() {}
}
