package exeat.desk.auth;

import exeat.desk.Town;
import exeat.desk.base.Session;

import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.OfficerId;
import exeat.desk.auth.Doors.Changed;
import org.junit.jupiter.api.Test;

/** A password is changed by who knows it, and by nobody else. */
class PasswordIT {

    private static final String BEFORE = "four quiet rivers";
    private static final String AFTER = "nine loud harbours";

    private final Town town = Town.shared();
    private final Doors doors = town.office.doors();

    private Session signedIn(String login) {
        town.office.staff().create(new OfficerId(login), login, BEFORE, "Kim", YANJI_FA);
        return doors.officer(login, BEFORE).orElseThrow();
    }

    @Test
    void the_new_password_counts_and_other_sessions_end() {
        var here = signedIn("pass.1");
        var elsewhere = doors.officer("pass.1", BEFORE).orElseThrow();

        assertThat(doors.password(here, "pass.1", BEFORE, AFTER)).isEqualTo(Changed.CHANGED);

        assertThat(doors.officer("pass.1", BEFORE)).isEmpty();
        assertThat(doors.officer("pass.1", AFTER)).isPresent();
        assertThat(doors.resume(here.token())).isPresent();
        assertThat(doors.resume(elsewhere.token())).isEmpty();
    }

    @Test
    void who_does_not_know_it_or_asks_for_another_changes_nothing() {
        var here = signedIn("pass.2");
        signedIn("pass.3");

        assertThat(doors.password(here, "pass.2", "a wrong guess", AFTER)).isEqualTo(Changed.WRONG);
        assertThat(doors.password(here, "pass.3", BEFORE, AFTER)).isEqualTo(Changed.WRONG);
        assertThat(doors.password(doors.stranger(), "pass.2", BEFORE, AFTER))
                .isEqualTo(Changed.WRONG);
        assertThat(doors.password(here, "pass.2", BEFORE, "pass.2 pass.2")).isEqualTo(Changed.WEAK);
        assertThat(doors.officer("pass.2", BEFORE)).isPresent();
        assertThat(doors.officer("pass.3", BEFORE)).isPresent();
    }

    @Test
    void guessing_through_the_form_is_counted_like_guessing_at_the_door() {
        var here = signedIn("pass.4");
        for (int guess = 0; guess < 10; guess++) {
            doors.password(here, "pass.4", "guess " + guess, AFTER);
        }
        assertThat(doors.password(here, "pass.4", BEFORE, AFTER)).isEqualTo(Changed.WRONG);
        assertThat(doors.officer("pass.4", BEFORE)).isEmpty();
    }
}
