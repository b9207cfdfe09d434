package fr.porteouverte.procedure;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How papers are entered, changed and archived. */
@ApplicationScoped
public class DocumentRegister extends Register<Document, DocumentForm> {
  private static final int LONGEST_LABEL = 300;

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
    return procedures.asking(document).stream().map(Procedure::said).toList();
  }
}
