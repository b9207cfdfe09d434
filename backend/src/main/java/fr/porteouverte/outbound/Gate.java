package fr.porteouverte.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** What this installation may call: the public Internet by https, and what its settings add. */
@ApplicationScoped
class Gate {
  private final OutboundSettings settings;
  private final Resolver resolver;

  @Inject
  Gate(OutboundSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  Gate(OutboundSettings settings, Resolver resolver) {
    this.settings = settings;
    this.resolver = resolver;
  }

  /** An address by its form alone. */
  SafeAddress read(String written) throws WrongAddress {
    SafeAddress address = SafeAddress.parse(written);
    Host host = address.host();
    boolean mayBePlain = names(settings.plainHosts(), host.name());
    boolean known = mayBePlain || names(settings.allowedHosts(), host.name());
    if (address.plain() && !mayBePlain) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    if (!known && !settings.ports().contains(address.port())) {
      throw new WrongAddress(WrongAddress.Why.port);
    }
    InetAddress literal = host.address();
    if (literal == null ? !known && !host.looksPublic() : !may(host.name(), literal)) {
      throw new WrongAddress(WrongAddress.Why.notPublic);
    }
    return address;
  }

  /**
   * Where a name leads, all of it checked: one address of many that is not public is a trick.
   *
   * @param name as {@link Host#name} has it, or a client without the brackets of IPv6
   * @throws ForbiddenAddress if it leads where nobody may go
   */
  InetAddress[] addresses(String name) throws UnknownHostException {
    InetAddress[] addresses = resolver.addresses(name);
    for (InetAddress address : addresses) {
      if (!may(name, address)) {
        throw new ForbiddenAddress();
      }
    }
    if (addresses.length == 0) {
      throw new UnknownHostException();
    }
    return addresses;
  }

  private boolean may(String name, InetAddress address) {
    if (PublicAddresses.isPublic(address)) {
      return true;
    }
    if (settings.allowedNetworks().stream()
        .flatMap(List::stream)
        .anyMatch(network -> network.matches(address))) {
      return true;
    }
    boolean known = names(settings.allowedHosts(), name) || names(settings.plainHosts(), name);
    // Not even a host that is trusted leads to the metadata of a cloud.
    return known
        && !address.isLinkLocalAddress()
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress();
  }

  private static boolean names(Optional<List<String>> hosts, String name) {
    String bare = name.replaceAll("[\\[\\]]", "");
    return hosts.stream()
        .flatMap(List::stream)
        .anyMatch(host -> host.replaceAll("[\\[\\]]", "").equalsIgnoreCase(bare));
  }

  /** A name leads where nobody may go. */
  static final class ForbiddenAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }
}
