package fr.porteouverte.feed;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;

/** How calendars call what they show. */
final class FeedTitles {
  static final Text WORK = new Text("Mes permanences", "My sessions");
  private static final Text HOUSE = new Text("Permanence de la maison", "The house’s own session");

  private FeedTitles() {}

  /** Who sits there, or what is on. */
  static Text of(Permanence permanence) {
    if (permanence.title() != null) {
      return permanence.title();
    }
    return permanence.partner() == null ? HOUSE : permanence.partner().name();
  }

  static Text at(Text what, Site site) {
    return what.with(new Text("– " + site.name(), "– " + site.name()));
  }
}
