package fr.porteouverte.procedure;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All themes. */
@ApplicationScoped
public class Themes implements PanacheRepository<Theme> {

  List<Theme> inOrder(boolean archived) {
    return list(
        "archivedAt is " + (archived ? "not null" : "null") + " order by position, nameFr, id");
  }
}
