package exeat.api;

import static exeat.api.ApiTown.TUMEN_BD;
import static exeat.api.ApiTown.TUMEN_CU;
import static exeat.api.ApiTown.TUMEN_FA;
import static exeat.api.ApiTown.YANJI_FA;
import static exeat.api.ApiTown.YANJI_PS;
import static exeat.api.ApiTown.key;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.api.ApiTown.Filing;
import exeat.api.OpenApiIT.Documented;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The table of who may do what, made by trying: every call of the interface and every page, as
 * everybody, each on a case that has come as far as the call is for. What comes out is compared
 * with {@code docs/rights.md}; {@code -Dexeat.golden=write} writes that anew, and the difference is
 * read.
 */
@QuarkusTest
@TestProfile(ApiProfile.class)
@Tag("day")
class RightsIT {

    /**
     * It would end the session that is tried; and a file is no JSON, {@link IntakesApiIT} sends
     * them.
     */
    private static final Set<String> APART =
            Set.of("DELETE /api/v1/sessions", "POST /api/v1/intakes");

    private final ApiTown town;
    private final ApiAdministrators administrators;

    /** Cases that nothing was done to yet since they came as far as their scene. */
    private final Map<Scene, Filing> scenes = new EnumMap<>(Scene.class);

    private Optional<Filing> other = Optional.empty();
    private String newcomer = "";
    private int unread = 100;

    @Inject
    RightsIT(ApiTown town, ApiAdministrators administrators) {
        this.town = town;
        this.administrators = administrators;
    }

    @BeforeEach
    void open() {
        town.open();
        ApiRightsIT.read(town.read());
    }

    /** Whoever asks, as a session's token; of a case, its person's. */
    String token(Who who, Filing filing) {
        return switch (who) {
            case NOBODY -> "";
            case NEW -> newcomer();
            case PERSON -> filing.token();
            case OTHER -> other().token();
            case HOLDER -> town.unbriefed(YANJI_FA, 2);
            case UNREAD -> town.unbriefed(YANJI_FA, unread);
            case POLICE -> town.officer(YANJI_PS);
            case BORDER -> town.officer(TUMEN_BD);
            case CUSTOMS -> town.officer(TUMEN_CU);
            case FOREIGN -> town.officer(TUMEN_FA);
            case COUNTY -> town.officer("jl-yanji");
            case PROVINCE -> town.officer("jl");
            case ISSUER -> town.officer("cn");
            case LAWYER -> town.lawyer();
            case AUDITOR -> town.auditor();
            case ADMINISTRATOR -> administrators.token();
        };
    }

    private String newcomer() {
        if (newcomer.isEmpty()) {
            newcomer = town.stranger();
        }
        return newcomer;
    }

    private Filing other() {
        if (other.isEmpty()) {
            other = Optional.of(Scene.UNCONFIRMED.set(town));
        }
        return other.get();
    }

    private Filing filing(Scene scene) {
        return scenes.computeIfAbsent(scene, unset -> unset.set(town));
    }

    @Test
    void everybody_may_what_the_table_says_and_nothing_else() {
        Map<String, Map<Who, RightsTable.May>> calls = new LinkedHashMap<>();
        for (var op : OpenApiIT.operations()) {
            if (!APART.contains(op.name())) {
                calls.put(op.name(), row(op));
            }
        }
        Map<String, Map<Who, RightsTable.May>> pages = new LinkedHashMap<>();
        for (var route : PageRoute.all()) {
            pages.put(route.name(), row(route));
        }
        var table = new RightsTable(calls, pages);
        assertThat(table.faults()).isEmpty();
        assertThat(table.rowsThatNobodyMay())
                .as("a row that is no for everybody is tried where there is nothing to try it on")
                .isSubsetOf(PageRoute.NEEDS_MORE);
        table.hold();
    }

    private Map<Who, RightsTable.May> row(Documented op) {
        var scene = Scene.of(op.name());
        Map<Who, RightsTable.May> row = new EnumMap<>(Who.class);
        for (var who : Who.values()) {
            var filing = filing(scene);
            var token = token(who, filing);
            var answer = ApiRightsIT.attempt(op, token, key(), filing.id());
            row.put(who, RightsTable.May.ofCall(answer.statusCode()));
            after(op.name(), scene, answer.statusCode() < 400);
        }
        return row;
    }

    private Map<Who, RightsTable.May> row(PageRoute route) {
        Map<Who, RightsTable.May> row = new EnumMap<>(Who.class);
        for (var who : Who.values()) {
            var filing = filing(route.scene());
            // A case has another address in each audit, and its id is none of them.
            boolean audited = who == Who.AUDITOR && route.path().startsWith("/audit/case/");
            var id =
                    audited
                            ? town.auditedFile()
                            : administrators.kept(route.path()).orElse(filing.id());
            var answer = route.attempt(token(who, filing), id, town.version());
            var may = RightsTable.May.ofPage(answer.statusCode(), answer.header("Location"));
            row.put(who, may);
            // A form that lacks something is shown again, and nothing is done.
            boolean done = answer.statusCode() == 303 && may == RightsTable.May.YES;
            after(route.name(), route.scene(), done);
        }
        return row;
    }

    /** What was done is done: the next to try gets a case, or an officer, as there was before. */
    private void after(String name, Scene scene, boolean done) {
        if (!name.startsWith("GET ") && done) {
            scenes.remove(scene);
            if (name.contains("acknowledge")) {
                unread++;
            }
        }
    }
}
