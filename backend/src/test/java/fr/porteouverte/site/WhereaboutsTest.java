package fr.porteouverte.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhereaboutsTest {
  private static Whereabouts at(String name, String street, String complement) {
    return new Whereabouts(name, new Address(street, complement, "14590", "Moyaux", "14460"));
  }

  private static final Whereabouts BEFORE = at("Maison de Moyaux", "1 rue de l’Église", null);

  @Test
  void another_street_another_floor_or_another_name_is_another_door() {
    assertThat(at("Maison de Moyaux", "2 rue de l’Église", null).differFrom(BEFORE)).isTrue();
    assertThat(at("Maison de Moyaux", "1 rue de l’Église", "2e étage").differFrom(BEFORE)).isTrue();
    assertThat(at("Espace de Moyaux", "1 rue de l’Église", null).differFrom(BEFORE)).isTrue();
  }

  @Test
  void another_spelling_is_the_same_door() {
    assertThat(at("MAISON DE MOYAUX", "1, rue de l'Eglise", null).differFrom(BEFORE)).isFalse();
    assertThat(BEFORE.differFrom(BEFORE)).isFalse();
  }
}
