package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.database.Sql;
import fr.porteouverte.register.RegisterKind;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All imports of the catalogue and of tables, and what each wrote. */
@ApplicationScoped
class CatalogueImports implements PanacheRepository<CatalogueImport> {
  private static final int SHOWN = 100;

  /** A row that an import wrote. */
  record Line(
      RegisterKind kind,
      String code,
      @Nullable String beforeForm,
      String afterForm,
      @Nullable String baseForm) {}

  List<CatalogueImport> newest() {
    return find("order by id desc").page(0, SHOWN).list();
  }

  /** The one that can be taken back. */
  Optional<CatalogueImport> last() {
    return find("undoneAt is null order by id desc").firstResultOptional();
  }

  Optional<String> version() {
    Optional<CatalogueImport> last =
        find("undoneAt is null and version is not null order by id desc").firstResultOptional();
    return last.flatMap(one -> Optional.ofNullable(one.version()));
  }

  void keep(CatalogueImport made, List<Written> rows) {
    persistAndFlush(made);
    rows.forEach(
        row ->
            Sql.of(
                    getEntityManager(),
                    "insert into catalogue_import_row (import_id, kind, code, before_form,"
                        + " after_form, base_form) values (:made, :kind, :code,"
                        + " cast(:before as varchar), :after, cast(:base as varchar))")
                .with("made", made.id())
                .with("kind", row.said().kind())
                .with("code", row.said().code())
                .with("before", text(row.before()))
                .with("after", row.after().toString())
                .with("base", text(row.base()))
                .run());
  }

  /** The last written first: what others name comes after them. */
  List<Line> lines(CatalogueImport made) {
    return Sql.of(
            getEntityManager(),
            "select kind, code, before_form, after_form, base_form from catalogue_import_row"
                + " where import_id = :made order by id desc")
        .with("made", made.id())
        .list(Line.class);
  }

  private static @Nullable String text(@Nullable ObjectNode tree) {
    return tree == null ? null : tree.toString();
  }
}
