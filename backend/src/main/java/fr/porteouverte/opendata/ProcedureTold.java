package fr.porteouverte.opendata;

import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The page of a procedure: in which houses it is done. */
@ApplicationScoped
class ProcedureTold {
  /** More on one page nobody reads; the map of the site has all. */
  private static final int MOST = 300;

  @Inject Procedures procedures;
  @Inject PublicPairs pairs;

  /** In the caller's transaction. Empty: people cannot choose such a procedure. */
  Optional<PageTold> told(long id) {
    return procedures
        .findByIdOptional(id)
        .filter(one -> !one.archived() && !one.workshop() && !one.reception())
        .map(this::told);
  }

  private PageTold told(Procedure one) {
    String title = one.title().fr();
    String path = "/maisons?demarche=" + one.id();
    Markup text = new Markup().heading(1, title);
    if (!one.synonyms().isEmpty()) {
      text.line("On dit aussi : " + String.join(", ", one.synonyms()) + ".");
    }
    if (!one.documents().isEmpty()) {
      text.heading(2, "Les papiers à apporter")
          .list(one.documents().stream().map(need -> need.document().label().fr()).toList());
    }
    Map<String, String> places = new LinkedHashMap<>();
    pairs.places(one.id()).stream()
        .limit(MOST)
        .forEach(
            place ->
                places.put(
                    "/creneau?site=" + place.siteId() + "&demarche=" + one.id(),
                    place.name() + ", " + place.commune() + " (" + place.department() + ")"));
    if (!places.isEmpty()) {
      text.heading(2, "Où prendre rendez-vous").links(places);
    }
    return new PageTold(
        path,
        title + " : rendez-vous près de chez vous",
        title
            + " : trouvez la maison la plus proche, les papiers à apporter et un rendez-vous"
            + " gratuit, sans compte.",
        SchemaOrg.page(
            SchemaOrg.thing(
                "GovernmentService",
                "name",
                title,
                "provider",
                SchemaOrg.thing("GovernmentOrganization", "name", one.partner().name().fr()))),
        text.toString());
  }
}
