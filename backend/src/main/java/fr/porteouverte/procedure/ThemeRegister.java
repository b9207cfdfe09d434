package fr.porteouverte.procedure;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How themes are entered, changed and archived. */
@ApplicationScoped
public class ThemeRegister extends Register<Theme, ThemeForm> {
  private static final int LONGEST_NAME = 200;
  private static final int LAST = 999;

  @Inject Themes themes;
  @Inject Procedures procedures;

  @Override
  public RegisterKind kind() {
    return RegisterKind.themes;
  }

  @Override
  public Class<ThemeForm> shape() {
    return ThemeForm.class;
  }

  @Override
  protected Themes rows() {
    return themes;
  }

  @Override
  public ThemeForm form(Theme theme) {
    return new ThemeForm(theme.code(), theme.name(), theme.position());
  }

  @Override
  public void check(FieldReader fields, String at, ThemeForm form) {
    FormWords.code(fields, at + "code", form.code());
    FormWords.words(fields, at + "name", form.name(), LONGEST_NAME);
    fields.number(at + "position", form.position(), 0, LAST);
  }

  @Override
  protected Theme made(ThemeForm form) {
    return new Theme(form.code());
  }

  @Override
  protected void write(Theme theme, ThemeForm form) {
    theme.describe(form.name(), form.position() == null ? LAST : form.position());
  }

  @Override
  public List<Text> uses(Theme theme) {
    return procedures.under(theme).stream().map(Procedure::said).toList();
  }
}
