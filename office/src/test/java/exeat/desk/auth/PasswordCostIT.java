package exeat.desk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Today;
import exeat.desk.Town;
import exeat.desk.base.PasswordCost;
import exeat.store.OfficeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PasswordCostIT {

    private static final String PASSWORD = "a password of somebody";

    private final OfficeSettings full = OfficeSettings.embedded(Town.folder(), Town.packs());
    private final OfficeSettings least = full.with(PasswordCost.MIN);

    private static void in(OfficeSettings settings, String login) {
        try (var office = Office.open(settings, Today.clock())) {
            office.officerAccounts()
                    .create(new OfficerId(login), login, PASSWORD, "A Name", Town.YANJI_FA);
            assertThat(office.authentication().signInOfficer(login, PASSWORD)).isPresent();
        }
    }

    @Tag("full")
    @Test
    void an_office_with_officers_of_its_own_does_not_open_with_less() {
        in(full, "kim");
        assertThatThrownBy(() -> Office.open(least, Today.clock()))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining("officers of its own");
        in(full, "han");
    }

    @Tag("full")
    @Test
    void one_that_began_with_less_goes_on_with_either() {
        in(least, "kim");
        in(full, "han");
        in(least, "cho");
    }
}
