package fr.porteouverte.queue.arrival;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.procedure.Reception;
import fr.porteouverte.queue.admission.NumbersReader;
import fr.porteouverte.queue.change.EventOrigin;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody comes for, and to whom, and says at once everything that is wrong. */
@ApplicationScoped
public class Purpose {
  @Inject Procedures procedures;
  @Inject Reception reception;
  @Inject Sessions sessions;

  /**
   * @param session today's of a permanence, the one that is not over; null: the house's own clerks
   */
  public record Of(Procedure procedure, @Nullable Session session) {
    public @Nullable Permanence permanence() {
      return session == null ? null : session.permanence();
    }
  }

  /**
   * @param procedureId null: the person does not know, and comes to the house's own clerks
   * @param permanenceId null, or one that has a session at the house today, be it over or called
   *     off, and serves the procedure
   */
  public Of read(LockedQueue queue, @Nullable String procedureId, @Nullable String permanenceId) {
    if (procedureId == null && permanenceId == null) {
      return new Of(reception.procedure(), null);
    }
    FieldReader fields = new FieldReader();
    Procedure procedure = procedures.read(fields, "procedureId", procedureId);
    Session session = null;
    if (permanenceId != null) {
      session = today(queue, FieldReader.id(permanenceId)).orElse(null);
      Permanence permanence = session == null ? null : session.permanence();
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
    return new Of(fields.checked(procedure), session);
  }

  private Optional<Session> today(LockedQueue queue, @Nullable Long permanenceId) {
    ZoneId zone = queue.site().zone();
    List<Session> its =
        sessions
            .withWithdrawn(
                queue.siteId(),
                queue.date().atStartOfDay(zone).toInstant(),
                queue.date().plusDays(1).atStartOfDay(zone).toInstant())
            .stream()
            .filter(session -> permanenceId != null && session.permanence().id() == permanenceId)
            .toList();
    return its.isEmpty() ? Optional.empty() : Optional.of(NumbersReader.relevant(its, queue.now()));
  }
}
