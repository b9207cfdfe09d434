package fr.porteouverte.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RnaTest {
  @Test
  void it_is_a_w_and_nine_digits() {
    assertThat(Rna.valid("W143000123")).isTrue();
    assertThat(Rna.valid("W14300012")).isFalse();
    assertThat(Rna.valid("W1430001234")).isFalse();
    assertThat(Rna.valid("A143000123")).isFalse();
    assertThat(Rna.valid("143000123")).isFalse();
    assertThat(Rna.valid("W14300012٣")).isFalse();
  }

  @Test
  void a_prefecture_of_corsica_or_overseas_has_a_letter() {
    assertThat(Rna.valid("W2A1000123")).isTrue();
    assertThat(Rna.valid("W9R1000123")).isTrue();
    assertThat(Rna.valid("WA91000123")).isFalse();
  }
}
