package fr.porteouverte.account;

import fr.porteouverte.http.Ids;
import fr.porteouverte.site.Site;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A house where an agent may act. */
@Schema(name = "SiteRef")
public record SiteRef(@Schema(required = true) String id, @Schema(required = true) String name) {

  /** By name. */
  public static List<SiteRef> of(Collection<Site> sites) {
    return sites.stream()
        .sorted(Comparator.comparing(Site::name).thenComparing(Site::id))
        .map(site -> new SiteRef(Ids.of(site.id()), site.name()))
        .toList();
  }
}
