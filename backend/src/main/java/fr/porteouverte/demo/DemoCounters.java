package fr.porteouverte.demo;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.queue.FirstCounters;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counters for the houses of the story: two for everybody, and one for each partner that comes. */
@ApplicationScoped
class DemoCounters {
  private static final List<String> FOR_EVERYBODY = List.of("Guichet 1", "Guichet 2");

  /** Room for a number behind it. */
  private static final int LONGEST = 56;

  @Inject FirstCounters counters;
  @Inject DemoHouses houses;
  @Inject Permanences permanences;

  /** To be asked once the houses are all there. */
  void ensure() {
    for (Site site : houses.all()) {
      Map<Long, String> visitors = new LinkedHashMap<>();
      for (Long id : permanences.idsAt(site.id())) {
        Permanence permanence = permanences.findById(id);
        if (permanence.partner() != null) {
          visitors.put(id, name(permanence.partner(), visitors));
        }
      }
      counters.ensure(site.id(), FOR_EVERYBODY, visitors);
    }
  }

  /** A partner with two permanences in one house has two counters. */
  private static String name(Partner partner, Map<Long, String> taken) {
    String name = "Bureau " + partner.name().fr();
    String fits = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    String free = fits;
    for (int n = 2; taken.containsValue(free); n++) {
      free = fits + " " + n;
    }
    return free;
  }
}
