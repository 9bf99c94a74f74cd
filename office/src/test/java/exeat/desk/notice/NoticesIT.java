package exeat.desk.notice;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.TravellerCommand;
import exeat.casework.value.RequestedItem;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.NoticeSettings;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.PasswordCost;
import exeat.desk.base.Session;
import exeat.desk.notice.NoticeAddresses.Asked;
import exeat.desk.notice.NoticeAddresses.Confirmed;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;

/** From the event to the mailbox, with a real mail server and a real database. */
class NoticesIT {

    private static final Pattern CODE = Pattern.compile("[0-9]{8}");

    private static final NoticeTexts TEXTS =
            new NoticeTexts() {
                @Override
                public Text news(String language) {
                    return new Text("Message", "news " + language + "\n");
                }

                @Override
                public Text code(String language, String code) {
                    return new Text("Message", "code " + code + "\n");
                }
            };

    private final Town town = Town.shared();
    private final Database database = Database.running(Keys.in(town.data)).orElseThrow();
    private final Mailbox box = Mailbox.plain();
    private final Config config = config();
    private final Notices notices =
            Notices.of(
                    new Infrastructure(
                            database,
                            new Vault(Keys.in(town.data)),
                            town.data,
                            config,
                            PasswordCost.MIN,
                            town.clock()));
    private final NoticeCarrier carrier = new MailCarrier(config);

    private Config config() {
        try {
            return Config.plain(town.data)
                    .with(NoticeSettings.SERVER, "127.0.0.1", "x")
                    .with(NoticeSettings.PORT, Integer.toString(box.port()), "x")
                    .with(NoticeSettings.FROM, "news@post.example", "x");
        } catch (ConfigException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @AfterEach
    void close() {
        box.close();
        database.close();
    }

    private void send() {
        assertThat(notices.send(carrier, TEXTS)).isTrue();
    }

    private List<String> texts(String address) {
        return box.mails.stream()
                .filter(m -> m.to().equals(address))
                .map(Mailbox.Mail::text)
                .toList();
    }

    private String code(String address) {
        var found = CODE.matcher(texts(address).getLast());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Somebody who is referred to an officer, with notices on at this address. */
    private Town.Filing on(String address) {
        var filing = town.confirmed(Town.referred());
        var session = town.party(filing);
        assertThat(notices.addresses().ask(session, address, "ko")).isEqualTo(Asked.SENT);
        send();
        assertThat(notices.addresses().confirm(session, code(address))).isEqualTo(Confirmed.DONE);
        choose(session, filing, true);
        return filing;
    }

    private void choose(Session session, Town.Filing filing, boolean on) {
        town.done(session, new TravellerCommand.ChooseNotices(filing.id(), ONE, on));
    }

    private void question(Town.Filing filing, String fact) {
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.Ask(
                        filing.id(), ONE, new RequestedItem.OfFact(Town.fact(fact))));
    }

    private List<Backstage.Row> rows(String sql) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(superuser, sql);
        }
    }

    private long waiting(Town.Filing filing) throws SQLException {
        return rows("select count(1) as n from exeat.notice n join exeat.stream t on t.id = n.stream"
                        + " where t.key = '%s'".formatted(filing.id().key()))
                .getFirst()
                .number("n");
    }

    @Test
    void nothing_but_a_code_is_sent_before_the_code_was_typed() throws SQLException {
        var filing = town.confirmed(Town.referred());
        var session = town.party(filing);
        var address = "first@mail.example";
        assertThat(notices.addresses().own(session)).isEmpty();
        assertThat(notices.addresses().ask(session, address, "ko")).isEqualTo(Asked.SENT);
        // Whoever writes past the page is told nothing either, where nobody typed the code.
        choose(session, filing, true);
        question(filing, "ethnicity");
        send();
        assertThat(texts(address)).hasSize(1).allMatch(text -> text.startsWith("code "));
        assertThat(notices.addresses().own(session).orElseThrow().waits()).isTrue();
        assertThat(notices.addresses().confirm(session, " " + code(address) + " "))
                .isEqualTo(Confirmed.DONE);
        send();
        assertThat(texts(address)).hasSize(1);
        assertThat(waiting(filing)).isZero();
    }

    @Test
    void what_waits_for_the_person_is_sent_at_once_and_the_rest_in_one_message_next_morning() {
        var address = "second@mail.example";
        var filing = on(address);
        question(filing, "ethnicity");
        question(filing, "relations in Korea");
        send();
        assertThat(texts(address)).hasSize(2).last().isEqualTo("news ko\n");
        send();
        assertThat(texts(address)).hasSize(2);
        town.done(
                town.officer(YANJI_FA),
                new TravellerCommand.ApproveReferred(filing.id(), ONE, "a reason"));
        send();
        assertThat(texts(address)).hasSize(2);
        town.pass(Duration.ofDays(1));
        send();
        assertThat(texts(address)).hasSize(3).last().isEqualTo("news ko\n");
        send();
        assertThat(texts(address)).hasSize(3);
    }

