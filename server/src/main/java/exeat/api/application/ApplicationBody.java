package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.Patterns;
import exeat.casework.value.Document;
import exeat.casework.value.Guardian;
import exeat.casework.value.PersonName;
import exeat.casework.value.TravellerNo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application as a principal files it.
 *
 * @param principal the person who files, if they do not travel; otherwise they are the first
 *     traveller
 * @param directive the directive under which they apply, such as prc-1963; needed where several are
 *     in force for the first traveller's residence
 */
@Schema(name = "Application")
record ApplicationBody(
        @Nullable @Valid Name principal,
        @Nullable @Pattern(regexp = Patterns.DIRECTIVE) @Size(max = Patterns.MAX_NAME)
                String directive,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Traveller> travellers) {

    /** The length that a text of a date of birth needs. */
    static final int MAX_BORN = 40;

    /** What a date of birth is, for the API's description. */
    static final String BORN =
            "As much as is known: a day, a month, a year, or the days from one to another, such as"
                    + " 1930-05-01/1931-02-28. A day that was told by the lunar calendar of China"
                    + " or Korea (dangi) has that as well, L marking a leap month:"
                    + " 1930-07-28[chinese=1930-06L-03].";

    /** A name in one script; one of its two parts may be empty. */
    @Schema(name = "PersonName")
    record Name(
            @NotNull @Pattern(regexp = "^([A-Z][a-z]{3})$") @Schema(examples = "Hang")
                    String script,
            @NotNull @Size(max = PersonName.MAX_PART) String family,
            @NotNull @Size(max = PersonName.MAX_PART) String given) {

        boolean isEmpty() {
            return family.isBlank() && given.isBlank();
        }

        PersonName read() {
            return new PersonName(script, family, given);
        }

        static Name of(PersonName name) {
            return new Name(name.script(), name.family(), name.given());
        }
    }

    /** A document, by its kind in the directive and its number. */
    @Schema(name = "Document")
    record Doc(
            @NotNull @Size(max = 100) String kind,
            @NotNull @Size(max = Document.MAX_REFERENCE) String reference) {

        Document read() {
            return new Document(kind, reference);
        }

        static Doc of(Document document) {
            return new Doc(document.kind(), document.reference());
        }
    }

    /** Who has parental responsibility; {@code party} is their number in this application. */
    @Schema(name = "Guardian")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Carer(
            @NotNull @Size(min = 1, max = Guardian.MAX_NAME) String name,
            @Nullable @Min(0) @Max(50) Integer party) {

        Guardian read() {
            return new Guardian(name, Optional.ofNullable(party).map(TravellerNo::new));
        }

        static Carer of(Guardian guardian) {
            return new Carer(
                    guardian.name(), guardian.party().map(TravellerNo::number).orElse(null));
        }
    }

    /** A traveller, numbered by their position in the list, from 1. */
    @Schema(name = "Traveller")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Traveller(
            @NotEmpty @Size(max = 10) List<@NotNull @Valid Name> names,
            @NotNull
                    @Size(max = MAX_BORN)
                    @Schema(
                            description = BORN,
                            examples = {"1930-05-01", "1930-05", "1930"})
                    String birthDate,
            @NotNull @Pattern(regexp = "^([A-Z]{2}|none)$") String nationality,
            @NotNull @Size(max = 60) @Pattern(regexp = Patterns.UNIT) String residence,
            @NotNull @Size(max = 40) @Pattern(regexp = Patterns.PURPOSE) String purpose,
            @Nullable @Schema(ref = "Facts") Map<String, JsonNode> facts,
            @Nullable @Size(max = 50) List<@NotNull @Valid Doc> documents,
            @Nullable @Size(max = 10) List<@NotNull @Valid Carer> guardians,
            @NotNull
                    @Size(max = 35)
                    @Pattern(regexp = "^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8})$")
                    @Schema(examples = "ko")
                    String language,
            @Nullable @Size(max = exeat.casework.value.Traveller.MAX_CONTACT) String contact) {}
}
