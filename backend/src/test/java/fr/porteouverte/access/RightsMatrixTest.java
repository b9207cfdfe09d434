package fr.porteouverte.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Rights.Right;
import fr.porteouverte.access.Rights.Where;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each operation of the contract, as nobody, as each role, and for another house or partner; with
 * tokens as Keycloak makes them. What is new in the contract is tried, too.
 */
@Tag("postgresql") // Rights are decided before a database is asked: once is enough.
@QuarkusTest
@TestProfile(AsRun.class)
class RightsMatrixTest extends ApiTest {
  private static final List<String> ROLES =
      List.of(Role.CLERK, Role.MANAGER, Role.PARTNER, Role.OBSERVER, Role.ADMIN);

  private static final Object[] REFUSED = {401, 403, 500};
  private static final Object[] UNREACHED = {401, 403, 404, 500};

  /** Of the demo, and of what no robot took. */
  private static final Set<String> MAY_BE_MISSING = Set.of("makeDemoPermanences", "undoRelease");

  @Inject RightsWorld world;

  @BeforeEach
  void build() {
    clock.set(TestClock.MONDAY);
    world.build();
  }

  private static Right right(Tried one) {
    return Rights.table().get(one.name());
  }

  private static List<Tried> where(Predicate<Right> wanted) {
    return Tried.all().stream()
        .filter(one -> wanted.test(right(one)))
        // What removes something comes last: the others need it.
        .sorted(
            Comparator.comparing((Tried one) -> one.method().equals("DELETE"))
                .thenComparing(one -> -one.path().length()))
        .toList();
  }

  /** What is removed once: by whom most of the world was made. */
  private static String remover(Tried one) {
    List<String> roles = right(one).roles();
    return roles.contains(Role.MANAGER) ? Role.MANAGER : roles.get(0);
  }

  private static String token(String username) {
    return Bearer.token(username, "offline_access");
  }

