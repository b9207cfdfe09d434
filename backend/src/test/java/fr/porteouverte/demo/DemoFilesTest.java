package fr.porteouverte.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.catalogue.Catalogue;
import fr.porteouverte.catalogue.CatalogueFile;
import fr.porteouverte.demo.DemoPartners.File;
import fr.porteouverte.procedure.DocumentForm;
import fr.porteouverte.procedure.ProcedureForm;
import fr.porteouverte.site.OpeningRange;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoFilesTest {
  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "MO", DayOfWeek.MONDAY,
          "TU", DayOfWeek.TUESDAY,
          "WE", DayOfWeek.WEDNESDAY,
          "TH", DayOfWeek.THURSDAY,
          "FR", DayOfWeek.FRIDAY,
          "SA", DayOfWeek.SATURDAY);

  @Test
  void nobody_is_announced_while_the_house_is_closed() {
    for (DemoHouse house : DemoHouses.file()) {
      for (DemoPermanence permanence : house.permanences()) {
        for (DayOfWeek day : days(permanence)) {
          assertThat(house.site().openingHours())
              .as(house.name() + ": " + permanence)
              .anyMatch(range -> covers(range, day, permanence));
        }
      }
    }
  }

  private static boolean covers(OpeningRange range, DayOfWeek day, DemoPermanence permanence) {
    return range.weekday() == day
        && !range.from().isAfter(LocalTime.parse(permanence.from()))
        && !range.to().isBefore(LocalTime.parse(permanence.to()))
        && (!permanence.mode().takesWalkIns() || range.mode().takesWalkIns())
        && (!permanence.mode().takesAppointments() || range.mode().takesAppointments());
  }

  private static List<DayOfWeek> days(DemoPermanence permanence) {
    String text =
        permanence.days() == null ? permanence.rrule().split("BYDAY=")[1] : permanence.days();
    return Pattern.compile("[A-Z]{2}")
        .matcher(text)
        .results()
        .map(match -> DAYS.get(match.group()))
        .toList();
  }

  @Test
  void all_that_is_taken_from_the_national_catalogue_is_in_it() {
    Catalogue catalogue = CatalogueFile.read();
    File file = File.read();
    assertThat(catalogue.procedures()).extracting(ProcedureForm::code).containsAll(file.national());
    assertThat(file.wanted(catalogue))
        .hasSize(file.national().size() + file.procedures().size())
        .extracting(ProcedureForm::code)
        .doesNotHaveDuplicates();
    Set<String> papers =
        catalogue.documents().stream().map(DocumentForm::code).collect(Collectors.toSet());
    for (ProcedureForm one : file.procedures()) {
      assertThat(one.documents()).allMatch(need -> papers.contains(need.document()));
    }
  }

  @Test
  void every_partner_that_holds_a_permanence_is_known() {
    Set<String> known =
        File.read().wanted(CatalogueFile.read()).stream()
            .map(ProcedureForm::partner)
            .collect(Collectors.toSet());
    for (DemoHouse house : DemoHouses.file()) {
      house
          .permanences()
          .forEach(p -> assertThat(p.partner() == null || known.contains(p.partner())).isTrue());
    }
  }
}
