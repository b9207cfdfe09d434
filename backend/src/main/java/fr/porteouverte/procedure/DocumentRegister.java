package fr.porteouverte.procedure;

import fr.porteouverte.database.Sql;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** How papers are entered, changed and archived. */
@ApplicationScoped
public class DocumentRegister extends Register<Document, DocumentForm> {
  private static final int LONGEST_LABEL = 300;

  /** Houses lie in another room: the query names their table. */
  private static final String ADAPTED =
      "select distinct s.name as house, p.title_fr as fr, p.title_en as en"
          + " from procedure_adaptation_document d"
          + " join procedure_adaptation a on a.id = d.adaptation_id"
          + " join procedure p on p.id = a.procedure_id join site s on s.id = a.site_id"
          + " where d.document_id = :id and d.need <> 'removed' and p.archived_at is null"
          + " and s.archived_at is null order by 1, 2";

  @Inject EntityManager database;
  @Inject Documents documents;
  @Inject Procedures procedures;

  @Override
  public RegisterKind kind() {
    return RegisterKind.documents;
  }

  @Override
  public Class<DocumentForm> shape() {
    return DocumentForm.class;
  }

  @Override
  protected Documents rows() {
    return documents;
  }

  @Override
  public DocumentForm form(Document document) {
    return new DocumentForm(document.code(), document.label());
  }

  @Override
  public void check(FieldReader fields, String at, DocumentForm form) {
    FormWords.code(fields, at + "code", form.code());
    FormWords.words(fields, at + "label", form.label(), LONGEST_LABEL);
  }

  @Override
  protected Document made(DocumentForm form) {
    return new Document(form.code(), form.label());
  }

  @Override
  protected void write(Document document, DocumentForm form) {
    document.describe(form.label());
  }

  @Override
  public List<Text> uses(Document document) {
    return Stream.concat(
            procedures.asking(document).stream().map(Procedure::said), adaptedBy(document))
        .toList();
  }

  private record Adapted(String house, String fr, String en) {
    Text said() {
      return new Text(
          "la démarche « " + fr + " » à " + house, "the procedure \"" + en + "\" at " + house);
    }
  }

  private Stream<Text> adaptedBy(Document document) {
    return Sql.of(database, ADAPTED).with("id", document.id()).list(Adapted.class).stream()
        .map(Adapted::said);
  }
}
