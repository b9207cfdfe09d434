package fr.porteouverte.procedure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whether somebody has to compare the papers of a procedure with their official page, again. */
@ApplicationScoped
class SourceAge {
  @Inject ProcedureSettings settings;
  @Inject Clock clock;

  boolean toVerify(Procedure procedure) {
    LocalDate day = procedure.checkedOn();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return day == null || !day.plus(settings.checkAgain()).isAfter(today);
  }
}
