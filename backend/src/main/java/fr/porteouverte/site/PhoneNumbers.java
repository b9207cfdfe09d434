package fr.porteouverte.site;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.Optional;

/** Phone numbers as people of a department write them. */
public final class PhoneNumbers {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  /** Overseas departments have numbering plans of their own, after their ISO 3166 code. */
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("971", "GP"),
          Map.entry("972", "MQ"),
          Map.entry("973", "GF"),
          Map.entry("974", "RE"),
          Map.entry("975", "PM"),
          Map.entry("976", "YT"),
          Map.entry("977", "BL"),
          Map.entry("978", "MF"),
          Map.entry("986", "WF"),
          Map.entry("987", "PF"),
          Map.entry("988", "NC"));

  private PhoneNumbers() {}

  /**
   * @param written national or international form
   * @param department INSEE code of the house's department
   * @return E.164; empty when it is no valid number
   */
  public static Optional<String> e164(String written, String department) {
    return parse(written, REGIONS.getOrDefault(department, "FR"))
        .map(number -> LIBRARY.format(number, PhoneNumberFormat.E164));
  }

  /** May it get an SMS? (A number that may be either, as in the US plan, may.) */
  public static boolean mobile(String e164) {
    return parse(e164, "FR")
        .map(LIBRARY::getNumberType)
        .filter(
            type -> type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE)
        .isPresent();
  }

  private static Optional<PhoneNumber> parse(String written, String region) {
    try {
      PhoneNumber number = LIBRARY.parse(written, region);
      if (LIBRARY.isValidNumber(number)) {
        return Optional.of(number);
      }
      // Mainland numbers are dialled without a code from overseas too.
      PhoneNumber mainland = LIBRARY.parse(written, "FR");
      return LIBRARY.isValidNumber(mainland) ? Optional.of(mainland) : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
