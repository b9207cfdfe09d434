package fr.porteouverte.event;

import fr.porteouverte.database.TryAgain;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.procedure.Channel;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * What one comes for to a workshop: a procedure of its title and length, without papers. Two
 * workshops of one title share it.
 */
@ApplicationScoped
class WorkshopProcedures {
  private static final int LONGEST_TITLE = 30;

  @Inject Procedures procedures;
  @Inject Partners partners;

  /**
   * @param partner null: the house's own clerks
   */
  Procedure of(Text title, @Nullable Partner partner, int minutes) {
    Partner holder = partner == null ? partners.houses() : partner;
    String slug = EventReader.slug(title.fr());
    String beginning =
        "atelier-" + (slug.length() > LONGEST_TITLE ? slug.substring(0, LONGEST_TITLE) : slug);
    for (int n = 1; ; n++) {
      String code = beginning + "-" + minutes + (n == 1 ? "" : "-" + n);
      Procedure there = procedures.byCode(code).orElse(null);
      if (there == null) {
        return made(code, title, holder, minutes);
      }
      if (there.workshop()
          && there.partner().id() == holder.id()
          && there.title().equals(title)
          && there.duration().toMinutes() == minutes) {
        return there;
      }
    }
  }

  private Procedure made(String code, Text title, Partner holder, int minutes) {
    Procedure procedure = new Procedure(code, holder);
    procedure.describe(title, Duration.ofMinutes(minutes), Channel.permanence, List.of());
    procedure.markAsWorkshop();
    try {
      procedures.persistAndFlush(procedure);
    } catch (ConstraintViolationException clash) {
      throw new TryAgain("somebody made the same procedure");
    }
    return procedure;
  }
}
