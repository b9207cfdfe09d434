package fr.porteouverte.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentAgentTest {
  private static final long MOYAUX = 1;
  private static final long SEES = 2;
  private static final long CAF = 7;
  private static final long MSA = 8;
  private static final PartnerReach CAF_EVERYWHERE = PartnerReach.of(CAF, null);

  private static CurrentAgent caller(String role, Set<Long> sites, PartnerReach partner) {
    Map<Long, Set<String>> houses =
        sites.stream().collect(Collectors.toMap(site -> site, site -> Set.of(role)));
    return new CurrentAgent("somebody", Set.of(role, "offline_access"), houses, partner)
        .as(Set.of(role));
  }

  /** Manager of Moyaux, clerk of Sées, and CAF's agent for Sées. */
  private static CurrentAgent mixed() {
    return new CurrentAgent(
        "somebody",
        Set.of(Role.MANAGER, Role.CLERK, Role.PARTNER),
        Map.of(MOYAUX, Set.of(Role.MANAGER), SEES, Set.of(Role.CLERK)),
        PartnerReach.of(CAF, Set.of(SEES)));
  }

  @ParameterizedTest
  @ValueSource(strings = {Role.CLERK, Role.MANAGER})
  void a_clerk_and_a_manager_act_in_their_houses_only(String role) {
    CurrentAgent caller = caller(role, Set.of(MOYAUX), null);
    assertThat(caller.mayActAt(MOYAUX)).isTrue();
    assertThat(caller.mayActAt(SEES)).isFalse();
    assertThat(caller.mayActFor(MOYAUX, CAF)).isFalse();
  }

  @Test
  void a_partners_agent_acts_for_their_partner_only() {
    CurrentAgent caller = caller(Role.PARTNER, Set.of(), CAF_EVERYWHERE);
    assertThat(caller.mayActFor(MOYAUX, CAF)).isTrue();
    assertThat(caller.mayActFor(MOYAUX, MSA)).isFalse();
    assertThat(caller.mayActAt(MOYAUX)).isFalse();
  }

  @Test
  void a_partners_agent_acts_in_the_houses_given_to_them_only() {
    CurrentAgent caller = caller(Role.PARTNER, Set.of(), PartnerReach.of(CAF, Set.of(MOYAUX)));
    assertThat(caller.mayActFor(MOYAUX, CAF)).isTrue();
    assertThat(caller.mayActFor(SEES, CAF)).isFalse();
    assertThat(PartnerReach.of(CAF, Set.of()).covers(MOYAUX)).isFalse();
  }

  @Test
  void an_admin_acts_everywhere_and_for_everybody() {
    CurrentAgent caller = caller(Role.ADMIN, Set.of(), null);
    assertThat(caller.mayActAt(SEES)).isTrue();
    assertThat(caller.runs(SEES)).isTrue();
    assertThat(caller.mayActFor(SEES, MSA)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"offline_access", Role.PARTNER, "uma_authorization"})
  void a_place_in_the_row_is_nothing_without_the_role(String role) {
    CurrentAgent caller =
        new CurrentAgent(
                "somebody", Set.of(role), Map.of(MOYAUX, Set.of(Role.CLERK)), CAF_EVERYWHERE)
            .as(Set.of(role));
    assertThat(caller.mayActAt(MOYAUX)).isFalse();
    assertThat(caller.mayActFor(MOYAUX, CAF)).isEqualTo(role.equals(Role.PARTNER));
  }

  @Test
  void a_role_without_a_partner_in_the_row_acts_for_nobody() {
    assertThat(caller(Role.PARTNER, Set.of(), null).mayActFor(MOYAUX, CAF)).isFalse();
  }

  @Test
  void who_manages_one_house_and_greets_in_another_manages_only_the_first() {
    CurrentAgent asManager = mixed().as(Set.of(Role.MANAGER, Role.ADMIN));
    assertThat(asManager.mayActAt(MOYAUX)).isTrue();
    assertThat(asManager.mayActAt(SEES)).isFalse();
    assertThat(asManager.mayActFor(SEES, CAF)).isFalse();
    assertThat(asManager.sites()).containsExactly(MOYAUX);
    assertThat(mixed().sitesRun()).containsExactly(MOYAUX);
    assertThat(mixed().runs(SEES)).isFalse();
    CurrentAgent asStaff = mixed().as(Set.of(Role.CLERK, Role.MANAGER, Role.ADMIN));
    assertThat(asStaff.mayActAt(SEES)).isTrue();
    CurrentAgent asPartner = mixed().as(Set.of(Role.PARTNER));
    assertThat(asPartner.mayActFor(SEES, CAF)).isTrue();
    assertThat(asPartner.mayActFor(MOYAUX, CAF)).isFalse();
  }
}
