package org.wayleave.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** The rules of docs/decisions/0001-modules.md, over the compiled classes of every module. */
@AnalyzeClasses(
        packages = "org.wayleave",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WrittenByHand.class})
class ArchitectureTest {
    /** Leaves out what the build generates from the database schema. */
    static final class WrittenByHand implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/org/wayleave/workspace/schema/");
        }
    }

    private static final String ENGINE = "org.wayleave.engine..";
    private static final String WORKSPACE = "org.wayleave.workspace..";
    private static final String UI_KIT = "org.wayleave.ui..";
    private static final String DATA = "org.wayleave.data..";
    private static final String POLICY = "org.wayleave.policy..";
    private static final String MODEL = "org.wayleave.model..";
    private static final String JOURNEY = "org.wayleave.journey..";
    private static final String DPIA = "org.wayleave.dpia..";
    private static final String APP = "org.wayleave.app..";

    private static final String[] DRAWING = {"..ui..", "..canvas.."};

    @ArchTest
    static final ArchRule engineUsesNothingOfOurs =
            uses(ENGINE, WORKSPACE, UI_KIT, DATA, POLICY, MODEL, JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule workspaceUsesNothingOfOurs =
            uses(WORKSPACE, ENGINE, UI_KIT, DATA, POLICY, MODEL, JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule uiKitUsesNothingOfOurs =
            uses(UI_KIT, ENGINE, WORKSPACE, DATA, POLICY, MODEL, JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule dataUsesWorkspaceOnly = uses(DATA, ENGINE, POLICY, MODEL, JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule policyUsesEngineWorkspaceAndData = uses(POLICY, MODEL, JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule modelUsesWorkspaceAndData = uses(MODEL, ENGINE, POLICY, JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule journeyUsesWhatLiesBelow = uses(JOURNEY, DPIA, APP);

    @ArchTest
    static final ArchRule dpiaUsesWhatLiesBelow = uses(DPIA, APP, ENGINE);

    @ArchTest
    static final ArchRule onlyDrawingPackagesUseTheDesktopToolkit = noClasses()
            .that(not(resideInAnyPackage(DRAWING)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "jfx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyDrawingPackagesUseTheUiKit = noClasses()
            .that(not(resideInAnyPackage(DRAWING)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(UI_KIT);

    @ArchTest
    static final ArchRule engineHasNoCycles = acyclic("org.wayleave.engine");

    @ArchTest
    static final ArchRule workspaceHasNoCycles = acyclic("org.wayleave.workspace");

    @ArchTest
    static final ArchRule uiKitHasNoCycles = acyclic("org.wayleave.ui");

    @ArchTest
    static final ArchRule dataHasNoCycles = acyclic("org.wayleave.data");

    @ArchTest
    static final ArchRule policyHasNoCycles = acyclic("org.wayleave.policy");

    @ArchTest
    static final ArchRule modelHasNoCycles = acyclic("org.wayleave.model");

    @ArchTest
    static final ArchRule journeyHasNoCycles = acyclic("org.wayleave.journey");

    @ArchTest
    static final ArchRule dpiaHasNoCycles = acyclic("org.wayleave.dpia");

    @ArchTest
    static final ArchRule appHasNoCycles = acyclic("org.wayleave.app");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = ArchRuleDefinition.classes().should(haveNoEmptyName());

    @ArchTest
    static final ArchRule onlyTheCommandLineWritesToTheTerminal = noClasses()
            .that()
            .resideOutsideOfPackage("org.wayleave.app.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule randomnessIsKeyed = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, ThreadLocalRandom.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule timeIsGivenNotAsked = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static ArchRule uses(String module, String... notThese) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(notThese)
                .allowEmptyShould(true);
    }

    /** Feature packages do not need each other in a circle; what lies within a feature may. */
    private static ArchRule acyclic(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> haveNoEmptyName() {
        List<String> empty = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Data");
        return new ArchCondition<>("not be named after nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (String suffix : empty) {
                    if (type.getSimpleName().endsWith(suffix)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " ends in " + suffix + ", which does not say what it does"));
                    }
                }
            }
        };
    }
}
