package fr.porteouverte.feed;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How a feed is called in the calendar of who follows it. */
@ApplicationScoped
class FeedNames {
  @Inject Permanences permanences;
  @Inject Sites sites;

  Text of(CalendarFeed feed) {
    return switch (feed.kind()) {
      case agent -> FeedTitles.WORK;
      case site -> {
        String name = sites.findById(feed.siteId()).name();
        yield new Text(name, name);
      }
      case permanence -> {
        Permanence permanence = permanences.findById(feed.permanenceId());
        yield FeedTitles.at(FeedTitles.of(permanence), permanence.site());
      }
    };
  }
}
