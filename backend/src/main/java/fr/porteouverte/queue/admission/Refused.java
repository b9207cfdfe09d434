package fr.porteouverte.queue.admission;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.Opening;
import fr.porteouverte.text.Text;
import fr.porteouverte.time.Spell;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** No number, and why; with when there will be some, where that is known. */
final class Refused extends ProblemException {
  private final transient @Nullable OffsetDateTime opensAt;

  private Refused(ProblemType type, @Nullable Text detail, @Nullable OffsetDateTime opensAt) {
    super(type, detail);
    this.opensAt = opensAt;
  }

  static Refused of(Obstacle obstacle, Opening opening, @Nullable Session session, ZoneId zone) {
    return switch (obstacle) {
      case notOpen -> later(ProblemType.NOT_OPEN, opening.opensAt(), zone);
      case byAppointment -> later(ProblemType.BY_APPOINTMENT, opening.walkInsFrom(), zone);
      case sessionOver -> over(Objects.requireNonNull(session), zone);
      case noMoreNumbers ->
          new Refused(
              ProblemType.NO_MORE_NUMBERS,
              new Text(
                  "Prenez un rendez-vous, ou téléphonez à la maison.",
                  "Take an appointment, or telephone the house."),
              null);
    };
  }

  private static Refused later(ProblemType type, @Nullable Instant from, ZoneId zone) {
    if (from == null) {
      return new Refused(type, null, null);
    }
    boolean open = type == ProblemType.NOT_OPEN;
    return new Refused(
        type,
        new Text(
            (open ? "Elle ouvre " : "Sans rendez-vous : à partir de ")
                + Spell.dayWithoutYear(from, zone, "fr")
                + " à "
                + Spell.time(from, zone, "fr")
                + ".",
            (open ? "It opens on " : "Without an appointment: from ")
                + Spell.dayWithoutYear(from, zone, "en")
                + " at "
                + Spell.time(from, zone, "en")
                + "."),
        from.atZone(zone).toOffsetDateTime());
  }

  private static Refused over(Session session, ZoneId zone) {
    Partner partner = session.permanence().partner();
    Text who = partner == null ? new Text("La maison", "The house") : partner.name();
    boolean off = session.shown() == SessionState.cancelled;
    return new Refused(
        ProblemType.SESSION_OVER,
        new Text(
            who.fr()
                + (off
                    ? " : la permanence d’aujourd’hui n’a pas lieu."
                    : " : la permanence a fini à "
                        + Spell.time(session.lastsUntil(), zone, "fr")
                        + "."),
            who.en()
                + (off
                    ? ": today’s permanence does not take place."
                    : ": the permanence ended at "
                        + Spell.time(session.lastsUntil(), zone, "en")
                        + ".")),
        null);
  }

  @Override
  public @Nullable OffsetDateTime opensAt() {
    return opensAt;
  }
}
