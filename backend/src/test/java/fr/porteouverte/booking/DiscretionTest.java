package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DiscretionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private static Discretion partner(LocalDate today) {
    return Discretion.of(false, DAY, today);
  }

  @Test
  void before_the_day_a_partner_sees_an_initial_and_no_number() {
    Discretion before = partner(DAY.minusDays(1));
    assertThat(before.lastName("Lefèvre")).isEqualTo("L.");
    assertThat(before.phone("+33612345678")).isNull();
  }

  @Test
  void on_the_day_all_of_it_and_for_a_week_after_the_name() {
    assertThat(partner(DAY).lastName("Lefèvre")).isEqualTo("Lefèvre");
    assertThat(partner(DAY).phone("+33612345678")).isEqualTo("+33612345678");
    assertThat(partner(DAY.plusDays(7)).lastName("Lefèvre")).isEqualTo("Lefèvre");
    assertThat(partner(DAY.plusDays(1)).phone("+33612345678")).isNull();
    assertThat(partner(DAY.plusDays(8)).lastName("Lefèvre")).isEqualTo("L.");
  }

  @Test
  void staff_see_all_of_it_on_every_day() {
    Discretion staff = Discretion.of(true, DAY, DAY.minusDays(30));
    assertThat(staff.lastName("Lefèvre")).isEqualTo("Lefèvre");
    assertThat(staff.phone("+33612345678")).isEqualTo("+33612345678");
  }

  @Test
  void an_initial_is_a_whole_letter_of_any_script() {
    assertThat(partner(DAY.minusDays(1)).lastName("𐐷ong")).isEqualTo("𐐷.");
  }
}