  @Test
  void nobody_does_what_is_for_agents() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : where(right -> !right.roles().isEmpty())) {
      wrong.assertThat(one.send(world, null).status()).as(one.name()).isEqualTo(401);
    }
    wrong.assertAll();
  }

  @Test
  void a_role_without_the_right_is_refused_before_anything_is_looked_at() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : where(right -> !right.roles().isEmpty())) {
      for (String role : ROLES) {
        if (!right(one).roles().contains(role)) {
          wrong
              .assertThat(one.send(world, token(role + ".own")).status())
              .as(one.name() + " as " + role)
              .isEqualTo(403);
        }
      }
      if (!right(one).roles().contains(Role.INTEGRATOR)) {
        String robot = Bearer.token("service-account-robot", Role.INTEGRATOR);
        wrong
            .assertThat(one.send(world, robot).status())
            .as(one.name() + " as another system")
            .isEqualTo(403);
      }
    }
    wrong.assertAll();
  }

  /** Nothing of it was changed, and it was there: the next test reaches the same. */
  @Test
  void another_house_or_partner_is_refused_or_as_unknown_as_nothing() {
    SoftAssertions wrong = new SoftAssertions();
    var before = world.standing();
    assertThat(before.values()).doesNotContain(0L);
    for (Tried one : ofOnePlace()) {
      for (String role : right(one).roles()) {
        if (!role.equals(Role.ADMIN)) {
          wrong
              .assertThat(one.send(world, token(role + ".elsewhere")).status())
              .as(one.name() + " as a " + role + " of elsewhere")
              .isIn(403, 404);
        }
      }
    }
    wrong.assertAll();
    assertThat(world.standing()).isEqualTo(before);
  }

  /** Somebody else's feed or event, also of a colleague in the same house. */
  @Test
  void what_is_somebody_elses_is_refused_or_as_unknown_as_nothing() {
    SoftAssertions wrong = new SoftAssertions();
    var before = world.owned();
    assertThat(before.values()).doesNotContain(0L);
    List<Tried> named =
        where(right -> right.where() == Where.own).stream()
            .filter(one -> one.path().contains("{"))
            .toList();
    assertThat(named).extracting(Tried::name).contains("revokeCalendarFeed", "deleteEvent");
    for (Tried one : named) {
      for (String role : right(one).roles()) {
        if (List.of(Role.CLERK, Role.MANAGER, Role.PARTNER).contains(role)) {
          wrong
              .assertThat(one.send(world, token(role + ".elsewhere")).status())
              .as(one.name() + " of somebody else, as a " + role)
              .isIn(403, 404);
        }
      }
    }
    Tried revoke =
        named.stream()
            .filter(one -> one.name().equals("revokeCalendarFeed"))
            .findAny()
            .orElseThrow();
    wrong
        .assertThat(revoke.send(world, token("clerk.own")).status())
        .as("a colleague's feed")
        .isIn(403, 404);
    wrong.assertAll();
    assertThat(world.owned()).isEqualTo(before);
  }

  /** Who has the role, but in another house; and the place, but with another role. */
  @Test
  void a_role_of_another_place_is_none_here() {
    SoftAssertions wrong = new SoftAssertions();
    var before = world.standing();
    for (Tried one : ofOnePlace()) {
      for (String role : List.of(Role.CLERK, Role.MANAGER, Role.PARTNER)) {
        if (!right(one).roles().contains(role)) {
          wrong
              .assertThat(one.send(world, token(role + ".mixed")).status())
              .as(one.name() + " as a " + role + " here who is more elsewhere")
              .isIn(403, 404);
        }
      }
    }
    wrong.assertAll();
    assertThat(world.standing()).isEqualTo(before);
  }

  @Test
  void a_partners_agent_of_another_department_is_as_unknown_as_anybody() {
    SoftAssertions wrong = new SoftAssertions();
    var before = world.standing();
    for (Tried one : ofOnePlace()) {
      if (right(one).roles().contains(Role.PARTNER)) {
        wrong
            .assertThat(one.send(world, token("partner.far")).status())
            .as(one.name() + " as the same partner's agent of another department")
            .isIn(403, 404);
      }
    }
    wrong.assertAll();
    assertThat(world.standing()).isEqualTo(before);
  }

  @Test
  void a_role_of_this_place_counts_whatever_else_somebody_is() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : ofOnePlace()) {
      boolean removes = one.method().equals("DELETE");
      for (String role : removes ? List.of(remover(one)) : right(one).roles()) {
        if (!List.of(Role.ADMIN, Role.INTEGRATOR).contains(role)) {
          var answer = one.send(world, token(role + ".mixed"));
          wrong
              .assertThat(answer.status())
              .as(one.name() + " as the " + role + " here who is more: " + answer.body())
              .isNotIn(MAY_BE_MISSING.contains(one.name()) ? REFUSED : UNREACHED);
        }
      }
    }
    wrong.assertAll();
  }

  @Test
  void whoever_has_the_right_is_let_in() {
    SoftAssertions wrong = new SoftAssertions();
    for (Tried one : where(right -> !right.roles().isEmpty())) {
      boolean removes = one.method().equals("DELETE");
      for (String role : removes ? List.of(remover(one)) : right(one).roles()) {
        if (!role.equals(Role.INTEGRATOR)) {
          var answer = one.send(world, token(role + ".own"));
          wrong
              .assertThat(answer.status())
              .as(one.name() + " as the own " + role + ": " + answer.body())
              .isNotIn(MAY_BE_MISSING.contains(one.name()) ? REFUSED : UNREACHED);
        }
      }
    }
    wrong.assertAll();
  }

  /** Those whose address or body names something of one house or partner. */
  private static List<Tried> ofOnePlace() {
    return where(right -> right.where() == Where.house || right.where() == Where.houseOrPartner)
        .stream()
        .filter(Tried::namesPlace)
        .toList();
  }
}
