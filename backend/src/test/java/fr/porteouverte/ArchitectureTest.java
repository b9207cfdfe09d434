package fr.porteouverte;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.porteouverte.http.Search;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms and the arrows between them, as docs/architecture.md draws them. */
class ArchitectureTest {
  private static final String ROOT = "fr.porteouverte.";

  /** All rooms may use them; among themselves they go from right to left. */
  static final List<String> BASE =
      List.of(
          "time",
          "text",
          "problem",
          "secret",
          "database",
          "job",
          "access",
          "http",
          "limit",
          "outbound");

  /** Each room, and the rooms that it may import. */
  static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("register", Set.of()),
          Map.entry("partner", Set.of("register")),
          Map.entry("commune", Set.of()),
          Map.entry("site", Set.of("register")),
          Map.entry("procedure", Set.of("partner", "register")),
          Map.entry("catalogue", Set.of("procedure", "partner", "register")),
          Map.entry("permanence", Set.of("site", "partner", "procedure")),
          Map.entry("session", Set.of("permanence", "site", "partner", "procedure")),
          Map.entry("slot", Set.of("session", "permanence", "procedure", "site", "partner")),
          Map.entry(
              "booking", Set.of("slot", "session", "permanence", "procedure", "site", "partner")),
          Map.entry(
              "waitlist",
              Set.of("booking", "slot", "session", "permanence", "procedure", "site", "partner")),
          Map.entry("device", Set.of("site")),
          Map.entry(
              "queue",
              Set.of("device", "booking", "session", "permanence", "procedure", "site", "partner")),
          Map.entry(
              "cancellation",
              Set.of(
                  "queue",
                  "booking",
                  "slot",
                  "session",
                  "permanence",
                  "procedure",
                  "site",
                  "partner")),
          Map.entry(
              "planning",
              Set.of(
                  "cancellation",
                  "queue",
                  "booking",
                  "slot",
                  "session",
                  "permanence",
                  "procedure",
                  "site",
                  "partner")),
          Map.entry(
              "attendance",
              Set.of(
                  "queue",
                  "booking",
                  "session",
                  "permanence",
                  "procedure",
                  "site",
                  "partner",
                  "commune")),
          Map.entry(
              "search",
              Set.of("slot", "session", "permanence", "procedure", "site", "partner", "commune")),
          Map.entry("live", Set.of("queue")),
          Map.entry("outbox", Set.of()),
          Map.entry(
              "message",
              Set.of(
                  "outbox",
                  "waitlist",
                  "booking",
                  "slot",
                  "session",
                  "permanence",
                  "procedure",
                  "site",
                  "partner")),
          Map.entry(
              "event", Set.of("slot", "session", "permanence", "procedure", "site", "partner")),
          Map.entry(
              "keeping",
              Set.of(
                  "booking",
                  "session",
                  "permanence",
                  "procedure",
                  "site",
                  "commune",
                  "partner",
                  "register")),
          Map.entry("feed", Set.of("session", "permanence", "procedure", "site", "partner")),
          Map.entry(
              "opendata", Set.of("event", "session", "permanence", "procedure", "site", "partner")),
          Map.entry("account", Set.of("site", "partner", "outbox")),
          Map.entry("figures", Set.of("procedure", "site", "partner")),
          Map.entry(
              "change", Set.of("attendance", "queue", "booking", "session", "permanence", "site")),
          Map.entry("contract", Set.of()),
          Map.entry("operating", Set.of("queue", "booking")),
          Map.entry("webhook", Set.of("change", "integrator", "outbox", "site")),
          Map.entry("integrator", Set.of("account", "site", "partner")));

  /** Rooms so large that their folder is divided into parts. */
  private static final Set<String> PARTED =
      Set.of("attendance", "booking", "queue", "message", "outbox", "imports");

  private static final Set<String> FAILURES_WORDS =
      Set.of("toString", "getMessage", "getLocalizedMessage", "printStackTrace");

  /**
   * Folders by kind of class, where one looks for a piece of the business and finds a technique.
   */
  private static final String[] DRAWERS = {
    "..dto..",
    "..entity..",
    "..model..",
    "..repository..",
    "..resource..",
    "..service..",
    "..util..",
    "..view.."
  };

  /** Data in: they may import every room, and nobody imports them. */
  static final Set<String> FEEDERS = Set.of("demo", "imports");

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

  /**
   * What stands in a room's own folder is its door; what stands in a part is for the room alone.
   */
  @TestFactory
  List<DynamicTest> the_parts_of_a_room_are_for_the_room_alone() {
    return PARTED.stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room,
                    () ->
                        noClasses()
                            .that()
                            .resideOutsideOfPackage(ROOT + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT + room + ".*..")
                            .check(PRODUCT)))
        .toList();
  }

  @Test
  void a_folder_holds_about_forty_classes_at_most() {
    Map<String, Long> classes =
        PRODUCT.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(classes.values()).allMatch(count -> count <= 42);
  }

  @Test
  void only_large_rooms_have_parts_and_they_are_pieces_of_the_business() {
    classes()
        .that()
        .resideOutsideOfPackages(
            PARTED.stream().map(room -> ROOT + room + ".*").toArray(String[]::new))
        .should()
        .resideInAPackage("fr.porteouverte.*")
        .check(PRODUCT);
    noClasses().should().resideInAnyPackage(DRAWERS).check(PRODUCT);
  }

  /**
   * A failure quotes what it failed at: a person's address, a secret. Logs have {@code Wordless} of
   * it, or its class.
   */
  @Test
  void what_a_failure_says_is_asked_only_where_its_words_are_known() {
    DescribedPredicate<JavaMethodCall> words =
        DescribedPredicate.describe(
            "ask a failure for its words",
            call ->
                call.getTargetOwner().isAssignableTo(Throwable.class)
                    && FAILURES_WORDS.contains(call.getName()));
    noClasses()
        .that()
        .resideOutsideOfPackage("fr.porteouverte.problem..")
        .and()
        .doNotHaveSimpleName("LoginRefusal")
        .and()
        .doNotHaveSimpleName("SmtpRefusal")
        .and()
        .doNotHaveSimpleName("Unreadable")
        .should()
        .callMethodWhere(words)
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

  /** {@code Made} says it as a path: an address with the server's name is the wrong one outside. */
  @Test
  void what_was_made_is_at_a_path() {
    noClasses()
        .should()
        .callMethod(RestResponse.ResponseBuilder.class, "created", URI.class)
        .orShould()
        .callMethod(Response.class, "created", URI.class)
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

  /** What anybody may ask with words of their own costs as much as they like. */
  @Test
  void every_open_search_is_bounded() {
    List<Method> open =
        PRODUCT.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(ArchitectureTest::isEndpoint)
            .map(JavaMethod::reflect)
            .filter(method -> method.isAnnotationPresent(GET.class))
            .filter(method -> method.isAnnotationPresent(PermitAll.class))
            .filter(ArchitectureTest::searches)
            .toList();
    assertThat(open).hasSizeGreaterThan(4).allMatch(one -> one.isAnnotationPresent(Search.class));
  }

  private static boolean searches(Method operation) {
    return Arrays.stream(operation.getParameters())
        .map(parameter -> parameter.getAnnotation(QueryParam.class))
        .anyMatch(query -> query != null && Set.of("q", "near").contains(query.value()));
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
