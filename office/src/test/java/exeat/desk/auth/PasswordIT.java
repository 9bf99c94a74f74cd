package exeat.desk.auth;

import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.OfficerId;
import exeat.desk.Town;
import exeat.desk.auth.Authentication.PasswordChange;
import exeat.desk.base.Session;
import org.junit.jupiter.api.Test;

/** A password can be changed only by somebody who knows it. */
class PasswordIT {

    private static final String BEFORE = "four quiet rivers";
    private static final String AFTER = "nine loud harbours";

    private final Town town = Town.shared();
    private final Authentication doors = town.office.authentication();

    private Session signedIn(String login) {
        town.office.officerAccounts().create(new OfficerId(login), login, BEFORE, "Kim", YANJI_FA);
        return doors.signInOfficer(login, BEFORE).orElseThrow();
    }

    @Test
    void the_new_password_counts_and_other_sessions_end() {
        var here = signedIn("pass.1");
        var elsewhere = doors.signInOfficer("pass.1", BEFORE).orElseThrow();

        assertThat(doors.changePassword(here, "pass.1", BEFORE, AFTER))
                .isEqualTo(PasswordChange.CHANGED);

        assertThat(doors.signInOfficer("pass.1", BEFORE)).isEmpty();
        assertThat(doors.signInOfficer("pass.1", AFTER)).isPresent();
        assertThat(doors.resume(here.token())).isPresent();
        assertThat(doors.resume(elsewhere.token())).isEmpty();
    }

    @Test
    void a_wrong_password_or_another_account_changes_nothing() {
        var here = signedIn("pass.2");
        signedIn("pass.3");

        assertThat(doors.changePassword(here, "pass.2", "a wrong guess", AFTER))
                .isEqualTo(PasswordChange.WRONG);
        assertThat(doors.changePassword(here, "pass.3", BEFORE, AFTER))
                .isEqualTo(PasswordChange.WRONG);
        assertThat(doors.changePassword(doors.anonymousSession(), "pass.2", BEFORE, AFTER))
                .isEqualTo(PasswordChange.WRONG);
        assertThat(doors.changePassword(here, "pass.2", BEFORE, "pass.2 pass.2"))
                .isEqualTo(PasswordChange.WEAK);
        assertThat(doors.signInOfficer("pass.2", BEFORE)).isPresent();
        assertThat(doors.signInOfficer("pass.3", BEFORE)).isPresent();
    }

    @Test
    void guessing_through_the_form_is_counted_like_guessing_at_the_door() {
        var here = signedIn("pass.4");
        for (int guess = 0; guess < 10; guess++) {
            doors.changePassword(here, "pass.4", "guess " + guess, AFTER);
        }
        assertThat(doors.changePassword(here, "pass.4", BEFORE, AFTER))
                .isEqualTo(PasswordChange.WRONG);
        assertThat(doors.signInOfficer("pass.4", BEFORE)).isEmpty();
    }
}
