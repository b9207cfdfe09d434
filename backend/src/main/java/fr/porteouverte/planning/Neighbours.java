package fr.porteouverte.planning;

import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.planning.ConflictView.Kind;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Conflicts of a permanence with the others of its house: room, counters, partner. Pure. */
final class Neighbours {
  private final Permanence wished;
  private final List<Sitting> others;
  private final int counters;

  /** A session of another permanence of the house. */
  record Sitting(Permanence of, Instant start, Instant end) {

    boolean overlaps(Occurrence session) {
      return start.isBefore(session.end()) && session.start().isBefore(end);
    }
  }

  Neighbours(Permanence wished, List<Sitting> others, int counters) {
    this.wished = wished;
    this.others = others;
    this.counters = counters;
  }

  List<Conflict> of(List<Occurrence> sessions) {
    List<Conflict> found = new ArrayList<>();
    for (Occurrence session : sessions) {
      List<Sitting> there = others.stream().filter(other -> other.overlaps(session)).toList();
      there.forEach(other -> meeting(session, other, found));
      counters(session, there, found);
    }
    return found;
  }

  private void meeting(Occurrence session, Sitting other, List<Conflict> found) {
    if (wished.room() != null
        && other.of().room() != null
        && Text.fold(wished.room()).equals(Text.fold(other.of().room()))) {
      found.add(
          conflict(
              Kind.room,
              session,
              other,
              new Text(
                  "« " + wished.room() + " » est déjà prise par " + name(other).fr() + ".",
                  "“" + wished.room() + "” is taken by " + name(other).en() + ".")));
    } else if (wished.partner() != null
        && other.of().partner() != null
        && wished.partner().id() == other.of().partner().id()) {
      found.add(
          conflict(
              Kind.samePartner,
              session,
              other,
              new Text(
                  "Le partenaire tient déjà une autre permanence ici à ce moment.",
                  "The partner already holds another permanence here at that time.")));
    }
  }

  /** Who has a room needs no counter. */
  private void counters(Occurrence session, List<Sitting> there, List<Conflict> found) {
    List<Sitting> atCounters = there.stream().filter(other -> other.of().room() == null).toList();
    int needed = atOnce(session, atCounters) + counters(wished);
    if (wished.room() == null && counters > 0 && !atCounters.isEmpty() && needed > counters) {
      found.add(
          conflict(
              Kind.counter,
              session,
              atCounters.get(0),
              new Text(
                  "Il faudrait "
                      + needed
                      + " guichets à ce moment, la maison en a "
                      + counters
                      + ".",
                  "It would take " + needed + " counters then; the house has " + counters + ".")));
    }
  }

  /**
   * The most counters that these need at any one moment of a session. It is one at which the
   * session or one of them begins.
   */
  static int atOnce(Occurrence session, List<Sitting> sittings) {
    return Stream.concat(
            Stream.of(session.start()),
            sittings.stream().map(Sitting::start).filter(start -> start.isAfter(session.start())))
        .mapToInt(
            moment ->
                sittings.stream()
                    .filter(other -> !other.start().isAfter(moment) && other.end().isAfter(moment))
                    .mapToInt(other -> counters(other.of()))
                    .sum())
        .max()
        .orElse(0);
  }

  private static int counters(Permanence permanence) {
    return permanence.mode().takesAppointments() ? permanence.capacity() : 1;
  }

  private static Conflict conflict(Kind kind, Occurrence session, Sitting other, Text text) {
    return Conflict.with(kind, session, other.of().id(), other.start(), other.end(), text);
  }

  private static Text name(Sitting other) {
    Permanence permanence = other.of();
    if (permanence.title() != null) {
      return permanence.title();
    }
    return permanence.partner() == null
        ? new Text("la maison", "the house")
        : permanence.partner().name();
  }
}