    /** A crash as the program sees it: what it was doing does not return. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Tag("full")
    @Test
    void of_fifty_kills_around_the_sending_none_loses_a_notice_and_some_send_it_twice() {
        long seed = Long.getLong("exeat.seed", 19);
        var random = new Random(seed);
        var address = "kills@mail.example";
        var filing = on(address);
        int before = texts(address).size();
        int twice = 0;
        for (int kill = 0; kill < 50; kill++) {
            boolean after = random.nextBoolean();
            question(filing, kill % 2 == 0 ? "ethnicity" : "relations in Korea");
            NoticeCarrier killed =
                    message -> {
                        if (after) {
                            carrier.send(message);
                        }
                        throw new Killed();
                    };
            int arrived = texts(address).size();
            assertThatThrownBy(() -> notices.send(killed, TEXTS)).isInstanceOf(Killed.class);
            send();
            int now = texts(address).size() - arrived;
            assertThat(now).as("seed %d, kill %d", seed, kill).isBetween(1, 2);
            twice += now == 2 ? 1 : 0;
            answer(filing, kill % 2 == 0 ? "ethnicity" : "relations in Korea");
        }
        assertThat(texts(address).size() - before).isEqualTo(50 + twice);
        assertThat(twice).isPositive();
        // Whoever receives it twice can tell: it has one id.
        assertThat(box.mails.stream().map(NoticesIT::id).distinct().count())
                .isEqualTo(box.mails.size() - twice);
    }

    private static String id(Mailbox.Mail mail) {
        try {
            return mail.message().getMessageID();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void answer(Town.Filing filing, String fact) {
        var directive = town.office.register().directive("prc-1963").orElseThrow();
        var definition = directive.vocabulary().definition(Town.fact(fact)).orElseThrow();
        var value =
                definition.name().text().equals("ethnicity")
                        ? exeat.rules.fact.Value.of("other")
                        : exeat.rules.fact.Value.of(false);
        town.done(
                town.party(filing),
                new TravellerCommand.AnswerQuestions(
                        filing.id(),
                        ONE,
                        new exeat.rules.fact.Facts(java.util.Map.of(Town.fact(fact), value)),
                        List.of()));
    }

    @Test
    void what_comes_while_a_message_is_sent_is_sent_too() {
        var address = "meanwhile@mail.example";
        var filing = on(address);
        question(filing, "ethnicity");
        NoticeCarrier slow =
                message -> {
                    question(filing, "relations in Korea");
                    return carrier.send(message);
                };
        assertThat(notices.send(slow, TEXTS)).isTrue();
        assertThat(texts(address)).hasSize(2);
        send();
        assertThat(texts(address)).hasSize(3);
    }

    @Test
    void the_persons_own_claim_takes_what_waits_and_the_address_with_it() throws SQLException {
        var address = "claim@mail.example";
        var filing = on(address);
        question(filing, "ethnicity");
        assertThat(waiting(filing)).isEqualTo(1);
        var session = town.party(filing);
        town.done(session, new TravellerCommand.ClaimProtection(filing.id(), ONE));
        assertThat(waiting(filing)).isZero();
        assertThat(notices.addresses().own(session)).isEmpty();
        send();
        assertThat(texts(address)).hasSize(1);
    }

    @Test
    void somebody_elses_claim_stops_no_notice_about_a_secret() {
        var address = "other@mail.example";
        var filing = on(address);
        town.done(
                town.officer(YANJI),
                new TravellerCommand.ClaimForAnother(filing.id(), ONE, "danger"));
        send();
        assertThat(texts(address)).hasSize(1);
        var handed =
                town.office
                        .desk()
                        .askForSecret(
                                town.officer(YANJI), Town.key(), filing.id(), ONE, "a passport");
        assertThat(handed.reply()).isInstanceOf(exeat.desk.write.Reply.Done.class);
        send();
        assertThat(texts(address)).hasSize(2);
    }

    @Test
    void switching_off_forgets_the_address_and_what_waits() throws SQLException {
        var address = "off@mail.example";
        var filing = on(address);
        question(filing, "ethnicity");
        choose(town.party(filing), filing, false);
        send();
        assertThat(texts(address)).hasSize(1);
        assertThat(
                        rows("""
                        select count(a.sealed) as n from exeat.notice_address a
                        join exeat.stream t on t.id = a.stream where t.key = '%s'
                        """
                                        .formatted(filing.id().key()))
                                .getFirst()
                                .number("n"))
                .isZero();
    }

    @Test
    void an_address_that_is_refused_is_told_nothing_more_and_the_person_sees_it() {
        var address = "gone@mail.example";
        var filing = on(address);
        box.refused.put(address, new RejectException(550, "5.1.1 no such user"));
        question(filing, "ethnicity");
        send();
        var own = notices.addresses().own(town.party(filing)).orElseThrow();
        assertThat(own.bounced()).isTrue();
        assertThat(own.masked()).isEqualTo("g…@m…");
        box.refused.clear();
        question(filing, "relations in Korea");
        send();
        assertThat(texts(address)).hasSize(1);
    }

    @Test
    void while_the_server_does_not_take_it_a_message_waits_longer_each_time() {
        var address = "later@mail.example";
        var filing = on(address);
        box.refused.put(address, new RejectException(451, "4.3.0 not now"));
        question(filing, "ethnicity");
        send();
        box.refused.clear();
        send();
        assertThat(texts(address)).hasSize(1);
        town.pass(Duration.ofMinutes(1));
        send();
        assertThat(texts(address)).hasSize(2);
    }

    @Test
    void a_code_can_be_typed_a_few_times_and_for_half_an_hour() {
        var filing = town.confirmed(Town.referred());
        var session = town.party(filing);
        var addresses = notices.addresses();
        var address = "code@mail.example";
        addresses.ask(session, address, "en");
        send();
        for (int typed = 0; typed < 5; typed++) {
            assertThat(addresses.confirm(session, "x")).isEqualTo(Confirmed.WRONG);
        }
        assertThat(addresses.confirm(session, code(address))).isEqualTo(Confirmed.OVER);
        addresses.ask(session, address, "en");
        send();
        town.pass(NoticeAddresses.VALID);
        assertThat(addresses.confirm(town.party(filing), code(address))).isEqualTo(Confirmed.OVER);
    }

    @Test
    void nobody_floods_a_mailbox_through_the_office() {
        var filing = town.confirmed(Town.referred());
        var session = town.party(filing);
        for (int asked = 0; asked < 5; asked++) {
            assertThat(notices.addresses().ask(session, "flood@mail.example", "en"))
                    .isEqualTo(Asked.SENT);
        }
        assertThat(notices.addresses().ask(session, "flood@mail.example", "en"))
                .isEqualTo(Asked.MANY);
        send();
        assertThat(texts("flood@mail.example")).hasSize(1);
        town.pass(Duration.ofDays(1));
        assertThat(notices.addresses().ask(town.party(filing), "flood@mail.example", "en"))
                .isEqualTo(Asked.SENT);
    }

    @Test
    void neither_an_officer_nor_another_person_has_a_part_in_it() {
        var filing = on("mine@mail.example");
        var other = town.party(town.confirmed(Town.referred()));
        for (var session : List.of(town.officer(YANJI_FA), town.officer(YANJI), other)) {
            assertThat(notices.addresses().own(session)).isEmpty();
            assertThat(notices.addresses().confirm(session, "12345678")).isEqualTo(Confirmed.OVER);
        }
        assertThat(notices.addresses().ask(town.officer(YANJI_FA), "a@mail.example", "en"))
                .isEqualTo(Asked.NOBODY);
        assertThat(
                        town.rejected(
                                other, new TravellerCommand.ChooseNotices(filing.id(), ONE, false)))
                .isEqualTo(exeat.casework.command.Rejection.Code.NOT_FOUND);
        assertThat(notices.addresses().own(town.party(filing)).orElseThrow().confirmed()).isTrue();
    }

    @Test
    void no_role_reads_the_tables_and_no_address_lies_there_in_plain() throws Exception {
        var address = "plain.words@mail.example";
        on(address);
        for (var role : List.of("reader", "writer", "door", "sequencer", "clerk")) {
            try (var connection = Backstage.role(town, role)) {
                for (var table : List.of("notice", "notice_address")) {
                    assertThatThrownBy(() ->
                                    Backstage.rows(
                                            connection, "select count(1) as n from exeat." + table))
                            .as(role + " " + table)
                            .isInstanceOf(SQLException.class);
                }
            }
        }
        assertThat(rows("select a::text as line from exeat.notice_address a"))
                .isNotEmpty()
                .noneMatch(row -> row.text("line").contains("plain.words"));
    }

    @Test
    void an_audit_finds_nothing_after_all_this() {
        on("audited@mail.example");
        assertThat(town.office.audit()).isEmpty();
    }
}
