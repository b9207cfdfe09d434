package fr.porteouverte.outbound;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which addresses are public unicast: the IANA special-purpose registries, and what clouds answer
 * their own machines with.
 */
final class PublicAddresses {
  private static final List<CidrAddress> SPECIAL =
      networks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's NAT
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure, to its own machines
          "169.254.0.0/16", // link-local; the metadata of clouds
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; the metadata of Oracle
          "192.0.2.0/24", // documentation
          "192.31.196.0/24", // AS112
          "192.52.193.0/24", // multicast tunnels
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "192.175.48.0/24", // AS112
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, and broadcast
          "2001::/23", // protocol assignments: Teredo, ORCHID, benchmarks
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation

  /**
   * What is outside of it is loopback, private, link-local, site-local, multicast or unassigned.
   */
  private static final CidrAddress GLOBAL_UNICAST = network("2000::/3");

  /** An IPv4 address, translated: what it leads to is in its last 32 bits. */
  private static final CidrAddress NAT64 = network("64:ff9b::/96");

  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet6Address wide) {
      return isPublic(wide);
    }
    return notSpecial(address);
  }

  private static boolean isPublic(Inet6Address address) {
    byte[] bytes = address.getAddress();
    if (NAT64.matches(address)) {
      return notSpecial(last32(bytes));
    }
    return GLOBAL_UNICAST.matches(address)
        && notSpecial(address)
        && (!isatap(bytes) || notSpecial(last32(bytes)));
  }

  /** RFC 5214: a tunnel to the IPv4 address in its last 32 bits. */
  private static boolean isatap(byte[] bytes) {
    return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
  }

  private static Inet4Address last32(byte[] bytes) {
    return Inet.getInet4Address(
        bytes[12] & 0xff, bytes[13] & 0xff, bytes[14] & 0xff, bytes[15] & 0xff);
  }

  private static boolean notSpecial(InetAddress address) {
    return SPECIAL.stream().noneMatch(network -> network.matches(address));
  }

  private static List<CidrAddress> networks(String... written) {
    return Stream.of(written).map(PublicAddresses::network).toList();
  }

  private static CidrAddress network(String written) {
    return Objects.requireNonNull(Inet.parseCidrAddress(written), written);
  }
}
