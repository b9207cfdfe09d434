package fr.porteouverte.queue.admission;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.queue.change.LockedQueue;
import fr.porteouverte.queue.change.QueueSites;
import fr.porteouverte.queue.ticket.Tickets;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Opening;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses numbers that would promise what nobody keeps. Staff may give them all the same, with a
 * reason, which is kept.
 */
@ApplicationScoped
public class Admission {
  private static final int SHORTEST_REASON = 3;

  @Inject Openings openings;
  @Inject QueueSites settings;
  @Inject Sessions sessions;
  @Inject Tickets tickets;

  /**
   * A number for somebody who walks in. Under the lock of the queue: what was given today counts.
   *
   * @param session of today, of who is wanted; null: the house's own clerks
   * @param reason staff's, to give it all the same; null: none
   * @return the reason to keep; null: nothing stood against it
   */
  public @Nullable String requireNumber(
      LockedQueue queue, @Nullable Session session, @Nullable String reason) {
    Site site = queue.site();
    Opening opening = openings.at(site, queue.now());
    boolean full = full(site, queue.date(), session == null ? null : session.permanence());
    return unless(
        Obstacle.of(opening, session, queue.now(), full), opening, queue, session, reason);
  }

  /**
   * Likewise for somebody who has a number and is in the house: it matters only whether the
   * permanence is there and has numbers left.
   */
  public @Nullable String requirePassage(
      LockedQueue queue, @Nullable Session session, @Nullable String reason) {
    if (session == null) {
      return null;
    }
    Optional<Obstacle> obstacle =
        Obstacle.isOver(session, queue.now())
            ? Optional.of(Obstacle.sessionOver)
            : Optional.of(Obstacle.noMoreNumbers)
                .filter(any -> full(queue.site(), queue.date(), session.permanence(), false));
    return unless(obstacle, openings.at(queue.site(), queue.now()), queue, session, reason);
  }

  /** A kiosk lets nobody in while the house is closed and no permanence runs. */
  public void requireAnybodyThere(Site site, Instant now) {
    Opening opening = openings.at(site, now);
    if (opening.closure() || (!opening.open() && !sessions.anyAt(site.id(), now))) {
      throw Refused.of(Obstacle.notOpen, opening, null, site.zone());
    }
  }

  /** A kiosk sends nobody to a permanence that is over: staff decide about who comes too late. */
  public void requireNotOver(LockedQueue queue, Session session) {
    if (Obstacle.isOver(session, queue.now())) {
      Opening opening = openings.at(queue.site(), queue.now());
      throw Refused.of(Obstacle.sessionOver, opening, session, queue.site().zone());
    }
  }

  private static @Nullable String unless(
      Optional<Obstacle> obstacle,
      Opening opening,
      LockedQueue queue,
      @Nullable Session session,
      @Nullable String reason) {
    if (obstacle.isEmpty()) {
      return null;
    }
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty()) {
      throw Refused.of(obstacle.get(), opening, session, queue.site().zone());
    }
    if (why.length() < SHORTEST_REASON) {
      throw InvalidRequest.of(
          "reason", "Dites pourquoi, en 3 à 200 caractères.", "Say why, in 3 to 200 characters.");
    }
    return why;
  }

  /**
   * @param permanence null: the house's own clerks
   */
  boolean full(Site site, LocalDate day, @Nullable Permanence permanence) {
    return full(site, day, permanence, true);
  }

  private boolean full(
      Site site, LocalDate day, @Nullable Permanence permanence, boolean ofTheHouse) {
    Integer house = ofTheHouse ? settings.of(site.id()).numbersPerDay() : null;
    Integer own = permanence == null ? null : permanence.numbersPerDay();
    return (house != null && tickets.given(site.id(), day) >= house)
        || (permanence != null
            && own != null
            && tickets.given(site.id(), day, permanence.lineage()) >= own);
  }
}
