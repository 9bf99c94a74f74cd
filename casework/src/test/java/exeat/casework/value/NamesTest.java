package exeat.casework.value;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A name is letters, and a day of birth is somebody's who lives. */
class NamesTest {

    private static PersonName name(String family) {
        return new PersonName("Latn", family, "Anne");
    }

    @Test
    void names_of_every_script_are_written() {
        for (var family :
                List.of(
                        "Kim",
                        "김",
                        "金",
                        "Ким",
                        "O'Neill",
                        "O\u2019Neill",
                        "Nguy\u1ec5n",
                        "de la Cruz",
                        "Smith-Jones",
                        "St. John",
                        "Mu\u1e25ammad",
                        "\u05d1\u05f3\u05e8",
                        "Kim 2nd",
                        "\u0939\u093f\u0928\u094d\u200d\u0926\u0940",
                        "\u5c71\u30fb\u7530",
                        "e\u0301")) {
            assertThat(name(family).isWritten()).as(family).isTrue();
        }
    }

    @Test
    void characters_of_markup_control_and_direction_are_not_names() {
        for (var family :
                List.of(
                        "<img src=x>",
                        "Kim\0",
                        "Kim\u202eevil",
                        "Kim\u2066",
                        "Ki\nm",
                        "\ud800",
                        "a\ufeffb",
                        "=1+1",
                        "{{7}}",
                        "Kim;",
                        "\ue000",
                        "\u200b")) {
            assertThat(name(family).isWritten()).as(family).isFalse();
        }
        assertThat(new PersonName("Latn", "-", "'").isWritten()).as("no letter").isFalse();
    }

    private static Optional<Code> filed(PersonName name, LocalDate born) {
        var usual = World.adult(ONE, "KP", new Purpose("return"), Facts.NONE);
        var traveller =
                new Traveller(
                        ONE,
                        List.of(name),
                        BirthDate.of(born),
                        usual.nationality(),
                        usual.residence(),
                        usual.purpose(),
                        usual.declared(),
                        usual.documents(),
                        usual.guardians(),
                        usual.language(),
                        usual.contact());
        return reject(World.application(traveller));
    }

    private static Optional<Code> reject(Application application) {
        var world = new World();
        var command = new CaseCommand.Apply(CASE, application, Map.of());
        var response = world.give(new Actor.Stranger(), command);
        return response instanceof exeat.casework.command.Response.Rejected(var rejection)
                ? Optional.of(rejection.code())
                : Optional.empty();
    }

    /** The interface allowed 100 characters, the page 2,000, and intake any number. */
    @Test
    void a_part_of_a_name_has_at_most_as_many_characters_as_every_door_takes() {
        var born = LocalDate.of(1930, 5, 1);
        var longest = "k".repeat(PersonName.MAX_PART);
        assertThat(filed(name(longest), born)).isEmpty();
        assertThat(filed(name(longest + "k"), born)).contains(Code.BAD_VALUE);
        assertThat(filed(new PersonName("Latn", "Kim", longest + "k"), born))
                .contains(Code.BAD_VALUE);
    }

    @Test
    void a_guardian_a_document_and_a_contact_are_no_longer_than_every_door_takes() {
        var longest = "k".repeat(Guardian.MAX_NAME);
        var outside = Optional.<TravellerNo>empty();
        assertThat(new Guardian(longest, outside).isNamed()).isTrue();
        assertThat(new Guardian(longest + "k", outside).isNamed()).isFalse();
        assertThat(new Guardian(" ", outside).isNamed()).isFalse();
        assertThat(new Guardian("", Optional.of(ONE)).isNamed())
                .as("somebody of the application has the name that they gave there")
                .isTrue();
        assertThat(new Document("x", "k".repeat(Document.MAX_REFERENCE)).fits()).isTrue();
        assertThat(new Document("x", "k".repeat(Document.MAX_REFERENCE + 1)).fits()).isFalse();
        assertThat(reject(World.application(reachedAt("k".repeat(Traveller.MAX_CONTACT)))))
                .isEmpty();
        assertThat(reject(World.application(reachedAt("k".repeat(Traveller.MAX_CONTACT + 1)))))
                .contains(Code.BAD_VALUE);
    }

    private static Traveller reachedAt(String contact) {
        var usual = World.adult(ONE, "KP", new Purpose("return"), Facts.NONE);
        return new Traveller(
                ONE,
                usual.names(),
                usual.birthDate(),
                usual.nationality(),
                usual.residence(),
                usual.purpose(),
                usual.declared(),
                usual.documents(),
                usual.guardians(),
                usual.language(),
                Optional.of(contact));
    }

    @Test
    void an_application_under_no_name_or_by_nobody_alive_is_rejected_at_every_door() {
        var born = LocalDate.of(1930, 5, 1);
        assertThat(filed(name("Kim"), born)).isEmpty();
        assertThat(filed(name("<b>Kim</b>"), born)).contains(Code.BAD_VALUE);
        assertThat(filed(name("Kim\u202e"), born)).contains(Code.BAD_VALUE);
        assertThat(filed(name("Kim"), LocalDate.of(1, 1, 1))).contains(Code.BAD_DATE);
        assertThat(filed(name("Kim"), LocalDate.of(1832, 1, 1))).contains(Code.BAD_DATE);
        assertThat(filed(name("Kim"), LocalDate.of(1850, 1, 1))).isEmpty();
        var usual = World.application(World.adult(ONE, "KP", new Purpose("return"), Facts.NONE));
        var filedBy =
                new Application(
                        usual.number(),
                        usual.channel(),
                        Optional.of(name("<i>")),
                        usual.enteredBy(),
                        usual.travellers());
        assertThat(reject(filedBy)).contains(Code.BAD_VALUE);
    }
}
