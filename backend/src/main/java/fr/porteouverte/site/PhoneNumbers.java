package fr.porteouverte.site;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phone numbers as people of a department write them. */
public final class PhoneNumbers {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();

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

  /**
   * Beginnings that are an overseas territory's wherever they are dialled (ARCEP, decision
   * 2018-0881, national numbering plan).
   */
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          Map.entry("0590", "GP"),
          Map.entry("0690", "GP"),
          Map.entry("0691", "GP"),
          Map.entry("0596", "MQ"),
          Map.entry("0696", "MQ"),
          Map.entry("0697", "MQ"),
          Map.entry("0594", "GF"),
          Map.entry("0694", "GF"),
          Map.entry("0262", "RE"),
          Map.entry("0263", "RE"),
          Map.entry("0692", "RE"),
          Map.entry("0693", "RE"),
          Map.entry("0269", "YT"),
          Map.entry("0639", "YT"),
          Map.entry("0508", "PM"),
          Map.entry("0708", "PM"));

  private static final Pattern OVERSEAS_MOBILE =
      Pattern.compile("\\+(59069[01]|59669[67]|594694|26269[23]|262639|508708)\\d{6}");

  /** As telephones store what was dialled in France: its code in the place of the first 0. */
  private static final Pattern AS_STORED = Pattern.compile("(?:\\+|00)330?([1-9]\\d{8})");

  /** Whatever people, letters and web pages put between the digits. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Pd}\\p{Cf}./_()\u00b7\u2022\u2027\u2212\u2219\u22c5\u30fb\uff08\uff09\uff0e\uff0f\uff65]+");

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

  /**
   * A house may answer at a short number too: {@code 3646}.
   *
   * @param written as in {@link #e164}
   * @return E.164, or the digits of a short number of France; empty when it is neither
   */
  public static Optional<String> ofHouse(String written, String department) {
    return e164(written, department).or(() -> shortNumber(written));
  }

  private static Optional<String> shortNumber(String written) {
    String digits = digits(plain(written));
    // Shorter ones are the emergency services'.
    return digits.matches("[1-9]\\d{3}") && SHORT.isValidShortNumberForRegion(france(digits), "FR")
        ? Optional.of(digits)
        : Optional.empty();
  }

  private static PhoneNumber france(String digits) {
    return new PhoneNumber().setCountryCode(33).setNationalNumber(Long.parseLong(digits));
  }

  /** May it get an SMS? (A number that may be either, as in the US plan, may.) */
  public static boolean mobile(String e164) {
    if (OVERSEAS_MOBILE.matcher(e164).matches()) {
      return true; // also of a block that the library does not know yet
    }
    return read(e164, "FR")
        .map(LIBRARY::getNumberType)
        .filter(
            type -> type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE)
        .isPresent();
  }

  private static Optional<PhoneNumber> parse(String written, String region) {
    String typed = plain(written);
    Matcher stored = AS_STORED.matcher(digits(typed));
    String digits = stored.matches() ? "0" + stored.group(1) : digits(typed);
    String elsewhere = digits.length() == 10 ? BEGINNINGS.get(digits.substring(0, 4)) : null;
    if (elsewhere != null) {
      return overseas(digits, elsewhere);
    }
    // Mainland numbers are dialled without a code from overseas too.
    return Stream.of(region, "FR")
        .map(plan -> read(typed, plan).filter(LIBRARY::isValidNumber))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** With the digits and the plus of every script as the machine's own, and spaces between. */
  private static String plain(String written) {
    StringBuilder plain = new StringBuilder();
    BETWEEN
        .matcher(written)
        .replaceAll(" ")
        .codePoints()
        .forEach(
            one -> {
              int digit = Character.digit(one, 10);
              plain.appendCodePoint(digit >= 0 ? '0' + digit : one == '\uff0b' ? '+' : one);
            });
    return plain.toString().strip();
  }

  private static String digits(String plain) {
    return plain.replace(" ", "");
  }

  /**
   * The beginning says where: which of its blocks are given out changes faster than the library. Of
   * Saint-Pierre-et-Miquelon's lines at home, 0508 is no part abroad.
   */
  private static Optional<PhoneNumber> overseas(String digits, String region) {
    String dialled = digits.startsWith("0508") ? digits.substring(4) : digits;
    return read(dialled, region).filter(LIBRARY::isPossibleNumber);
  }

  private static Optional<PhoneNumber> read(String typed, String region) {
    try {
      return Optional.of(LIBRARY.parse(typed, region));
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }
}
