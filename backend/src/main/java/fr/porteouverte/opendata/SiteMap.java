package fr.porteouverte.opendata;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.event.EventService;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All pages that the public may look for, in the form of sitemaps.org. It is read from the database
 * now and then: engines ask for it part by part, and anybody may.
 */
@ApplicationScoped
class SiteMap {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String SPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

  private final Sites sites;
  private final Procedures procedures;
  private final PublicPairs pairs;
  private final EventService events;
  private final AppAddress app;
  private final int most;
  private final LoadingCache<String, List<String>> kept;

  /**
   * @param most addresses of one file; the format allows 50,000
   */
  SiteMap(
      Sites sites,
      Procedures procedures,
      PublicPairs pairs,
      EventService events,
      AppAddress app,
      Transactions transactions,
      @ConfigProperty(name = "porte-ouverte.sitemap.most", defaultValue = "50000") int most,
      @ConfigProperty(name = "porte-ouverte.sitemap.kept", defaultValue = "10M") Duration keptFor) {
    this.sites = sites;
    this.procedures = procedures;
    this.pairs = pairs;
    this.events = events;
    this.app = app;
    this.most = most;
    this.kept =
        Caffeine.newBuilder().expireAfterWrite(keptFor).build(one -> transactions.call(this::read));
  }

  /** {@code /sitemap.xml}: all addresses, or the parts that have them. */
  String whole() {
    List<String> all = kept.get("");
    if (all.size() <= most) {
      return file(all);
    }
    StringBuilder index = new StringBuilder(HEAD + "<sitemapindex" + SPACE);
    for (int part = 1; (part - 1) * most < all.size(); part++) {
      index
          .append("<sitemap><loc>")
          .append(Markup.escaped(app.of("/sitemap-" + part + ".xml")))
          .append("</loc></sitemap>\n");
    }
    return index.append("</sitemapindex>\n").toString();
  }

  /**
   * @param number from 1 on
   */
  Optional<String> part(int number) {
    List<String> all = kept.get("");
    long from = (number - 1L) * most;
    return number < 1 || from >= all.size()
        ? Optional.empty()
        : Optional.of(file(all.subList((int) from, (int) Math.min(all.size(), from + most))));
  }

  private String file(List<String> addresses) {
    StringBuilder file = new StringBuilder(HEAD + "<urlset" + SPACE);
    addresses.forEach(
        one ->
            file.append("<url><loc>").append(Markup.escaped(app.of(one))).append("</loc></url>\n"));
    return file.append("</urlset>\n").toString();
  }

  private List<String> read() {
    List<String> all = new ArrayList<>(List.of("/", "/evenements", "/demarche"));
    events.published().forEach(event -> all.add("/evenements/" + event.code()));
    procedures.byTitle().forEach(one -> all.add("/maisons?demarche=" + one.id()));
    sites.shown().forEach(site -> all.add("/maisons/" + site.id()));
    pairs
        .all()
        .forEach(
            pair -> all.add("/creneau?site=" + pair.siteId() + "&demarche=" + pair.procedureId()));
    return all;
  }
}
