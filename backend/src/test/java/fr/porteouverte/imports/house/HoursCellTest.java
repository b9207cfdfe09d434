package fr.porteouverte.imports.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.imports.Finding.Severity;
import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursCellTest {
  private final Findings findings = new Findings();

  private String read(String cell) {
    return String.join(
        " ",
        HoursCell.read(cell, "h_lundi", findings.row(2, "1")).spans().stream()
            .map(span -> span.from() + "-" + span.to())
            .toList());
  }

  @Test
  void two_ranges_are_two_ranges() {
    assertThat(read("09:00 - 12:00 / 14:00 - 17:00")).isEqualTo("09:00-12:00 14:00-17:00");
    assertThat(findings.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Fermé", "fermée", "FERMETURE", "-", "néant", "00:00 - 00:00"})
  void closed_is_said_in_many_ways(String cell) {
    HoursCell.Day day = HoursCell.read(cell, "h_lundi", findings.row(2, "1"));
    assertThat(day.spans()).isEmpty();
    assertThat(day.understood()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sur demande", "voir le site", "9h-", "17:00 - 09:00", "#REF!"})
  void what_gives_no_hours_is_not_taken_for_closed(String cell) {
    assertThat(HoursCell.read(cell, "h_lundi", findings.row(2, "1")).understood()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00:00 - 00:00 / 09:00 - 12:00                 | 09:00-12:00             | midnightHours    | repaired
          00:00 - 00:00                                 | ''                      | midnightHours    | repaired
          09:00 - 12:0014:00 - 17:00                    | 09:00-12:00 14:00-17:00 | gluedHours       | repaired
          13:30 - 16:00 / 13:30 - 16:00                 | 13:30-16:00             | overlappingHours | repaired
          09:00 - 12:00 / 09:00 - 16:30 / 14:00 - 16:30 | 09:00-16:30             | overlappingHours | doubtful
          17:00 - 09:00                                 | ''                      | unreadableHours  | doubtful
          sur demande                                   | ''                      | unreadableHours  | doubtful
          09:00 - 12:00 sauf vacances                   | 09:00-12:00             | unreadableHours  | doubtful
          09:00 - 25:00                                 | ''                      | unreadableHours  | doubtful
          """)
  void damage_is_repaired_or_said(String cell, String kept, FindingKind kind, Severity severity) {
    assertThat(read(cell)).isEqualTo(kept);
    assertThat(findings.all())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.found()).contains(cell);
            });
  }

  @Test
  void other_ways_to_write_an_hour_are_read() {
    assertThat(read("9h00 – 12h30")).isEqualTo("09:00-12:30");
    assertThat(findings.all()).isEmpty();
  }
}
