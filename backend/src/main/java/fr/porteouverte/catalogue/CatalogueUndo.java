package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.access.Access;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterAct;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.register.RegisterRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes an import back as a whole, or not at all. */
@ApplicationScoped
public class CatalogueUndo {
  @Inject Registers registers;
  @Inject CatalogueRows bases;
  @Inject CatalogueImports imports;
  @Inject FormTrees json;
  @Inject Transactions transactions;
  @Inject NamedLocks locks;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * What people changed since stays; what the import made goes, if nobody needs it.
   *
   * @throws fr.porteouverte.register.StillUsed naming who needs it
   */
  public CatalogueImportView undo(long id) {
    return transactions.call(
        () -> {
          locks.take("catalogue", "");
          CatalogueImport made = imports.findByIdOptional(id).orElseThrow(NotFound::new);
          boolean last = imports.last().map(one -> one.id() == id).orElse(false);
          if (made.undoneAt() != null || !last) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Seul le dernier import qui tient encore peut être annulé.",
                "Only the last import that still holds can be undone.");
          }
          List<CatalogueImports.Line> lines = imports.lines(made);
          lines.stream()
              .map(CatalogueImports.Line::kind)
              .distinct()
              .forEach(kind -> lock(registers.of(kind), lines));
          for (CatalogueImports.Line line : lines) {
            takeBack(registers.of(line.kind()), line);
            if (made.version() != null) {
              bases.put(line.kind(), line.code(), tree(line.baseForm()));
            }
          }
          made.undo(clock.instant(), access.caller().username());
          return CatalogueImportView.of(made);
        });
  }

  private static <R extends RegisterRow> void lock(
      Register<R, ?> register, List<CatalogueImports.Line> lines) {
    register.toPut(
        lines.stream()
            .filter(line -> line.kind() == register.kind())
            .flatMap(line -> register.byCode(line.code()).stream()));
  }

  private <R extends RegisterRow, F extends RegisterForm> void takeBack(
      Register<R, F> register, CatalogueImports.Line line) {
    R row = register.byCode(line.code()).orElse(null);
    if (row == null) {
      return;
    }
    ObjectNode before = tree(line.beforeForm());
    if (before == null) {
      register.remove(row);
      return;
    }
    Merge merge = Merge.of(json.read(line.afterForm()), json.tree(register.form(row)), before);
    register.put(row, json.form(merge.row(), register.shape()), RegisterAct.undone);
  }

  private @Nullable ObjectNode tree(@Nullable String form) {
    return form == null ? null : json.read(form);
  }
}
