package fr.porteouverte.commune;

import java.util.Collection;
import java.util.List;

/** The gazetteer for trials over real files, outside of its room. */
public final class PlaceTrial {
  private final Gazetteer gazetteer;

  public PlaceTrial(
      Collection<CommuneDraft> communes,
      Collection<FormerCommune> formers,
      Collection<KnownAddress> addresses) {
    this.gazetteer = GazetteerMaker.gazetteer(communes, formers, addresses);
  }

  public Understood find(String typed, int limit) {
    return gazetteer.find(typed, limit);
  }

  public List<String> labels(String typed, int limit) {
    return find(typed, limit).places().stream().map(place -> place.label(typed)).toList();
  }
}
