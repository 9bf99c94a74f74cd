package exeat.config;

import java.time.Duration;
import java.util.List;

/**
 * One setting of an office.
 *
 * @param key with dots between the levels of the file
 * @param otherwise the default; empty for none
 * @param words what it does, in a sentence or two
 */
public record Setting(String key, SettingType shape, String otherwise, String words) {

    /** Settings are looked up often and identified by key. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The first level of its key; empty for a top-level setting. */
    String section() {
        int dot = key.indexOf('.');
        return dot < 0 ? "" : key.substring(0, dot);
    }

    /** The rest of its key. */
    String name() {
        return key.substring(key.indexOf('.') + 1);
    }

    /** Whether its value is a path. */
    boolean isPlace() {
        return shape instanceof SettingType.Place || shape instanceof SettingType.Secret;
    }

    static Setting place(String key, String otherwise, String what, String words) {
        return new Setting(key, new SettingType.Place(what), otherwise, words);
    }

    static Setting onOff(String key, String words) {
        return new Setting(key, new SettingType.Choice(List.of("off", "on")), "off", words);
    }

    static Setting size(String key, long least, long most, String otherwise, String words) {
        return new Setting(key, new SettingType.Size(least, most), otherwise, words);
    }

    static Setting count(String key, int least, int most, int otherwise, String words) {
        return new Setting(
                key, new SettingType.Count(least, most), Integer.toString(otherwise), words);
    }

    static Setting time(String key, String least, String most, String otherwise, String words) {
        Duration from = SettingType.Time.read(least);
        return new Setting(
                key, new SettingType.Time(from, SettingType.Time.read(most)), otherwise, words);
    }
}
