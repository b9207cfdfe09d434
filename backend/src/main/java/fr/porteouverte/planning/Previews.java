package fr.porteouverte.planning;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.planning.Edit.Part;
import fr.porteouverte.planning.PreviewView.PlannedSlot;
import fr.porteouverte.planning.PreviewView.PlannedView;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what a permanence would be. Writes nothing. */
@ApplicationScoped
class Previews {
  private static final int WEEKS = 4;

  @Inject Permanences permanences;
  @Inject Edits edits;
  @Inject Prospects prospects;
  @Inject Nearby nearby;
  @Inject Conflicts conflicts;
  @Inject Access access;

  @Transactional
  PreviewView preview(PreviewRequest request, Locale language) {
    Edit edit = edit(request);
    Prospect prospect = prospects.of(edit);
    int weeks = request.weeks() == null ? WEEKS : request.weeks();
    List<ConflictView> found = new ArrayList<>();
    List<PlannedView> sessions = new ArrayList<>();
    for (int i = 0; i < edit.parts().size(); i++) {
      Part part = edit.parts().get(i);
      LocalDate to = earlier(part.to(), part.from().plusWeeks(weeks));
      ZoneId zone = part.wished().site().zone();
      Long self = edit.before() == null ? null : edit.before().id();
      conflicts.of(part, self, to).forEach(c -> found.add(c.view(zone, language)));
      sessions.addAll(sessions(part, to, prospect.outlooks().get(i).sessionIds()));
    }
    return new PreviewView(found, sessions, nearby.propose(prospect, prospect.touched()));
  }

  private Edit edit(PreviewRequest request) {
    if (request.permanenceId() == null) {
      Long site = request.form() == null ? null : FieldReader.id(request.form().siteId());
      if (site != null) {
        access.requireOwn(site);
      }
      return edits.fresh(request.form());
    }
    Permanence before =
        permanences.findByIdOptional(Ids.parse(request.permanenceId())).orElseThrow(NotFound::new);
    access.requireOwn(before.site().id());
    return edits.read(before, request.scope(), request.date(), request.form());
  }

  private List<PlannedView> sessions(
      Part part, LocalDate to, Map<java.time.Instant, Long> sessionIds) {
    Permanence wished = part.wished();
    ZoneId zone = wished.site().zone();
    boolean slots = wished.mode().takesAppointments();
    return wished
        .calendar(permanences.closures(wished.site().id(), part.from(), to))
        .sessions(part.from(), to)
        .stream()
        .map(
            session ->
                new PlannedView(
                    session.date(),
                    session.start().atZone(zone).toOffsetDateTime(),
                    session.end().atZone(zone).toOffsetDateTime(),
                    slots ? slots(session, wished.slotMinutes(), zone) : List.of(),
                    sessionIds.containsKey(session.start())
                        ? Ids.of(sessionIds.get(session.start()))
                        : null))
        .toList();
  }

  private static List<PlannedSlot> slots(Occurrence session, int minutes, ZoneId zone) {
    return session.slots(minutes).stream()
        .map(
            piece ->
                new PlannedSlot(
                    piece.start().atZone(zone).toOffsetDateTime(),
                    piece.end().atZone(zone).toOffsetDateTime()))
        .toList();
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
