package fr.porteouverte;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The tests follow the rule of the rooms: what helps many of them knows none of them. */
class TestPackagesTest {
  @Test
  void the_packages_of_the_tests_make_no_circle() {
    slices()
        .matching("fr.porteouverte.(*)..")
        .should()
        .beFreeOfCycles()
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("fr.porteouverte"));
  }
}
