package fr.porteouverte.procedure;

import fr.porteouverte.database.TryAgain;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/**
 * What somebody comes for who does not know it yet: any clerk of the house finds out. A procedure
 * like others, so that whoever waits always waits for something; nobody chooses or books it.
 */
@ApplicationScoped
public class Reception {
  static final String CODE = "accueil";
  private static final Duration TAKES = Duration.ofMinutes(10);

  @Inject Procedures procedures;
  @Inject Partners partners;

  /** Made when it is first needed, within the caller's transaction. */
  public Procedure procedure() {
    return procedures.byCode(CODE).orElseGet(this::made);
  }

  private Procedure made() {
    Procedure reception = new Procedure(CODE, partners.houses());
    reception.describe(
        new Text("Être orienté par l’accueil", "To be guided at the counter"),
        TAKES,
        Channel.counter,
        List.of());
    try {
      procedures.persistAndFlush(reception);
    } catch (ConstraintViolationException clash) {
      throw new TryAgain("somebody made the same procedure");
    }
    return reception;
  }
}
