package dev.sluice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md: what each may touch. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule engineTouchesTheJdkOnly = classes()
            .that()
            .resideInAPackage("dev.sluice.engine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.sluice.engine..");

    @ArchTest
    static final ArchRule engineAsksNobodyForTheTime = noClasses()
            .that()
            .resideInAPackage("dev.sluice.engine..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule onlyTheProtocollibRoomKnowsProtocolLib = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.protocollib..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.comphenix..");

    @ArchTest
    static final ArchRule onlyTheNettyRoomKnowsNetty = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.netty..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.netty..");

    @ArchTest
    static final ArchRule theOverlaySendsNothing = noClasses()
            .that()
            .resideInAPackage("dev.sluice.overlay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bukkit..", "net.kyori.adventure.audience..");

    @ArchTest
    static final ArchRule dependenciesPointDownwards = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("paper")
            .definedBy("dev.sluice.paper..")
            .layer("protocollib")
            .definedBy("dev.sluice.protocollib..")
            .layer("netty")
            .definedBy("dev.sluice.netty..")
            .layer("overlay")
            .definedBy("dev.sluice.overlay..")
            .layer("engine")
            .definedBy("dev.sluice.engine..")
            .whereLayer("paper")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("protocollib")
            .mayOnlyBeAccessedByLayers("paper")
            .whereLayer("netty")
            .mayOnlyBeAccessedByLayers("paper")
            .whereLayer("overlay")
            .mayOnlyBeAccessedByLayers("paper");

    @ArchTest
    static final ArchRule nothingStaticChanges = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.sluice..")
            .and()
            .areStatic()
            .should()
            .notBeFinal();

    @Test
    void engineTouchesTheJdkOnly_nettyRoomInItsPlace_fails() {
        JavaClasses netty = new ClassFileImporter().importPackages("dev.sluice.netty");
        ArchRule rule = noClasses().should().dependOnClassesThat().resideInAPackage("io.netty..");
        assertThrows(AssertionError.class, () -> rule.check(netty));
    }

    /** The simulation is engine alone: what it says of the engine holds without a server. */
    @Test
    void theSimulation_touchesTheEngineAndItsOwnLibrariesOnly() {
        JavaClasses simulation = new ClassFileImporter().importPackages("dev.sluice.sim");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        "dev.sluice.engine..",
                        "dev.sluice.sim..",
                        "picocli..",
                        "org.HdrHistogram..",
                        "com.google.gson..",
                        "org.junit.jupiter..")
                .allowEmptyShould(true) // without the test bed there is none
                .check(simulation);
    }
}
