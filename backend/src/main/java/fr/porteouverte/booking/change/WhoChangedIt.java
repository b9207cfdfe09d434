package fr.porteouverte.booking.change;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.Change;
import fr.porteouverte.database.Sql;
import fr.porteouverte.http.Etag;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import fr.porteouverte.time.Spell;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a change of a booking that became another one since it was read, and says who did what.
 * Agents are named to staff of the house only.
 */
@ApplicationScoped
class WhoChangedIt {
  @Inject EntityManager database;
  @Inject Colleagues colleagues;

  /** What happened last to the appointment itself. */
  record Last(String kind, String actor, Instant at) {}

  /**
   * @param ifMatch null: whoever asks names nothing that they saw
   */
  void requireSeen(Booking booking, @Nullable String ifMatch, Change by) {
    if (ifMatch != null && !Etag.names(ifMatch, booking.sequence())) {
      throw new ProblemException(ProblemType.STALE, said(booking, by));
    }
  }

  private Text said(Booking booking, Change by) {
    Last last =
        Sql.of(
                database,
                "select kind, actor, at from booking_event where booking_id = :booking and kind in"
                    + " ('booked', 'moved', 'rebooked', 'cancelled', 'cancelledByHouse',"
                    + " 'houseMoved')"
                    + " order by id desc limit 1")
            .with("booking", booking.id())
            .one(Last.class);
    // Whoever wrote it down, it is the house that moved.
    Text who =
        last.kind().equals("houseMoved")
            ? new Text("La maison a", "The house")
            : who(last.actor(), by);
    Text what = what(last.kind(), booking);
    return new Text(
        who.fr()
            + " "
            + what.fr()
            + ". C’était le "
            + moment(last.at(), booking, "fr")
            + ". Relisez-le avant de le changer.",
        who.en()
            + " "
            + what.en()
            + ". That was on "
            + moment(last.at(), booking, "en")
            + ". Read it before you change it.");
  }

  private Text who(String actor, Change by) {
    if (Change.byTheVisitor().actor().equals(actor)) {
      return by.byVisitor()
          ? new Text("Vous ou un proche avez", "You or somebody close")
          : new Text("La personne a", "The person");
    }
    if (by.byVisitor()) {
      return new Text("La maison a", "The house");
    }
    return colleagues
        .named(actor)
        .map(one -> new Text(one.firstName() + " a", one.firstName()))
        .orElse(new Text("La maison a", "The house"));
  }

  private static Text what(String kind, Booking booking) {
    if (kind.startsWith("cancelled")) {
      return new Text("annulé ce rendez-vous", "cancelled this booking");
    }
    if (kind.equals("houseMoved")) {
      return new Text("changé de nom ou d’adresse", "has another name or address");
    }
    return new Text(
        "déplacé ce rendez-vous au " + moment(booking.start(), booking, "fr"),
        "moved this booking to " + moment(booking.start(), booking, "en"));
  }

  private static String moment(Instant instant, Booking booking, String language) {
    return Spell.moment(instant, booking.site().zone(), language);
  }
}
