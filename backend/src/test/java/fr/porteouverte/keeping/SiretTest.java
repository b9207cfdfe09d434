package fr.porteouverte.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiretTest {
  @Test
  void the_last_digit_checks_the_others() {
    assertThat(Siret.valid("73282932000074")).isTrue();
    assertThat(Siret.valid("73282932000075")).isFalse();
  }

  @Test
  void an_establishment_of_la_poste_is_summed_otherwise() {
    // The head office has Luhn's sum, too; most others do not.
    assertThat(Siret.valid("35600000000048")).isTrue();
    assertThat(Siret.valid("35600000049837")).isTrue();
    assertThat(Siret.valid("35600000049838")).isFalse();
  }

  @Test
  void anything_else_is_no_number() {
    assertThat(Siret.valid("00000000000000")).isFalse();
    assertThat(Siret.valid("7328293200007")).isFalse();
    assertThat(Siret.valid("7328293200007A")).isFalse();
    assertThat(Siret.valid("٧٣٢٨٢٩٣٢٠٠٠٠٧٤")).isFalse();
  }
}
