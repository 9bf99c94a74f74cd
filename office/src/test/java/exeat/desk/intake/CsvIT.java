package exeat.desk.intake;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.desk.Secrets;
import exeat.desk.Town;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files of applications: bad rows do not stop the good ones, and nothing is half stored. */
class CsvIT {

    private static final String HEADER =
            "application,name_latn_family,name_latn_given,name_hang_family,name_hang_given,"
                    + "birth_date,nationality,residence,purpose,language,contact,"
                    + "fact: asked to return,fact: ethnicity,document: photograph\n";

    private final Town town = Town.shared();

    private CsvIntake.Result read(String csv, String prefix) {
        return town.office.csv().read(town.officer(YANJI_FA), csv, prefix);
    }

    @Test
    void good_applications_go_in_and_bad_ones_stay_out_whole() {
        var csv =
                "\uFEFF"
                        + HEADER
                        + "a1,Kim,Chol,김,철수,1980-05-01,KP,jl-yanji,return,ko,\"at home\nor not\",,,\n"
                        + "a1,Kim,Yong,김,영희,1982-05-01,KP,jl-yanji,return,ko,,,,\n"
                        + "b1,Pak,,,,1980-05-01,KP,jl-yanji,return,ko,,,,\n"
                        + "b1,Pak,Son,,,not a day,KP,jl-yanji,leave,ko,,,,\n"
                        + "c1,Ri,Min,,,1990-01-01,CN,jl-yanji,settle,ko,,,martian,\n"
                        + "d1,Choe,Un,,,1990-01-01,KP,nowhere,return,ko,,,,\n"
                        + "e1,Choe,Un,,,1990-01-01,KP,jl-yanji\n"
                        + "f1,Ri,Un,,,1990-01-01,CN,jl-yanji,settle,ko,,false,other,\n";
        var prefix = Town.key();

        var result = read(csv, prefix);

        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.rejected()).isEqualTo(4);
        assertThat(result.numbers()).containsOnlyKeys("a1", "f1");
        assertThat(result.badRows())
                .extracting(bad -> bad.line() + ":" + bad.column() + ":" + bad.field())
                .containsExactly(
                        "6:6:birth_date",
                        "6:9:purpose",
                        "7:13:fact: ethnicity",
                        "8:8:residence",
                        "9:0:");
        assertThat(result.badRows()).noneMatch(bad -> bad.message().contains("martian"));
        var again = read(csv, prefix);
        assertThat(again.numbers()).isEqualTo(result.numbers());
        var view =
                town.office
                        .cases()
                        .byNumber(
                                town.officer(YANJI_FA), String.valueOf(result.numbers().get("a1")));
        assertThat(view.orElseThrow().seen().travellers()).hasSize(2);
    }

    @Test
    void a_date_of_birth_is_read_as_far_as_it_is_known() {
        var rest = ",KP,jl-yanji,return,ko,,,,\n";
        var csv =
                HEADER
                        + ("a1,Kim,Chol,,,1951-02" + rest)
                        + ("b1,Kim,Min,,,1951" + rest)
                        + ("c1,Kim,Un,,,1951-12-31/1952-01-01" + rest)
                        + ("d1,Kim,Ok,,,1930-06-28[dangi=1930-06-03]" + rest)
                        + ("e1,Kim,Il,,,1930-06-29[dangi=1930-06-03]" + rest)
                        + ("f1,Kim,Su,,,1952/1951" + rest);

        var result = read(csv, Town.key());

        assertThat(result.numbers()).containsOnlyKeys("a1", "b1", "c1", "d1");
        assertThat(result.badRows())
                .extracting(bad -> bad.line() + ":" + bad.message())
                .containsExactly("6:" + LunarDates.FORMS, "7:" + LunarDates.FORMS);
        var number = String.valueOf(result.numbers().get("d1"));
        var seen = town.office.cases().byNumber(town.officer(YANJI_FA), number).orElseThrow();
        assertThat(seen.seen().travellers().get(Town.ONE))
                .isInstanceOfSatisfying(
                        Disclosure.Whole.class,
                        whole ->
                                assertThat(whole.state().traveller().birthDate().text())
                                        .isEqualTo("1930-06-28[dangi=1930-06-03]"));
    }

    @Test
    void rows_of_one_application_that_stand_apart_are_one_application() {
        var kim = ",KP,jl-yanji,return,ko,,,,\n";
        var csv =
                HEADER
                        + ("a1,Kim,Chol,,,1980-05-01" + kim)
                        + ("b1,Pak,Min,,,1980-05-01" + kim)
                        + ("c1,Ri,Un,,,1980-05-01" + kim)
                        + ("a1,Kim,Yong,,,1982-05-01" + kim)
                        + ("c1,Ri,Ok,,,no day" + kim);

        var result = read(csv, Town.key());

        assertThat(result.numbers()).containsOnlyKeys("a1", "b1");
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.badRows()).extracting(CsvIntake.BadRow::line).containsExactly(6L);
        var number = String.valueOf(result.numbers().get("a1"));
        var view = town.office.cases().byNumber(town.officer(YANJI_FA), number).orElseThrow();
        assertThat(view.seen().travellers()).hasSize(2);
    }

    @Test
    void a_header_that_cannot_be_read_files_nothing() {
        var result = read("application,colour,fact: religion\nx,red,none\n", Town.key());

        assertThat(result.accepted()).isZero();
        assertThat(result.badRows())
                .extracting(CsvIntake.BadRow::field)
                .contains("colour", "fact: religion", "birth_date");
    }

    @Test
    void bytes_that_are_not_utf_8_end_the_reading_with_a_line_number() {
        var good =
                HEADER
                        + "a1,Kim,Yong,,,1982-05-01,KP,jl-yanji,return,ko,,,,\n"
                        + "a2,Kim,Yong,,,1982-05-01,KP,jl-yanji,return,ko,,,,\n";
        var bytes = (good + "b1,K\u00e9m,Yong,,,1982-05-01,KP,jl-yanji,return,ko,,,,\n");
        var result =
                town.office
                        .csv()
                        .read(
                                town.officer(YANJI_FA),
                                bytes.getBytes(StandardCharsets.ISO_8859_1),
                                Town.key());

        assertThat(result.accepted()).isZero();
        assertThat(result.numbers()).isEmpty();
        assertThat(result.badRows())
                .extracting(bad -> bad.line() + " " + bad.message())
                .containsExactly("4 not readable as CSV in UTF-8 from here on");
    }

    @Test
    void a_thousand_applications_go_in_batches() {
        var csv = new StringBuilder(HEADER);
        for (int n = 0; n < 1000; n++) {
            csv.append("n%d,Kim,Yong %d,,,1982-05-01,KP,jl-yanji,return,ko,,,,\n".formatted(n, n));
        }
        var before = town.office.health().counters();
        var result = town.office.csv().read(town.officer(YANJI_FA), csv.toString(), Town.key());
        var after = town.office.health().counters();

        assertThat(result.badRows()).isEmpty();
        assertThat(result.accepted()).isEqualTo(1000);
        assertThat(after.batched() - before.batched()).isGreaterThanOrEqualTo(1000);
        assertThat(after.batches() - before.batches()).isLessThan(100);
    }

    @Test
    void a_principals_child_from_a_file_goes_only_with_the_principals_own_consent() {
        var csv =
                "application,name_latn_family,name_latn_given,birth_date,nationality,residence,"
                        + "purpose,language,principal_script,principal_family,principal_given,"
                        + "guardian_1_name,guardian_1_traveller\n"
                        + "a1,Kim,Yong,2015-05-01,KP,jl-yanji,return,ko,Latn,Kim,Ok,Kim Ok,0\n"
                        + "b1,Kim,Min,2015-05-01,KP,jl-yanji,return,ko,,,,Kim Ok,0\n"
                        + "c1,Kim,Son,2015-05-01,KP,jl-yanji,return,ko,,,,,\n"
                        + "d1,Kim,Un,2015-05-01,KP,jl-yanji,return,ko,,,,Kim Ok,second\n";

        var result = read(csv, Town.key());

        assertThat(result.numbers()).containsOnlyKeys("a1");
        assertThat(result.badRows())
                .extracting(bad -> bad.line() + ":" + bad.field())
                .containsExactly(
                        "3:guardian_1_name", "4:guardian_1_name", "5:guardian_1_traveller");
        var number = String.valueOf(result.numbers().get("a1"));
        var counter = town.officer(YANJI_FA);
        var id = town.office.cases().byNumber(counter, number).orElseThrow().seen().id();
        var letter =
                new TravellerCommand.MeetSafeguard(id, ONE, new Safeguard.Consent(0, "a letter"));
        assertThat(town.rejected(counter, letter)).isEqualTo(Rejection.Code.NOT_ALLOWED);
        var secret = Secrets.of(town, YANJI_FA, id, TravellerNo.PRINCIPAL);
        var principal = town.office.authentication().signInTraveller(number, secret).orElseThrow();
        town.done(principal, letter);

        var filing = new Town.Filing(id, number, "");
        assertThat(town.state(filing, ONE).stage()).isEqualTo(Stage.APPROVED);
        town.clear(filing, ONE);
        assertThat(town.rejected(counter, new TravellerCommand.Authorise(id, ONE)))
                .isEqualTo(Rejection.Code.SAFEGUARD_OPEN);
        town.done(principal, new TravellerCommand.Withdraw(id, ONE));
    }
}
