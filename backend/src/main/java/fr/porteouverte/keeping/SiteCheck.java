package fr.porteouverte.keeping;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What the network looks through its houses for; a list to work off each. */
public enum SiteCheck {
  notLive(house -> !house.live()),
  noHours(house -> house.days() == 0),
  /** Open under 24 hours a week. */
  fewHours(house -> house.days() > 0 && house.minutes() < 24 * 60),
  /** Open on less than five days. */
  fewDays(house -> house.days() > 0 && house.days() < 5),
  noAgents(house -> house.agents() == 0),
  /** Nobody comes in the next weeks. */
  noPermanences(house -> house.coming() == 0),
  /** The postcode is not one of its commune. */
  foreignPostcode(SiteFacts::foreignPostcode),
  /** The national list that was applied last has it no more: somebody decides whether it stays. */
  leftList(SiteFacts::leftList);

  private final Predicate<SiteFacts> finds;

  SiteCheck(Predicate<SiteFacts> finds) {
    this.finds = finds;
  }

  boolean finds(SiteFacts house) {
    return !house.archived() && finds.test(house);
  }

  static List<SiteCheck> of(SiteFacts house) {
    return Arrays.stream(values()).filter(check -> check.finds(house)).toList();
  }
}
