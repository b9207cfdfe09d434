package fr.porteouverte.feed;

import fr.porteouverte.feed.Entry.Standing;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Host;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.StopView;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionFacts.Facts;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a session into a calendar's words. No visitor, no agent, no reason that somebody typed. */
final class EntryWriter {
  private EntryWriter() {}

  /**
   * @param changed when somebody last decided something about it; null: never
   * @param forStaff what no partner has confirmed yet is tentative; people only read whether it
   *     takes place
   */
  static Entry of(
      Session session, Facts facts, @Nullable Instant changed, boolean forStaff, String url) {
    Permanence permanence = session.permanence();
    Site site = permanence.site();
    return new Entry(
        session.id(),
        session.version(),
        // A row that nobody touched was made about when it came into the window.
        changed == null ? session.start().minus(Duration.ofDays(Terms.WINDOW_DAYS)) : changed,
        session.start(),
        session.lastsUntil(),
        site.zone(),
        standing(session, forStaff),
        FeedTitles.at(FeedTitles.of(permanence), site),
        description(permanence, session.lateMinutes(), facts.cause()),
        location(site, facts.stop()),
        url,
        facts.cause());
  }

  private static Standing standing(Session session, boolean forStaff) {
    if (session.state() == SessionState.cancelled || session.withdrawn()) {
      return Standing.cancelled;
    }
    boolean unsure =
        session.state() == SessionState.planned && session.permanence().host() == Host.partner;
    return forStaff && unsure ? Standing.tentative : Standing.certain;
  }

  private static Text description(
      Permanence permanence, @Nullable Integer lateMinutes, @Nullable CancellationCause cause) {
    if (cause != null) {
      Partner partner = permanence.partner();
      return cause.sentence(partner == null ? null : partner.name());
    }
    Text late =
        lateMinutes == null
            ? new Text("", "")
            : new Text(
                "Commence avec " + lateMinutes + " minutes de retard.\n",
                "Begins " + lateMinutes + " minutes late.\n");
    Text how = how(permanence.mode());
    return new Text(
        late.fr() + how.fr() + procedures(permanence, true),
        late.en() + how.en() + procedures(permanence, false));
  }

  private static Text how(OpeningMode mode) {
    return switch (mode) {
      case appointment -> new Text("Sur rendez-vous.", "By appointment.");
      case walkIn -> new Text("Sans rendez-vous.", "Without appointment.");
      case both -> new Text("Avec ou sans rendez-vous.", "By appointment or without.");
    };
  }

  private static String procedures(Permanence permanence, boolean french) {
    return permanence.procedures().stream()
        .sorted(Comparator.comparing(Procedure::id))
        .map(procedure -> "\n- " + (french ? procedure.title().fr() : procedure.title().en()))
        .collect(Collectors.joining());
  }

  private static String location(Site site, @Nullable StopView stop) {
    if (stop != null) {
      return stop.place() == null ? stop.commune() : stop.place() + ", " + stop.commune();
    }
    Address address = site.address();
    return site.name()
        + ", "
        + address.street()
        + ", "
        + address.postcode()
        + " "
        + address.commune();
  }
}
