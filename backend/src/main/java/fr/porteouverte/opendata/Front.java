package fr.porteouverte.opendata;

import fr.porteouverte.http.AppAddress;
import java.util.List;
import java.util.Map;

/** The front page for who runs no script, and what robots may read. */
final class Front {
  /** Behind a login, with a secret or a person in it, or on a device of a house. */
  private static final List<String> PRIVATE =
      List.of(
          "/equipe",
          "/partenaire",
          "/seance/",
          "/rendez-vous/",
          "/rdv",
          "/coordonnees",
          "/numero/",
          "/ecran/",
          "/borne/",
          "/boite",
          "/cadre/",
          "/api/");

  static final PageTold PAGE =
      new PageTold(
          "/",
          "Porte ouverte : rendez-vous dans une maison de services publics",
          "Prendre rendez-vous dans une maison de services publics près de chez vous, gratuitement"
              + " et sans compte, ou venir sans rendez-vous.",
          Map.of(),
          new Markup()
              .heading(1, "Rendez-vous dans une maison de services publics")
              .links(Map.of("/evenements", "Événements et ateliers"))
              .toString());

  private Front() {}

  static String robots(AppAddress app) {
    StringBuilder robots = new StringBuilder("User-agent: *\nAllow: /api/v1/open-data/\n");
    PRIVATE.forEach(path -> robots.append("Disallow: ").append(path).append('\n'));
    return robots.append("\nSitemap: ").append(app.of("/sitemap.xml")).append('\n').toString();
  }
}
