package fr.porteouverte.event;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.event.Events.Place;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An event is its owner's: who entered it, a manager of every house that it was made for, and
 * admins. The manager of a house with a workshop in it takes part: sees it as a draft too, and has
 * rights over the workshops of her own houses, none over the whole. To everybody else a draft does
 * not exist.
 */
@ApplicationScoped
class EventRights {
  @Inject Events events;
  @Inject Access access;

  /** By the events' ids. */
  Map<Long, List<EventAction>> actions(Collection<Event> some) {
    if (!mayPrepare()) {
      return Map.of();
    }
    Map<Long, List<Place>> places =
        events.places(some.stream().map(Event::id).toList()).stream()
            .collect(Collectors.groupingBy(Place::eventId));
    return some.stream()
        .collect(
            Collectors.toMap(
                Event::id, event -> actions(event, places.getOrDefault(event.id(), List.of()))));
  }

  private List<EventAction> actions(Event event, List<Place> places) {
    List<EventAction> actions = new ArrayList<>();
    if (owns(event, places)) {
      actions.add(EventAction.change);
      if (others(places).isEmpty()) {
        actions.add(EventAction.remove);
      }
    }
    return actions;
  }

  void requireSeen(Event event) {
    if (!event.published()) {
      requireTakesPart(event);
    }
  }

  void requireTakesPart(Event event) {
    if (!takesPart(event)) {
      throw new NotFound();
    }
  }

  /** For its words, its days, and whether people see it. */
  void requireOwn(Event event) {
    if (!owns(event)) {
      throw new NotFound();
    }
  }

  /** What goes with the whole must be the caller's too. */
  void requireEachPart(Event event) {
    List<Place> others = others(places(event));
    if (!others.isEmpty()) {
      String names = others.stream().map(Place::siteName).collect(Collectors.joining(", "));
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "Des ateliers d’autres maisons en font partie : " + names + ".",
          "Workshops of other houses are part of it: " + names + ".");
    }
  }

  boolean owns(Event event) {
    return mayPrepare() && owns(event, places(event));
  }

  private boolean takesPart(Event event) {
    if (!mayPrepare()) {
      return false;
    }
    List<Place> places = places(event);
    return owns(event, places) || places.stream().anyMatch(this::isOwn);
  }

  private boolean owns(Event event, List<Place> places) {
    CurrentAgent caller = access.caller();
    List<Place> madeFor = places.stream().filter(Place::madeFor).toList();
    return caller.is(Role.ADMIN)
        || caller.username().equals(event.createdBy())
        || (!madeFor.isEmpty() && madeFor.stream().allMatch(this::isOwn));
  }

  private List<Place> others(List<Place> places) {
    return places.stream().filter(place -> !isOwn(place)).toList();
  }

  private boolean isOwn(Place place) {
    return access.runs(place.siteId());
  }

  private List<Place> places(Event event) {
    return events.places(List.of(event.id()));
  }

  private boolean mayPrepare() {
    return !access.isAnonymous()
        && (access.caller().is(Role.MANAGER) || access.caller().is(Role.ADMIN));
  }
}
