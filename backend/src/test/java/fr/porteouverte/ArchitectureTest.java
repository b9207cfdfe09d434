package fr.porteouverte;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms and the arrows between them, as DESIGN.md draws them. */
class ArchitectureTest {
  private static final String ROOT = "fr.porteouverte.";

  /** All rooms may use them; among themselves they go from right to left. */
  private static final List<String> BASE = List.of("time", "problem", "access", "http");

  /** Each room, and the rooms that it may import. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("partner", Set.of()),
          Map.entry("place", Set.of()),
          Map.entry("site", Set.of()),
          Map.entry("procedure", Set.of("partner")),
          Map.entry("permanence", Set.of("site", "partner", "procedure")),
          Map.entry("slot", Set.of("permanence", "procedure", "site", "partner")),
          Map.entry("booking", Set.of("slot", "permanence", "procedure", "site", "partner")),
          Map.entry("queue", Set.of("booking", "permanence", "procedure", "site", "partner")),
          Map.entry(
              "search", Set.of("slot", "permanence", "procedure", "site", "partner", "place")),
          Map.entry(
              "attendance",
              Set.of("queue", "booking", "permanence", "procedure", "site", "partner")),
          Map.entry("live", Set.of("queue")),
          Map.entry("outbox", Set.of()),
          Map.entry(
              "message",
              Set.of("outbox", "booking", "slot", "permanence", "procedure", "site", "partner")),
          Map.entry("event", Set.of("slot", "permanence", "procedure", "site", "partner")),
          Map.entry("feed", Set.of("permanence", "procedure", "site", "partner")),
          Map.entry(
              "planning",
              Set.of("queue", "booking", "slot", "permanence", "procedure", "site", "partner")),
          Map.entry("account", Set.of("site", "partner")));

  /** Data in: they may import every room, and nobody imports them. */
  private static final Set<String> FEEDERS = Set.of("demo", "imports");

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("fr.porteouverte");

  @Test
  void every_room_is_known_here() {
    Set<String> rooms = new TreeSet<>();
    PRODUCT.forEach(type -> rooms.add(room(type)));
    rooms.removeAll(ARROWS.keySet());
    rooms.removeAll(FEEDERS);
    rooms.removeAll(BASE);
    assertThat(rooms).isEmpty();
  }

  @TestFactory
  List<DynamicTest> a_room_imports_only_what_its_arrows_allow() {
    List<DynamicTest> tests = new ArrayList<>();
    ARROWS.forEach((room, allowed) -> tests.add(arrows(room, allowed)));
    for (String room : BASE) {
      tests.add(arrows(room, Set.of()));
    }
    return tests;
  }

  private static DynamicTest arrows(String room, Set<String> allowed) {
    List<String> packages = new ArrayList<>(List.of(ROOT + room + ".."));
    allowed.forEach(other -> packages.add(ROOT + other + ".."));
    BASE.forEach(base -> packages.add(ROOT + base + ".."));
    return DynamicTest.dynamicTest(
        room,
        () ->
            noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(
                    resideInAPackage("fr.porteouverte..")
                        .and(
                            JavaClass.Predicates.resideOutsideOfPackages(
                                packages.toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(PRODUCT));
  }

  @Test
  void the_rooms_make_no_circle() {
    slices().matching("fr.porteouverte.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void a_room_has_no_drawers() {
    classes()
        .that()
        .resideInAPackage("fr.porteouverte..")
        .should()
        .resideInAPackage("fr.porteouverte.*")
        .check(PRODUCT);
  }

  @Test
  void only_the_clock_reads_the_machines_time() {
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      noClasses().should().callMethod(type, "now").check(PRODUCT);
    }
    noClasses()
        .that()
        .resideOutsideOfPackage("fr.porteouverte.time..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(PRODUCT);
  }

  @Test
  void entities_never_travel() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should(
            new ArchCondition<>("neither take nor answer entities") {
              @Override
              public void check(JavaClass resource, ConditionEvents events) {
                resource.getMethods().stream()
                    .filter(ArchitectureTest::isEndpoint)
                    .filter(ArchitectureTest::carriesAnEntity)
                    .forEach(
                        method ->
                            events.add(
                                SimpleConditionEvent.violated(method, method.getFullName())));
              }
            })
        .check(PRODUCT);
  }

  @Test
  void every_endpoint_says_who_may_call_it() {
    classes()
        .that()
        .areAnnotatedWith(jakarta.ws.rs.Path.class)
        .should(
            new ArchCondition<>("say who may call them") {
              @Override
              public void check(JavaClass resource, ConditionEvents events) {
                boolean all = saysWho(resource);
                resource.getMethods().stream()
                    .filter(ArchitectureTest::isEndpoint)
                    .filter(method -> !all && !saysWho(method))
                    .forEach(
                        method ->
                            events.add(
                                SimpleConditionEvent.violated(method, method.getFullName())));
              }
            })
        .check(PRODUCT);
  }

  private static boolean saysWho(
      com.tngtech.archunit.core.domain.properties.CanBeAnnotated element) {
    return element.isAnnotatedWith(jakarta.annotation.security.PermitAll.class)
        || element.isAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
        || element.isAnnotatedWith(io.quarkus.security.Authenticated.class);
  }

  private static boolean isEndpoint(JavaMethod method) {
    return method.isMetaAnnotatedWith(jakarta.ws.rs.HttpMethod.class);
  }

  private static boolean carriesAnEntity(JavaMethod method) {
    List<JavaType> types = new ArrayList<>(method.getParameterTypes());
    types.add(method.getReturnType());
    return types.stream()
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .anyMatch(type -> type.isAnnotatedWith(Entity.class));
  }

  private static String room(JavaClass type) {
    String rest = type.getPackageName() + ".";
    return rest.substring(ROOT.length()).replaceAll("\\..*", "");
  }
}
