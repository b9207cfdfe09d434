package fr.porteouverte.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentAgentTest {
  private static final long MOYAUX = 1;
  private static final long SEES = 2;
  private static final long CAF = 7;
  private static final long MSA = 8;

  private static CurrentAgent caller(String role, Set<Long> sites, Long partner) {
    return new CurrentAgent("somebody", Set.of(role, "offline_access"), sites, partner);
  }

  @ParameterizedTest
  @ValueSource(strings = {Role.CLERK, Role.MANAGER})
  void a_clerk_and_a_manager_act_in_their_houses_only(String role) {
    CurrentAgent caller = caller(role, Set.of(MOYAUX), null);
    assertThat(caller.mayActAt(MOYAUX)).isTrue();
    assertThat(caller.mayActAt(SEES)).isFalse();
    assertThat(caller.mayActFor(CAF)).isFalse();
  }

  @Test
  void a_partners_agent_acts_for_their_partner_only() {
    CurrentAgent caller = caller(Role.PARTNER, Set.of(), CAF);
    assertThat(caller.mayActFor(CAF)).isTrue();
    assertThat(caller.mayActFor(MSA)).isFalse();
    assertThat(caller.mayActAt(MOYAUX)).isFalse();
  }

  @Test
  void an_admin_acts_everywhere_and_for_everybody() {
    CurrentAgent caller = caller(Role.ADMIN, Set.of(), null);
    assertThat(caller.mayActAt(SEES)).isTrue();
    assertThat(caller.mayActFor(MSA)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {Role.INTEGRATOR, Role.PARTNER, "uma_authorization"})
  void a_place_in_the_row_is_nothing_without_the_role(String role) {
    assertThat(caller(role, Set.of(MOYAUX), null).mayActAt(MOYAUX)).isFalse();
    assertThat(caller(role, Set.of(MOYAUX), null).mayActFor(CAF)).isFalse();
  }

  @Test
  void a_role_without_a_partner_in_the_row_acts_for_nobody() {
    assertThat(caller(Role.PARTNER, Set.of(), null).mayActFor(CAF)).isFalse();
  }
}
