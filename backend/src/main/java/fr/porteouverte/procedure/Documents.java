package fr.porteouverte.procedure;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All papers. */
@ApplicationScoped
public class Documents implements PanacheRepository<Document> {

  List<Document> byLabel(boolean archived) {
    return list("archivedAt is " + (archived ? "not null" : "null") + " order by labelFr, id");
  }
}
