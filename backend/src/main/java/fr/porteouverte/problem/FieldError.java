package fr.porteouverte.problem;

import fr.porteouverte.text.Text;

/**
 * One wrong field.
 *
 * @param field its path in the body ({@code visitor.email}) or the parameter's name
 */
public record FieldError(String field, Text message) {

  public static FieldError of(String field, String fr, String en) {
    return new FieldError(field, new Text(fr, en));
  }
}
