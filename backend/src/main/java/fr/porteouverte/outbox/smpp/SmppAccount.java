package fr.porteouverte.outbox.smpp;

import java.util.List;
import java.util.Set;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;

/**
 * One account as it is used.
 *
 * @param departments empty: of all other houses
 */
record SmppAccount(String name, SmppSettings.Account settings, Set<String> departments) {
  private static final int SHORT_NUMBER = 6;
  private static final int LONGEST_NAME = 40;

  static SmppAccount of(SmppSettings.Account settings, int number) {
    String name = settings.name().orElse("account-" + number);
    if (name.length() > LONGEST_NAME) {
      throw new IllegalStateException("a name of porte-ouverte.smpp is too long: 40 at most");
    }
    return new SmppAccount(name, settings, Set.copyOf(settings.departments().orElse(List.of())));
  }

  String host() {
    return settings.host().orElseThrow();
  }

  BindParameter bind() {
    return new BindParameter(
        BindType.BIND_TRX,
        settings.systemId().orElse(""),
        settings.password().orElse(""),
        settings.systemType().orElse(""),
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null,
        InterfaceVersion.IF_34);
  }

  String sender() {
    return settings.sender().replaceFirst("^\\+", "");
  }

  TypeOfNumber senderType() {
    if (!sender().matches("[0-9]+")) {
      return TypeOfNumber.ALPHANUMERIC;
    }
    return sender().length() <= SHORT_NUMBER
        ? TypeOfNumber.NETWORK_SPECIFIC
        : TypeOfNumber.INTERNATIONAL;
  }

  NumberingPlanIndicator senderPlan() {
    return senderType() == TypeOfNumber.INTERNATIONAL
        ? NumberingPlanIndicator.ISDN
        : NumberingPlanIndicator.UNKNOWN;
  }

  /** Never with a password. */
  @Override
  public String toString() {
    return name;
  }
}
