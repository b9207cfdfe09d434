package fr.porteouverte.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.Stops;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The houses of the story and who holds a permanence there. */
@ApplicationScoped
class DemoHouses {
  @Inject Sites sites;
  @Inject Partners partners;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject Stops stops;
  @Inject Clock clock;

  static List<DemoHouse> file() {
    return DemoFiles.json("houses.json", new TypeReference<List<DemoHouse>>() {});
  }

  /** Adds the houses that are missing, and permanences to those that have none. */
  void ensure() {
    Map<String, Partner> byCode =
        partners.listAll().stream().collect(Collectors.toMap(Partner::code, Function.identity()));
    List<Procedure> all = procedures.byTitle();
    for (DemoHouse house : file()) {
      Site site = find(house).orElseGet(() -> add(house));
      if (permanences.idsAt(site.id()).isEmpty()) {
        LocalDate today = LocalDate.now(clock.withZone(site.zone()));
        for (DemoPermanence wanted : house.permanences()) {
          Permanence added = wanted.at(site, byCode.get(wanted.partner()), today, all);
          permanences.persistAndFlush(added);
          if (wanted.stop() != null) {
            stops.write(added.id(), wanted.stop());
          }
        }
      }
    }
  }

  /** Those that are there. */
  List<Site> all() {
    return file().stream().flatMap(house -> find(house).stream()).toList();
  }

  /** The demo's house in that commune; to be asked once they are all there. */
  Site inCommune(String insee) {
    return file().stream()
        .filter(house -> house.insee().equals(insee))
        .findFirst()
        .flatMap(this::find)
        .orElseThrow(() -> new IllegalStateException("The demo has no house in " + insee));
  }

  private Optional<Site> find(DemoHouse house) {
    return house.officialId() == null
        ? sites
            .find("address.insee = ?1 and name = ?2", house.insee(), house.name())
            .firstResultOptional()
        : sites.byOfficialId(house.officialId());
  }

  private Site add(DemoHouse house) {
    Site site = house.site();
    sites.persist(site);
    return site;
  }
}
