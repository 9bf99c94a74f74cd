package exeat.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    private static final String[] RULES = {"exeat.rules.."};
    private static final String[] CASEWORK = {"exeat.casework..", "exeat.oversight.."};
    private static final String[] LEDGER = {"exeat.ledger.."};
    private static final String[] PAPERS = {"exeat.papers.."};
    private static final String[] IDENTITY = {"exeat.identity.."};
    private static final String[] JSON = {"exeat.json.."};
    private static final String[] OFFICE = {
        "exeat.config..", "exeat.telemetry..", "exeat.desk..", "exeat.store.."
    };
    private static final String[] DEMO = {"exeat.demo.."};
    private static final String[] FRAMEWORK = {"io.quarkus..", "jakarta..", "io.vertx.."};

    /** An interface of mail, which the sender of notices alone uses: see decision 214. */
    private static final String[] MAIL = {"jakarta.mail..", "org.eclipse.angus.mail.."};

    private static final String[] SERVER = {
        "exeat.server..", "exeat.http..", "exeat.web..", "exeat.api..", "exeat.pdf.."
    };
    private static final String[] TOOL = {"exeat.tool.."};

    private static final DescribedPredicate<JavaClass> PURE =
            resideInAnyPackage(RULES)
                    .or(resideInAnyPackage(CASEWORK))
                    .or(resideInAnyPackage(LEDGER))
                    .or(resideInAnyPackage(PAPERS))
                    .or(resideInAnyPackage(IDENTITY));

    private static final JavaClasses HOUSE = Rooms.classes();

    /** What would make a pure room answer differently from one day, or one run, to the next. */
    private static final Set<String> IMPURE_CALLS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.Math.random",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.util.UUID.randomUUID",
                    "java.util.TimeZone.getDefault",
                    "java.time.ZoneId.systemDefault");

    @Test
    void every_class_was_read() {
        assertThat(HOUSE).hasSizeGreaterThan(100);
        assertThat(HOUSE.contain("exeat.rules.Directive")).isTrue();
        assertThat(HOUSE.contain("exeat.tool.Main")).isTrue();
    }

    @Test
    void rules_stand_on_the_jdk_and_their_reader_of_yaml() {
        classes()
                .that()
                .resideInAnyPackage(RULES)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                                .or(resideInAnyPackage("org.snakeyaml..", "org.jspecify.."))
                                .or(resideInAnyPackage(RULES)))
                .check(HOUSE);
    }

    @Test
    void casework_stands_on_rules_alone() {
        classes()
                .that()
                .resideInAnyPackage(CASEWORK)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..")
                                .or(resideInAnyPackage(RULES))
                                .or(resideInAnyPackage(CASEWORK)))
                .check(HOUSE);
    }

    @Test
    void the_ledger_stands_on_the_jdk_and_a_writer_of_json() {
        classes()
                .that()
                .resideInAnyPackage(LEDGER)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java..", "org.jspecify..", "com.fasterxml.jackson.core..")
                                .or(resideInAnyPackage(LEDGER)))
                .check(HOUSE);
    }

    @Test
    void papers_stand_on_the_jdk_alone() {
        classes()
                .that()
                .resideInAnyPackage(PAPERS)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax.security.auth.x500..", "org.jspecify..")
                                .or(resideInAnyPackage(PAPERS)))
                .check(HOUSE);
    }

    @Test
    void identity_stands_on_the_jdk_and_icu() {
        classes()
                .that()
                .resideInAnyPackage(IDENTITY)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "com.ibm.icu..")
                                .or(resideInAnyPackage(IDENTITY)))
                .check(HOUSE);
    }

    @Test
    void findings_are_written_with_rules_and_a_writer_of_json_alone() {
        classes()
                .that()
                .resideInAnyPackage(JSON)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "java..", "org.jspecify..", "com.fasterxml.jackson.core..")
                                .or(resideInAnyPackage(RULES))
                                .or(resideInAnyPackage(JSON)))
                .check(HOUSE);
    }

    /** Whoever judges must not inherit a mistake of whoever is judged. */
    @Test
    void the_reference_evaluator_shares_no_code_with_the_engine_or_the_prover() {
        var java = resideInAnyPackage("java..", "org.jspecify..");
        var form = resideInAPackage("exeat.rules.canonical");
        classes()
                .that()
                .resideInAPackage("exeat.rules.canonical")
                .should()
                .onlyDependOnClassesThat(java.or(form))
                .check(HOUSE);
        classes()
                .that()
                .resideInAPackage("exeat.rules.reference")
                .should()
                .onlyDependOnClassesThat(
                        java.or(form).or(resideInAPackage("exeat.rules.reference")))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("exeat.rules.reference")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("exeat.rules.reference")
                .check(HOUSE);
    }

    @Test
    void the_reference_evaluator_is_small_enough_to_be_read_in_one_sitting() throws IOException {
        var folder = Rooms.root().resolve("rules/src/main/java/exeat/rules/reference");
        long lines = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> !file.endsWith("package-info.java")).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertThat(lines).isBetween(1L, 700L);
    }

    /** Whoever checks must not inherit a mistake of whoever writes. */
    @Test
    void the_ledgers_checker_shares_no_code_with_its_writer() {
        classes()
                .that()
                .resideInAPackage("exeat.ledger.verify")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "com.fasterxml.jackson.core..",
                                "exeat.ledger.verify"))
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("exeat.ledger")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("exeat.ledger.verify")
                .check(HOUSE);
    }

    @Test
    void a_pure_room_has_no_database_no_network_no_clock_and_no_chance() {
        noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.util.random..")
                .check(HOUSE);
        noClasses()
                .that(PURE)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.Random|java\\.security\\.SecureRandom|"
                                + "java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.time\\.InstantSource")
                .orShould()
                .callMethodWhere(describe("time or chance", ArrowsTest::isImpure))
                .check(HOUSE);
    }

    private static boolean isImpure(JavaCall<?> call) {
        return IMPURE_CALLS.contains(call.getTargetOwner().getName() + "." + call.getName());
    }

    @Test
    void the_office_has_no_web_framework_and_knows_nobody_above_it() {
        noClasses()
                .that()
                .resideInAnyPackage(OFFICE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(FRAMEWORK)
                                .and(not(resideInAnyPackage(MAIL)))
                                .or(resideInAnyPackage("picocli.."))
                                .or(resideInAnyPackage(DEMO))
                                .or(resideInAnyPackage(SERVER))
                                .or(resideInAnyPackage(TOOL)))
                .check(HOUSE);
    }

    @Test
    void sql_is_in_the_store_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("exeat.store..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                                .and(
                                        describe(
                                                "not the exception that a call may throw",
                                                c -> !c.getName().equals("java.sql.SQLException"))))
                .check(HOUSE);
    }

    @Test
    void nothing_points_at_the_server_or_the_tool() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVER)
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages(TOOL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(TOOL)
                .check(HOUSE);
    }

    @Test
    void the_web_framework_is_in_the_server_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SERVER)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(FRAMEWORK).and(not(resideInAnyPackage(MAIL))))
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackages("exeat.desk.notice..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(MAIL))
                .check(HOUSE);
    }

    /** The demonstration does nothing that an office could not do: it never reaches the store. */
    @Test
    void the_demonstration_uses_the_desk() {
        noClasses()
                .that()
                .resideInAnyPackage(DEMO)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("exeat.store..", "java.sql..")
                .check(HOUSE);
    }

    @Test
    void the_demonstration_is_known_only_where_a_program_begins_and_where_officers_sign_in() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DEMO)
                .and()
                .resideOutsideOfPackages("exeat.server", "exeat.web.session", "exeat.tool.office")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DEMO)
                .check(HOUSE);
    }

    /** Their passwords are public; nobody else's may be easy to guess. */
    @Test
    void passwords_take_less_work_in_the_demonstration_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DEMO)
                .and()
                .doNotHaveFullyQualifiedName("exeat.desk.base.PasswordCost")
                .should()
                .accessField("exeat.desk.base.PasswordCost", "MIN")
                .check(HOUSE);
    }

    /** What decides runs without the casework on its class path: see the launcher. */
    @Test
    void decide_needs_no_office() {
        noClasses()
                .that()
                .resideInAPackage("exeat.tool..")
                .and()
                .resideOutsideOfPackages("exeat.tool", "exeat.tool.office")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(OFFICE)
                                .or(resideInAnyPackage(DEMO))
                                .or(resideInAnyPackage(CASEWORK)))
                .check(HOUSE);
    }

    /** Pages and interface each stand on what they share, and neither on the other. */
    @Test
    void pages_and_interface_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("exeat.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("exeat.api..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("exeat.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("exeat.web..", "exeat.pdf..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("exeat.http")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("exeat.web..", "exeat.api..", "exeat.server..")
                .check(HOUSE);
    }

    @Test
    void no_package_is_in_a_circle() {
        slices().matching("exeat.(**)").should().beFreeOfCycles().check(HOUSE);
    }
}
