package fr.porteouverte.commune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointTest {

  @Test
  void one_degree_of_latitude_is_111_km() {
    assertThat(new Point(48, 0).metresTo(new Point(49, 0))).isCloseTo(111_195, within(2));
  }

  @Test
  void a_degree_of_longitude_shrinks_towards_the_pole() {
    assertThat(new Point(60, 0).metresTo(new Point(60, 1))).isCloseTo(55_597, within(10));
  }

  @Test
  void paris_to_reunion_is_9_400_km() {
    assertThat(new Point(48.8566, 2.3522).metresTo(new Point(-20.8789, 55.4481)))
        .isCloseTo(9_368_000, within(30_000));
  }

  @Test
  void the_same_point_is_at_no_distance() {
    assertThat(new Point(49.1953, 0.3525).metresTo(new Point(49.1953, 0.3525))).isZero();
  }

  @Test
  void the_other_side_of_the_earth_does_not_overflow() {
    assertThat(new Point(0, 0).metresTo(new Point(0, 180))).isCloseTo(20_015_114, within(10));
  }
}
