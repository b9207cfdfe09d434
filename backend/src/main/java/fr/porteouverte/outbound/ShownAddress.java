package fr.porteouverte.outbound;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.InvalidRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of somebody else's site, to which people are sent by a link. The server never calls
 * it, so it is judged by its form: where a name leads is asked by the reader's browser.
 */
public final class ShownAddress {
  public static final int LONGEST = SafeAddress.LONGEST;

  private ShownAddress() {}

  /** For a form with several fields: says what is wrong, and goes on. */
  public static void check(FieldReader fields, String field, @Nullable String value) {
    try {
      read(field, value);
    } catch (InvalidRequest wrong) {
      wrong.errors().forEach(fields::wrong);
    }
  }

  /** As {@link #check}, and plain http is taken, too: many town halls have nothing else. */
  public static void checkAlsoPlain(FieldReader fields, String field, @Nullable String value) {
    try {
      if (value != null && !value.isBlank()) {
        parse(value);
      }
    } catch (WrongAddress wrong) {
      fields.wrong(wrong.why().at(field));
    }
  }

  /**
   * @return as it was written, without the blanks around it; null for none
   * @throws InvalidRequest for anything that is no public address in https
   */
  public static @Nullable String read(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      if (parse(value).plain()) {
        throw new WrongAddress(WrongAddress.Why.form);
      }
      return value.strip();
    } catch (WrongAddress wrong) {
      throw new InvalidRequest(List.of(wrong.why().at(field)));
    }
  }

  private static SafeAddress parse(String value) throws WrongAddress {
    SafeAddress address = SafeAddress.parse(value);
    if (!address.host().looksPublic()) {
      throw new WrongAddress(WrongAddress.Why.notPublic);
    }
    return address;
  }
}
