package fr.porteouverte.keeping;

import fr.porteouverte.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What a house needs before the public sees it, in the order in which one does it. */
public enum Step {
  address(
      new Text("l’adresse et le point sur la carte", "the address and the point on the map"),
      house -> !house.street().isBlank() && (house.latitude() != 0 || house.longitude() != 0)),
  contact(new Text("un téléphone ou un e-mail", "a telephone or an e-mail"), SiteFacts::reachable),
  hours(new Text("des horaires", "opening hours"), house -> house.days() > 0),
  procedures(new Text("une démarche", "a procedure"), house -> house.procedures() > 0),
  agents(new Text("un agent", "an agent"), house -> house.agents() > 0),
  counters(new Text("un guichet", "a counter"), house -> house.counters() > 0);

  private final Text words;
  private final Predicate<SiteFacts> done;

  Step(Text words, Predicate<SiteFacts> done) {
    this.words = words;
    this.done = done;
  }

  Text words() {
    return words;
  }

  boolean doneBy(SiteFacts house) {
    return done.test(house);
  }

  static List<Step> missing(SiteFacts house) {
    return Arrays.stream(values()).filter(step -> !step.doneBy(house)).toList();
  }
}
