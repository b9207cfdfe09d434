package fr.porteouverte.search;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the houses that were found. */
@ApplicationScoped
class FoundSites {
  @Inject Sites sites;
  @Inject Partners partners;

  /**
   * @param distances false: no place was named, so there are none
   */
  List<FoundSite> of(List<Hit> hits, boolean distances) {
    Map<Long, Site> found =
        sites.withIds(hits.stream().map(hit -> hit.site().id()).toList()).stream()
            .collect(Collectors.toMap(Site::id, Function.identity()));
    Map<String, PartnerRef> holders = new HashMap<>();
    hits.stream()
        .map(hit -> hit.nextSlot() == null ? null : hit.nextSlot().partnerId())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(id -> holders.put(id, PartnerRef.of(partner(id))));
    return hits.stream()
        .filter(hit -> found.containsKey(hit.site().id()))
        .map(
            hit ->
                FoundSite.of(
                    Objects.requireNonNull(found.get(hit.site().id())),
                    distances ? Integer.valueOf(hit.site().metres()) : null,
                    hit,
                    hit.nextSlot() == null ? null : holders.get(hit.nextSlot().partnerId())))
        .toList();
  }

  private Partner partner(String id) {
    return partners.findById(Long.valueOf(id));
  }
}
