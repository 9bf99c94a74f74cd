package exeat.desk.operator;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Backstage;
import exeat.desk.Town;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written in operators' names in the database, with every trigger on. */
class OperatorsIT {

    @Tag("full")
    @Test
    void an_act_in_an_operators_name_that_they_did_not_sign_is_found() throws Exception {
        var own = Town.alone();
        var one = OperatorKey.make("one", own.data.resolve("one.key"));
        assertThat(own.office.operators().add("one", one.open(), Optional.of(one))).isEmpty();
        assertThat(own.office.operators().acting(Optional.of(one), "look"))
                .isEqualTo("operator one");
        var config = Config.plain(own.data);
        assertThat(own.office.operators().recordSettings(config)).isTrue();
        assertThat(own.office.operators().recordSettings(config)).as("the same again").isFalse();
        var shorter = config.with(Settings.RETENTION_NOTICE, "7d", "test");
        assertThat(own.office.operators().recordSettings(shorter)).isTrue();
        own.sequenced();
        assertThat(own.office.audit()).isEmpty();
        try (var superuser = Backstage.superuser(own)) {
            assertThat(
                            Backstage.rows(
                                            superuser,
                                            "select count(*) as n from exeat.event"
                                                    + " where type = 'settings-set'")
                                    .getFirst()
                                    .number("n"))
                    .isEqualTo(2);
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.operator_act (operator, what, at, signature)
                    select operator, 'officer add spy', at + interval '1 minute', signature
                    from exeat.operator_act order by place desc limit 1
                    """);
        }
        own.sequenced();
        assertThat(own.office.audit())
                .extracting(Object::toString)
                .containsExactly("operator_act, 4: it is not signed with the key of one");
        invented(own);
        own.sequenced();
        assertThat(own.office.audit())
                .as("with every trigger on, so that the log says all of it too")
                .extracting(fault -> fault.table() + " " + fault.where())
                .contains(
                        "operator spy",
                        "operator one",
                        "account_log spy",
                        "mandate spy",
                        "scope spy")
                .filteredOn(place -> place.startsWith("scope"))
                .hasSize(2);
        own.office.close();
    }

    /** An operator, an earlier beginning, an account and a scope that nobody asked for. */
    private static void invented(Town own) throws Exception {
        try (var superuser = Backstage.superuser(own)) {
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.operator (id, key, added, added_by)
                    values ('spy', sha256('spy'), timestamptz '2025-01-01', 'one')
                    """);
            Backstage.run(
                    superuser,
                    "update exeat.operator set added = added - interval '8 days' where id = 'one'");
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.account (id, login, password, name)
                    select 'spy', 'spy', a.password, a.name
                    from exeat.account a order by a.id limit 1
                    """);
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.account_log (account, what, by, at)
                    values ('spy', 'made', 'operator one', timestamptz '2100-01-01')
                    """);
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.mandate (account, directive, unit, function)
                    select 'spy', m.directive, m.unit, m.function from exeat.mandate m limit 1
                    """);
            Backstage.run(
                    superuser,
                    """
                    insert into exeat.scope (account, directive, authority)
                    select s.account, s.directive, 'nowhere' from exeat.scope s limit 1
                    """);
        }
    }
}
