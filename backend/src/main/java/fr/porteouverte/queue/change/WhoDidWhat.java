package fr.porteouverte.queue.change;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.queue.counter.Counter;
import fr.porteouverte.queue.counter.Counters;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells staff of a house in one sentence who did what and when, so that a refusal says what its
 * reader did not see. It names agents: never for anybody else.
 */
@ApplicationScoped
public class WhoDidWhat {
  private static final char NO_BREAK = '\u00a0';

  @Inject QueueEvents events;
  @Inject Counters counters;
  @Inject Colleagues colleagues;

  /** What happened last with a ticket. */
  public Text last(Site site, Ticket ticket) {
    return of(site, events.last(ticket.id()));
  }

  /** What a change did with its ticket. */
  public Text of(Site site, QueueEvent event) {
    Text who = who(event.actor());
    Text at = time(site, event.at());
    Text where = where(event.counterId());
    return switch (event.kind()) {
      case issued -> act(who, at, "lui a donné ce numéro", "gave this number");
      case arrived -> act(who, at, "a noté son arrivée", "noted the arrival");
      case called ->
          new Text(
              "Déjà appelé" + where.fr() + " par " + who.fr() + " à " + at.fr() + ".",
              "Already called" + where.en() + " by " + who.en() + " at " + at.en() + ".");
      case calledAgain ->
          new Text(
              "Rappelé" + where.fr() + " par " + who.fr() + " à " + at.fr() + ".",
              "Called again" + where.en() + " by " + who.en() + " at " + at.en() + ".");
      case started -> act(who, at, "l’a reçue" + where.fr(), "began to serve this person");
      case parked -> act(who, at, "l’a mise de côté", "put this person aside");
      case resumed -> act(who, at, "l’a remise en attente", "put this person back in line");
      case finished -> act(who, at, "a terminé sa visite", "finished this visit");
      case missed -> act(who, at, "l’a notée absente", "noted this person as absent");
      case left -> act(who, at, "a noté son départ", "noted that this person left");
      case transferred -> act(who, at, "l’a orientée", "passed this person on");
      case undone -> act(who, at, "a annulé la dernière action", "took the last action back");
      default -> throw new IllegalArgumentException(event.kind() + " is about no ticket");
    };
  }

  /** How a counter came to be as it is. */
  public Text lastOfCounter(Site site, Counter counter) {
    return events
        .lastOfCounter(site.id(), counter.id())
        .map(event -> ofCounter(site, event))
        .orElse(new Text("Ce guichet a changé.", "This counter has changed."));
  }

  private Text ofCounter(Site site, QueueEvent event) {
    Text who = who(event.actor());
    Text at = time(site, event.at());
    return switch (event.kind()) {
      case counterOpened -> act(who, at, "a pris ce guichet", "took this counter");
      case counterClosed -> act(who, at, "a fermé ce guichet", "closed this counter");
      case counterAdded -> act(who, at, "a ajouté ce guichet", "added this counter");
      default -> act(who, at, "a modifié ce guichet", "changed this counter");
    };
  }

  /** Who has a counter, for an agent who may have had it before. */
  public Text holder(LockedQueue queue, Counter counter, String holder, Instant since) {
    Text who = who(holder);
    Text at = time(queue.site(), since);
    Instant dawn = queue.date().atStartOfDay(queue.site().zone()).toInstant();
    return events.opened(queue.siteId(), counter.id(), queue.actor().name(), dawn)
        ? act(who, at, "a repris ce guichet", "took this counter over")
        : new Text(
            who.fr() + " tient ce guichet depuis " + at.fr() + ".",
            who.en() + " has had this counter since " + at.en() + ".");
  }

  private static Text act(Text who, Text at, String fr, String en) {
    return new Text(
        who.fr() + " " + fr + " à " + at.fr() + ".", who.en() + " " + en + " at " + at.en() + ".");
  }

  private Text who(String actor) {
    if (actor.startsWith("device:")) {
      return new Text("La borne", "The kiosk");
    }
    if (actor.equals(Actor.SYSTEM.name())) {
      return new Text("La fin de journée", "The end of the day");
    }
    String name = firstName(actor);
    return new Text(name, name);
  }

  /** As colleagues call an agent; the username of who is known to Keycloak only. */
  public String firstName(String username) {
    return colleagues.named(username).map(Colleagues.Person::firstName).orElse(username);
  }

  /** With the space before it; nothing for no counter. */
  private Text where(@Nullable Long counterId) {
    return Optional.ofNullable(counterId)
        .flatMap(counters::findByIdOptional)
        .map(counter -> at(counter.name()))
        .orElse(new Text("", ""));
  }

  /** "au Guichet 2"; a counter may have any name, which then stands by itself. */
  private static Text at(String counter) {
    String fr =
        counter.matches("(?i)(guichet|bureau|poste|box)\\b.*")
            ? " au " + counter
            : " à « " + counter + " »";
    return new Text(fr, " to " + counter);
  }

  private static Text time(Site site, Instant instant) {
    LocalTime time = instant.atZone(site.zone()).toLocalTime();
    String minutes = String.format("%02d", time.getMinute());
    String fr = time.getHour() + "" + NO_BREAK + "h";
    return new Text(
        time.getMinute() == 0 ? fr : fr + NO_BREAK + minutes, time.getHour() + ":" + minutes);
  }
}
