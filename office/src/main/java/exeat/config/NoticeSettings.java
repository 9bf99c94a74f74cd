package exeat.config;

import static exeat.config.Setting.count;
import static exeat.config.Setting.place;

import java.util.regex.Pattern;

/** Telling people that there is news: the settings of the section {@code notices}. */
public final class NoticeSettings {

    public static final Setting SERVER =
            new Setting(
                    "notices.server",
                    new SettingType.Text(
                            "a name or an address", Pattern.compile("[A-Za-z0-9.:\\[\\]-]+")),
                    "",
                    "The mail server that sends notices. If empty, nobody is offered any. The"
                            + " connection is encrypted (STARTTLS), except to a server on this"
                            + " machine.");

    public static final Setting PORT =
            count("notices.port", 1, 65_535, 587, "The port of that server.");

    public static final Setting USER =
            new Setting(
                    "notices.user",
                    new SettingType.Text("a name", Pattern.compile("\\S+")),
                    "",
                    "The user as whom the office signs in there. If empty, it does not sign in.");

    public static final Setting PASSWORD =
            new Setting(
                    "notices.password-file",
                    new SettingType.Secret(),
                    "",
                    "The password of that user.");

    public static final Setting FROM =
            new Setting(
                    "notices.from",
                    new SettingType.Text(
                            "an address, such as news@post.example",
                            Pattern.compile("[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,180}")),
                    "",
                    "The sender. Neither part of the address may say what it is about, since"
                            + " others read over somebody's shoulder. Needed where there is a"
                            + " server.");

    public static final Setting SUBJECT =
            new Setting(
                    "notices.subject",
                    new SettingType.Text(
                            "up to 60 characters", Pattern.compile("[^\\p{Cntrl}]{1,60}")),
                    "",
                    "The subject of every message, in every language. It must not say what it is"
                            + " about either. If empty, a word for \"message\" in the person's"
                            + " language.");

    public static final Setting AUTHORITIES =
            place(
                    "notices.authorities",
                    "",
                    "a file",
                    "A file with certificates (PEM): the mail server's must be issued by one of"
                            + " them. If empty, those that Java trusts.");

    public static final Setting CODES =
            count(
                    "notices.codes-a-day",
                    1,
                    50,
                    5,
                    "How many codes one person may have sent to an address within a day, so that"
                            + " nobody floods a mailbox through the office.");

    private NoticeSettings() {}
}
