package fr.porteouverte.outbound;

import io.smallrye.common.net.Inet;
import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host as an address names it, in one form: lower case, Punycode, no dot at its end.
 *
 * @param address what the name itself is; null: it is a name to resolve
 */
record Host(String name, @Nullable InetAddress address) {
  private static final int LONGEST = 253;
  private static final Pattern IPV6 = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45})]");

  /** Browsers and libraries read all these as numbers, each in its way: 127.1, 0x7f000001, 017… */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);

  /** Names that are nobody's in public. */
  private static final Set<String> PRIVATE_ENDS =
      Set.of(
          "localhost",
          "local",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "onion",
          "invalid",
          "arpa");

  static Host of(String written) throws WrongAddress {
    return written.startsWith("[") ? ofIpv6(written) : ofName(written);
  }

  private static Host ofIpv6(String written) throws WrongAddress {
    var inner = IPV6.matcher(written);
    InetAddress address = inner.matches() ? Inet.parseInet6Address(inner.group(1)) : null;
    if (address == null) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    return new Host("[" + Inet.toOptimalString(address) + "]", address);
  }

  private static Host ofName(String written) throws WrongAddress {
    String name = ascii(written);
    if (NUMBER.matcher(name).matches()) {
      InetAddress address = IPV4.matcher(name).matches() ? Inet.parseInet4Address(name) : null;
      if (address == null) {
        throw new WrongAddress(WrongAddress.Why.number);
      }
      return new Host(name, address);
    }
    return new Host(name, null);
  }

  private static String ascii(String written) throws WrongAddress {
    String name;
    try {
      name = IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException unreadable) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.isEmpty() || name.length() > LONGEST || name.startsWith(".") || name.contains("..")) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    return name;
  }

  /** Without the brackets that IPv6 has in an address. */
  String bare() {
    return name.replaceAll("[\\[\\]]", "");
  }

  /** As far as it can be told without asking anybody. */
  boolean looksPublic() {
    if (address != null) {
      return PublicAddresses.isPublic(address);
    }
    int dot = name.lastIndexOf('.');
    return dot > 0 && !PRIVATE_ENDS.contains(name.substring(dot + 1));
  }
}
