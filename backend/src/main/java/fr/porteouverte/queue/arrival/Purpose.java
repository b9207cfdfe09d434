package fr.porteouverte.queue.arrival;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.procedure.Reception;
import fr.porteouverte.queue.change.EventOrigin;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody comes for, and to whom, and says at once everything that is wrong. */
@ApplicationScoped
public class Purpose {
  @Inject Procedures procedures;
  @Inject Reception reception;
  @Inject Sessions sessions;

  /**
   * @param permanence null: the house's own clerks
   */
  public record Of(Procedure procedure, @Nullable Permanence permanence) {}

  /**
   * @param procedureId null: the person does not know, and comes to the house's own clerks
   * @param permanenceId null, or one that has a session at the house today and serves the procedure
   */
  public Of read(LockedQueue queue, @Nullable String procedureId, @Nullable String permanenceId) {
    if (procedureId == null && permanenceId == null) {
      return new Of(reception.procedure(), null);
    }
    FieldReader fields = new FieldReader();
    Procedure procedure = procedures.read(fields, "procedureId", procedureId);
    Permanence permanence = null;
    if (permanenceId != null) {
      permanence = today(queue, FieldReader.id(permanenceId)).orElse(null);
      if (permanence == null) {
        fields.wrong(
            "permanenceId",
            "Cette permanence n’est pas là aujourd’hui.",
            "This permanence is not here today.");
      } else if (queue.actor().origin() == EventOrigin.kiosk && !permanence.mode().takesWalkIns()) {
        fields.wrong(
            "permanenceId",
            "Cette permanence reçoit sur rendez-vous.",
            "This permanence sees people by appointment.");
      } else if (procedure != null && !permanence.serves(procedure)) {
        fields.wrong(
            "procedureId",
            "Cette permanence ne s’occupe pas de cette démarche.",
            "This permanence does not deal with this procedure.");
      }
    }
    return new Of(fields.checked(procedure), permanence);
  }

  private Optional<Permanence> today(LockedQueue queue, @Nullable Long permanenceId) {
    ZoneId zone = queue.site().zone();
    return sessions
        .at(
            queue.siteId(),
            queue.date().atStartOfDay(zone).toInstant(),
            queue.date().plusDays(1).atStartOfDay(zone).toInstant())
        .stream()
        .filter(session -> session.state() != SessionState.cancelled)
        .map(Session::permanence)
        .filter(permanence -> permanenceId != null && permanence.id() == permanenceId)
        .findFirst();
  }
}
