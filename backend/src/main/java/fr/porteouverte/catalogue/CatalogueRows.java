package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.database.Sql;
import fr.porteouverte.register.RegisterKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalogue said of each row when it was imported last. */
@ApplicationScoped
class CatalogueRows {
  @Inject EntityManager database;
  @Inject FormTrees json;

  private record Row(String code, String form) {}

  /** By code. */
  Map<String, ObjectNode> of(RegisterKind kind) {
    Map<String, ObjectNode> rows = new LinkedHashMap<>();
    Sql.of(database, "select code, form from catalogue_row where kind = :kind order by code")
        .with("kind", kind)
        .list(Row.class)
        .forEach(row -> rows.put(row.code(), json.read(row.form())));
    return rows;
  }

  /**
   * @param form null: it says nothing of it any more
   */
  void put(RegisterKind kind, String code, @Nullable ObjectNode form) {
    Sql.of(database, "delete from catalogue_row where kind = :kind and code = :code")
        .with("kind", kind)
        .with("code", code)
        .run();
    if (form != null) {
      Sql.of(database, "insert into catalogue_row (kind, code, form) values (:kind, :code, :form)")
          .with("kind", kind)
          .with("code", code)
          .with("form", form.toString())
          .run();
    }
  }
}
